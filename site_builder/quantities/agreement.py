"""Whether figures of two languages say the same: 120亩, 120 mu, 8 ha."""

import re
from decimal import Decimal

from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import CODE, PLAIN, Spelling

_HALF = Decimal("0.5")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions can be read as the same figure.

    A bare number agrees with a figure of any unit that is written with the same amount. Where
    one is in mu and the other metric, the metric one may be rounded to the digits it has.
    """
    if CODE in (one.dimension, other.dimension):
        return _same_code(one, other)
    if _same(one, other):
        return True
    for reading in one.others:
        if _same(reading, other):
            return True
    for reading in other.others:
        if _same(one, reading) or any(_same(own, reading) for own in one.others):
            return True
    return False


def _same_code(one: Mention, other: Mention) -> bool:
    """Whether designations are the same, or one is written apart: ISO9001, ISO 9001."""
    if one.dimension == other.dimension:
        return _plainly(one) == _plainly(other)
    code, figure = (one, other) if one.dimension == CODE else (other, one)
    return f"{figure.number:f}" in _DIGITS.findall(code.written)


def _plainly(code: Mention) -> str:
    return code.written.replace("-", "").replace("–", "").upper()


def _same(one: Mention, other: Mention) -> bool:
    unit, second = one.unit, other.unit
    if unit.dimension == second.dimension:
        if not (one.per and other.per):
            factors = unit.factor, second.factor
        else:
            rates = _rates(one.per, other.per)
            if rates is None:
                return False
            factors = unit.factor / rates[0], second.factor / rates[1]
        if factors[0] == factors[1]:
            return one.number * one.scale == other.number * other.scale
        here, there = one.number * one.scale * factors[0], other.number * other.scale * factors[1]
        return here == there or (
            _in_mu(one) != _in_mu(other)
            and abs(here - there)
            <= (_step(other, factors[1]) if _in_mu(one) else _step(one, factors[0]))
        )
    if PLAIN in (unit.dimension, second.dimension):
        return one.number * one.scale == other.number * other.scale
    return False


def _rates(
    one: tuple[Spelling, ...], other: tuple[Spelling, ...]
) -> tuple[Decimal, Decimal] | None:
    """Return what two denominators hold of the same; None if they measure different things."""
    here = {unit.dimension: unit.factor for unit in one if unit.dimension != PLAIN}
    there = {unit.dimension: unit.factor for unit in other if unit.dimension != PLAIN}
    shared = here.keys() & there.keys()
    if not shared and here and there:
        return None
    mine = yours = Decimal(1)
    for dimension in shared:
        mine *= here[dimension]
        yours *= there[dimension]
    return mine, yours


def _in_mu(mention: Mention) -> bool:
    return any(unit.symbol == "亩" for unit in (mention.unit, *mention.per))


def _step(mention: Mention, factor: Decimal) -> Decimal:
    """Return half a unit of the last digit written."""
    exponent = mention.number.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return _HALF.scaleb(places) * mention.scale * factor
