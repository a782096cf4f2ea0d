"""How much stands or is earned on a piece of land, and what would make that enough.

Everything is exact, in square metres, yuan and square metres built.
"""

from dataclasses import dataclass
from math import ceil

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.land import whole_mu


@dataclass(frozen=True)
class Density:
    """An amount on a piece of land, and the least of it that each square metre must bear."""

    amount: Fraction
    land: Fraction
    least: Fraction

    @property
    def reached(self) -> Fraction:
        """The amount on each square metre."""
        return self.amount / self.land

    @property
    def falls_short(self) -> bool:
        """Whether it is less than it must be; land of no size bears nothing, and is not judged."""
        return self.land > 0 and self.least > 0 and self.amount < self.least * self.land

    def most_mu(self) -> int:
        """Return the most whole mu on which the amount is enough; 0 if not even one."""
        return max(0, whole_mu(self.amount / self.least))

    def least_amount(self, step: int) -> Fraction:
        """Return the least amount that is enough on all the land, rounded up to a step."""
        return Fraction(ceil(self.least * self.land / step) * step)
