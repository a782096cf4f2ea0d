"""What templates are given: one view per record, joined to its neighbours."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.present.map_view import WayThere
from site_builder.present.plan import PlanView
from site_builder.present.voice import Shown
from site_builder.present.words import Choice
from site_builder.quantities.speaking import Spoken


@dataclass(frozen=True)
class Link:
    """Something with a page of its own."""

    title: str
    path: str
    note: str = ""


@dataclass(frozen=True)
class KeyFigure:
    """A number that stands large, with what it is under it."""

    label: str
    value: Spoken
    note: str = ""


@dataclass(frozen=True)
class Bar:
    """A year of a chart."""

    label: str
    value: float
    shown: str
    forecast: bool


@dataclass(frozen=True)
class BarsView:
    """A yearly series as a chart shows it."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    source: str
    note: str
    old_year: str = ""
    """The last year that is not a forecast, if it is old."""


@dataclass(frozen=True)
class Share:
    """A part of a whole."""

    name: str
    shown: str
    percent: float
    percent_shown: str
    """Rounded so that those of a whole add up to 100.0%."""
    value: Spoken = field(default_factory=lambda: Spoken("", "", ""))
    """The same as `shown`, in its parts, for tables that say the unit once."""


@dataclass(frozen=True)
class SegmentView:
    """A segment of a chain as it is shown."""

    id: str
    title: str
    stage: Choice
    strength: Choice
    brief: Shown
    firms: tuple[str, ...]
    projects: tuple[Link, ...]
    parks: tuple[Link, ...]
    policies: tuple[Link, ...]
    supplies: tuple[Link, ...]
    supplied_by: tuple[Link, ...]
    path: str = ""
    """Its own page, from need to person to call; empty if it is no gap."""


@dataclass(frozen=True)
class FlowCell:
    """The net flow of a year on one basis, and the sum of all flows up to it."""

    flow: str
    sum: str
    recovered: bool
    """Whether this is the year in which the sum is above nought for the first time."""


@dataclass(frozen=True)
class FlowsRow:
    """A year of cash flows, a cell for each basis."""

    year: str
    cells: tuple[FlowCell, ...]


@dataclass(frozen=True)
class FlowsView:
    """Cash flows of one unit as a table, basis beside basis."""

    unit: str
    bases: tuple[Choice, ...]
    rows: tuple[FlowsRow, ...]

    @property
    def recovers(self) -> bool:
        """Whether some running sum turns positive."""
        return any(cell.recovered for row in self.rows for cell in row.cells)


@dataclass(frozen=True)
class ChangeView:
    """A fact that has changed since it was printed."""

    label: str
    before: str
    now: str


@dataclass(frozen=True)
class PrintedView:
    """What has changed in a project since it was printed for an event."""

    event: str
    """The event's slug, as printed codes name it."""
    title: str
    """For which event, and when: a line of its own."""
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True)
class WithdrawnView:
    """A project that was printed and is no longer on offer: its page stays, for printed codes."""

    slug: str
    path: str
    title: str
    """As it was last printed."""
    printed: tuple[PrintedView, ...]
    """Its printings, the last one first; nothing of them has changed but that it is gone."""


@dataclass(frozen=True)
class ProjectView:
    """A project with everything its page, its card and its leaflet show."""

    slug: str
    path: str
    landscape: str
    leaflet: str
    brief: Shown
    tint: str
    industry: Link
    park: Link | None
    plots: tuple[Shown, ...]
    park_brief: Shown | None
    segments: tuple[str, ...]
    chain: tuple[SegmentView, ...]
    figures: tuple[KeyFigure, ...]
    listed: tuple[KeyFigure, ...]
    """The first two of its figures, as they are said where projects stand under each other."""
    foreign: str
    """What the law says to foreign investors, in a few clauses; empty where it is not stated."""
    charts: tuple[BarsView, ...]
    cost_shares: tuple[Share, ...]
    source_shares: tuple[Share, ...]
    policies: tuple[Link, ...]
    sort: Mapping[str, float]
    codes: Mapping[str, tuple[str, ...]]
    """For each facet of the catalogue, the options the project falls under."""
    flows: tuple[FlowsView, ...] = ()
    ways: tuple[WayThere, ...] = ()
    """Links that open it, or else its park, in a map program."""
    printed: tuple[PrintedView, ...] = ()
    """What has changed since it was printed, the last printing first."""


@dataclass(frozen=True)
class IndustryView:
    """An industry with its chain and its projects."""

    slug: str
    path: str
    landscape: str
    brief: Shown
    tint: str
    figures: tuple[KeyFigure, ...]
    stages: tuple[tuple[Choice, tuple[SegmentView, ...]], ...]
    segments: tuple[SegmentView, ...]
    gaps: tuple[SegmentView, ...]
    projects: tuple[ProjectView, ...]
    parks: tuple[Link, ...]
    policies: tuple[Link, ...]

    @property
    def roles(self) -> tuple[tuple[Choice, int], ...]:
        """The roles that occur on the chain, each with the number of its segments."""
        return tuple(Counter(segment.brief.role for segment in self.segments).items())


@dataclass(frozen=True)
class PlotView:
    """A plot, and the project that is planned on it."""

    brief: Shown
    status: Choice
    square_metres: float
    project: Link | None
    ways: tuple[WayThere, ...] = ()
    """Links that open its middle in a map program, if its corners are known."""


@dataclass(frozen=True)
class PlotsView:
    """What a table of plots on paper need not say in each row."""

    alike: tuple[tuple[str, str], ...] = ()
    """What is the same for all plots, by its name."""
    columns: tuple[str, ...] = ()
    """Which of use, price and plot_ratio differ from plot to plot."""
    standard: str = ""
    """What the mark of the standard plots stands for; empty if there is none."""


@dataclass(frozen=True)
class ParkView:
    """A park with its plots and its projects."""

    slug: str
    path: str
    landscape: str
    brief: Shown
    figures: tuple[KeyFigure, ...]
    plots: tuple[PlotView, ...]
    available: Spoken
    price: Spoken
    """The lowest starting price."""
    rent: Spoken | None
    """The lowest rent of a ready-built factory."""
    projects: tuple[ProjectView, ...]
    industries: tuple[Link, ...]
    policies: tuple[Link, ...]
    ways: tuple[WayThere, ...] = ()
    """Links that open it in a map program."""
    plan: PlanView | None = None
    """Where its plots lie, if that is written."""
    plots_said: PlotsView = PlotsView()
    """How its plots are told on paper."""


@dataclass(frozen=True)
class PolicyView:
    """A policy and whether it holds today."""

    slug: str
    path: str
    brief: Shown
    industries: tuple[Link, ...]
    projects: tuple[Link, ...]
    cited: str
    """Its number as the language cites it."""
    validity: str
    """Until when it is in force, or that it has no end date."""


@dataclass(frozen=True)
class Option:
    """A choice in a facet of the catalogue, with the number of projects under it."""

    code: str
    word: str
    count: int


@dataclass(frozen=True)
class Facet:
    """One way of narrowing the catalogue."""

    name: str
    title: str
    options: tuple[Option, ...]
