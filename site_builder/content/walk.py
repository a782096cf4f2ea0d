"""Walks through a record: every part of it with its place, what is internal left out."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from operator import attrgetter
from typing import cast, get_args, get_origin

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


def texts_called(record: BaseModel, names: AbstractSet[str]) -> Sequence[tuple[Loc, Text]]:
    """Return those of `texts` whose fields have one of the names, and look nowhere else."""
    found: list[tuple[Loc, Text]] = []
    _collect_called(record, names, (), found)
    return found


def _collect(value: object, loc: Loc, found: list[Part]) -> None:
    # A thousand briefs have a million parts: the commonest kinds first, without a further call.
    kind: type = type(value)
    if kind is str:
        found.append((loc, value))
    elif kind is Text:
        text = cast("Text", value)
        found += [(loc, text), ((*loc, "zh"), text.zh), ((*loc, "en"), text.en)]
    elif kind is tuple:
        for index, part in enumerate(cast("tuple[object, ...]", value)):
            _collect(part, (*loc, index), found)
    elif (fields := _fields(kind)) is not None:
        found.append((loc, value))
        for name, get in fields:
            part = get(value)
            if part is None:
                continue
            if type(part) is str:
                found.append(((*loc, name), part))
            else:
                _collect(part, (*loc, name), found)


def _collect_called(
    value: object, names: AbstractSet[str], loc: Loc, found: list[tuple[Loc, Text]]
) -> None:
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            _collect_called(part, names, (*loc, index), found)
    elif isinstance(value, Text):
        found.append((loc, value))
    else:
        kind: type = type(value)
        for name, get in _fields_with(kind, names):
            part = get(value)
            if part is not None:
                _collect_called(part, names, (*loc, name), found)


@cache
def _fields(kind: type) -> Sequence[tuple[str, Callable[[object], object]]] | None:
    """Return the fields of a model, none of a plain value; None for what is held back."""
    if not issubclass(kind, BaseModel):
        return ()
    if issubclass(kind, _HELD_BACK):
        return None
    return [(name, attrgetter(name)) for name in kind.model_fields]


@cache
def _fields_with(
    kind: type, names: AbstractSet[str]
) -> Sequence[tuple[str, Callable[[object], object]]]:
    """Return the fields of a model in which, at whatever depth, a text of these names stands."""
    if not issubclass(kind, BaseModel):
        return ()
    types = {name: field.annotation for name, field in kind.model_fields.items()}
    return [
        (name, get)
        for name, get in _fields(kind) or ()
        if _may_hold(types[name], names, called=name in names)
    ]


def _may_hold(annotation: object, names: AbstractSet[str], *, called: bool) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return called if issubclass(annotation, Text) else bool(_fields_with(annotation, names))
    is_list = get_origin(annotation) is tuple
    return any(
        _may_hold(part, names, called=called and not is_list) for part in get_args(annotation)
    )
