"""What pydantic finds, said as our own findings: at a place, with a remedy."""

import difflib
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypedDict

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from site_builder.content.model import Text
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule

_RULES = {rule.code: rule for rule in Rule}
_LANGUAGES = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
_EXPECTED = {
    "slug": ("合格的编号", "a slug of lower-case letters, digits and hyphens"),
    "phone": ("电话号码", "a telephone number"),
    "e-mail": ("邮箱地址", "an e-mail address"),
    "map-number": ("审图号", "the number of a map's approval"),
    "url": ("网址", "a web address"),
    "month": ("年份或年-月", "a year or a year and month"),
    "classification": ("国民经济行业代码（GB/T 4754）", "a class of GB/T 4754"),
    "picture": ("图片文件名", "the name of a picture file"),
    "yes-no": ("“yes”或“no”", "yes or no"),
    "year": ("年份", "a year"),
    "number": ("数字", "a number"),
    "whole": ("整数", "a whole number"),
}
_SHAPES = {
    "model_type": ("带字段的一组内容", "a group of `key: value` pairs"),
    "dict_type": ("“名称: 值”的一组内容", "`name: value` pairs"),
    "mapping_type": ("“名称: 值”的一组内容", "`name: value` pairs"),
    "tuple_type": ("列表", "a list"),
    "string_type": ("一行文字", "a line of text"),
    "enum": ("一个值", "a single value"),
    "wrong-shape": ("一个值", "a single value"),
}


def diagnose(error: ValidationError, model: type[BaseModel], source: Source) -> list[Diagnostic]:
    """Return one finding for each thing that pydantic found wrong in a record."""
    details = [d for d in error.errors(include_url=False) if not _is_consequence(d)]
    unknown = [d["loc"] for d in details if d["type"] == "extra_forbidden"]
    missing = [d["loc"] for d in details if d["type"] == "missing"]
    meant = {meant for loc in unknown for meant in _meant(loc, missing, model)}
    return [
        _diagnose_one(detail, model, source)
        for detail in details
        if detail["type"] != "missing" or detail["loc"] not in meant
    ]


def _is_consequence(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because of what is wrong in its entries."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _meant(unknown: Loc, missing: Sequence[Loc], model: type[BaseModel]) -> Sequence[Loc]:
    """Return the missing field that a misspelt one stands for: that is one mistake, not two."""
    beside = {str(loc[-1]): loc for loc in missing if loc[:-1] == unknown[:-1]}
    parent = model_at(model, unknown[:-1])
    close = difflib.get_close_matches(str(unknown[-1]), beside, n=1)
    if not close and parent is not None and issubclass(parent, Text):
        close = list(beside)[:1]
    return [beside[name] for name in close]


class Hint(TypedDict):
    """The facts of a remedy that is worded for the case."""

    hint_zh: str
    hint_en: str


def about(field: FieldInfo | None) -> dict[str, str]:
    """Return what a field is for, from the sentence under it: `about_zh` and `about_en`."""
    zh, stop, en = ((field.description if field is not None else "") or "").rpartition("。")
    return {"about_zh": zh + stop, "about_en": en.strip()}


def suggest(word: str, known: Iterable[str], *, zh: str, en: str) -> Hint:
    """Say which known names come close to `word`, or list them all.

    Returns the facts `hint_zh` and `hint_en`; `zh` and `en` introduce the full list.
    """
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=2, cutoff=0.6)
    if close:
        return {
            "hint_zh": f"是否应为 {'、'.join(close)}？",
            "hint_en": f"did you mean {' or '.join(close)}?",
        }
    listed = names[:12]
    more = len(names) - len(listed)
    return {
        "hint_zh": f"{zh}：{'、'.join(listed) or '（无）'}{f' 等 {len(names)} 项' if more else ''}",
        "hint_en": f"{en}: {', '.join(listed) or '(none)'}{f' and {more} more' if more else ''}",
    }


def _diagnose_one(detail: ErrorDetails, model: type[BaseModel], source: Source) -> Diagnostic:
    loc: Loc = tuple(detail["loc"])
    on_key = bool(loc) and loc[-1] == "[key]"
    if on_key:
        loc = loc[:-1]
    kind = detail["type"]
    if kind in _SHAPES and not (kind == "enum" and isinstance(detail["input"], str)):
        return _wrong_shape(loc, detail, model, source)
    if kind in _RULES:
        facts = {name: str(fact) for name, fact in detail.get("ctx", {}).items()}
        words = _EXPECTED.get(facts.get("expected", ""), ("", ""))
        facts |= {"expected_zh": words[0], "expected_en": words[1]}
        part = facts.get("found", "")
        return source.diagnostic(_RULES[kind], loc, on_key=on_key, part=part, **facts)
    return _diagnose_structure(loc, detail, model, source)


