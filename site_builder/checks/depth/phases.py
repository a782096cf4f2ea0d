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


class _Months(NamedTuple):
    """The months of a phase, counted from year 0; a year alone leaves them open."""

    start: int
    start_latest: int
    end_earliest: int
    end: int


def check_phases(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield a time to build that is not that of the phases, where all of them have dates."""
    project = entry.record
    building = span(project.scale.construction)
    months = [_months(phase) for phase in project.investment.phases]
    dated = [each for each in months if each is not None]
    if building is None or building.is_open or not dated or len(dated) < len(months):
        return
    first, last = min(each.start for each in dated), max(each.end for each in dated)
    whole = last - first + 1
    built = {month for each in dated for month in range(each.start_latest, each.end_earliest + 1)}
    if len(built) - ROOM <= building.high and building.low <= whole + ROOM:
        return
    phases = project.investment.phases
    yield entry.source.diagnostic(
        Rule.PHASES_MISMATCH,
        ("scale", "construction"),
        construction=as_written(project.scale.construction),
        start=min(str(phase.start) for phase in phases),
        end=max(str(phase.end) for phase in phases),
        months=whole,
    )


def _months(phase: Phase) -> _Months | None:
    """Return when a phase is built; None where a date is missing, or the dates are reversed."""
    if phase.start is None or phase.end is None:
        return None
    start, start_latest = _ends(phase.start)
    end_earliest, end = _ends(phase.end)
    return _Months(start, start_latest, end_earliest, end) if start <= end else None


def _ends(moment: str) -> tuple[int, int]:
    """Return the first and the last month that `2027` or `2027-03` may stand for."""
    year, _, month = moment.partition("-")
    first = int(year) * int(YEAR)
    return (first + int(month) - 1,) * 2 if month else (first, first + int(YEAR) - 1)
