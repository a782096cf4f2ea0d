"""Every field of every kind of file, group by group, read off the models."""

import typing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.content.field_sentences import about, sentence_of
from site_builder.content.json_schema import MODELS, examples_in
from site_builder.content.limit_range import range_of
from site_builder.content.model import Text
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.writing import as_written
from site_builder.reference.choices import all_models, models_in, named_in
from site_builder.reference.field_types import example_of


@dataclass(frozen=True)
class Field:
    """A field as an author meets it."""

    name: str
    hint: object
    """Its type, with annotations."""
    required: bool
    sentence: dict[str, str]
    """What it is for, by language."""
    examples: tuple[str, ...]
    default: str
    """What holds if the field is left out, as an author writes it; empty if nothing does."""
    range: tuple[str, str] | None = None
    """The ends between which a limit makes sense, as an author writes them."""

    @property
    def choices(self) -> tuple[StrEnum, ...]:
        """What it may hold, where it is a choice."""
        return tuple(
            member
            for part in named_in(self.hint)
            if isinstance(part, type) and issubclass(part, StrEnum)
            for member in part
        )


@dataclass(frozen=True)
class Group:
    """Fields that stand together: a kind of file, or a part of one."""

    model: type[BaseModel]
    names: tuple[str, ...]
    """The fields that hold it; a kind of file has none."""
    title: dict[str, str]
    """The sentence of the first of them, by language."""
    fields: tuple[Field, ...]


@cache
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields of a group in the order in which a skeleton has them."""
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(
        Field(
            name,
            hints[name],
            info.is_required(),
            about(model, name)._asdict(),
            _examples(sentence_of(model, name), hints[name]),
            _default(info),
            _range(info),
        )
        for name, info in model.model_fields.items()
    )


@cache
def groups_of(kind: str) -> tuple[Group, ...]:
    """Return the groups that only this kind of file has: first the file itself, then its parts."""
    own = (model for model in _inside(MODELS[kind]) if _kinds_with(model) == {kind})
    return (Group(MODELS[kind], (), {}, fields_of(MODELS[kind])), *map(_group, own))


@cache
def shared_groups() -> tuple[Group, ...]:
    """Return the groups that several kinds of files have."""
    return tuple(
        _group(model)
        for model in all_models()
        if not issubclass(model, Text) and len(_kinds_with(model)) > 1
    )


@cache
def name_of(model: type[BaseModel]) -> str:
    """Return the field by which a group is known: the first that holds it."""
    return _holders(model)[0].name


def _group(model: type[BaseModel]) -> Group:
    holders = _holders(model)
    names = tuple(dict.fromkeys(field.name for field in holders))
    return Group(model, names, holders[0].sentence, fields_of(model))


def _holders(model: type[BaseModel]) -> list[Field]:
    return [
        field
        for holder in all_models()
        for field in fields_of(holder)
        if model in named_in(field.hint)
    ]


@cache
def _inside(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return the groups in a group, each before its own parts; texts are no groups."""
    found: dict[type[BaseModel], None] = {}
    for part in models_in(model):
        if not issubclass(part, Text):
            found |= dict.fromkeys((part, *_inside(part)))
    return tuple(found)


def _kinds_with(model: type[BaseModel]) -> set[str]:
    return {kind for kind, record in MODELS.items() if model in _inside(record)}


def _default(info: FieldInfo) -> str:
    value = None if info.is_required() else info.get_default(call_default_factory=True)
    if isinstance(value, Quantity):
        return as_written(value)
    return str(value) if isinstance(value, StrEnum) else ""


def _range(info: FieldInfo) -> tuple[str, str] | None:
    limit = range_of(info)
    return (limit.least, limit.most) if limit is not None else None


def _examples(sentence: str, hint: object) -> tuple[str, ...]:
    if examples := examples_in(sentence):
        return tuple(examples)
    return (example,) if (example := example_of(hint)) else ()
