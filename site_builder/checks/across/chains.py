"""What an industry chain claims holds: strong segments have firms, gaps have an answer.

Supplies lead from one segment to another, once. And each industry has something to offer, and
each of its projects a place on its chain.
"""

from collections.abc import Iterator, Mapping

from site_builder.checks.scope import Scope
from site_builder.content.catalog import Catalog, Entry
from site_builder.content.chain import open_gaps, without_firm
from site_builder.content.industry import Industry
from site_builder.content.project import Project
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, both


def check_chains(scope: Scope) -> Iterator[Diagnostic]:
    """Yield what approved chains say too little about, and what is missing on them."""
    catalog = scope.catalog
    projects = list(scope.approved.projects.values())
    records = {project.slug: project.record for project in projects}
    # A brief that cannot be read, or misspells its industry, may be the one that is missed.
    known = catalog.named.get("industry", frozenset())
    all_read = catalog.named.get("project") == frozenset(catalog.projects) and all(
        project.record.industry in known for project in projects
    )
    for entry in scope.approved.industries.values():
        own = [project for project in projects if project.record.industry == entry.slug]
        yield from _strong(entry)
        yield from _supplies(entry)
        gaps = list(_gaps(entry, records)) if all_read else []
        yield from gaps
        if all_read and not own and not gaps:
            yield from _without_project(entry)
    for project in projects:
        yield from _off_chain(project, catalog)


def _strong(entry: Entry[Industry]) -> Iterator[Diagnostic]:
    for segment in without_firm(entry.record):
        index = entry.record.segments.index(segment)
        yield entry.source.diagnostic(Rule.STRONG_WITHOUT_FIRM, ("segments", index, "strength"))


def _supplies(entry: Entry[Industry]) -> Iterator[Diagnostic]:
    """Yield supplies of a segment to itself, and those that are stated twice.

    What flows in a circle over several segments is a chain like any other.
    """
    for index, segment in enumerate(entry.record.segments):
        first: dict[tuple[str, str], int] = {}
        for number, supply in enumerate(segment.supplies):
            loc: Loc = ("segments", index, "supplies", number, "to")
            if supply.to == segment.id:
                yield entry.source.diagnostic(Rule.SUPPLY_TO_ITSELF, loc, slug=supply.to)
                continue
            line = entry.source.place(loc).line
            before = first.setdefault((supply.to, supply.goods.zh), line)
            if before != line:
                yield entry.source.diagnostic(
                    Rule.SUPPLY_TWICE, loc, slug=supply.to, first=before, **both(goods=supply.goods)
                )


def _gaps(entry: Entry[Industry], projects: Mapping[str, Project]) -> Iterator[Diagnostic]:
    # A project that does not say where it stands may stand in the gap; that is said of it.
    own = [project for project in projects.values() if project.industry == entry.slug]
    if any(not project.segments for project in own):
        return
    for segment in open_gaps(entry.slug, entry.record, projects):
        index = entry.record.segments.index(segment)
        yield entry.source.diagnostic(
            Rule.GAP_WITHOUT_PROJECT, ("segments", index, "id"), slug=segment.id
        )


def _without_project(entry: Entry[Industry]) -> Iterator[Diagnostic]:
    """Yield an industry that offers neither a project nor a profile of firms sought."""
    industry = entry.record
    if not any(segment.target_profile for segment in industry.segments):
        yield entry.source.diagnostic(
            Rule.INDUSTRY_WITHOUT_PROJECT,
            ("title",),
            on_key=True,
            **both(title=industry.title),
            slug=entry.slug,
        )


def _off_chain(project: Entry[Project], catalog: Catalog) -> Iterator[Diagnostic]:
    industry = catalog.industries.get(project.record.industry)
    if industry is None or project.record.segments or not industry.record.segments:
        return
    segments = [segment.id for segment in industry.record.segments]
    yield project.source.diagnostic(
        Rule.PROJECT_OFF_CHAIN,
        ("industry",),
        industry=industry.slug,
        listed_zh="、".join(segments),
        listed_en=", ".join(segments),
    )
