"""One name, one translation, both ways: over all approved records of a county.

Compared are the names of offices and firms, of places, people, segments and documents, each
with its own kind: a park and the town it lies in may share an English word. Titles of records
are compared in `titles.py`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from site_builder.checks.scope import Scope
from site_builder.checks.translation.untranslated import english_in
from site_builder.content.catalog import AnyEntry
from site_builder.content.county import County
from site_builder.content.model import Text
from site_builder.content.park import Park
from site_builder.content.source import Loc
from site_builder.content.walk import texts_called
from site_builder.diagnostics import Diagnostic, Rule

_BODIES = {"unit", "host", "approving_body", "authority", "department", "issuer", "office"}
_BODIES |= {"buyer", "partner"}
_NAMED = frozenset(_BODIES | {"name", "to", "person", "title"})
_PERSON = "person"
_ARTICLE = "the "
_RULE = Rule.NAME_TRANSLATED_TWICE


class _Name(NamedTuple):
    """A name, where it stands."""

    entry: AnyEntry
    loc: Loc
    text: Text

    def differs(self, usual: "_Name", language: str) -> Diagnostic:
        """Build the finding that this name is another than the usual one in one language."""
        zh, en = (self.text.zh, usual.text.zh), (self.text.en, usual.text.en)
        (here, there), name = (en, zh[0]) if language == "en" else (zh, en[0])
        place = usual.entry.source.place(usual.loc)
        return self.entry.source.diagnostic(
            _RULE,
            (*self.loc, language),
            name=name,
            here=here,
            there=there,
            place=f"{place.path}:{place.line}",
        )

    @property
    def is_own(self) -> bool:
        """Whether the record is the one to know: the county of its places, a park of itself."""
        record = self.entry.record
        if isinstance(record, County):
            return self.loc[0] in ("bureau", "places")
        return isinstance(record, Park) and self.text.zh.startswith(record.title.zh)


# The names of one key, by what they are called: under `en` the Chinese, or the other way round.
_Called = dict[tuple[str, ...], dict[str, list[_Name]]]


def check_names(scope: Scope) -> Iterator[Diagnostic]:
    """Yield names with two translations, and translations that two names share.

    The one that stands in most places is taken for the right one; of equals that of the record
    that must know, else the first. People may share an English spelling (陈丽 and 陈立), and
    their whole name with someone in another office.
    """
    in_english: _Called = {}
    for key, name in _all_names(scope):
        called = in_english.setdefault((*key, name.text.zh), {})
        called.setdefault(_compared(name.text.en), []).append(name)
    in_chinese: _Called = {}
    for key, called in in_english.items():
        usual = _usual(called)
        for english, names in called.items():
            if english != usual:
                yield from (name.differs(called[usual][0], "en") for name in names)
        if key[0] != _PERSON:
            chinese = in_chinese.setdefault((key[0], usual), {})
            chinese[called[usual][0].text.zh] = called[usual]
    for called in in_chinese.values():
        usual = _usual(called)
        for written, names in called.items():
            if written != usual:
                yield from (name.differs(called[usual][0], "zh") for name in names)


def _usual(called: Mapping[str, Sequence[_Name]]) -> str:
    """Return what most places say; of equals what the record says that must know, or the first."""
    if len(called) == 1:
        return next(iter(called))
    return max(
        called, key=lambda each: (len(called[each]), any(name.is_own for name in called[each]))
    )


def _all_names(scope: Scope) -> Iterator[tuple[tuple[str, ...], _Name]]:
    """Yield the names in approved records, each with its kind; a person's also with the office."""
    for entry in scope.approved.entries():
        offices: dict[Loc, str] = {}
        people: list[tuple[Loc, Text]] = []
        for loc, kind, text in names_of(entry):
            # A name left in English is told as that; it is no second Chinese name.
            if english_in(text.zh, loc) is not None:
                continue
            if loc[-1] == "unit":
                offices[loc[:-1]] = text.zh
            if kind == _PERSON:
                people.append((loc, text))
            else:
                yield (kind,), _Name(entry, loc, text)
        for loc, text in people:
            yield (_PERSON, offices.get(loc[:-1], "")), _Name(entry, loc, text)


def names_of(entry: AnyEntry) -> Iterator[tuple[Loc, str, Text]]:
    """Yield the names in a record: where each stands, of what kind it is, and the name."""
    for loc, text in texts_called(entry.record, _NAMED):
        kind = _kind(loc)
        if kind:
            yield loc, kind, text


def is_name(loc: Loc) -> bool:
    """Whether a text is a name that is compared here."""
    return bool(_kind(loc))


def _kind(loc: Loc) -> str:
    last = loc[-1]
    if last not in _NAMED:
        return ""
    if last in _BODIES or (last == "name" and "firms" in loc):
        return "body"
    if last == "to" or (last == "name" and "places" in loc):
        return "place"
    if last == "person":
        return _PERSON
    if last == "title" and ("basis" in loc or "segments" in loc):
        return "document" if "basis" in loc else "segment"
    return ""


def _compared(english: str) -> str:
    """Leave out what does not make another name: capitals, hyphens, `the`."""
    words = english.lower().replace("-", " ").replace("’", "'").split()
    return " ".join(words).removeprefix(_ARTICLE).replace(f" {_ARTICLE}", " ").rstrip(".")
