"""What to write instead of a single value, worked out from what was written.

Goes in: the rule, the way to the value and the facts of the finding. Comes out: the remedy.
"""

import re
from calendar import month_name, monthrange
from collections.abc import Callable, Mapping
from decimal import Decimal

from site_builder.content.scalars import SLUG
from site_builder.content.source import Loc
from site_builder.diagnostics import NOTHING, Words

_DATE = re.compile(r"(?P<y>\d{4})(?P<s>[-/.年])(?P<m>\d{1,2})(?:[-/.月](?P<d>\d{1,2})日?)?月?")
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)")
_NUMBER = re.compile(r"(?P<number>-?\d[\d,，]*(?:\.\d+)?)\s*(?P<unit>[^\d\s.,，%％‰:：/-][^\d]*)?")
_SEXAGESIMAL = re.compile(
    r"(?P<degrees>\d{1,3})\s*[°º度]\s*(?P<minutes>[0-5]?\d(?:\.\d+)?)\s*['′’分]"
    r"(?:\s*(?P<seconds>[0-5]?\d(?:\.\d+)?)\s*(?:[\"″”秒]|''|′′)?)?"
)
"""Degrees, minutes and seconds, without the letter of the hemisphere."""
_LANDLINE = (11, 12)
"""Digits of a number within the country, with its area code."""
_DEGREES = {"latitude": "28.0583", "longitude": "109.6215"}
_BETWEEN = re.compile(r"[、，,；;\s]+")
_ANY_SLUG = re.compile(SLUG)
_FOLDERS = {
    "park": "parks",
    "parks": "parks",
    "industry": "industries",
    "industries": "industries",
    "policies": "policies",
    "featured": "projects",
    "projects": "projects",
}
_PARTS = {
    "segments": Words(
        "写产业链文件中该环节的 id", "write the `id` of a segment of the industry, as in its file"
    ),
    "plots": Words("写园区文件中该地块的 id", "write the `id` of a plot, as in the park's file"),
}
_EXAMPLES = {"parks": "jinhe", "industries": "tea", "policies": "standard-land", "projects": "tea"}


def worked(code: str, loc: Loc, facts: Mapping[str, str]) -> Words:
    """Return the remedy of a value that breaks rule `code`; nothing if the rule's own will do."""
    way = _WAYS.get(code)
    return way(loc, facts) if way is not None else NOTHING


def list_of(written: str) -> str:
    """Return a line of names as a list in brackets; empty if they are not plainly names."""
    names = _names(written.strip("［］【】[] "))
    return f"[{', '.join(names)}]" if names else ""


def _names(written: str) -> list[str]:
    names = _BETWEEN.split(written)
    return names if all(_ANY_SLUG.fullmatch(name) for name in names) else []


def _bare_number(_loc: Loc, facts: Mapping[str, str]) -> Words:
    value, units, example = (facts[name] for name in ("value", "units", "example"))
    # A share of 0.45 may be meant for 45% and for 0.45%.
    if "、" not in units and not value.lstrip("-").startswith("0"):
        return Words(f"写成 {value}{units}", f"write {value}{units}")
    return Words(
        f"写明单位，可用 {units}，如 {example}", f"add a unit, one of {units}, e.g. {example}"
    )


def _bad_quantity(_loc: Loc, facts: Mapping[str, str]) -> Words:
    example = facts["example"]
    if "invisible" in facts:
        sign, count, meant = facts["invisible"], facts["count"], facts["meant"]
        return Words(
            f"第 {count} 个字符 {sign} 不可见，多为粘贴时带入；删去整个值，重新键入 {meant}",
            f"character no. {count}, {sign}, is invisible and mostly comes by pasting; "
            f"delete the whole value and type {meant}",
        )
    return Words(
        f"写成数字加单位，如 {example}；可用“约”“不低于”“不超过”和“3至5”",
        f"write a number and a unit, e.g. {example}; 约, 不低于, 不超过 and ranges such as 3至5 "
        "are understood",
    )


