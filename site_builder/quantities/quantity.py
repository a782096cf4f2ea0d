"""A quantity: a number, or a range of numbers, with a unit, exactly."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.units import Unit


# The numbers of a record are reckoned with by one check after the other.
@lru_cache(maxsize=4096)
def exactly(number: Decimal) -> Fraction:
    """Return a finite decimal as a fraction."""
    return Fraction(number)


class Bound(StrEnum):
    """How exactly an author means a number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


def common_bound(bounds: Iterable[Bound]) -> Bound:
    """Return what is known of a sum or product: of `at least` and `at most` only `about`."""
    inexact = set(bounds) - {Bound.EXACT}
    if not inexact:
        return Bound.EXACT
    return inexact.pop() if len(inexact) == 1 else Bound.ABOUT


@dataclass(frozen=True)
class Quantity:
    """A number, or a range of numbers, with a unit.

    `low` and `high` are in `unit`, counting word included (3.2亿元 is 320000000 元);
    they are equal unless the author gave a range. `word` is the counting word used; it says
    how the quantity was written, not how much it is, and two quantities may differ in it and
    be equal.
    """

    low: Decimal
    high: Decimal
    unit: Unit
    word: str = field(default="", compare=False)
    bound: Bound = Bound.EXACT

    @property
    def is_range(self) -> bool:
        """Whether two ends were written."""
        return self.low != self.high

    @property
    def dimension(self) -> str:
        """What is measured, e.g. `money/area`."""
        return self.unit.dimension

    @property
    def currency(self) -> str:
        """The ISO code of a sum of money; empty for anything else."""
        return self.unit.base.dimension if self.dimension.startswith("money") else ""

    @property
    def lowest(self) -> "Quantity":
        """The lower end alone."""
        return replace(self, high=self.low)

    @property
    def highest(self) -> "Quantity":
        """The upper end alone."""
        return replace(self, low=self.high)

    def reference(self) -> Fraction:
        """Return the middle of the quantity in the reference unit of its dimension, exactly.

        Square metres for area, yuan for money in yuan, months for duration.
        """
        low, factor = exactly(self.low), self.unit.factor
        middle = low if self.low == self.high else (low + exactly(self.high)) / 2
        return middle if factor == 1 else middle * factor
