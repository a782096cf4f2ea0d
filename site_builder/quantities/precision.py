"""How exactly a number was written: its last digit, its significant digits, and fewer of them."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Bound, Quantity, exactly
from site_builder.quantities.units import MULTIPLIERS


def ends(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """Return both ends of a quantity in the reference unit; they are equal unless it is a range."""
    factor = quantity.unit.factor
    low = exactly(quantity.low) if factor == 1 else exactly(quantity.low) * factor
    return low, low if quantity.high == quantity.low else exactly(quantity.high) * factor


def last_digit(quantity: Quantity) -> Fraction:
    """Return what one unit of the last digit written is worth, in the reference unit.

    That of 3.25亿元 is a million yuan, that of 16.8% a thousandth.
    """
    exponent = min(_exponent(quantity.low), _exponent(quantity.high))
    step, factor = _step(exponent, quantity.word), quantity.unit.factor
    return step if factor == 1 else step * factor


def significant_digits(quantity: Quantity) -> int:
    """Return how many digits count in a number as written; closing zeros do not.

    14036万元 has five, 26800万元 three.
    """
    return max(_significant(quantity.low), _significant(quantity.high))


def rounded(quantity: Quantity, digits: int) -> Quantity:
    """Return the quantity with so many significant digits."""
    low, high = (_round(end, digits) for end in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high)


def significant(number: Fraction, digits: int) -> Fraction:
    """Return a number with so many significant digits."""
    return Fraction(_round(Decimal(number.numerator) / Decimal(number.denominator), digits))


def restated(quantity: Quantity, reference: Fraction) -> Quantity:
    """Return another amount, given in reference units, written as exactly as `quantity` is."""
    step = last_digit(quantity)
    exact = round(reference / step) * step / quantity.unit.factor
    number = Decimal(exact.numerator) / Decimal(exact.denominator)
    return replace(quantity, low=number, high=number, bound=Bound.EXACT)


def times(quantity: Quantity, power: Fraction) -> Quantity:
    """Return a power of ten of the quantity, in a counting word that suits it."""
    factor = Decimal(power.numerator) / Decimal(power.denominator)
    low, high = quantity.low * factor, quantity.high * factor
    word = next((word for word in ("亿", "万") if low >= MULTIPLIERS[word]), "")
    return replace(quantity, low=low, high=high, word=word)


def decimal_step(*numbers: Decimal) -> Fraction:
    """Return one unit of the last digit of the finest of bare numbers: a hundredth for 0.85."""
    return _step(min(map(_exponent, numbers)), "")


# The same few steps are asked for again and again.
@lru_cache(maxsize=256)
def _step(exponent: int, word: str) -> Fraction:
    return Fraction(10) ** exponent * MULTIPLIERS[word]


def _round(number: Decimal, digits: int) -> Decimal:
    return Decimal(f"{number:.{digits - 1}e}")


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    # Decimals that are read are finite; only an infinity has no exponent.
    return exponent if isinstance(exponent, int) else 0


def _significant(number: Decimal) -> int:
    return len("".join(map(str, number.as_tuple().digits)).strip("0")) or 1
