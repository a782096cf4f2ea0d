"""What pydantic finds, said as our own findings: at a place, with a remedy."""

import difflib
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_builder.content.choice_words import hint
from site_builder.content.field_sentences import about
from site_builder.content.model import Text
from site_builder.content.source import Loc, Source
from site_builder.content.worked_remedies import degrees_at, list_of, worked
from site_builder.diagnostics import NOTHING, Diagnostic, Rule, Words, both

_RULES = {rule.code: rule for rule in Rule}
_LANGUAGES = {"zh": Words("中文", "Chinese"), "en": Words("英文", "English")}
_EXPECTED = {
    "slug": Words("合格的编号", "a slug of lower-case letters, digits and hyphens"),
    "phone": Words("电话号码", "a telephone number"),
    "e-mail": Words("邮箱地址", "an e-mail address"),
    "map-number": Words("审图号", "the number of a map's approval"),
    "url": Words("网址", "a web address"),
    "month": Words("年份或年-月", "a year or a year and month"),
    "classification": Words("国民经济行业代码（GB/T 4754）", "a class of GB/T 4754"),
    "picture": Words("图片文件名", "the name of a picture file"),
    "map-key": Words("天地图密钥", "a key of Tianditu: letters and digits"),
    "profile": Words("特性文件名（.icc 或 .icm）", "the name of an ICC profile (.icc or .icm)"),
    "geojson": Words(" GeoJSON 文件名", "the name of a GeoJSON file"),
    "yes-no": Words("“yes”或“no”", "yes or no"),
    "year": Words("年份", "a year"),
    "number": Words("数字", "a number"),
    "whole": Words("整数", "a whole number"),
}
_FARTHER = 0.15
"""By how much a second name may be less like a misspelt one, and still be offered."""
_SHAPES = {
    "model_type": Words("带字段的一组内容", "a group of `key: value` pairs"),
    "dict_type": Words("“名称: 值”的一组内容", "`name: value` pairs"),
    "mapping_type": Words("“名称: 值”的一组内容", "`name: value` pairs"),
    "tuple_type": Words("列表", "a list"),
    "string_type": Words("一行文字", "a line of text"),
    "enum": Words("一个值", "a single value"),
    "wrong-shape": Words("一个值", "a single value"),
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


def suggest(word: str, known: Iterable[str], *, zh: str, en: str) -> Words:
    """Say which known names come close to `word`, or list them all.

    `zh` and `en` introduce the full list.
    """
    names = sorted(known)
    close = _nearest(word, names)
    if close:
        return Words(f"是否应为 {'、'.join(close)}？", f"did you mean {' or '.join(close)}?")
    listed = names[:12]
    more = len(names) - len(listed)
    return Words(
        f"{zh}：{'、'.join(listed) or '（无）'}{f' 等 {len(names)} 项' if more else ''}",
        f"{en}: {', '.join(listed) or '(none)'}{f' and {more} more' if more else ''}",
    )


def _nearest(word: str, names: Sequence[str]) -> list[str]:
    """Return the names, two at most, that are about equally close to a word."""
    # The same signs in another order, jh-30 for jh-03, are nearer than difflib thinks.
    if turned := [name for name in names if sorted(name) == sorted(word)]:
        return turned[:2]
    close = difflib.get_close_matches(word, names, n=2, cutoff=0.6)
    likeness = {name: difflib.SequenceMatcher(a=word, b=name).ratio() for name in close}
    least = max(likeness.values(), default=1) - _FARTHER
    return sorted(name for name in close if likeness[name] > least)


def _diagnose_one(detail: ErrorDetails, model: type[BaseModel], source: Source) -> Diagnostic:
    loc: Loc = tuple(detail["loc"])
    on_key = bool(loc) and loc[-1] == "[key]"
    if on_key:
        loc = loc[:-1]
    kind = detail["type"]
    if kind in _SHAPES and not (kind == "enum" and isinstance(detail["input"], str)):
        return _wrong_shape(loc, detail, model, source)
    if kind in _RULES:
        facts: dict[str, typing.Any] = {
            name: str(fact) for name, fact in detail.get("ctx", {}).items()
        }
        facts |= both(hint=worked(kind, loc, facts))
        facts |= both(expected=_EXPECTED.get(facts.get("expected", ""), NOTHING))
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
        return source.diagnostic(
            Rule.UNKNOWN_FIELD, loc, on_key=True, key=loc[-1], **both(hint=hint)
        )
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
        **both(hint=degrees_at(loc) or Words(f"如 {limit}", f"write for example {limit}")),
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
        facts = both(language=_LANGUAGES[name])
        return source.diagnostic(Rule.MISSING_LANGUAGE, loc, language=name, **facts)
    told = _with_choices(about(parent, name), _members_of(parent, name))
    return source.diagnostic(Rule.MISSING_FIELD, loc, key=name, **both(about=told))


def _with_choices(sentence: Words, members: Sequence[StrEnum]) -> Words:
    """Return what a field is for, and what may stand there unless the sentence says it."""
    choices = hint("", members)
    zh, en = (all(member in said for member in members) for said in (sentence.zh, sentence.en))
    return Words(
        sentence.zh if zh else f"{sentence.zh}{choices.zh}",
        sentence.en if en else f"{sentence.en} {choices.en[:1].upper()}{choices.en[1:]}",
    )


def _members_of(parent: type[BaseModel] | None, name: str) -> Sequence[StrEnum]:
    """Return the choices that a field has; none for most fields."""
    field = parent.model_fields.get(name) if parent is not None else None
    return [
        member
        for choice in (_inside(field.annotation) if field is not None else ())
        if isinstance(choice, type) and issubclass(choice, StrEnum)
        for member in choice
    ]


def _bad_choice(
    loc: Loc, detail: ErrorDetails, model: type[BaseModel], source: Source
) -> Diagnostic:
    parts = [part for part in loc if part != "[key]"]
    parent = model_at(model, tuple(parts[:-1] if not isinstance(parts[-1], int) else parts[:-2]))
    name = str(parts[-1] if not isinstance(parts[-1], int) else parts[-2])
    value = str(detail["input"])
    choices = hint(value, _members_of(parent, name))
    return source.diagnostic(Rule.BAD_CHOICE, loc, value=value or "“”", **both(hint=choices))


def _wrong_shape(
    loc: Loc, detail: ErrorDetails, model: type[BaseModel], source: Source
) -> Diagnostic:
    expected = _SHAPES[detail["type"]]
    found = {"str": Words("一行文字", "a line of text"), "list": Words("列表", "a list")}.get(
        type(detail["input"]).__name__, Words("带字段的一组内容", "a group of `key: value` pairs")
    )
    there = model_at(model, loc)
    hint = Words("参照 zhaoshang new 给出的样例", "see the skeleton `zhaoshang new` writes")
    if there is not None and issubclass(there, Text):
        hint = Words("{zh: …, en: …}", "{zh: …, en: …}")
    elif there is not None and detail["type"] == "model_type":
        fields = ", ".join(f"{name}: …" for name in _wanted(there))
        hint = Words(f"写成 {{{fields}}}", f"write {{{fields}}}")
    elif isinstance(detail["input"], list):
        hint = Words("只写一项，不用方括号和“- ”", "write one value, without brackets or `- `")
    elif detail["type"] == "tuple_type":
        hint = Words("每项前加“- ”，或写成 [一, 二]", "put `- ` before each item, or [a, b]")
        if listed := list_of(str(detail["input"])):
            hint = Words(f"写成 {listed}", f"write {listed}")
    return source.diagnostic(
        Rule.WRONG_SHAPE, loc, **both(expected=expected, found=found, hint=hint)
    )


def _wanted(model: type[BaseModel]) -> Sequence[str]:
    """Return the fields that a group must have; all it may have, if it need have none."""
    fields = model.model_fields
    return [name for name, field in fields.items() if field.is_required()] or list(fields)


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
