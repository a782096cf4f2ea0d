"""What a field holds, in words: made from its type."""

import inspect
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import NoneType

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from site_builder.cli_words import Phrase, Phrases
from site_builder.content.event import CoverLine, CoverName, CoverPlace, CoverTitle
from site_builder.content.measures import Amount, Measure
from site_builder.content.model import English, Prose, Summary, Tagline, Text
from site_builder.content.scalars import Count, Day, Degrees, Number, Year, YesNo
from site_builder.reference.choices import named_in

Link = Callable[[type[BaseModel]], str]
"""Returns the Markdown that leads to the section of a group of fields."""


class Kind(Phrases):
    """What fields hold."""

    TEXT = Phrase("文字", "text")
    BOTH_LANGUAGES = Phrase("双语文字", "text in both languages")
    TAGLINE = Phrase("双语短句", "short sentence in both languages")
    SUMMARY = Phrase("双语简介", "summary in both languages")
    PROSE = Phrase("双语段落，可用 Markdown", "paragraphs in both languages, in Markdown")
    QUANTITY = Phrase("数量：{units}", "quantity: {units}")
    ANY_QUANTITY = Phrase("数量，单位不限：{units}等", "quantity of any unit: {units} …")
    DAY = Phrase("日期", "date")
    YEAR = Phrase("年份", "year")
    NUMBER = Phrase("数", "number")
    COUNT = Phrase("整数", "whole number")
    YES_NO = Phrase("yes 或 no", "yes or no")
    CHOICE = Phrase("选项", "choice")
    LIST = Phrase("列表：{item}", "list: {item}")
    LIST_OF_AT_LEAST = Phrase("列表，至少 {least} 项：{item}", "list of at least {least}: {item}")
    AT_LEAST = Phrase("{whole}，至少 {least} 项", "{whole}, at least {least}")
    PAIRS = Phrase("“{key}: {value}”的对照", "`{key}: {value}` pairs")
    FROM = Phrase("不小于 {least}", "from {least}")
    TO = Phrase("不大于 {most}", "up to {most}")
    SLUG = Phrase("编号（小写字母、数字和连字符）", "name (lower-case letters, digits and hyphens)")
    PHONE = Phrase("电话号码", "telephone number")
    EMAIL = Phrase("邮箱地址", "e-mail address")
    URL = Phrase("网址", "web address")
    MONTH = Phrase("年份或年-月", "year, or year and month")
    CLASSIFICATION = Phrase("国民经济行业代码（GB/T 4754）", "class of GB/T 4754")
    ENGLISH = Phrase("不含汉字的文字", "text without Chinese characters")
    MAP_NUMBER = Phrase("审图号", "number of a map's approval")
    PROFILE = Phrase("ICC 特性文件名", "name of an ICC profile")
    PICTURE = Phrase("图片文件名", "name of a picture file")
    GEOJSON = Phrase("GeoJSON 文件名", "name of a GeoJSON file")
    MAP_KEY = Phrase("地图服务密钥", "key of a map service")


_ALIASES: tuple[tuple[object, Kind], ...] = (
    (Day, Kind.DAY),
    (Year, Kind.YEAR),
    (Number, Kind.NUMBER),
    (Degrees, Kind.NUMBER),
    (Count, Kind.COUNT),
    (YesNo, Kind.YES_NO),
    (English, Kind.ENGLISH),
    (str, Kind.TEXT),
)
_TEXTS = {
    Text: Kind.BOTH_LANGUAGES,
    Tagline: Kind.TAGLINE,
    Summary: Kind.SUMMARY,
    CoverTitle: Kind.TAGLINE,
    CoverLine: Kind.TAGLINE,
    CoverName: Kind.TAGLINE,
    CoverPlace: Kind.TAGLINE,
    Prose: Kind.PROSE,
}
# The names by which the checks of strings call what they expect.
_FORMS = {
    "slug": Kind.SLUG,
    "phone": Kind.PHONE,
    "e-mail": Kind.EMAIL,
    "url": Kind.URL,
    "month": Kind.MONTH,
    "classification": Kind.CLASSIFICATION,
    "profile": Kind.PROFILE,
    "picture": Kind.PICTURE,
    "map-number": Kind.MAP_NUMBER,
    "geojson": Kind.GEOJSON,
    "map-key": Kind.MAP_KEY,
}