def _diagnose_structure(
    loc: Loc, detail: ErrorDetails, model: type[BaseModel], source: Source
) -> Diagnostic:
    kind = detail["type"]
    if kind == "missing":
        return _missing(loc, model, source)
    if kind == "extra_forbidden":
        fields = model_at(model, loc[:-1])
        hint = suggest(str(loc[-1]), _names(fields), zh="可用字段", en="the fields here are")
        return source.diagnostic(Rule.UNKNOWN_FIELD, loc, on_key=True, key=loc[-1], **hint)
    if kind == "enum":
        return _bad_choice(loc, detail, model, source)
    if kind == "too_short":
        return _too_few(loc, detail, source)
    # What is left are the limits of a number; pydantic names the limit that was passed.
    limit = next(iter(detail.get("ctx", {}).values()), "")
    zh, en = ("以上", "at least") if kind.startswith("greater") else ("以内", "at most")
    return source.diagnostic(
        Rule.BAD_NUMBER,
        loc,
        value=detail["input"],
        expected_zh=f" {limit} {zh}的数",
        expected_en=f"a number of {en} {limit}",
        example=limit,
    )


def _too_few(loc: Loc, detail: ErrorDetails, source: Source) -> Diagnostic:
    least, found = detail["ctx"]["min_length"], len(detail["input"])
    if not found:
        return source.diagnostic(Rule.EMPTY_VALUE, loc, on_key=True)
    return source.diagnostic(
        Rule.WRONG_SHAPE,
        loc,
        on_key=True,
        expected_zh=f"至少 {least} 项",
        expected_en=f"at least {least} entries",
        found_zh=f" {found} 项",
        found_en=str(found),
        hint_zh=f"补足 {least} 项",
        hint_en=f"add entries until there are {least}",
    )


def _missing(loc: Loc, model: type[BaseModel], source: Source) -> Diagnostic:
    parent, name = model_at(model, loc[:-1]), str(loc[-1])
    if parent is not None and issubclass(parent, Text) and name in _LANGUAGES:
        zh, en = _LANGUAGES[name]
        return source.diagnostic(
            Rule.MISSING_LANGUAGE,
            loc,
            language=name,
            language_zh=zh,
            language_en=en,
        )
    field = parent.model_fields.get(name) if parent is not None else None
    return source.diagnostic(Rule.MISSING_FIELD, loc, on_key=False, key=name, **about(field))


def _bad_choice(
    loc: Loc, detail: ErrorDetails, model: type[BaseModel], source: Source
) -> Diagnostic:
    parts = [part for part in loc if part != "[key]"]
    parent = model_at(model, tuple(parts[:-1] if not isinstance(parts[-1], int) else parts[:-2]))
    name = str(parts[-1] if not isinstance(parts[-1], int) else parts[-2])
    field = parent.model_fields.get(name) if parent is not None else None
    known = [
        member.value
        for choice in (_inside(field.annotation) if field is not None else ())
        if isinstance(choice, type) and issubclass(choice, StrEnum)
        for member in choice
    ]
    value = str(detail["input"])
    hint = suggest(value, known, zh="可选值", en="one of")
    return source.diagnostic(Rule.BAD_CHOICE, loc, value=value or "“”", **hint)


def _wrong_shape(
    loc: Loc, detail: ErrorDetails, model: type[BaseModel], source: Source
) -> Diagnostic:
    expected = _SHAPES[detail["type"]]
    found = {"str": ("一行文字", "a line of text"), "list": ("列表", "a list")}.get(
        type(detail["input"]).__name__, ("带字段的一组内容", "a group of `key: value` pairs")
    )
    there = model_at(model, loc)
    hint_zh, hint_en = "参照 zhaoshang new 给出的样例", "see the skeleton `zhaoshang new` writes"
    if there is not None and issubclass(there, Text):
        hint_zh = hint_en = "{zh: …, en: …}"
    elif isinstance(detail["input"], list):
        hint_zh, hint_en = "只写一项，不用方括号和“- ”", "write one value, without brackets or `- `"
    elif detail["type"] == "tuple_type":
        hint_zh, hint_en = "每项前加“- ”，或写成 [一, 二]", "put `- ` before each item, or [a, b]"
    return source.diagnostic(
        Rule.WRONG_SHAPE,
        loc,
        expected_zh=expected[0],
        expected_en=expected[1],
        found_zh=found[0],
        found_en=found[1],
        hint_zh=hint_zh,
        hint_en=hint_en,
    )


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the model that stands at `loc` inside `model`; None if there is none."""
    here: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int):
            continue
        field = here.model_fields.get(part) if here is not None else None
        if field is None:
            return None
        here = next(
            (t for t in _inside(field.annotation) if isinstance(t, type) and _is_model(t)), None
        )
    return here


def _is_model(candidate: type) -> bool:
    return issubclass(candidate, BaseModel)


def _inside(annotation: object) -> Iterator[object]:
    """Yield every type named in an annotation, however deep."""
    yield annotation
    for argument in typing.get_args(annotation):
        yield from _inside(argument)


def _names(model: type[BaseModel] | None) -> Mapping[str, object]:
    return model.model_fields if model is not None else {}