def _bad_date(_loc: Loc, facts: Mapping[str, str]) -> Words:
    found = _DATE.fullmatch(facts["value"]) or _COMPACT.fullmatch(facts["value"])
    if found is None or int(found["y"]) < 1900 or not 1 <= int(found["m"]) <= 12:
        return Words("写成 年-月-日，如 2026-09-18", "write year-month-day, e.g. 2026-09-18")
    if found["d"] is None:
        return Words(
            "补上日，写成 年-月-日，如 2026-09-18",
            "write the day as well: year-month-day, e.g. 2026-09-18",
        )
    year, month, day = (int(found[part]) for part in "ymd")
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        return Words(
            f"{year}年{month}月只有 {days} 天，请核对日期",
            f"{month_name[month]} {year} has {days} days: check the day",
        )
    written = f"{year}-{month:02}-{day:02}"
    return Words(f"写成 {written}", f"write {written}")


def degrees_at(loc: Loc) -> Words | None:
    """Return how degrees are written, where a value is a latitude or a longitude."""
    example = _DEGREES.get(str(loc[-1])) if loc else None
    if example is None:
        return None
    return Words(f"写十进制度，如 {example}", f"write decimal degrees, such as {example}")


def _decimal_degrees(written: str) -> str | None:
    """Return degrees, minutes and seconds as decimal degrees, to about a decimetre."""
    found = _SEXAGESIMAL.fullmatch(written.strip(" NEne北纬东经"))
    if found is None:
        return None
    minutes, seconds = Decimal(found["minutes"]), Decimal(found["seconds"] or 0)
    return f"{Decimal(found['degrees']) + minutes / 60 + seconds / 3600:.6f}"


def _bad_number(loc: Loc, facts: Mapping[str, str]) -> Words:
    example = facts["example"]
    if (degrees := degrees_at(loc)) and (decimal := _decimal_degrees(facts["value"])):
        return Words(f"写成十进制度：{decimal}", f"write it in decimal degrees: {decimal}")
    found = _NUMBER.fullmatch(facts["value"])
    if found is None:
        return degrees or Words(f"如 {example}", f"write for example {example}")
    number, unit = re.sub("[,，]", "", found["number"]), (found["unit"] or "").strip()
    if unit and {"points", "flows"} & set(loc):
        return Words(
            f"只写数字，按 unit 所写单位计：单位是{unit}的，写 {number}",
            f"write the number alone, counted in `unit`: {number} if that is {unit}",
        )
    if number == facts["value"]:
        return degrees or Words(f"如 {example}", f"write for example {example}")
    return Words(f"只写数字：{number}", f"write the number alone: {number}")


def _bad_format(loc: Loc, facts: Mapping[str, str]) -> Words:
    example = facts["example"]
    if facts.get("expected") == "phone":
        return _telephone(facts["value"], example)
    named = next((part for part in reversed(loc) if isinstance(part, str)), "")
    if facts.get("expected") != "slug" or named not in {*_FOLDERS, *_PARTS}:
        return Words(f"照此格式写：{example}", f"write it like this: {example}")
    value = facts["value"]
    names = _names(value)
    if len(names) > 1 and isinstance(loc[-1], int):
        listed = ", ".join(names)
        return Words(f"之间用半角逗号：{listed}", f"put an ASCII comma between them: {listed}")
    bare = value.rpartition("/")[2].removesuffix(".yml").lower()
    if _ANY_SLUG.fullmatch(bare):
        return Words(f"写成 {bare}", f"write {bare}")
    if named in _PARTS:
        return _PARTS[named]
    folder = _FOLDERS[named]
    slug = _EXAMPLES[folder]
    return Words(
        f"写 {folder}/ 中的文件名，不带 .yml，如 {folder}/{slug}.yml 写 {slug}",
        f"write the name of a file in {folder}/ without .yml, e.g. {slug} for {folder}/{slug}.yml",
    )


def _telephone(written: str, example: str) -> Words:
    digits = len(re.sub(r"\D", "", written.partition("转")[0]))
    if digits in _LANDLINE:
        return Words(
            f"核对区号和号码，照此格式写：{example}",
            f"check the area code and the number, and write it like this: {example}",
        )
    return Words(
        f"现有 {digits} 位数字；座机连区号 11 或 12 位，如 {example}，400 电话 10 位，"
        "12345 这样的短号照写",
        f"it has {digits} digits; a landline has 11 or 12 with its area code, e.g. {example}, a "
        "number at 400 has 10, and a short one such as 12345 stays as it is",
    )


_WAYS: Mapping[str, Callable[[Loc, Mapping[str, str]], Words]] = {
    "bare-number": _bare_number,
    "bad-quantity": _bad_quantity,
    "bad-date": _bad_date,
    "bad-number": _bad_number,
    "bad-format": _bad_format,
}
