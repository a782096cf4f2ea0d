"""What must be said is said: no `无`, `-` or `自编` where a source, a method or a measure belongs.

A field that is filled with nothing passes for one that is filled. Looked at are those fields
that an argument rests on, in any record; a public text elsewhere may honestly say 无.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from site_builder.checks.law.public_text import public_text
from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.county import County
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.sheets import read_sheet

# Longer texts say something, if not much.
_LONGEST = 24
_SIGNS = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"\d")


@cache
def _words(kind: str) -> AbstractSet[str]:
    """Return the words of one kind, from `data/empty_words.yml`."""
    return frozenset(read_sheet("site_builder.checks", "data/empty_words.yml")[kind])


class _Asked(NamedTuple):
    """What a field must say, and what to write there."""

    what: Words
    hint: Words


_SOURCE = _Asked(
    Words("来源", "source"),
    Words(
        "写明机构、文件名称和时间，如 国家统计局《2025年统计公报》，2026年2月；查不到的数字删去",
        "name the body, the publication and the date, e.g. National Bureau of Statistics, "
        "communiqué for 2025, February 2026; remove a figure that has none",
    ),
)
_ARGUED = _Asked(
    Words("内容", "argument"),
    Words("写明事实和数字", "write the facts, with figures"),
)
_ASKED = {
    "source": _SOURCE,
    "method": _Asked(
        Words("估算方法", "method of the estimate"),
        Words("写明由哪些数字怎样算出", "say from which figures it was reckoned, and how"),
    ),
    "measure": _Asked(
        Words("应对措施", "measure"),
        Words("写明做什么、由谁做", "say what is done about the risk, and by whom"),
    ),
    "risk": _ARGUED,
    "background": _ARGUED,
    "outlook": _ARGUED,
    "process": _ARGUED,
    "measures": _ARGUED,
    "advantages": _ARGUED,
    "assumptions": _ARGUED,
}


def check_said(entry: AnyEntry, _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the fields of an argument that are filled, and say nothing."""
    told: Loc = ()
    places = list(_places(entry))
    for index, (loc, text) in enumerate(places):
        if len(text) > _LONGEST or loc[:-1] == told:
            continue
        # Of figures that the English leaves out another rule tells.
        if loc[-1] == "en" and _DIGIT.search(places[index - 1][1]):
            continue
        name = next((part for part in reversed(loc[:-1]) if isinstance(part, str)), "")
        asked = _ASKED.get(name)
        if asked is not None and says_nothing(text, name, has_method=_has_method(entry, loc)):
            told = loc[:-1]
            yield entry.source.diagnostic(
                Rule.SAYS_NOTHING, loc, value=text, **both(what=asked.what, hint=asked.hint)
            )


def says_nothing(text: str, name: str, *, has_method: bool = False) -> bool:
    """Whether a text stands in a field and fills it with nothing.

    `name` is that of the field; of a source, `has_method` says whether a method stands beside.
    """
    word = _SIGNS.sub("", text).lower()
    if not word or word in _words("nothing"):
        return True
    return name == "source" and (
        word in _words("no_source") or (not has_method and word in _words("estimates"))
    )


def _places(entry: AnyEntry) -> Iterator[tuple[Loc, str]]:
    """Yield what readers see, and the sources of a county's own land standards."""
    text = public_text(entry)
    yield from zip(text.locs, text.texts, strict=True)
    if isinstance(entry.record, County):
        for index, row in enumerate(entry.record.checks.limits.land_standards):
            loc: Loc = ("checks", "limits", "land_standards", index, "source")
            yield (*loc, "zh"), row.source.zh
            yield (*loc, "en"), row.source.en


def _has_method(entry: AnyEntry, loc: Loc) -> bool:
    locs: Sequence[Loc] = public_text(entry).locs
    return loc[-2] == "source" and (*loc[:-2], "method", "zh") in locs
