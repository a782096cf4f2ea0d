"""The counting word in which all quantities of a column are said: 32000万元 above 6000万元.

Each by itself would be said as it reads best, 3.2亿元 above 6000万元, and nobody could compare
them at a glance. What goes in are the quantities and the sizes of the words each would have;
what comes out is one size. No quantity changes, and none is rounded.
"""

from collections.abc import Collection
from decimal import Decimal

from site_builder.quantities.quantity import Quantity
from site_builder.quantities.writing import places

_HUNDRED_MILLION = 10**8
_PLACES_OF_HUNDRED_MILLIONS = 2
_LEAST_OF_HUNDRED_MILLIONS = Decimal("0.1")
_MOST_PLACES = 4
_LEAST, _MOST = Decimal("0.01"), 10**6
"""Numbers below or from here on are longer than a reader takes in at once."""


def common_size(
    quantities: Collection[Quantity], sizes: Collection[int], *, rough: bool
) -> int | None:
    """Return one of `sizes` that suits all `quantities` of one unit; None if there is none.

    It is the smallest in which no number is too long, as accounts are kept. Where a list only
    has to tell large from small, `rough`, it is 亿 if that leaves two decimals at most.
    """
    ends = {abs(end) for quantity in quantities for end in (quantity.low, quantity.high)}
    if rough and _HUNDRED_MILLION in sizes and all(_reads_in_hundred_millions(end) for end in ends):
        return _HUNDRED_MILLION
    for size in sorted(sizes):
        numbers = [end / size for end in ends]
        if all(_reads(number) for number in numbers):
            return size
    return None


def _reads(number: Decimal) -> bool:
    short = not number or _LEAST <= number < _MOST
    return short and places(number) <= _MOST_PLACES


def _reads_in_hundred_millions(end: Decimal) -> bool:
    number = end / _HUNDRED_MILLION
    return number >= _LEAST_OF_HUNDRED_MILLIONS and places(number) <= _PLACES_OF_HUNDRED_MILLIONS
