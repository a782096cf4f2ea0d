"""Whether figures of two languages say the same: 120亩, 120 mu, 8 ha."""

import re
from decimal import Decimal

from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import CODE, IMPERIAL, PLAIN, Spelling

_HALF = Decimal("0.5")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions can be read as the same figure.

    A bare number agrees with a figure of any unit that is written with the same amount. Where
    one is in mu and the other metric, the metric one may be rounded to the digits it has.
    """
    if CODE in (one.unit.dimension, other.unit.dimension):
        return _same_code(one, other)
    if _same(one, other):
        return True
    if not one.others and not other.others:
        return False
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
    if unit.dimension != second.dimension:
        return PLAIN in (unit.dimension, second.dimension) and _as_written(one, other)
    if unit.factor == second.factor and one.per == other.per:
        return _as_written(one, other)
    if not (one.per and other.per):
        return _measured(one, unit.factor, other, second.factor)
    rates = _rates(one.per, other.per)
    if rates is None:
        return False
    return _measured(one, unit.factor / rates[0], other, second.factor / rates[1])


def _as_written(one: Mention, other: Mention) -> bool:
    return one.number * one.scale == other.number * other.scale


def _measured(one: Mention, factor: Decimal, other: Mention, second: Decimal) -> bool:
    """Whether two figures of one dimension are the same, each times its factor."""
    if factor == second:
        return _as_written(one, other)
    here, there = one.number * one.scale * factor, other.number * other.scale * second
    if here == there or _system(one) == _system(other):
        return here == there
    # The one that was reckoned from the other is rounded to the digits it has.
    is_first = _system(one) < _system(other)
    return abs(here - there) <= (half_step(one, factor) if is_first else half_step(other, second))


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


def _system(mention: Mention) -> int:
    """Return how near to what was surveyed a unit is: mu before metric before imperial."""
    symbols = {unit.symbol for unit in (mention.unit, *mention.per)}
    return 0 if IMPERIAL in symbols else 2 if "亩" in symbols else 1


def half_step(mention: Mention, factor: Decimal) -> Decimal:
    """Return half a unit of the last digit that counts: of 5,300 that is the three.

    Noughts at the end count where fewer than two other digits would be left.
    """
    number = mention.number
    written = number.as_tuple().exponent
    shortened = number.normalize().as_tuple().exponent
    if not isinstance(written, int) or not isinstance(shortened, int):
        return Decimal(0)
    places = max(written, min(shortened, number.adjusted() - 1))
    return _HALF.scaleb(places) * mention.scale * factor
