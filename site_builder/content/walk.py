"""Walks through a record: every part of it with its place, what is internal left out."""

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from site_builder.content.model import Internal, Review, Text
from site_builder.content.settings import CheckSettings
from site_builder.content.source import Loc

PartT = TypeVar("PartT")

_HELD_BACK = (Internal, Review, CheckSettings)


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Yield every part of a record that readers may see, with its way, outer before inner.

    Parts are models, texts and plain values; a `Text` is yielded whole and then, as with any
    model, language by language.
    """
    if isinstance(value, BaseModel):
        if isinstance(value, _HELD_BACK):
            return
        yield loc, value
        for name in _names(type(value)):
            part = getattr(value, name)
            if part is not None:
                yield from walk(part, (*loc, name))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from walk(part, (*loc, index))
    else:
        yield loc, value


def parts(record: BaseModel, kind: type[PartT]) -> Iterator[tuple[Loc, PartT]]:
    """Yield every part of one kind, e.g. each `Contact` of a project, with its way."""
    for loc, value in walk(record):
        if isinstance(value, kind):
            yield loc, value


def texts(record: BaseModel) -> Iterator[tuple[Loc, Text]]:
    """Yield every text in two languages that readers may see, with its way."""
    return parts(record, Text)


@cache
def _names(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(model.model_fields)
