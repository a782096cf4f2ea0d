"""The one area whose correction explains why the land of a project is not what its parts make.

Goes in: the land, and its parts. Comes out: the area that is a slip, if there is just one: 公顷
for 亩, a digit or the point. Like the slips of `sums.py`, but an area may slip in its unit too.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from site_builder.checks.money.slips import is_slip
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.land import area_as_written
from site_builder.quantities.quantity import Quantity, exactly
from site_builder.quantities.units import BASES, Unit
from site_builder.quantities.writing import as_written

_LAND_UNITS = ("亩", "公顷", "平方米", "平方公里")
# Parts in other units are rounded: 120亩 are 8公顷, or 80040平方米 to the nearest ten.
_ROUNDED = Fraction(1, 200)


class Slip(NamedTuple):
    """An area that is probably a slip of the hand."""

    part: int | None
    """Which of the parts it is; None for the land itself."""
    right: str
    """What was meant, as an author would write it."""


def land_slip(land: Quantity, parts: Sequence[Quantity]) -> Slip | None:
    """Return the area that explains all; None where no area does, or several may.

    A part is named only if its unit slipped: a digit that would have to change in it may as
    well be a part that was left out.
    """
    total = sum((part.reference() for part in parts), Fraction(0))
    whole = land.reference()
    of_unit = [
        Slip(part, right)
        for part, written, meant in [
            (None, land, total),
            *((index, part, whole - total + part.reference()) for index, part in enumerate(parts)),
        ]
        if (right := _in_another_unit(written, meant))
    ]
    if of_unit:
        # 66公顷 or 66亩, and nothing else to go by: the land of projects is counted in mu.
        likely = [slip for slip in of_unit if slip.right.endswith("亩")] or of_unit
        return likely[0] if len(likely) == 1 else None
    # Another digit in the land may as well be a part that was left out; its digits in another
    # order, or another place of the point, are not.
    meant = total / land.unit.factor
    if not land.is_range and is_slip(exactly(land.low), meant) and _turned(land, meant):
        return Slip(None, area_as_written(total, land))
    return None


def _turned(written: Quantity, meant: Fraction) -> bool:
    """Whether two numbers have the same digits, noughts and the point aside."""
    scale = exactly(written.low).denominator * meant.denominator
    one, other = (
        sorted(str(int(number * scale)).replace("0", ""))
        for number in (exactly(written.low), meant)
    )
    return one == other


def _in_another_unit(written: Quantity, meant: Fraction) -> str:
    """Return an area in the unit that makes it what is meant; empty if there is none."""
    if written.is_range:
        return ""
    for symbol in _LAND_UNITS:
        said = replace(written, unit=Unit(BASES[symbol]))
        if said.unit != written.unit and abs(said.reference() - meant) <= meant * _ROUNDED:
            return as_written(said)
    return ""
