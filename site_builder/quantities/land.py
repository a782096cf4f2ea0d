"""Land in the words of those who allot it: whole mu, so much a mu, as much as is allowed."""

from dataclasses import replace
from decimal import Decimal
from math import ceil, floor

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.units import BASES, MULTIPLIERS, Unit
from site_builder.quantities.writing import as_written, yuan_as_written

_MU = BASES["亩"].factor
_FINE = 100
"""Sums of 万元 a mu are shown to this many yuan, that is, to a hundredth of 万元."""
_WAN = 10_000


def whole_mu(area: Fraction) -> int:
    """Return how many whole mu an area in square metres holds."""
    return floor(area / _MU)


def square_metres(mu: int) -> Fraction:
    """Return so many mu in square metres."""
    return mu * _MU


def yuan_per_mu_as_written(rate: Fraction) -> str:
    """Write yuan a square metre as `223.33万元/亩`, rounded down.

    Rounded up, what falls short by little would look as if it did not.
    """
    yuan = rate * _MU
    step = _FINE if abs(yuan) >= _WAN else 1
    return f"{yuan_as_written(Fraction(floor(yuan / step) * step))}/亩"


def mu_as_written(area: Fraction) -> str:
    """Write square metres as `98.5亩`, rounded down to a hundredth of a mu."""
    return area_as_written(area, Quantity(Decimal(0), Decimal(0), Unit(BASES["亩"])))


def area_as_written(area: Fraction, like: Quantity) -> str:
    """Write square metres in the unit of another area, rounded down to a hundredth of it."""
    size = like.unit.factor * MULTIPLIERS[like.word]
    count = Fraction(floor(area / size * 100), 100)
    number = Decimal(count.numerator) / Decimal(count.denominator) * MULTIPLIERS[like.word]
    return as_written(replace(like, low=number, high=number, bound=Bound.EXACT))


def share_as_written(share: Fraction) -> str:
    """Write a share as `8.34%`, rounded up, for what exceeds a limit must be seen to."""
    return f"{_plain(Fraction(ceil(share * 10_000), 100))}%"


def _plain(number: Fraction) -> str:
    return f"{(Decimal(number.numerator) / Decimal(number.denominator)).normalize():f}"