def in_words(hint: object, language: str, link: Link) -> str:
    """Return what a field of this type holds. Raises `LookupError` for a type without words."""
    for alias, kind in _ALIASES:
        if hint == alias:
            return kind(language)
    arguments = typing.get_args(hint)
    if NoneType in arguments:
        return in_words(without_none(hint), language, link)
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        return _annotated(hint, language, link)
    if origin is tuple:
        return Kind.LIST(language, item=in_words(arguments[0], language, link))
    if origin is not None and issubclass(origin, Mapping):
        key, value = (in_words(argument, language, link) for argument in arguments)
        return Kind.PAIRS(language, key=key, value=value)
    return _named(hint, language, link)


def without_none(hint: object) -> object:
    """Return what an optional field holds when it is there."""
    arguments = typing.get_args(hint)
    if NoneType not in arguments:
        return hint
    return next(argument for argument in arguments if argument is not NoneType)


def example_of(hint: object) -> str:
    """Return the example that a type gives of itself; empty if it gives none."""
    for part in named_in(hint):
        if isinstance(part, Measure):
            return part.example
        if isinstance(part, AfterValidator):
            facts = _facts(part)
            # What a record is called depends on the county: an example would mislead.
            if facts.get("expected") not in (None, "slug"):
                return str(facts["example"])
    return ""


def _named(hint: object, language: str, link: Link) -> str:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Kind.CHOICE(language)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _TEXTS[hint](language) if hint in _TEXTS else link(hint)
    raise LookupError(f"no words for the type {hint}; they belong in {__name__}")


def _annotated(hint: object, language: str, link: Link) -> str:
    inner, *notes = typing.get_args(hint)
    for note in notes:
        if isinstance(note, Measure):
            kind = Kind.ANY_QUANTITY if hint == Amount else Kind.QUANTITY
            units = note.units if language == "zh" else note.units.replace("、", ", ")
            return kind(language, units=units)
        if isinstance(note, AfterValidator) and (form := _facts(note).get("expected")):
            return _FORMS[form](language)
        if isinstance(note, FieldInfo) and (limits := _limits(note, language)):
            # A bound was put on an alias, which typing has merged into one.
            bare = next((kind for alias, kind in _ALIASES if _extends(hint, alias)), None)
            words = bare(language) if bare else in_words(inner, language, link)
            return f"{words}{'，' if language == 'zh' else ', '}{limits}"
        least = next((bound.min_length for bound in _bounds(note, "min_length")), 0)
        if least > 1 and typing.get_origin(inner) is tuple:
            item = in_words(typing.get_args(inner)[0], language, link)
            return Kind.LIST_OF_AT_LEAST(language, least=least, item=item)
        if least > 1:
            return Kind.AT_LEAST(language, least=least, whole=in_words(inner, language, link))
    # A note of our own was put on an alias, which typing has merged into one.
    bare = next((kind for alias, kind in _ALIASES if _extends(hint, alias)), None)
    return bare(language) if bare else in_words(inner, language, link)


def _extends(hint: object, alias: object) -> bool:
    """Whether an annotated type is an alias with more notes."""
    ours, theirs = typing.get_args(hint), typing.get_args(alias)
    return bool(theirs) and ours[: len(theirs)] == theirs


def _limits(note: FieldInfo, language: str) -> str:
    said = [
        *(Kind.FROM(language, least=bound.ge) for bound in _bounds(note, "ge")),
        *(Kind.TO(language, most=bound.le) for bound in _bounds(note, "le")),
    ]
    return ("、" if language == "zh" else " ").join(said)


def _bounds(note: object, name: str) -> list[typing.Any]:
    metadata = note.metadata if isinstance(note, FieldInfo) else []
    return [bound for bound in metadata if hasattr(bound, name)]


def _facts(validator: AfterValidator) -> Mapping[str, typing.Any]:
    """Return what a check of a string compares with: it is a closure over that."""
    if not inspect.isfunction(validator.func):
        return {}
    return inspect.getclosurevars(validator.func).nonlocals
