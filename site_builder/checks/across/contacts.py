"""One person, or an office that names none, has one telephone number in all records."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from site_builder.checks.law.personal import numbers_in
from site_builder.checks.scope import Scope
from site_builder.content.catalog import AnyEntry, Catalog, Record
from site_builder.content.county import County
from site_builder.content.model import Contact
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both


class _Line(NamedTuple):
    """A telephone number, as one record gives it."""

    entry: AnyEntry
    loc: Loc
    contact: Contact
    folded: str


def check_contacts(scope: Scope) -> Iterator[Diagnostic]:
    """Yield numbers of a person or office that differ from what most approved records give."""
    lines: dict[tuple[str, ...], list[_Line]] = {}
    for entry, loc, contact in _all_contacts(scope.approved):
        # A private number is not one to compare with: `personal` has told that.
        if not any(numbers_in(contact.phone)):
            line = _Line(entry, (*loc, "phone"), contact, _folded(contact.phone))
            lines.setdefault(_called(contact), []).append(line)
    for known in lines.values():
        yield from _differing(known)


def _all_contacts(catalog: Catalog) -> Iterator[tuple[AnyEntry, Loc, Contact]]:
    for entry in catalog.entries():
        for loc, contact in _contacts(entry.record):
            yield entry, loc, contact


def _contacts(record: Record) -> Iterator[tuple[Loc, Contact]]:
    if isinstance(record, County):
        yield ("bureau",), record.bureau
    else:
        for index, contact in enumerate(record.contacts):
            yield ("contacts", index), contact


def _called(contact: Contact) -> tuple[str, ...]:
    """Return who answers: a person, or else the office, or the desk of it that `title` names."""
    beside = contact.person or contact.title
    kind = "person" if contact.person else "desk" if contact.title else "office"
    names = (contact.unit.zh, contact.unit.en, *((beside.zh, beside.en) if beside else ()))
    return (kind, *("".join(name.split()).casefold() for name in names))


def _whose(contact: Contact) -> Words:
    beside = contact.person or contact.title
    if beside is None:
        return Words(contact.unit.zh, contact.unit.en)
    return Words(f"{contact.unit.zh}{beside.zh}", f"{beside.en}, {contact.unit.en},")


def _differing(lines: list[_Line]) -> Iterator[Diagnostic]:
    # The number that most records give is taken for the right one; of equals, the first.
    counted = Counter(line.folded for line in lines)
    usual = max(lines, key=lambda line: counted[line.folded])
    for line in lines:
        if line.folded == usual.folded:
            continue
        yield line.entry.source.diagnostic(
            Rule.CONTACT_TWO_PHONES,
            line.loc,
            **both(whose=_whose(line.contact)),
            here=line.contact.phone,
            there=usual.contact.phone,
            path=usual.entry.source.path,
            line=usual.entry.source.place(usual.loc).line,
        )


def _folded(written: str) -> str:
    """Leave out what does not tell two numbers apart: spaces, dashes, the code of the country."""
    plain = re.sub(r"[\s-]", "", written).casefold()
    return re.sub(r"^\+86", "", plain).lstrip("0")
