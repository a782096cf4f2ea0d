"""No land is promised twice: plots go to one project, hold it, and parks have what they promise.

Areas are rounded when plots are surveyed, so sums may be off by a twentieth.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from site_builder.checks.land.land_taken import land_taken
from site_builder.checks.land.misplaced import misplaced
from site_builder.checks.land.plans import misstated
from site_builder.checks.money.breakdowns import judge_land
from site_builder.checks.scope import Scope
from site_builder.content.catalog import Entry
from site_builder.content.park import Park, Plot, PlotStatus
from site_builder.content.project import Project, ProjectStage
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.land import mu_as_written
from site_builder.quantities.writing import as_written

TOLERANCE = Fraction(5, 100)

_ASKS_FOR_LAND = {ProjectStage.OPEN, ProjectStage.NEGOTIATING, ProjectStage.SIGNED}

Tenants = Sequence[Entry[Project]]


def check_commitments(scope: Scope) -> Iterator[Diagnostic]:
    """Yield plots and parks that cannot hold what approved projects are to build on them.

    A park whose plots are misallotted is not added up as well: the sum would tell of the same
    mistake again. Nor is the land of a project counted whose plots lie in another park, or that
    of a plot whose corners enclose another area.
    """
    wrong_park = misplaced(scope)
    wrong_areas = misstated(scope)
    for park, tenants in _tenancies(scope):
        wrong = wrong_areas.get(park.slug, frozenset())
        measured = [entry for entry in tenants if wrong.isdisjoint(entry.record.plots)]
        findings = [*_plots(park, tenants), *_sizes(park, measured)]
        yield from findings
        if not findings and not wrong and not any(_is_misstated(entry) for entry in tenants):
            yield from _land(park, [entry for entry in tenants if entry.slug not in wrong_park])
        yield from _plan(park)


def rivals(scope: Scope) -> frozenset[frozenset[str]]:
    """Return the pairs of approved projects that are promised the same plot."""
    return frozenset(
        frozenset((first.slug, other.slug))
        for park, tenants in _tenancies(scope)
        for _, first, others in _disputes(park, tenants)
        for other in others
    )


def outgrown(scope: Scope) -> frozenset[str]:
    """Return the approved projects that need more land than their plots have."""
    return frozenset(
        entry.slug for park, tenants in _tenancies(scope) for entry, _, _ in _rooms(park, tenants)
    )


def _tenancies(scope: Scope) -> Iterator[tuple[Entry[Park], Tenants]]:
    """Yield each approved park with the approved projects that name it."""
    tenants: dict[str | None, list[Entry[Project]]] = {}
    for project in scope.approved.projects.values():
        tenants.setdefault(project.record.park, []).append(project)
    for park in scope.approved.parks.values():
        yield park, tenants.get(park.slug, ())


def _known_plots(park: Entry[Park]) -> list[Plot]:
    """Return the plots of a park; those that share an id cannot be told apart, and are left out."""
    ids = Counter(plot.id for plot in park.record.plots)
    return [plot for plot in park.record.plots if ids[plot.id] == 1]


def _holders(plot: Plot, tenants: Tenants) -> Tenants:
    return [entry for entry in tenants if plot.id in entry.record.plots]


def _disputes(
    park: Entry[Park], tenants: Tenants
) -> Iterator[tuple[Plot, Entry[Project], Tenants]]:
    """Yield each plot that several projects want whole: the first of them, and the others.

    The one that was brought up to date first is the first: an earlier promise stands.
    """
    for plot in _known_plots(park):
        holders = _holders(plot, tenants)
        if len(holders) > 1 and not _fits_all(plot, holders):
            first, *others = sorted(holders, key=lambda entry: entry.record.updated)
            yield plot, first, others


def _plots(park: Entry[Park], tenants: Tenants) -> Iterator[Diagnostic]:
    free = _free_plots(park, tenants)
    for plot, first, others in _disputes(park, tenants):
        for entry in others:
            yield entry.source.diagnostic(
                Rule.PLOT_PROMISED_TWICE,
                _loc(entry, plot),
                plot=plot.id,
                path=first.source.path,
                **both(other=first.record.title, hint=free),
            )
    for plot in _known_plots(park):
        holders = _holders(plot, tenants)
        # Of several holders one may have taken it; that they are several is said above.
        if plot.status is PlotStatus.TAKEN and len(holders) == 1:
            (entry,) = holders
            if entry.record.stage is ProjectStage.OPEN:
                yield entry.source.diagnostic(
                    Rule.PLOT_NOT_AVAILABLE,
                    _loc(entry, plot),
                    plot=plot.id,
                    path=park.source.path,
                    **both(hint=free),
                )


def _loc(entry: Entry[Project], plot: Plot) -> Loc:
    return ("plots", entry.record.plots.index(plot.id))


def _fits_all(plot: Plot, holders: Tenants) -> bool:
    """Whether a plot that is let out in parts is large enough for all that stand on it alone."""
    total = Fraction(0)
    for entry in holders:
        land = land_taken(entry.record)
        if land is None or set(entry.record.plots) != {plot.id}:
            return False
        total += land
    return total <= plot.area.highest.reference() * (1 + TOLERANCE)


def _free_plots(park: Entry[Park], tenants: Tenants) -> Words:
    """Return the hint which plots of the park nobody has."""
    held = {plot for entry in tenants for plot in entry.record.plots}
    free = [
        f"{plot.id}（{as_written(plot.area)}）"
        for plot in park.record.plots
        if plot.status is PlotStatus.AVAILABLE and plot.id not in held
    ]
    if not free:
        return Words(
            "另选地块，该园区已无空余的可供地块",
            "choose another site; the park has no other plot to offer",
        )
    listed_en = ", ".join(free).replace("（", " (").replace("）", ")")
    return Words(
        f"另选地块，空余的有 {'、'.join(free)}",
        f"choose another plot; these are free: {listed_en}",
    )


def _rooms(
    park: Entry[Park], tenants: Tenants
) -> Iterator[tuple[Entry[Project], Fraction, Fraction]]:
    """Yield each project that needs more land than its plots have, with both areas."""
    areas = {plot.id: plot.area.highest.reference() for plot in _known_plots(park)}
    for entry in tenants:
        land, plots = land_taken(entry.record), set(entry.record.plots)
        # A plot that the park does not know is reported as such.
        if land is not None and plots and areas.keys() >= plots:
            room = sum((areas[plot] for plot in plots), Fraction(0))
            if land > room * (1 + TOLERANCE):
                yield entry, land, room


def _is_misstated(entry: Entry[Project]) -> bool:
    """Whether the land of a project is not what its parts make; that is told of it already."""
    return bool(judge_land(entry).findings)


def _sizes(park: Entry[Park], tenants: Tenants) -> Iterator[Diagnostic]:
    for entry, land, room in _rooms(park, tenants):
        if _is_misstated(entry):
            continue
        yield entry.source.diagnostic(
            Rule.PLOTS_TOO_SMALL,
            ("scale", "land"),
            land=_written(entry.record, land),
            plots=" + ".join(dict.fromkeys(entry.record.plots)),
            area=mu_as_written(room),
        )


def _written(project: Project, taken: Fraction) -> str:
    whole = project.scale.land
    if whole is not None and whole.lowest.reference() == taken:
        return as_written(whole)
    return mu_as_written(taken)


def _land(park: Entry[Park], tenants: Tenants) -> Iterator[Diagnostic]:
    asking = [entry for entry in tenants if entry.record.stage in _ASKS_FOR_LAND]
    named = {plot for entry in asking for plot in entry.record.plots}
    # A signed project may already have taken its plot.
    room = sum(
        (
            plot.area.highest.reference()
            for plot in park.record.plots
            if plot.status is not PlotStatus.TAKEN or plot.id in named
        ),
        Fraction(0),
    )
    claims = {
        entry.slug: land for entry in asking if (land := land_taken(entry.record)) is not None
    }
    claimed = sum(claims.values(), Fraction(0))
    if claimed > room * (1 + TOLERANCE):
        listed = " + ".join(f"{slug} {mu_as_written(land)}" for slug, land in claims.items())
        yield park.source.diagnostic(
            Rule.PARK_OVERCOMMITTED,
            ("plots",),
            on_key=True,
            claim_zh="招商、洽谈和签约项目的用地合计",
            claim_en="the lands of open, negotiated and signed projects",
            claimed=mu_as_written(claimed),
            room_zh="可供和预留地块合计",
            room_en="the plots that are available or reserved",
            room=mu_as_written(room),
            hint_zh=f"{listed}；补上地块，或调减、迁出项目",
            hint_en=f"{listed}; add plots, or reduce or move projects",
        )


def _plan(park: Entry[Park]) -> Iterator[Diagnostic]:
    planned = park.record.planned_area.highest.reference()
    plots = sum((plot.area.lowest.reference() for plot in park.record.plots), Fraction(0))
    if plots > planned * (1 + TOLERANCE):
        yield park.source.diagnostic(
            Rule.PARK_OVERCOMMITTED,
            ("planned_area",),
            claim_zh="各地块合计",
            claim_en="the plots together",
            claimed=mu_as_written(plots),
            room_zh="园区规划面积",
            room_en="the area planned for the park",
            room=mu_as_written(planned),
            hint_zh="核对地块面积和 planned_area",
            hint_en="check the areas of the plots, and planned_area",
        )
