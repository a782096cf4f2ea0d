"""The file that `zhaoshang new` writes: every field of a record, each under its sentence.

Required fields stand with a value that the reader accepts. Optional ones are commented
out, one `#` for each level of choice: a field is used by removing that `#`.
"""

import textwrap
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import PureWindowsPath
from types import NoneType

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from site_builder.content.field_sentences import sentence_of
from site_builder.content.ground.written import Boundary, Corner, Corners, Plan
from site_builder.content.json_schema import MODELS, examples_in, record_path
from site_builder.content.measures import Measure
from site_builder.content.model import Datum, Prose, ReviewStatus, Text
from site_builder.content.scalars import Slug

_TO_WRITE = {"zh": "待填写", "en": "To be written"}
_DEPTH = 3
"""How far down optional fields are shown; required ones are shown however deep."""
_ONE_LINE = 88
"""A list of choices that is longer goes over several lines."""
# What a scalar field may hold; the first that its own type accepts is written.
_STAND_INS = (_TO_WRITE["zh"], "to-be-written")
PLACEHOLDERS = (*_TO_WRITE.values(), _STAND_INS[1])
"""What an author must have replaced before a record is approved."""
_LAST_RESORTS = (
    "no",
    "1",
    "30",
    "100",
    "C2613",
    "https://www.county.example/",
    "office@county.example",
)

_LAND_SURVEY = Datum.CGCS2000.value
_EXAMPLES: Mapping[tuple[type[BaseModel], str], str] = {
    (Boundary, "system"): _LAND_SURVEY,
    (Corners, "system"): _LAND_SURVEY,
    (Corners, "meridian"): "108",
    (Plan, "system"): _LAND_SURVEY,
    (Plan, "meridian"): "108",
}
"""What stands in a field where the first value that its type accepts would mislead."""
_USED_TOGETHER: Mapping[type[BaseModel], frozenset[str]] = {Corners: frozenset({"meridian"})}
"""Optional fields that stand beside the required ones: the examples there need them."""
_ROWS: Mapping[type[BaseModel], Sequence[str]] = {
    Corner: (
        "{point: J1, x: 3105500.000, y: 560000.000}",
        "{point: J2, x: 3105700.000, y: 560000.000}",
        "{point: J3, x: 3105700.000, y: 560400.000}",
        "{point: J4, x: 3105500.000, y: 560400.000}",
    )
}
"""What is written as a table, one row a line: here a plot of 200 by 400 metres."""

UNVERIFIED = "# 待核实"
"""What follows a value that stands there as an example, until an author has verified it."""

_NOTE = """\
# 写法：必填项已列出，把“待填写”换成内容。选填项每行以 # 开头，去掉这一整块行首的 # 即可启用。
# 行末有“# 待核实”的是示例值：改成实际值，核实后删去这一标记；标记还在的不能审定。
# Required fields stand below: replace 待填写 and “To be written”. Optional fields begin
# with #: to use one, remove that sign from each line of it. Values marked with 待核实 at
# the end of the line are examples: write the real ones, verify them, then delete the mark.
"""


def skeleton(kind: str, today: date) -> str:
    """Return the text of a new file of that kind: a draft that can be read at once."""
    up = "../" * (len(record_path(kind, "x").parts) - 1)
    modeline = f"# yaml-language-server: $schema={up}.zhaoshang/schema/{kind}.schema.json\n"
    blocks = ["\n".join(lines) for lines in _Outline(today).fields(MODELS[kind], 1)]
    return modeline + _NOTE + "\n" + "\n\n".join(blocks) + "\n"


def is_slug(name: str) -> bool:
    """Whether a file of that name could be read: a web address, and no device of Windows."""
    try:
        TypeAdapter(Slug).validate_python(name)
    except ValidationError:
        return False
    return not PureWindowsPath(name).is_reserved()


