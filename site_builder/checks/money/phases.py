"""The phases of a project take as long as its construction.

Phases may overlap or leave months between them, so construction is anything from the months
in which something is built to those from the first start to the last end.
"""

from collections.abc import Iterator
from typing import NamedTuple

from site_builder.checks.money.rounding import span
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Phase
from site_builder.diagnostics import Diagnostic, Rule
from site_builder.quantities.writing import as_written
from site_builder.quantities.yearly import YEAR

# An end in 2028-09 may be its first day or its last.
ROOM = 1


class Mismatch(NamedTuple):
    """Phases that are not built in the time that a brief gives for construction."""

    start: str
    """When the first of them begins, as written."""
    end: str
    """When the last of them ends, as written."""
    months: int
    """The months between the two, at the most."""


class _Months(NamedTuple):
    """The months of a phase, counted from year 0; a year alone leaves them open."""

    phase: Phase
    start: int
    start_latest: int
    end_earliest: int
    end: int


def check_phases(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield a time to build that is not that of the phases, where all of them have dates."""
    found = mismatch(entry.record)
    if found is not None:
        yield entry.source.diagnostic(
            Rule.PHASES_MISMATCH,
            ("scale", "construction"),
            construction=as_written(entry.record.scale.construction),
            start=found.start,
            end=found.end,
            months=found.months,
        )


def mismatch(project: Project) -> Mismatch | None:
    """Return how the phases of a project differ from its construction; None if they do not.

    None as well where a phase has no dates, or its dates are reversed.
    """
    building = span(project.scale.construction)
    months = [_months(phase) for phase in project.investment.phases]
    dated = [each for each in months if each is not None]
    if building is None or building.is_open or not dated or len(dated) < len(months):
        return None
    first, last = min(dated, key=lambda each: each.start), max(dated, key=lambda each: each.end)
    whole = last.end - first.start + 1
    built = {month for each in dated for month in range(each.start_latest, each.end_earliest + 1)}
    if len(built) - ROOM <= building.high and building.low <= whole + ROOM:
        return None
    return Mismatch(str(first.phase.start), str(last.phase.end), whole)


def _months(phase: Phase) -> _Months | None:
    """Return when a phase is built; None where a date is missing, or the dates are reversed."""
    if phase.start is None or phase.end is None:
        return None
    start, start_latest = _ends(phase.start)
    end_earliest, end = _ends(phase.end)
    return _Months(phase, start, start_latest, end_earliest, end) if start <= end else None


def _ends(moment: str) -> tuple[int, int]:
    """Return the first and the last month that `2027` or `2027-03` may stand for."""
    year, _, month = moment.partition("-")
    first = int(year) * int(YEAR)
    return (first + int(month) - 1,) * 2 if month else (first, first + int(YEAR) - 1)
