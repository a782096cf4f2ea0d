"""Every reference leads to a record, and from published records only to published ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from site_builder.checks.scope import Scope
from site_builder.content.catalog import AnyEntry, Catalog, Entry
from site_builder.content.chain import edges_to_nowhere
from site_builder.content.county import County
from site_builder.content.event import Event
from site_builder.content.industry import Industry
from site_builder.content.park import Park
from site_builder.content.project import Project
from site_builder.content.schema_errors import suggest
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both

_LISTED = 5
"""How many places a finding names."""
_WORDS = {
    "project": Words("项目", "project"),
    "industry": Words("产业", "industry"),
    "park": Words("园区", "park"),
    "policy": Words("政策", "policy"),
    "segment": Words("产业链环节", "segment"),
    "plot": Words("地块", "plot"),
}


def check_references(scope: Scope) -> Iterator[Diagnostic]:
    """Yield every reference to nothing, and every published one to something unpublished."""
    catalog = scope.catalog
    walker = _Walker(scope)
    if catalog.county is not None:
        yield from _county(catalog.county, walker)
    for project in catalog.projects.values():
        yield from _project(project, walker, catalog)
    for industry in catalog.industries.values():
        yield from _industry(industry, walker)
    for park in catalog.parks.values():
        yield from _park(park, walker)
    for policy in catalog.policies.values():
        yield from walker.all(policy, "industry", ("industries",), policy.record.industries)
    for event in catalog.events.values():
        yield from _event(event, walker, scope)
    yield from walker.refused()


class _Walker:
    """Follows references from one record to others."""

    def __init__(self, scope: Scope) -> None:
        self._named = scope.catalog.named
        read, approved = _slugs(scope.catalog), _slugs(scope.approved)
        self._unpublished = {kind: slugs - approved[kind] for kind, slugs in read.items()}
        self._entries: Mapping[str, Mapping[str, AnyEntry]] = {
            "project": scope.catalog.projects,
            "industry": scope.catalog.industries,
            "park": scope.catalog.parks,
            "policy": scope.catalog.policies,
        }
        self._refused: dict[tuple[str, str], list[Diagnostic]] = defaultdict(list)

    def one(
        self,
        entry: AnyEntry,
        kind: str,
        loc: Loc,
        slug: str,
        *,
        refuse: bool = True,
    ) -> Iterator[Diagnostic]:
        """Follow one reference of a record; `refuse` those to what is not approved."""
        known = self._named.get(kind)
        if known is None:
            return
        if slug not in known:
            yield unknown(entry.source, kind, loc, slug, known)
        elif refuse and entry.is_approved and slug in self._unpublished[kind]:
            facts = both(kind=_WORDS[kind])
            self._refused[kind, slug].append(
                entry.source.diagnostic(Rule.UNPUBLISHED_REFERENCE, loc, slug=slug, **facts)
            )

    def refused(self) -> Iterator[Diagnostic]:
        """Yield what was found of records that are not approved, one finding for each.

        One reference is told where it stands. Where there are several, the cause is the record
        that is not approved, and it is told there.
        """
        for (kind, slug), findings in self._refused.items():
            if len(findings) == 1:
                yield findings[0]
                continue
            target = self._entries[kind][slug]
            places = [f"{found.place.path}:{found.place.line}" for found in findings[:_LISTED]]
            more = len(findings) > _LISTED
            listed = Words(
                f"{'、'.join(places)}{' 等' if more else ''}",
                f"{', '.join(places)}{' and more' if more else ''}",
            )
            yield target.source.diagnostic(
                Rule.UNPUBLISHED_IN_USE,
                ("review", "status"),
                status=target.record.review.status.value,
                count=len(findings),
                **both(kind=_WORDS[kind], places=listed),
            )

    def all(
        self,
        entry: AnyEntry,
        kind: str,
        loc: Loc,
        slugs: Sequence[str],
        *,
        refuse: bool = True,
    ) -> Iterator[Diagnostic]:
        """Follow a list of references of a record."""
        for index, slug in enumerate(slugs):
            yield from self.one(entry, kind, (*loc, index), slug, refuse=refuse)


def _slugs(catalog: Catalog) -> Mapping[str, frozenset[str]]:
    """Return the slugs of a catalog's records by kind."""
    return {
        "project": frozenset(catalog.projects),
        "industry": frozenset(catalog.industries),
        "park": frozenset(catalog.parks),
        "policy": frozenset(catalog.policies),
    }


