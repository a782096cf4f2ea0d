"""The lists that go with a chain map: firms, gaps, projects, policies, regions to look in."""

import math
from collections.abc import Iterable, Mapping

from site_builder.content.chain import coverage
from site_builder.content.industry import Firm, Strength
from site_builder.present.industry import key_figures
from site_builder.present.links import record_path
from site_builder.present.trace import measure, present_need
from site_builder.present.trace_views import FirmLine, ListsView, RegionLine, RegionView, TraceView
from site_builder.present.views import KeyFigure, Link, ProjectView, SegmentView
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCatalog, PublicIndustry
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.speaking import Spoken


def present_lists(  # noqa: PLR0913 - a chain, what stands on it, and who says it
    slug: str,
    chain: Iterable[SegmentView],
    traces: tuple[TraceView, ...],
    projects: Mapping[str, ProjectView],
    catalog: PublicCatalog,
    *,
    voice: Voice,
) -> ListsView:
    """Return the lists of one chain; `traces` are its gaps, `projects` all of the county's."""
    industry = catalog.industries[slug]
    segments = industry.segments
    there = sum(segment.strength is not Strength.MISSING for segment in segments)
    own = [name for name, project in catalog.projects.items() if project.industry == slug]
    answering = [project.slug for trace in traces for project in trace.projects]
    policies = [name for segment in segments for name in segment.policies]
    policies += [name for name in own for name in catalog.projects[name].policies]
    whole = f"{percent_of(coverage(segments))}%"
    covered = str(voice.words["gap"].covered).format(there=there, all=len(segments))
    need = present_need((p for segment in segments for p in segment.purchases), voice)
    return ListsView(
        coverage=whole,
        covered=covered,
        need=need,
        firms=_firms(slug, industry, chain, voice),
        gaps=traces,
        projects=tuple(projects[name] for name in dict.fromkeys([*own, *answering])),
        policies=tuple(measure(name, catalog, voice) for name in dict.fromkeys(policies)),
        regions=_regions(traces),
        figures=(
            KeyFigure(str(voice.words["lists"].coverage), Spoken("", whole, ""), covered),
            *([need] if need else []),
            *key_figures(industry, voice)[:2],
        ),
    )


def percent_of(share: Fraction) -> int:
    """Return a share in whole per cent, half-up; 0 and 100 only where it is nothing, or all."""
    if share in {0, 1}:
        return int(share) * 100
    return min(max(math.floor(share * 100 + Fraction(1, 2)), 1), 99)


def _firms(
    slug: str, industry: PublicIndustry, chain: Iterable[SegmentView], voice: Voice
) -> tuple[FirmLine, ...]:
    """Return the local firms in the order of the chain, the anchors first, each once."""
    path = record_path("industry", slug, voice.language)
    found: dict[str, tuple[Firm, list[Link]]] = {}
    of = {segment.id: segment.firms for segment in industry.segments}
    for view in chain:
        for firm in of[view.id]:
            place = Link(view.title, f"{path}#seg-{view.id}")
            found.setdefault(firm.name.zh, (firm, []))[1].append(place)
    lines = [
        FirmLine(voice.text(firm.name), voice.text(firm.makes), firm.anchor, tuple(places))
        for firm, places in found.values()
    ]
    return tuple(sorted(lines, key=lambda line: not line.anchor))


def _regions(traces: Iterable[TraceView]) -> tuple[RegionLine, ...]:
    """Return the regions, the nearest first, each with the gaps that are to be filled there."""
    found: dict[str, tuple[RegionView, list[Link]]] = {}
    for trace in traces:
        for region in trace.regions:
            gap = Link(trace.segment.title, trace.path, region.why)
            known, gaps = found.get(region.name, (region, []))
            # One gap may say where a region is, and another only name it.
            where = region if known.distance is None else known
            found[region.name] = (where, [*gaps, gap])
    lines = [RegionLine(region, tuple(gaps)) for region, gaps in found.values()]
    return tuple(sorted(lines, key=_nearness))


def _nearness(line: RegionLine) -> tuple[bool, float]:
    return line.region.distance is None, line.region.kilometres
