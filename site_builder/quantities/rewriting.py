"""Says a figure found in prose in the words of the other language: 3.2亿元 as RMB 320 million."""

from decimal import Decimal, localcontext

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import (
    CODE,
    EN_UNITS,
    MONTH,
    MONTHS,
    PLAIN,
    RATIO,
    YEAR,
    ZH_UNITS,
    Spelling,
)
from site_builder.quantities.numerals import EN_NUMBERS, ZH_DIGITS
from site_builder.quantities.parts_of_year import PARTS, part_in_chinese, part_in_english
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.speaking import PRECISION, Speaker
from site_builder.quantities.units import BASES, Unit

# Sums are said in their own currency only, so that no rate is needed.
_SPEAKERS = {language: Speaker(language, Fraction(1)) for language in ("zh", "en")}
_PLACES = 2
_WORDS = {value: word for word, value in EN_NUMBERS.items() if 1 < value <= 12}
_NUMERALS = {value: sign for sign, value in ZH_DIGITS.items() if value > 0} | {10: "十"}


def in_english(mention: Mention, instead_of: Mention | None = None) -> str:
    """Write a Chinese figure as English text does, in the unit of what it replaces."""
    if mention.dimension in PARTS:
        return part_in_english(mention, instead_of)
    if mention.dimension == MONTH and 1 <= mention.number <= 12:
        return MONTHS[int(mention.number) - 1]
    if mention.written.endswith("折"):
        return _discount(mention, instead_of)
    if instead_of is not None and instead_of.in_words and mention.amount in _WORDS:
        return _like(instead_of, _WORDS[int(mention.amount)])
    return _said(mention, instead_of, "en")


def in_chinese(mention: Mention, instead_of: Mention | None = None) -> str:
    """Write an English figure as Chinese text does, in the unit of what it replaces."""
    if mention.dimension in PARTS:
        return part_in_chinese(mention)
    if mention.dimension in (YEAR, MONTH):
        return f"{mention.number:f}{'年' if mention.dimension == YEAR else '月'}"
    if instead_of is not None and instead_of.in_words and mention.amount in _NUMERALS:
        rest = instead_of.written.lstrip("".join(_NUMERALS.values()))
        return f"{_NUMERALS[int(mention.amount)]}{rest}"
    return _said(mention, instead_of, "zh")


def _discount(mention: Mention, instead_of: Mention | None) -> str:
    """Say 八折 as 20% off; or as what is taken off or paid, whichever an English figure meant."""
    (off,) = mention.others
    if instead_of is None:
        return f"{_said(off, None, 'en')} off"
    nearest = min((off, mention), key=lambda one: abs(one.number - instead_of.number))
    return _said(nearest, None, "en")


def _like(instead_of: Mention, word: str) -> str:
    return word.capitalize() if instead_of.written[:1].isupper() else word


def _said(mention: Mention, instead_of: Mention | None, language: str) -> str:
    if mention.dimension == CODE:
        return mention.written
    if mention.dimension == YEAR:
        return f"{mention.number:f}"
    if mention.dimension == RATIO:
        # A rate of growth says its year elsewhere in the sentence: 年均增长25%.
        mention = mention._replace(per=())
    unit, per = mention.unit, mention.per
    if instead_of is not None and instead_of.dimension == mention.dimension:
        # Per cent and percentage points are not one another's units.
        if unit.dimension != RATIO or unit.factor != instead_of.unit.factor:
            unit = instead_of.unit
        if [part.dimension for part in per] == [part.dimension for part in instead_of.per]:
            per = instead_of.per
    with localcontext(prec=PRECISION):
        return _in_unit(mention, unit, per, language)


def _in_unit(mention: Mention, unit: Spelling, per: tuple[Spelling, ...], language: str) -> str:
    amount = mention.amount * _factor(mention.unit, mention.per) / _factor(unit, per)
    amount = _plainly(amount, 1 if unit.symbol == "公顷" else _PLACES)
    symbols = [part.symbol for part in (unit, *per)]
    if not all(symbols):
        return _with_name(amount, unit, language)
    written = Unit(BASES[symbols[0]], tuple(BASES[symbol] for symbol in symbols[1:]))
    word = _counting_word(amount) if language == "zh" and unit.dimension != RATIO else ""
    return _SPEAKERS[language].say(Quantity(amount, amount, written, word)).short


def _factor(unit: Spelling, per: tuple[Spelling, ...]) -> Decimal:
    factor = unit.factor
    for part in per:
        factor /= part.factor
    return factor


def _plainly(amount: Decimal, places: int) -> Decimal:
    """Drop what a conversion leaves behind."""
    if amount != amount.to_integral_value() and abs(amount) >= 1:
        amount = round(amount, places)
    return amount.normalize() + 0


def _counting_word(amount: Decimal) -> str:
    """Return 亿 or 万 where no more than two decimals are left, else nothing."""
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if abs(amount) >= size and amount * 100 % size == 0:
            return word
    return ""


def _with_name(amount: Decimal, unit: Spelling, language: str) -> str:
    names = ZH_UNITS if language == "zh" else EN_UNITS
    name = (
        ""
        if unit.dimension == PLAIN
        else next((name for name, meaning in names.items() if meaning == unit), "")
    )
    if language == "zh":
        word = _counting_word(amount)
        size = {"亿": 10**8, "万": 10**4}.get(word, 1)
        return f"{_SPEAKERS['zh'].number((amount / size).normalize() + 0)}{word}{name}"
    for size, word in ((10**9, " billion"), (10**6, " million")):
        if abs(amount) >= size and amount * 1000 % size == 0:
            return f"{_SPEAKERS['en'].number(amount / size)}{word} {name}".rstrip()
    return f"{_SPEAKERS['en'].number(amount)} {name}".rstrip()
