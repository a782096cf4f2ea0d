"""The sample county as ground to plant mistakes in: one file changed at a time, in memory.

Everything else stays as it was read once, so that a planted mistake is found in the time
of one file.
"""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from site_builder.checks.displaced import without_displaced
from site_builder.checks.lowering import lower
from site_builder.checks.run import CATALOG_CHECKS, check_county, check_record
from site_builder.checks.scope import Scope
from site_builder.content.catalog import FOLDERS, KINDS, AnyEntry, Catalog
from site_builder.content.county import County
from site_builder.content.reader import read_plans, read_record
from site_builder.content.source import Loc, Span
from site_builder.diagnostics import Diagnostic

REPOSITORY = Path(__file__).resolve().parents[2]
MODELS: dict[str, Any] = {"county.yml": County} | {FOLDERS[k]: model for k, model in KINDS.items()}


@dataclass(frozen=True)
class Planted:
    """A file with one mistake in it, and where an author should be sent."""

    path: PurePosixPath
    text: str
    line: int
    column: int
    told_in: PurePosixPath | None = None
    """The file in which it shows, where that is another."""

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column that an author should be sent to."""
        return str(self.told_in or self.path), self.line, self.column


@dataclass(frozen=True)
class Plant:
    """One approved record of the sample county, and the ways to spoil it."""

    entry: AnyEntry

    @property
    def path(self) -> PurePosixPath:
        """The file, from the county's folder."""
        return self.entry.source.path

    @property
    def record(self) -> Any:
        """The record as it was read."""
        return self.entry.record

    def span(self, loc: Loc) -> Span:
        """Return where a value stands."""
        return self.entry.source.spans[loc]

    def locs(self, pattern: str) -> Iterator[Loc]:
        """Yield the ways that match a pattern over their dotted form, in the order of the file."""
        for loc in self.entry.source.spans:
            if re.fullmatch(pattern, ".".join(str(part) for part in loc)):
                yield loc

    def written(self, loc: Loc) -> str:
        """Return a value of one line as it stands in the file, quotes included."""
        span = self.span(loc)
        return self.lines[span.line][span.column : span.column + span.length]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file."""
        return self.entry.source.lines

    def write(self, loc: Loc, value: str, *, at: int = 0) -> Planted:
        """Put another value in the place of one that stands on one line.

        The mistake is expected `at` characters after the beginning of the value.
        """
        span = self.span(loc)
        line = self.lines[span.line]
        new = line[: span.column] + value + line[span.column + span.length :]
        return self._planted(span.line, [new], span.line, span.column + at)

    def within(self, loc: Loc, old: str, new: str, *, at: int = 0) -> Planted | None:
        """Replace the first `old` inside a value of any length; None if it is not there."""
        span = self.span(loc)
        for number in range(span.line, min(span.end_line + 1, len(self.lines))):
            line = self.lines[number]
            start = line.find(old, span.column if number == span.line else 0)
            if start >= 0:
                changed = line[:start] + new + line[start + len(old) :]
                return self._planted(number, [changed], number, start + at)
        return None

    def rename(self, loc: Loc, key: str) -> Planted:
        """Give a field another name."""
        span = self.span(loc)
        line = self.lines[span.key_line]
        new = line[: span.key_column] + key + line[span.key_column + span.key_length :]
        return self._planted(span.key_line, [new], span.key_line, span.key_column)

    def insert(self, line: int, *lines: str, column: int, down: int = 0) -> Planted:
        """Add lines before a line; the mistake is expected `down` lines below its first."""
        return self._planted(line, [*lines, self.lines[line]], line + down, column)

    def without(self, loc: Loc, line: int, column: int) -> Planted:
        """Take out a field that stands on lines of its own."""
        span = self.span(loc)
        first, last = span.key_line, self.last_line(loc)
        text = "\n".join([*self.lines[:first], *self.lines[last + 1 :]]) + "\n"
        return Planted(self.path, text, line + 1, column + 1)

    def last_line(self, loc: Loc) -> int:
        """Return the last line of a field and all that is in it."""
        span = self.span(loc)
        indent, last = span.key_column, span.key_line
        for number in range(span.key_line + 1, len(self.lines)):
            line = self.lines[number]
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                break
            if line.strip():
                last = number
        return last

    def _planted(self, number: int, new: list[str], line: int, column: int) -> Planted:
        text = "\n".join([*self.lines[:number], *new, *self.lines[number + 1 :]]) + "\n"
        return Planted(self.path, text, line + 1, column + 1)


@cache
def ground() -> tuple[Catalog, Scope]:
    """Read the sample county once, and make sure that nothing is wrong with it."""
    checked = check_county(REPOSITORY)
    if checked.findings:
        raise ValueError("the sample county must be sound before anything is planted in it")
    return checked.catalog, Scope(checked.catalog, checked.terms)


def plants(*folders: str) -> list[Plant]:
    """Return the approved records of some folders; `county.yml` counts as one."""
    catalog, _ = ground()
    return [
        Plant(entry)
        for entry in catalog.entries()
        if entry.source.path.parts[0] in folders and entry.is_approved
    ]


def harvest(planted: Planted, folder: Path) -> list[Diagnostic]:
    """Read and check the county with one file changed; return all that is wrong."""
    catalog, scope = ground()
    file = folder / planted.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(planted.text, "utf-8", newline="")
    findings: list[Diagnostic] = []
    place = planted.path.parts[0]
    entry = read_record(folder, planted.path, MODELS[place], findings)
    catalog = with_record(catalog, place, planted.path.stem, entry)
    if place == "parks":
        plans = read_plans(REPOSITORY, catalog.parks, findings)
        catalog = dataclasses.replace(catalog, plans=plans)
    scope = Scope(catalog, scope.terms)
    if entry is not None:
        findings += check_record(entry, scope.terms)
    for check in CATALOG_CHECKS:
        findings += check(scope)
    return lower(without_displaced(findings, catalog), scope)


def with_record(catalog: Catalog, place: str, slug: str, entry: AnyEntry | None) -> Catalog:
    """Return the catalog with one record in the place of another, or without it."""
    if place == "county.yml":
        return dataclasses.replace(catalog, county=entry)
    entries = {name: kept for name, kept in getattr(catalog, place).items() if name != slug}
    if entry is not None:
        entries = dict(sorted({**entries, slug: entry}.items()))
    return dataclasses.replace(catalog, **{place: entries})
