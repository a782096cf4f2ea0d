"""No placeholder is left in what has been approved: neither that of `zhaoshang new` nor one's own.

An author's own are `待定`, `XX` and their like where a value should be. A sentence that says what
is still to be verified (氟离子含量待复测) is honest, and no placeholder.
"""

import re
from collections.abc import Iterator
from typing import Any

from ahocorasick_rs import AhoCorasick

from site_builder.checks.law.public_text import PublicText, public_text
from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.skeleton import PLACEHOLDERS, UNVERIFIED
from site_builder.diagnostics import Diagnostic, Rule

_PLACEHOLDER = re.compile("|".join(re.escape(text) for text in PLACEHOLDERS))
_LATER = r"待定|待补充|待补|待填写?|待核实|待确认|待完善"
_BLANK = r"(?:[Xx]{2,}|[×✕]{2,}|[＊*]{3,}|[_＿]{2,}|[?？]{2,})"
_UNIT = (
    r"(?:%|％|[万亿](?:元|吨|亩|千瓦|平方米|人)?|元|吨|千瓦|兆瓦"
    r"|亩|公顷|公里|(?:平方|立方)米|人|家|个|台|套|年|月|日|号"
    r"|(?:million|billion|percent|per cent|yuan|mu|tonnes?|people|km|MW|kWh|ha)\b)"
)
_OPEN, _SHUT = r"[\s（(【\[“]*", r"[\s）)】\]”。.]*"
_OWN_WHOLE = re.compile(
    rf"{_OPEN}(?:{_LATER}|{_BLANK}|TBD|TBC|TBA|[Tt]o be (?:determined|confirmed|added|supplied))"
    rf"{_SHUT}"
)
_OWN_PART = re.compile(
    rf"(?:(?:RMB|US\$|[¥$￥])\s?{_BLANK}(?![A-Za-z0-9])(?:\s[mb]illion\b)?"
    rf"|(?<![A-Za-z×✕]){_BLANK}\s?{_UNIT}|(?:{_LATER}|\bTBD|\bTBC)\s?(?:%|％|(?:万|亿)?元|万吨|吨|亩))"
    rf"|[（(【\[](?:待补充?|待填写?|待核实|TBD|TBC)[）)】\]]"
)
# Few briefs have any of these, in lower case: all are looked for at once.
_SIGNS = AhoCorasick(
    [
        *("待定", "待补", "待填", "待核实", "待确认", "待完善"),
        *("××", "✕", "*", "＊", "_", "＿", "?", "？", "xx", "tbd", "tbc", "tba"),
        *("to be determined", "to be confirmed", "to be added", "to be supplied"),
    ]
)


def check_placeholders(entry: AnyEntry, _terms: Terms) -> Iterator[Diagnostic]:
    """Yield every placeholder of an approved record, and every example not yet verified."""
    text = public_text(entry)
    seen = f"{text.joined}\n{(entry.record.review.by or '').lower()}"
    if _SIGNS.find_matches_as_indexes(seen):
        yield from _own(entry, text)
    if any(mark in entry.source.text for mark in (*PLACEHOLDERS, UNVERIFIED)):
        yield from _of_skeleton(entry)


def _own(entry: AnyEntry, text: PublicText) -> Iterator[Diagnostic]:
    """Yield the placeholders that authors write themselves, where readers would see them."""
    places = list(zip(text.locs, text.texts, strict=True))
    if entry.record.review.by is not None:
        places.append((("review", "by"), entry.record.review.by))
    for loc, value in places:
        for written in own_marks(value):
            facts = _placeholder(written)
            yield entry.source.diagnostic(Rule.PLACEHOLDER_LEFT, loc, part=written, **facts)


def own_marks(text: str) -> list[str]:
    """Return the placeholders in a text; what the skeleton writes is told by its own words."""
    whole = _OWN_WHOLE.fullmatch(text)
    found = [text.strip()] if whole else [match[0] for match in _OWN_PART.finditer(text)]
    return [mark for mark in dict.fromkeys(found) if not _PLACEHOLDER.search(mark)]


def _of_skeleton(entry: AnyEntry) -> Iterator[Diagnostic]:
    for number, line in enumerate(entry.source.lines):
        # A comment is the author's own business, but for the mark behind a value.
        text, comment = _parted(line)
        found = list(_PLACEHOLDER.finditer(text))
        for match in found:
            place = entry.source.at(number, match.start(), len(match.group()))
            yield Diagnostic(Rule.PLACEHOLDER_LEFT, place, "", _placeholder(match.group()))
        if not found and text.strip() and UNVERIFIED in comment:
            place = entry.source.at(number, line.index(UNVERIFIED, len(text)), len(UNVERIFIED))
            yield Diagnostic(Rule.PLACEHOLDER_LEFT, place, "", _unverified(text.strip()))


def _parted(line: str) -> tuple[str, str]:
    """Return what a line says, and its comment."""
    if line.lstrip().startswith("#"):
        return "", line
    text, sign, comment = line.partition(" #")
    return text, f"{sign}{comment}"


def _placeholder(found: str) -> dict[str, Any]:
    return {
        "what_zh": f"占位文字“{found}”",
        "what_en": f"the placeholder “{found}”",
        "hint_zh": "换成实际内容；暂时没有的选填项删去",
        "hint_en": "write the real content; remove an optional field that has none",
    }


def _unverified(value: str) -> dict[str, str]:
    return {
        "what_zh": f"尚未核实的示例值“{value}”",
        "what_en": f"an example value not yet verified, “{value}”",
        "hint_zh": f"改成实际值并核实，再删去行末的“{UNVERIFIED}”",
        "hint_en": f"write the real value and verify it, then delete the mark “{UNVERIFIED}”",
    }
