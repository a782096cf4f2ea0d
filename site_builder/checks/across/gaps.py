"""A gap leads an investor all the way: no link of its trace is missing, and its land is there.

Judged are approved industries: each missing and each weak segment has a page, and owes its reader
all of it. A missing segment without project and profile is told by `gap-without-project` alone; a
park that is not approved, by those who may not refer to it.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from site_builder.checks.across.references import unknown
from site_builder.checks.land.misplaced import misplaced
from site_builder.checks.scope import Scope
from site_builder.content.catalog import Catalog, Entry
from site_builder.content.chain import (
    Parks,
    Projects,
    TraceLink,
    answers,
    is_gap,
    missing_links,
    open_gaps,
)
from site_builder.content.industry import Industry, Segment
from site_builder.content.park import Plot, PlotStatus
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both

_LINKS = {
    TraceLink.NEED: Words("年外购", "what is bought outside a year"),
    TraceLink.PROFILE: Words("目标企业画像", "the profile of the firm sought"),
    TraceLink.REGIONS: Words("目标区域", "the regions where such firms are"),
    TraceLink.PROJECT: Words("项目", "a project"),
    TraceLink.PLOT: Words("地块", "a plot"),
    TraceLink.COST: Words("进入成本", "what it costs to enter"),
    TraceLink.POLICY: Words("政策", "a policy"),
}
_REMEDIES = {
    TraceLink.NEED: Words("purchases", "`purchases`"),
    TraceLink.PROFILE: Words("target_profile", "`target_profile`"),
    TraceLink.REGIONS: Words("target_regions", "`target_regions`"),
    TraceLink.PROJECT: Words("在 segments 中写有本环节的项目", "a brief that lists this segment"),
    TraceLink.PLOT: Words("parks 与 plots", "`parks` and `plots`"),
    TraceLink.COST: Words(
        "项目投资所用汇率 investment.exchange", "`investment.exchange` in the brief"
    ),
    TraceLink.POLICY: Words("policies", "`policies`"),
}


def check_gaps(scope: Scope) -> Iterator[Diagnostic]:
    """Yield the gaps of approved industries whose trace is broken or leads to the wrong land."""
    catalog = scope.catalog
    projects = {slug: entry.record for slug, entry in scope.approved.projects.items()}
    parks = {slug: entry.record for slug, entry in catalog.parks.items()}
    all_read = _says_where_all_stand(catalog, projects)
    for entry in scope.approved.industries.values():
        near = _near(entry, projects)
        astray = _astray(near, parks)
        untold = {segment.id for segment in open_gaps(entry.slug, entry.record, near)}
        for index, segment in enumerate(entry.record.segments):
            loc: Loc = ("segments", index)
            land = [
                *_plots(entry, loc, segment, catalog, projects),
                *_elsewhere(entry, loc, segment, scope, near),
            ]
            yield from land
            if (
                all_read
                and not land
                and astray.isdisjoint(answers(entry.slug, segment, near))
                and is_gap(segment)
                and segment.id not in untold
            ):
                yield from _trace(entry, loc, segment, near, parks)


def _says_where_all_stand(catalog: Catalog, projects: Projects) -> bool:
    """Whether no link is missing only because a file cannot be read, or misspells its industry."""
    known = catalog.named.get("industry", frozenset())
    return all(
        catalog.named.get(kind) == frozenset(read)
        for kind, read in (("project", catalog.projects), ("park", catalog.parks))
    ) and all(project.industry in known for project in projects.values())


def _astray(projects: Projects, parks: Parks) -> AbstractSet[str]:
    """Return the projects that name a plot which their park has not: that is told of them."""
    return {
        slug
        for slug, project in projects.items()
        if project.park is not None
        and project.park in parks
        and not {plot.id for plot in parks[project.park].plots}.issuperset(project.plots)
    }


def _near(entry: Entry[Industry], projects: Projects) -> Projects:
    """Return the projects that may answer a segment: of a thousand, those of its industry."""
    named = {slug for segment in entry.record.segments for slug in segment.projects}
    return {
        slug: project
        for slug, project in projects.items()
        if project.industry == entry.slug or slug in named
    }


def _trace(
    entry: Entry[Industry], loc: Loc, segment: Segment, projects: Projects, parks: Parks
) -> Iterator[Diagnostic]:
    """Yield a gap whose trace lacks links, all of them in one finding."""
    missing = missing_links(entry.slug, segment, projects, parks)
    if missing:
        # A plot has a price: where it is named, its cost is no more lacking.
        without = {TraceLink.COST} if TraceLink.PLOT in missing else set()
        yield entry.source.diagnostic(
            Rule.GAP_TRACE_BROKEN,
            (*loc, "id"),
            **both(
                links=_listed(_LINKS[link] for link in missing),
                hint=_listed(_REMEDIES[link] for link in missing if link not in without),
            ),
        )


def _listed(words: Iterator[Words]) -> Words:
    said = list(words)
    return Words("、".join(w.zh for w in said), ", ".join(w.en for w in said))


def _plots(
    entry: Entry[Industry], loc: Loc, segment: Segment, catalog: Catalog, projects: Projects
) -> Iterator[Diagnostic]:
    """Yield the plots of a segment that are not there, lie in another park, or are not free."""
    lying = {p.id: (slug, p) for slug, kept in catalog.parks.items() for p in kept.record.plots}
    if catalog.named.get("park") != frozenset(catalog.parks):
        return
    for number, slug in enumerate(segment.plots):
        place = (*loc, "plots", number)
        within = {
            plot.id: plot
            for park in segment.parks
            if park in catalog.parks
            for plot in catalog.parks[park].record.plots
        }
        if slug in within:
            yield from _unfree(entry, place, segment, within[slug], projects)
        elif slug in lying:
            park = lying[slug][0]
            facts = both(
                reason=Words(
                    f"它在园区 {park}，不在本环节的 parks 之内",
                    f"it lies in the park {park}, which is not among the segment's `parks`",
                ),
                hint=Words(
                    f"在 parks 中加上 {park}，或改正地块",
                    f"add {park} to `parks`, or correct the plot",
                ),
            )
            yield entry.source.diagnostic(Rule.SEGMENT_PLOT_UNFIT, place, plot=slug, **facts)
        else:
            yield unknown(entry.source, "plot", place, slug, set(within) or set(lying))


def _unfree(
    entry: Entry[Industry], place: Loc, segment: Segment, plot: Plot, projects: Projects
) -> Iterator[Diagnostic]:
    """Yield a plot that is taken, or reserved for something else than this segment.

    Where a project holds a plot that is taken, that is told of the project.
    """
    taken = plot.status is PlotStatus.TAKEN
    own = answers(entry.slug, segment, projects)
    holders = [slug for slug, project in projects.items() if plot.id in project.plots]
    is_fine = bool(holders) if taken else bool(set(holders) & set(own))
    if plot.status is PlotStatus.AVAILABLE or is_fine:
        return
    facts = both(
        reason=Words("它已用", "it is taken") if taken else Words("它已预留", "it is reserved"),
        hint=Words(
            "换一块可供的地块；若地块仍可供，改正园区资料中的 status",
            "name a plot that can be had; if this one can, correct its `status` in the park's file",
        ),
    )
    yield entry.source.diagnostic(Rule.SEGMENT_PLOT_UNFIT, place, plot=plot.id, **facts)


def _elsewhere(
    entry: Entry[Industry], loc: Loc, segment: Segment, scope: Scope, projects: Projects
) -> Iterator[Diagnostic]:
    """Yield the projects on a segment that are planned in a park which it does not name.

    A project whose plots lie in another park than its own is told of by itself.
    """
    if not segment.parks:
        return
    for slug in answers(entry.slug, segment, projects):
        park = projects[slug].park
        if park is None or park in segment.parks or slug in misplaced(scope):
            continue
        yield entry.source.diagnostic(
            Rule.PROJECT_OUTSIDE_PARKS,
            (*loc, "parks"),
            park=park,
            path=scope.catalog.projects[slug].source.path,
            **both(
                title=projects[slug].title,
                parks=Words("、".join(segment.parks), ", ".join(segment.parks)),
            ),
        )
