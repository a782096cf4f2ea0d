"""A whole county in one language, as pages, brochures and open data are given it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.present.find_views import FindView
from site_builder.present.map_view import MapView
from site_builder.present.trace_views import ListsView, TraceView
from site_builder.present.views import (
    Facet,
    IndustryView,
    KeyFigure,
    ParkView,
    PolicyView,
    ProjectView,
    WithdrawnView,
)
from site_builder.present.voice import Shown, Voice


@dataclass(frozen=True)
class CountyView:
    """A whole county in one language."""

    language: str
    voice: Voice
    brief: Shown
    paths: Mapping[str, str]
    """Where this language's own pages and files stand, by name."""
    landscape: str
    other_name: str
    """Its short name in the other language."""
    figures: tuple[KeyFigure, ...]
    totals: tuple[KeyFigure, ...]
    projects: tuple[ProjectView, ...]
    featured: tuple[ProjectView, ...]
    industries: tuple[IndustryView, ...]
    parks: tuple[ParkView, ...]
    policies: tuple[PolicyView, ...]
    find: FindView
    map: MapView
    contacts: tuple[Shown, ...] = ()
    facets: tuple[Facet, ...] = ()
    by_slug: Mapping[str, ProjectView] = field(default_factory=dict)
    traces: Mapping[str, tuple[TraceView, ...]] = field(default_factory=dict)
    """The gaps of each industry, from need to person to call, in the order of the chain."""
    lists: Mapping[str, ListsView] = field(default_factory=dict)
    """Each industry's chain as lists; none for an industry without a chain."""
    offered: tuple[ParkView, ...] = ()
    """All parks of the county where `parks` are only some of them."""
    ended: frozenset[str] = frozenset()
    """The policies that have no page because they are over."""
    edition: tuple[KeyFigure, ...] = ()
    """The totals, with projects and chains of the edition alone; none for a whole county."""
    withdrawn: tuple[WithdrawnView, ...] = ()
    """The projects that were printed and are no longer on offer."""

    def related(self, project: ProjectView, count: int = 3) -> Sequence[ProjectView]:
        """Return other projects of the same industry, then of the same park."""
        others = [p for p in self.projects if p.slug != project.slug]
        others.sort(
            key=lambda p: (
                p.industry != project.industry,
                project.park is None or p.park != project.park,
            )
        )
        return others[:count]

    def traces_of(self, trace: TraceView) -> Sequence[TraceView]:
        """Return the other gaps of a gap's chain."""
        return [
            other
            for traces in self.traces.values()
            for other in traces
            if other.industry == trace.industry and other.path != trace.path
        ]
