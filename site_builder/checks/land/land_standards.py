"""The land standards that a project is held against: the county's own rows, then the national."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from site_builder.content.land_standard import LandStandard
from site_builder.content.model import Text
from site_builder.content.settings import Limits
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.writing import as_written
from site_builder.sheets import read_sheet


@dataclass(frozen=True)
class Least:
    """The least that something must be, and where that is laid down."""

    value: Fraction
    written: str
    """As an author would write it: `0.8`, `40%`."""
    source: Text
    is_national: bool
    """Whether it stands in the national table, and not in a row of the county."""


@cache
def national_standards() -> Sequence[LandStandard]:
    """Return the rows of the national table, from `data/land_standards.yml`."""
    rows = read_sheet("site_builder.checks", "data/land_standards.yml")
    return tuple(LandStandard.model_validate(row) for row in rows)


def least_plot_ratio(code: str, limits: Limits) -> Least | None:
    """Return the least floor-area ratio of a class of manufacturing; None where there is none."""
    return _closest(code, limits, _plot_ratio)


def least_coverage(code: str, limits: Limits) -> Least | None:
    """Return the least coverage, as a fraction, of a class of manufacturing; None likewise."""
    return _closest(code, limits, _coverage)


_Figure = tuple[Fraction, str]
"""A figure of the table, and how it is written."""


def _closest(
    code: str, limits: Limits, figure: Callable[[LandStandard], _Figure | None]
) -> Least | None:
    for rows in (limits.land_standards, national_standards()):
        if found := _in_rows(code, rows, figure):
            return found
    return None


def least_of(name: str, code: str, rows: Sequence[LandStandard]) -> Least | None:
    """Return the least that rows ask of a class; `name` is `plot_ratio` or `coverage`."""
    return _in_rows(code, rows, _FIGURES[name])


def _in_rows(
    code: str, rows: Sequence[LandStandard], figure: Callable[[LandStandard], _Figure | None]
) -> Least | None:
    found = [
        (closeness, least, row.source)
        for row in rows
        if (least := figure(row)) is not None
        and (closeness := _closeness(code, row.classification)) is not None
    ]
    if not found:
        return None
    _, (value, written), source = max(found, key=lambda each: each[0])
    return Least(value, written, source, rows is national_standards())


def _plot_ratio(row: LandStandard) -> _Figure | None:
    if row.plot_ratio is None:
        return None
    return Fraction(row.plot_ratio), f"{row.plot_ratio:f}"


def _coverage(row: LandStandard) -> _Figure | None:
    if row.coverage is None:
        return None
    least = row.coverage.lowest
    return least.reference(), as_written(least)


_FIGURES: Mapping[str, Callable[[LandStandard], _Figure | None]] = {
    "plot_ratio": _plot_ratio,
    "coverage": _coverage,
}


def _closeness(code: str, classes: Sequence[str]) -> int | None:
    """Return how much of a class a row names: C292 before C29, a row for all classes last."""
    if not classes:
        return 0
    return max((len(each) for each in classes if code.startswith(each)), default=None)
