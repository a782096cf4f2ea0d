"""One name, one translation, both ways: over all approved records of a county.

Compared are the names of offices and firms, of places, people, segments and documents, each
with its own kind: a park and the town it lies in may share an English word. Titles of records
are compared in `titles.py`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from site_builder.checks.scope import Scope
from site_builder.content.catalog import AnyEntry
from site_builder.content.model import ReviewStatus, Text
from site_builder.content.source import Loc
from site_builder.content.walk import texts
from site_builder.diagnostics import Diagnostic, Rule

_BODIES = {"unit", "host", "approving_body", "authority", "department", "issuer", "office"}
_BODIES |= {"buyer", "partner"}
_ARTICLE = "the "
_RULE = Rule.NAME_TRANSLATED_TWICE


class _Name(NamedTuple):
    """A name, where it stands."""

    entry: AnyEntry
    loc: Loc
    text: Text

    def differs(self, first: "_Name", language: str) -> Diagnostic:
        """Build the finding that this name is another than the first in one language."""
        zh, en = (self.text.zh, first.text.zh), (self.text.en, first.text.en)
        (here, there), name = (en, zh[0]) if language == "en" else (zh, en[0])
        place = first.entry.source.place(first.loc)
        return self.entry.source.diagnostic(
            _RULE,
            (*self.loc, language),
            name=name,
            here=here,
            there=there,
            place=f"{place.path}:{place.line}",
        )


def check_names(scope: Scope) -> Iterator[Diagnostic]:
    """Yield names with two translations, and translations that two names share."""
    by_zh: dict[tuple[str, str], _Name] = {}
    by_en: dict[tuple[str, str], _Name] = {}
    for entry in scope.catalog.entries():
        if entry.record.review.status is not ReviewStatus.APPROVED:
            continue
        for loc, kind, text in names_of(entry):
            name, english = _Name(entry, loc, text), _compared(text.en)
            first = by_zh.setdefault((kind, text.zh), name)
            if _compared(first.text.en) != english:
                yield name.differs(first, "en")
                continue
            first = by_en.setdefault((kind, english), name)
            if first.text.zh != text.zh:
                yield name.differs(first, "zh")


def names_of(entry: AnyEntry) -> Iterator[tuple[Loc, str, Text]]:
    """Yield the names in a record: where each stands, of what kind it is, and the name."""
    for loc, text in texts(entry):
        kind = _kind(loc)
        if kind:
            yield loc, kind, text


def _kind(loc: Loc) -> str:
    last = loc[-1]
    if last in _BODIES or (last == "name" and "firms" in loc):
        return "body"
    if last == "to" or (last == "name" and "places" in loc):
        return "place"
    if last == "person":
        return "person"
    if last == "title" and ("basis" in loc or "segments" in loc):
        return "document" if "basis" in loc else "segment"
    return ""


def _compared(english: str) -> str:
    """Leave out what does not make another name: capitals, hyphens, `the`."""
    words = english.lower().replace("-", " ").replace("’", "'").split()
    return " ".join(words).removeprefix(_ARTICLE).replace(f" {_ARTICLE}", " ").rstrip(".")
