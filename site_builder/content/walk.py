"""Walks through a record: every part of it with its place, what is internal left out."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import get_args

from pydantic import BaseModel

from site_builder.content.catalog import AnyEntry
from site_builder.content.model import Internal, Review, Text
from site_builder.content.settings import CheckSettings
from site_builder.content.source import Loc

Part = tuple[Loc, object]

_HELD_BACK = (Internal, Review, CheckSettings)


def walk(record: BaseModel) -> Sequence[Part]:
    """Return every part of a record that readers may see, with its way, outer before inner.

    Parts are models, texts and plain values; a `Text` is given whole and then, as with any
    model, language by language.
    """
    found: list[Part] = []
    _collect(record, (), found)
    return found


@lru_cache(maxsize=1)
def parts_of(entry: AnyEntry) -> Sequence[Part]:
    """Return what `walk` finds in a record: once for all checks of it, one after the other."""
    return walk(entry.record)


@lru_cache(maxsize=1)
def texts(entry: AnyEntry) -> Sequence[tuple[Loc, Text]]:
    """Return every text in two languages that readers may see, with its way."""
    return [(loc, value) for loc, value in parts_of(entry) if isinstance(value, Text)]


def texts_in(record: BaseModel) -> Sequence[tuple[Loc, Text]]:
    """Return what `texts` yields, and go only where texts may be: for a look at many records."""
    found: list[tuple[Loc, Text]] = []
    _collect_texts(record, (), found)
    return found


def _collect(value: object, loc: Loc, found: list[Part]) -> None:
    # A thousand briefs have a million parts: lists, and models by what `_fields` knows of them.
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            _collect(part, (*loc, index), found)
        return
    kind: type = type(value)
    fields = _fields(kind)
    if fields is None:
        return
    found.append((loc, value))
    for name, get in fields:
        part = get(value)
        if part is not None:
            _collect(part, (*loc, name), found)


def _collect_texts(value: object, loc: Loc, found: list[tuple[Loc, Text]]) -> None:
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            _collect_texts(part, (*loc, index), found)
    elif isinstance(value, Text):
        found.append((loc, value))
    elif isinstance(value, BaseModel):
        for name, get in _fields_with_texts(type(value)):
            part = get(value)
            if part is not None:
                _collect_texts(part, (*loc, name), found)


@cache
def _fields(kind: type) -> Sequence[tuple[str, Callable[[object], object]]] | None:
    """Return the fields of a model, none of a plain value; None for what is held back."""
    if not issubclass(kind, BaseModel):
        return ()
    if issubclass(kind, _HELD_BACK):
        return None
    return [(name, attrgetter(name)) for name in kind.model_fields]


@cache
def _fields_with_texts(kind: type[BaseModel]) -> Sequence[tuple[str, Callable[[object], object]]]:
    """Return the fields of a model in which, at whatever depth, a text may stand."""
    types = {name: field.annotation for name, field in kind.model_fields.items()}
    return [(name, get) for name, get in _fields(kind) or () if _may_hold_texts(types[name])]


def _may_hold_texts(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return issubclass(annotation, Text) or bool(_fields_with_texts(annotation))
    return any(_may_hold_texts(part) for part in get_args(annotation))
