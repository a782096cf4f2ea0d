"""What a capacity brings in a year at a price, if their units fit each other."""

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.units import BASES, CURRENCIES

YEAR = BASES["年"].factor
"""A year in the reference unit of durations."""


def yearly_sales(capacity: Quantity, price: Quantity) -> Fraction | None:
    """Return capacity times price for a year, in the reference unit of the price's currency.

    5万吨/年 at 6200元/吨 is 310000000; 26000平方米 at 95元/平方米·月 counts twelve months.
    None where the units leave anything but money a time: 300床 at 200元/人次.
    """
    if price.unit.base.dimension not in CURRENCIES:
        return None
    left = [unit.dimension for unit in (*capacity.unit.per, *price.unit.per)]
    if capacity.unit.base.dimension not in left:
        return None
    left.remove(capacity.unit.base.dimension)
    if left != ["duration"]:
        return None
    return capacity.reference() * price.reference() * YEAR


def years(duration: Quantity) -> Fraction:
    """Return a duration in years."""
    return duration.reference() / YEAR