class _Outline:
    """Writes models as YAML, field by field."""

    def __init__(self, today: date) -> None:
        self._today = today

    def fields(self, model: type[BaseModel], depth: int) -> Iterator[list[str]]:
        """Yield the lines of each field: its sentence, its choices, its value."""
        types = typing.get_type_hints(model, include_extras=True)
        fields = model.model_fields
        shown = {name for name, field in fields.items() if field.is_required()}
        # A group of optional fields alone would be empty, and YAML has no empty group.
        shown = (shown or set(list(fields)[:1])) | _USED_TOGETHER.get(model, frozenset())
        for name in fields:
            if name not in shown and depth > _DEPTH:
                continue
            sentence, entry = self._parts(model, name, types[name], depth)
            sign = "" if name in shown else "#"
            yield [*sentence, *(f"{sign}{line}" for line in entry)]

    def _parts(
        self, model: type[BaseModel], name: str, type_: object, depth: int
    ) -> tuple[list[str], list[str]]:
        sentence = sentence_of(model, name)
        comment = [f"# {sentence}", *_choices(type_)]
        value = _EXAMPLES.get((model, name)) or self._value(type_, sentence, depth)
        if isinstance(value, str):
            mark = f"  {UNVERIFIED}" if _is_invented(name, type_, value) else ""
            return comment, [f"{name}: {value}{mark}"]
        return comment, [f"{name}:", *_indented(value)]

    def _value(self, type_: object, sentence: str, depth: int) -> str | list[str]:
        """Return a value that the reader accepts: on the key's line, or on lines below it."""
        inner = _without_none(type_)
        plain = typing.get_args(inner)[0] if _is_annotated(inner) else inner
        origin, arguments = typing.get_origin(plain), typing.get_args(plain)
        if origin is tuple:
            return self._list(arguments[0], _least(inner), sentence, depth)
        if origin is not None and issubclass(origin, Mapping):
            years = range(self._today.year, self._today.year + _least(inner))
            value = self._scalar(arguments[1], "")
            return f"{{{', '.join(f'{year}: {value}' for year in years)}}}"
        if isinstance(plain, type) and issubclass(plain, BaseModel):
            return self._model(plain, depth)
        return self._scalar(inner, sentence)

    def _model(self, model: type[BaseModel], depth: int) -> str | list[str]:
        if issubclass(model, Prose):
            return [
                line for name, text in _TO_WRITE.items() for line in (f"{name}: |", f"  {text}")
            ]
        if issubclass(model, Text):
            return f"{{{', '.join(f'{name}: {text}' for name, text in _TO_WRITE.items())}}}"
        return [line for field in self.fields(model, depth + 1) for line in field]

    def _list(self, item: object, least: int, sentence: str, depth: int) -> str | list[str]:
        if isinstance(item, type) and item in _ROWS:
            return _table(item)
        value = self._value(item, sentence, depth)
        if isinstance(value, list):
            return [line for _ in range(least) for line in _bulleted(value)]
        if value.startswith("{"):
            return [f"- {value}"] * least
        return f"[{', '.join([value] * least)}]"

    def _scalar(self, type_: object, sentence: str) -> str:
        """Return the first of many plausible values that the field's own type accepts."""
        adapter: TypeAdapter[object] = TypeAdapter(typing.cast("typing.Any", type_))
        for value in self._candidates(type_, sentence):
            try:
                adapter.validate_python(value)
            except ValidationError:
                continue
            return value
        raise LookupError(f"no placeholder fits {type_}")

    def _candidates(self, type_: object, sentence: str) -> Iterator[str]:
        for part in _inside(type_):
            if part is ReviewStatus:
                yield ReviewStatus.DRAFT
            if isinstance(part, type) and issubclass(part, StrEnum):
                yield from part
        yield from _STAND_INS
        yield from examples_in(sentence)
        yield from (part.example for part in _inside(type_) if isinstance(part, Measure))
        yield from _LAST_RESORTS
        yield from (str(self._today.year), self._today.isoformat())


def _is_invented(name: str, type_: object, value: str) -> bool:
    """Whether a value looks real and is not: no stand-in, not today's date, not the draft."""
    if name == "updated" or ReviewStatus in _inside(type_):
        return False
    return not any(text in value for text in PLACEHOLDERS)


def _choices(type_: object) -> list[str]:
    """Return the comment that lists what a field with choices may hold."""
    members = [
        str(member)
        for part in _inside(type_)
        if isinstance(part, type) and issubclass(part, StrEnum)
        for member in part
    ]
    listed = f"可选 One of: {' | '.join(members)}"
    # One space after the sign: two would mean a field that is commented out.
    return (
        [f"# {line}" for line in textwrap.wrap(listed, _ONE_LINE, break_on_hyphens=False)]
        if members
        else []
    )


def _table(model: type[BaseModel]) -> list[str]:
    """Return rows under what each of their columns is for."""
    columns = [f"# {name}: {sentence_of(model, name)}" for name in model.model_fields]
    return [*columns, *(f"- {row}  {UNVERIFIED}" for row in _ROWS[model])]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _bulleted(lines: list[str]) -> list[str]:
    return [f"- {lines[0]}", *_indented(lines[1:])]


def _without_none(type_: object) -> object:
    """Return what an optional field holds when it is there."""
    arguments = typing.get_args(type_)
    if NoneType not in arguments:
        return type_
    return next(argument for argument in arguments if argument is not NoneType)


def _is_annotated(type_: object) -> bool:
    return typing.get_origin(type_) is typing.Annotated


def _least(type_: object) -> int:
    """Return how many items a list must hold, one at least: an empty one shows nothing."""
    bounds = [
        getattr(bound, "min_length", 1)
        for part in _inside(type_)
        if isinstance(part, FieldInfo)
        for bound in part.metadata
    ]
    return max([1, *bounds])


def _inside(type_: object) -> Iterator[object]:
    """Yield a type, and everything named in it, however deep."""
    yield type_
    for argument in typing.get_args(type_):
        yield from _inside(argument)
