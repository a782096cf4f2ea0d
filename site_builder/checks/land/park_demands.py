"""What a park asks of a project on its land: its own table, and the terms of its plots."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.checks.land.classification import is_manufacturing
from site_builder.checks.land.indicators import Kind
from site_builder.content.catalog import Entry
from site_builder.content.model import Text
from site_builder.content.park import Park, ParkKind, Plot, PlotUse, Threshold
from site_builder.content.project import Project, ProjectKind
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.writing import as_written

_TRANSPORT_AND_STORAGE = "G"
_KEEPS_ITS_LAND = {ProjectKind.UPGRADE, ProjectKind.REUSE}


@dataclass(frozen=True)
class Demand:
    """The least of an indicator that a park, or a plot in it, asks for."""

    kind: Kind
    least: Fraction
    written: str
    """A ratio as the park wrote it; empty for sums."""
    who: Text
    source: Text


def demands(project: Project, park: Entry[Park]) -> Iterator[Demand]:
    """Yield what a project must reach to be let into a park, each indicator once.

    Nothing is asked of a project that takes no new land. The tables of parks are conditions of
    entry for manufacturing, and for warehouses where the park is laid out for them: farms,
    shops, hotels and sewage works are none of these.
    """
    plots = [plot for plot in park.record.plots if plot.id in project.plots]
    if not plots and project.kind in _KEEPS_ITS_LAND:
        return
    if not _is_held_to(project, park.record, plots):
        return
    table = park.record.threshold
    ratios = list(_plot_ratios(park, plots))
    if table is not None:
        yield from _table(park.record, table)
        ratio = Fraction(table.plot_ratio)
        written = f"{table.plot_ratio:f}"
        ratios.append(Demand(Kind.PLOT_RATIO, ratio, written, park.record.title, table.source))
    if ratios:
        # A table holds for the whole park; a plot may ask for more, and then that decides.
        yield max(reversed(ratios), key=lambda demand: demand.least)


def _is_held_to(project: Project, park: Park, plots: list[Plot]) -> bool:
    if plots and all(plot.use is PlotUse.COMMERCIAL for plot in plots):
        return False
    stores = park.kind is ParkKind.LOGISTICS or any(plot.use is PlotUse.STORAGE for plot in plots)
    code = project.classification
    return is_manufacturing(code) or (stores and code[0] == _TRANSPORT_AND_STORAGE)


def _table(park: Park, table: Threshold) -> Iterator[Demand]:
    sums = (
        (Kind.INVESTMENT, table.investment_per_area),
        (Kind.OUTPUT, table.output_per_area),
        (Kind.TAX, table.tax_per_area),
    )
    for kind, least in sums:
        if least is not None and least.currency == "CNY":
            yield Demand(kind, least.lowest.reference(), "", park.title, table.source)
    least = table.coverage.lowest
    yield Demand(Kind.COVERAGE, least.reference(), as_written(least), park.title, table.source)


def _plot_ratios(park: Entry[Park], plots: list[Plot]) -> Iterator[Demand]:
    title = park.record.title
    for plot in plots:
        if plot.plot_ratio is not None:
            yield Demand(
                Kind.PLOT_RATIO,
                Fraction(plot.plot_ratio),
                f"{plot.plot_ratio:f}",
                Text(zh=f"{title.zh}（地块 {plot.id}）", en=f"plot {plot.id} in {title.en}"),
                Text(zh=f"{park.source.path} 的地块表", en=f"the plots in {park.source.path}"),
            )
