"""What a written number may stand for: between which ends, and how exactly.

A sum of rounded parts may miss the rounded sum. So much is allowed and no more: half a digit
for each part but one, of the finest digit that the parts are written with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.precision import ends, last_digit
from site_builder.quantities.quantity import Bound, Quantity

TOLD_DIGITS = 4
"""A figure to write instead has no more digits than an estimate bears."""
# 2亿元 may be meant to the yuan: its last digit excuses half a per cent of it at most.
COARSEST = Fraction(1, 200)
# What 约 may hide; a rule of thumb.
ABOUT = Fraction(1, 20)
# Where a number that is open to one side (不低于, 不超过) ends: beyond all that is ever written,
# and still beyond it when multiplied or divided by that.
FAR, BEYOND = Fraction(10) ** 90, Fraction(10) ** 45


@dataclass(frozen=True)
class Span:
    """A number as written, in the reference unit: its ends, and one unit of its last digit.

    An end that is not given lies as far off as `FAR`.
    """

    low: Fraction
    high: Fraction
    digit: Fraction = Fraction(0)

    @property
    def middle(self) -> Fraction:
        """The number itself, or the middle between its ends; of one end, where that is all."""
        if self.is_open:
            ends_given = [end for end in (self.low, self.high) if abs(end) < BEYOND]
            return ends_given[0] if ends_given else Fraction(0)
        return self.low if self.low == self.high else (self.low + self.high) / 2

    @property
    def is_open(self) -> bool:
        """Whether an end is not given."""
        return self.high >= BEYOND or self.low <= -BEYOND

    def widened(self) -> "Span":
        """Return all that may have been rounded to the number."""
        return self.by(min(self.digit / 2, abs(self.middle) * COARSEST))

    def by(self, room: Fraction) -> "Span":
        """Return the span with room at both ends."""
        return Span(self.low - room, self.high + room, self.digit)

    def times(self, factor: Fraction) -> "Span":
        """Return the span in another unit, or currency; `factor` is positive."""
        if factor == 1:
            return self
        return Span(self.low * factor, self.high * factor, self.digit * factor)

    def less(self, other: "Span") -> "Span":
        """Return the difference of two numbers."""
        return Span(self.low - other.high, self.high - other.low, self.digit)

    def over(self, other: "Span") -> "Span | None":
        """Return the ratio of two numbers; None unless the second is above nought."""
        if other.low <= 0:
            return None
        ratios = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Span(min(ratios), max(ratios))

    def gap(self, other: "Span") -> Fraction:
        """Return how far the two are apart; nought where they meet."""
        return max(self.low - other.high, other.low - self.high, Fraction(0))


def span(quantity: Quantity | None, factor: Fraction | None = Fraction(1)) -> Span | None:
    """Return what a quantity may stand for, counted in `factor` reference units.

    One that is open to one side (不低于, 不超过) ends on that side only. None for a missing
    one, and one of unknown `factor`.
    """
    if quantity is None or factor is None:
        return None
    found = Span(*ends(quantity), last_digit(quantity)).times(factor)
    if quantity.bound is Bound.ABOUT:
        return found.by(abs(found.middle) * ABOUT)
    return opened(found, quantity.bound)


def opened(found: Span, bound: Bound) -> Span:
    """Return the span without the end that a bound leaves open."""
    if bound is Bound.AT_LEAST:
        return replace(found, high=FAR)
    return replace(found, low=-FAR) if bound is Bound.AT_MOST else found


def total(parts: Sequence[Span]) -> Span:
    """Return the sum of parts."""
    low = sum((part.low for part in parts), Fraction(0))
    if all(part.low == part.high for part in parts):
        return Span(low, low)
    return Span(low, sum((part.high for part in parts), Fraction(0)))


def allowance(parts: Sequence[Span], least: Fraction = Fraction(0)) -> Fraction:
    """Return by how much a sum of rounded parts may miss, and `least` in any case."""
    digit = min((part.digit for part in parts), default=Fraction(0))
    rounding = digit * (len(parts) - 1) / 2
    return max(least, min(rounding, abs(total(parts).middle) * COARSEST))


def in_percent(ratio: Fraction, places: int = 1) -> str:
    """Write a ratio in per cent: `16.9%`."""
    return f"{in_digits(ratio * 100, places)}%"


def in_digits(number: Fraction, places: int) -> str:
    """Write a number with so many decimals at most."""
    scaled = Decimal(round(number * 10**places)).scaleb(-places)
    return f"{scaled.normalize() + 0:f}"
