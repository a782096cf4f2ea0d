"""What the page of a gap, the handbook's table of gaps and the lists of a chain are given."""

from dataclasses import dataclass

from site_builder.present.views import KeyFigure, Link, ProjectView, SegmentView
from site_builder.present.voice import Shown, SpokenDay
from site_builder.present.words import Choice
from site_builder.quantities.speaking import Spoken


@dataclass(frozen=True)
class NeighbourView:
    """A segment that supplies another, or buys from it."""

    title: str
    path: str
    """Its own page if it is a gap, its card on the chain otherwise."""
    goods: str
    strength: Choice
    firms: tuple[str, ...]


@dataclass(frozen=True)
class RegionView:
    """A region to look for firms in."""

    name: str
    why: str
    distance: Spoken | None
    """In a straight line from the county seat; None where its position is not given."""
    kilometres: float = 0.0
    bearing: float = 0.0
    """Degrees from north, clockwise, as seen from the county seat."""


@dataclass(frozen=True)
class SiteView:
    """A plot for a gap, with what it costs to enter."""

    park: Link
    plot: Shown
    status: Choice
    cost: Spoken
    """The plot's starting price times its area."""
    least: Spoken | None
    """The least fixed investment for its area; None where the park states no threshold."""
    project: Link | None
    """The project that is planned on it."""


@dataclass(frozen=True)
class OpenLandView:
    """Land outside the parks, as the brief of a project describes it."""

    project: Link
    place: str
    land: Spoken
    investment: Spoken


@dataclass(frozen=True)
class CostRow:
    """A price that an investor reckons with."""

    label: str
    value: Spoken
    note: str


@dataclass(frozen=True)
class EntryCostView:
    """What a park asks of newcomers, and what its utilities cost; or what land outside costs."""

    of: Link
    """The park, or the project that lies outside the parks."""
    rows: tuple[CostRow, ...]
    source: str = ""
    """Where a park's threshold is laid down; may be empty."""


@dataclass(frozen=True)
class MeasureView:
    """A policy that applies to a gap."""

    title: str
    path: str
    number: str
    summary: str


@dataclass(frozen=True)
class TraceView:
    """A gap from need to person to call, as one reading."""

    slug: str
    path: str
    industry: Link
    landscape: str
    tint: str
    segment: SegmentView
    brief: Shown
    """The segment itself."""
    office: str
    updated: SpokenDay
    need: KeyFigure | None
    """What is bought outside a year; its note says what is not counted."""
    figures: tuple[KeyFigure, ...]
    suppliers: tuple[NeighbourView, ...]
    buyers: tuple[NeighbourView, ...]
    profile: str
    """Which firm is sought; empty if neither the segment nor a brief says."""
    regions: tuple[RegionView, ...]
    projects: tuple[ProjectView, ...]
    sites: tuple[SiteView, ...]
    open_land: tuple[OpenLandView, ...]
    costs: tuple[EntryCostView, ...]
    policies: tuple[MeasureView, ...]
    contacts: tuple[Shown, ...]
    """Whom to call, the first one first."""


@dataclass(frozen=True)
class FirmLine:
    """A local firm in the list of a chain."""

    name: str
    makes: str
    anchor: bool
    segments: tuple[Link, ...]


@dataclass(frozen=True)
class RegionLine:
    """A region in the list of a chain, with the gaps that firms there could fill."""

    region: RegionView
    gaps: tuple[Link, ...]


@dataclass(frozen=True)
class ListsView:
    """A chain as five lists: firms, gaps, projects, policies, regions to look in."""

    coverage: str
    """The share of segments that are there, e.g. `67%`."""
    covered: str
    """How many segments of how many."""
    need: KeyFigure | None
    firms: tuple[FirmLine, ...]
    gaps: tuple[TraceView, ...]
    projects: tuple[ProjectView, ...]
    policies: tuple[MeasureView, ...]
    regions: tuple[RegionLine, ...]
    figures: tuple[KeyFigure, ...] = ()
    """What stands large over the chain: how whole it is, what is bought outside, its own."""

    @property
    def all_regions(self) -> tuple[RegionView, ...]:
        """The regions alone, for the drawing of the routes."""
        return tuple(line.region for line in self.regions)
