"""Classes of GB/T 4754-2017 exist: their division lies in the section their letter names."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.industry import Industry
from site_builder.content.project import Project
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.sheets import read_sheet


class Section(NamedTuple):
    """A section of the classification, e.g. K, real estate: divisions 70 to 70."""

    letter: str
    first: int
    last: int
    zh: str
    en: str


@cache
def sections() -> Mapping[str, Section]:
    """Return the sections of GB/T 4754-2017 by their letters."""
    rows = read_sheet("site_builder.checks", "data/sections.yml")
    return {
        letter: Section(letter, int(row["first"]), int(row["last"]), row["zh"], row["en"])
        for letter, row in rows.items()
    }


def division(code: str) -> int:
    """Return the division of a class: 26 of `C2613`."""
    return int(code[1:3])


def is_manufacturing(code: str) -> bool:
    """Whether a class belongs to manufacturing, C13 to C43."""
    section = sections()["C"]
    return code[0] == "C" and section.first <= division(code) <= section.last


def check_project_class(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the class of a project, if there is none such."""
    yield from _class(entry.source, ("classification",), entry.record.classification)


def check_segment_classes(entry: Entry[Industry], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield those classes of the segments of a chain that do not exist."""
    for number, segment in enumerate(entry.record.segments):
        for index, code in enumerate(segment.classification):
            loc: Loc = ("segments", number, "classification", index)
            yield from _class(entry.source, loc, code)


def _class(source: Source, loc: Loc, code: str) -> Iterator[Diagnostic]:
    named, number = sections()[code[0]], division(code)
    if named.first <= number <= named.last:
        return
    reason = Words(
        "GB/T 4754-2017 的大类是 01 至 97", "the divisions of GB/T 4754-2017 are 01 to 97"
    )
    hint = Words(
        f"{named.letter} {named.zh}的大类是 {_span(named)}",
        f"the divisions of {named.letter} ({named.en}): {_span(named)}",
    )
    for true in sections().values():
        if true.first <= number <= true.last:
            reason = Words(
                f"大类 {number:02} 属于 {true.letter} {true.zh}",
                f"division {number:02} belongs to {true.letter}, {true.en}",
            )
            right = f"{true.letter}{code[1:]}"
            hint = Words(f"改为 {right}；{hint.zh}", f"write {right}; {hint.en}")
    facts = both(reason=reason, hint=hint)
    yield source.diagnostic(Rule.CLASSIFICATION_UNKNOWN, loc, code=code, **facts)


def _span(section: Section) -> str:
    ends = dict.fromkeys(f"{number:02}" for number in (section.first, section.last))
    return "–".join(ends)
