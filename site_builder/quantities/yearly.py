"""What a capacity brings or makes in a year, and at a price, if their units fit each other."""

from dataclasses import replace

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.units import BASES, CURRENCIES, Unit

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


def in_one_year(quantity: Quantity) -> Quantity:
    """Return what a yearly amount comes to in one year: 53万吨 for 53万吨/年; others unchanged.

    Rents and prices over a month or an area stay as they are.
    """
    if quantity.unit.per != (BASES["年"],):
        return quantity
    return replace(quantity, unit=Unit(quantity.unit.base))


def years(duration: Quantity) -> Fraction:
    """Return a duration in years."""
    return duration.reference() / YEAR
