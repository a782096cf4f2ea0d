"""Within what ends a limit of the county's settings makes sense: beyond them a rule is off."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Bound, Quantity, exactly
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.writing import as_written


@dataclass(frozen=True)
class LimitRange:
    """The ends of a limit, as an author would write them, and why they are the ends.

    Stands beside the type of a field. `laxer_below` says that a lower limit asks for less,
    as that of a least plot ratio does; otherwise a higher one does. Rules of thumb, where the
    reason names no document.
    """

    least: str
    most: str
    zh: str
    en: str
    laxer_below: bool = False

    def holds(self, value: Quantity | Decimal) -> bool:
        """Whether a limit is one number between the ends: no range, no 约 or 不低于."""
        if isinstance(value, Quantity) and (value.is_range or value.bound is not Bound.EXACT):
            return False
        return _end(self.least) <= size(value) <= _end(self.most)

    def is_laxer(self, value: Fraction, than: Fraction) -> bool:
        """Whether a limit finds less than another does."""
        return value < than if self.laxer_below else value > than


@dataclass(frozen=True)
class Limit:
    """A limit that a group of settings holds, with its field and its range."""

    name: str
    value: Quantity | Decimal
    range: LimitRange

    @property
    def written(self) -> str:
        """The limit as an author would write it."""
        return in_writing(self.value)


def limits_in(group: BaseModel) -> Iterator[Limit]:
    """Yield the limits of a group that have a range and a value, in the order of its fields."""
    for name, field in type(group).model_fields.items():
        value = getattr(group, name)
        limit = range_of(field)
        if limit is not None and isinstance(value, Quantity | Decimal):
            yield Limit(name, value, limit)


def range_of(field: FieldInfo) -> LimitRange | None:
    """Return the range that stands beside the type of a field; None if there is none."""
    notes = (*field.metadata, *_notes(field.annotation))
    return next((note for note in notes if isinstance(note, LimitRange)), None)


def _notes(annotation: object) -> Iterator[object]:
    for argument in typing.get_args(annotation):
        yield argument
        yield from _notes(argument)


def size(value: Quantity | Decimal) -> Fraction:
    """Return a limit as a number: months of a duration, a fraction of a percentage."""
    return value.reference() if isinstance(value, Quantity) else exactly(value)


def in_writing(value: Quantity | Decimal) -> str:
    """Write a limit as an author would."""
    return as_written(value) if isinstance(value, Quantity) else f"{value:f}"


@cache
def _end(written: str) -> Fraction:
    """Return an end of a range as a number; those without a unit are plain numbers."""
    if written.replace(".", "").isdigit():
        return Fraction(written)
    return read_quantity(written).reference()
