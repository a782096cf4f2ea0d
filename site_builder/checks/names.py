"""One name, one translation, both ways: over all approved records of a county.

Compared are the names of offices and firms, of places, people, segments and documents, each
with its own kind: a park and the town it lies in may share an English word. Titles of records
are compared in `titles.py`.
"""

from collections.abc import Iterator

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


def check_names(scope: Scope) -> Iterator[Diagnostic]:
    """Yield names with two translations, and translations that two names share."""
    by_zh: dict[tuple[str, str], tuple[str, str]] = {}
    by_en: dict[tuple[str, str], tuple[str, str]] = {}
    for entry in scope.catalog.entries():
        if entry.record.review.status is not ReviewStatus.APPROVED:
            continue
        for loc, kind, text in names_of(entry):
            english = _compared(text.en)
            first, place = by_zh.setdefault((kind, text.zh), (text.en, _place(entry, loc)))
            if _compared(first) != english:
                yield entry.source.diagnostic(
                    _RULE, (*loc, "en"), name=text.zh, here=text.en, there=first, place=place
                )
                continue
            first, place = by_en.setdefault((kind, english), (text.zh, _place(entry, loc)))
            if first != text.zh:
                yield entry.source.diagnostic(
                    _RULE, (*loc, "zh"), name=text.en, here=text.zh, there=first, place=place
                )


def names_of(entry: AnyEntry) -> Iterator[tuple[Loc, str, Text]]:
    """Yield the names in a record: where each stands, of what kind it is, and the name."""
    for loc, text in texts(entry.record):
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


def _place(entry: AnyEntry, loc: Loc) -> str:
    place = entry.source.place(loc)
    return f"{place.path}:{place.line}"
