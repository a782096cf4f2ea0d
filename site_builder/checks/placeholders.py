"""Nothing that `zhaoshang new` has put into a file is left in what has been approved."""

import re
from collections.abc import Iterator

from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.model import ReviewStatus
from site_builder.content.skeleton import PLACEHOLDERS, UNVERIFIED
from site_builder.diagnostics import Diagnostic, Rule

_PLACEHOLDER = re.compile("|".join(re.escape(text) for text in PLACEHOLDERS))
_LEFT = re.compile("|".join(re.escape(text) for text in (*PLACEHOLDERS, UNVERIFIED)))


def check_placeholders(entry: AnyEntry, _terms: Terms) -> Iterator[Diagnostic]:
    """Yield every placeholder of an approved record, and every example not yet verified."""
    if entry.record.review.status is not ReviewStatus.APPROVED:
        return
    if not _LEFT.search("\n".join(entry.source.lines)):
        return
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


def _placeholder(found: str) -> dict[str, str]:
    return {
        "what_zh": f"样例文字“{found}”",
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
