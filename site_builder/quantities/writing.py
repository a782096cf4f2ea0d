"""Quantities as an author writes them in Chinese: 3.2亿元, 26800万元, 2至3年, 9.6万元/亩.

For messages, which say what to write: what stands here is read back as the same quantity.
"""

from decimal import Decimal

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.units import MULTIPLIERS, Unit, parse_unit

BOUND_WORDS = {Bound.ABOUT: "约", Bound.AT_LEAST: "不低于", Bound.AT_MOST: "不超过"}

# The reader takes no more decimals than this; a longer number comes from a division of ours.
READABLE_PLACES, _READABLE_SIZE = 9, 10**15
_MOST_PLACES = 4
_TEN_THOUSAND, _HUNDRED_MILLION = 10_000, 100_000_000


def as_written(quantity: Quantity) -> str:
    """Write a quantity as an author would; reads back to an equal one.

    The author's own counting word is kept. Numbers that no author could have written, such as
    thirds, are rounded to four decimals.
    """
    before = BOUND_WORDS.get(quantity.bound, "")
    low, high = _kept(quantity.low), _kept(quantity.high)
    preferred = quantity.word
    if not preferred and quantity.dimension.startswith("money"):
        preferred = _money_word(high)
    word = common_word(low, high, preferred)
    if word is None:
        words = (word_of_end(end, preferred, quantity.unit) for end in (low, high))
        ends = zip((low, high), words, strict=True)
        parts = (f"{_plain(end / MULTIPLIERS[own])}{own}{quantity.unit}" for end, own in ends)
        return before + "至".join(parts)
    numbers = dict.fromkeys(_plain(end / MULTIPLIERS[word]) for end in (low, high))
    return f"{before}{'至'.join(numbers)}{word}{quantity.unit}"


def yuan_as_written(amount: Fraction) -> str:
    """Write a sum in yuan: 3.2亿元, 26800万元, 960元, with up to four decimals."""
    whole = _rounded(amount, _MOST_PLACES)
    word = _money_word(whole)
    return f"{_plain(_rounded(amount / MULTIPLIERS[word], _MOST_PLACES))}{word}元"


def common_word(low: Decimal, high: Decimal, preferred: str) -> str | None:
    """Return a counting word in which both ends can be read; None if there is none."""
    for word in (preferred, ""):
        if all(_is_readable(end / MULTIPLIERS[word]) for end in (low, high)):
            return word
    return None


def word_of_end(value: Decimal, preferred: str, unit: Unit) -> str:
    """Return a counting word in which one number can be read."""
    for word in (preferred, *MULTIPLIERS):
        # 千 before 克 would be read as another unit, 千克.
        if _is_readable(value / MULTIPLIERS[word]) and parse_unit(f"{word}{unit}") == (word, unit):
            return word
    return ""


def _money_word(amount: Decimal) -> str:
    """亿 where it leaves one decimal at most, or from ten of them on; else 万; else nothing."""
    size = abs(amount)
    hundred_millions = places(amount / _HUNDRED_MILLION)
    if size >= 10 * _HUNDRED_MILLION and hundred_millions <= _MOST_PLACES:
        return "亿"
    if size >= _HUNDRED_MILLION and hundred_millions <= 1:
        return "亿"
    return "万" if size >= _TEN_THOUSAND else ""


def _kept(value: Decimal) -> Decimal:
    return value if places(value) <= READABLE_PLACES else round(value, _MOST_PLACES)


def _is_readable(value: Decimal) -> bool:
    """Whether the reader takes a number of so many digits and decimals."""
    return places(value) <= READABLE_PLACES and abs(value) < _READABLE_SIZE


def places(value: Decimal) -> int:
    """Return how many decimals a number has that say something."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def digits_of(value: Decimal) -> int:
    """Count the digits of a number that say something.

    Noughts at the end of a whole number count: 500亩 is measured to the mu, in three digits.
    """
    shortest = value.normalize()
    return max(len(shortest.as_tuple().digits), shortest.adjusted() + 1)


def _rounded(amount: Fraction, digits: int) -> Decimal:
    return Decimal(round(amount * 10**digits)).scaleb(-digits)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
