"""What a row of yearly cash flows yields: rate of return, present value, payback.

The first year is discounted once, as the flow of its end: the convention of 《建设项目经济评价
方法与参数（第三版）》(Methods and Parameters for the Economic Evaluation of Construction
Projects, 3rd edition, 2006). Paybacks are counted in years from the beginning of the first year
and interpolated within the year in which the flows are recovered.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from math import isfinite

import pyxirr

from site_builder.quantities.fraction import Fraction

Flows = Sequence[Fraction]
"""The net flow of each year, in order; what is paid out is negative."""

_PLACES = 8


def internal_rate(flows: Flows) -> Fraction | None:
    """Return the rate at which the flows are worth nothing; None if there is none."""
    largest = max((abs(flow) for flow in flows), default=Fraction(0))
    if not largest:
        return None
    # The rate does not depend on the unit, and numbers near one suit the solver.
    size = float(largest)
    rate = pyxirr.irr([float(flow) / size for flow in flows], silent=True)
    return _exact(rate)


def present_value(flows: Flows, discount: Fraction) -> Fraction | None:
    """Return what the flows are worth at the beginning of the first year."""
    if discount <= -1:
        return None
    amounts = [float(flow) for flow in flows]
    return _exact(pyxirr.npv(float(discount), amounts, start_from_zero=False))


def payback(flows: Flows, discount: Fraction = Fraction(0)) -> Fraction | None:
    """Return after how many years the flows are recovered; None if they never are."""
    if discount <= -1:
        return None
    before = Decimal(0)
    for year, flow in enumerate(discounted(flows, discount)):
        after = before + flow
        if before < 0 <= after:
            return year + Fraction(-before / flow)
        before = after
    return None


def discounted(flows: Flows, discount: Fraction) -> Iterator[Decimal]:
    """Yield the flows as they are worth at the beginning of the first year."""
    factor = 1 / (1 + _decimal(discount))
    worth = Decimal(1)
    for flow in flows:
        worth *= factor
        yield _decimal(flow) * worth


def turns(amounts: Sequence[Fraction]) -> int:
    """Return how often a row changes its sign."""
    signs = [amount > 0 for amount in amounts if amount]
    return sum(one != other for one, other in pairwise(signs))


def has_one_rate(flows: Flows) -> bool:
    """Whether there is one internal rate of return, and no more.

    Descartes' rule: one change of sign. Norstrom's (1972): the accumulated flows change
    their sign once, as with a second phase that is paid for out of the first.
    """
    return turns(flows) == 1 or turns(list(accumulate(flows))) == 1


def _exact(value: float | None) -> Fraction | None:
    if value is None or not isfinite(value):
        return None
    return Fraction(value).limit_denominator(10**_PLACES)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
