"""What is too old to be shown is taken out of public values: figures, and policies that are over.

A list loses the figures that are too old, an optional figure becomes absent; so nothing
behind the gate can show them.
"""

import typing
from collections.abc import Collection, Iterator
from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from site_builder.content.dated import grows_old, year_of
from site_builder.content.industry import Segment
from site_builder.publish.public import PublicIndustry, PublicPark, PublicProject

RecordT = TypeVar("RecordT", bound=BaseModel)
NamingT = TypeVar("NamingT", PublicProject, PublicPark, Segment)


def without_old_figures(record: RecordT, last_year: int) -> RecordT:
    """Return a record without the figures of `last_year` and of the years before it."""
    update = {}
    for name in _ways_to_figures(type(record)):
        value = getattr(record, name)
        kept = _kept(value, last_year)
        if kept is not value:
            update[name] = kept
    return record.model_copy(update=update) if update else record


def naming_only(record: NamingT, policies: Collection[str]) -> NamingT:
    """Return a record that names none but these policies."""
    kept = tuple(slug for slug in record.policies if slug in policies)
    return record if kept == record.policies else record.model_copy(update={"policies": kept})


def segments_naming_only(industry: PublicIndustry, policies: Collection[str]) -> PublicIndustry:
    """Return an industry whose segments name none but these policies."""
    segments = tuple(naming_only(segment, policies) for segment in industry.segments)
    return industry.model_copy(update={"segments": segments})


def _kept(value: object, last_year: int) -> object:
    """Return what remains of a value: itself, if nothing in it is too old."""
    if isinstance(value, tuple):
        items = tuple(kept for item in value if (kept := _kept(item, last_year)) is not None)
        same = len(items) == len(value) and all(a is b for a, b in zip(items, value, strict=True))
        return value if same else items
    if not isinstance(value, BaseModel):
        return value
    year = year_of(value)
    return without_old_figures(value, last_year) if year is None or year > last_year else None


@cache
def _ways_to_figures(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a model that may lead to something that grows old."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if any(grows_old(part) or _ways_to_figures(part) for part in _models_in(field.annotation))
    )


def _models_in(type_: object) -> Iterator[type[BaseModel]]:
    """Yield the models that a type names, however deep."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        yield type_
    for argument in typing.get_args(type_):
        yield from _models_in(argument)