def unknown(
    source: Source, kind: str, loc: Loc, slug: str, known: frozenset[str] | set[str]
) -> Diagnostic:
    """Build the finding of a reference to nothing, with what it may have meant."""
    name = _WORDS[kind]
    hint = suggest(slug, known, zh=f"已有{name.zh}", en=f"known {name.en} names")
    return source.diagnostic(Rule.UNKNOWN_REFERENCE, loc, slug=slug, **both(kind=name, hint=hint))


def _county(entry: Entry[County], walker: _Walker) -> Iterator[Diagnostic]:
    yield from walker.all(entry, "project", ("featured",), entry.record.featured)


def _event(entry: Entry[Event], walker: _Walker, scope: Scope) -> Iterator[Diagnostic]:
    event = entry.record
    # A fair that is over may name what has been withdrawn since: it has been printed.
    refused = not event.is_over(scope.terms.today)
    yield from walker.all(entry, "project", ("projects",), event.projects, refuse=refused)
    yield from walker.all(entry, "industry", ("industries",), event.industries, refuse=refused)


def _project(entry: Entry[Project], walker: _Walker, catalog: Catalog) -> Iterator[Diagnostic]:
    project = entry.record
    yield from walker.one(entry, "industry", ("industry",), project.industry)
    industry = catalog.industries.get(project.industry)
    if industry is not None:
        segments = {segment.id for segment in industry.record.segments}
        for index, slug in enumerate(project.segments):
            if slug not in segments:
                yield unknown(entry.source, "segment", ("segments", index), slug, segments)
    if project.park is not None:
        yield from walker.one(entry, "park", ("park",), project.park)
    yield from _plots(entry, catalog)
    yield from walker.all(entry, "policy", ("policies",), project.policies)


def _plots(entry: Entry[Project], catalog: Catalog) -> Iterator[Diagnostic]:
    slugs, park = entry.record.plots, entry.record.park
    plots = {name: {plot.id for plot in kept.record.plots} for name, kept in catalog.parks.items()}
    if park is not None and park not in plots:
        return
    known = plots[park] if park is not None else set()
    lying = [name for name, ids in plots.items() if ids.issuperset(slugs)]
    if park is not None and len(set(slugs)) > 1 and len(lying) == 1 and known.isdisjoint(slugs):
        # All of them lie together elsewhere: it is the park that is wrong.
        yield _wrong_park(entry, lying[0])
        return
    for index, slug in enumerate(slugs):
        if slug in known:
            continue
        loc = ("plots", index)
        if others := sorted(name for name, ids in plots.items() if slug in ids):
            hint = Words(
                f"{slug} 属于园区 {'、'.join(others)}；核对 park",
                f"{slug} lies in the park {' and '.join(others)}; check `park`",
            )
            facts = both(kind=_WORDS["plot"], hint=hint)
            yield entry.source.diagnostic(Rule.UNKNOWN_REFERENCE, loc, slug=slug, **facts)
        else:
            yield unknown(entry.source, "plot", loc, slug, known)


def _wrong_park(entry: Entry[Project], right: str) -> Diagnostic:
    named = entry.record.park
    kind = Words(f"园区 {named} 的地块", f"plot of the park {named}")
    hint = Words(
        f"这些地块都属于园区 {right}，park 是否应为 {right}？",
        f"these plots all lie in the park {right}: should `park` be {right}?",
    )
    plots = " + ".join(dict.fromkeys(entry.record.plots))
    facts = both(kind=kind, hint=hint)
    return entry.source.diagnostic(Rule.UNKNOWN_REFERENCE, ("park",), slug=plots, **facts)


def _industry(entry: Entry[Industry], walker: _Walker) -> Iterator[Diagnostic]:
    segments = {segment.id for segment in entry.record.segments}
    for index, segment in enumerate(entry.record.segments):
        loc: Loc = ("segments", index)
        yield from walker.all(entry, "park", (*loc, "parks"), segment.parks)
        yield from walker.all(entry, "policy", (*loc, "policies"), segment.policies)
        yield from walker.all(entry, "project", (*loc, "projects"), segment.projects)
    for index, number in edges_to_nowhere(entry.record):
        to = entry.record.segments[index].supplies[number].to
        hint = suggest(to, segments, zh="本链环节", en="the segments are")
        yield entry.source.diagnostic(
            Rule.SUPPLY_TO_NOWHERE,
            ("segments", index, "supplies", number, "to"),
            slug=to,
            **both(hint=hint),
        )


def _park(entry: Entry[Park], walker: _Walker) -> Iterator[Diagnostic]:
    yield from walker.all(entry, "industry", ("industries",), entry.record.industries)
    yield from walker.all(entry, "policy", ("policies",), entry.record.policies)
