"""How a project is made to fill its two sides, neither overrun nor half empty.

Every side has parts that must stand on it and parts that may. What must stand is the same
in every product, on every paper and in both languages. The fullest version is set once on
endless pages, which tells how high every part is. What may stand is then taken in by its
weight for as long as there is room, and what room is left goes to the picture, the chart
and the space between the rows.

Two languages that face each other show the same parts: those that there is room for in both, as
a reader goes from one page to the other. Separate editions in two languages may differ in what
may stand: Chinese is shorter, and its readers are not to lose what only English has no room for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from site_builder.brochure.plan import Paper
from site_builder.brochure.rendering.renderer import Place

FRONT = ("products", "outlook", "customers", "competitors", "necessity")
"""The measured parts of the first side, the weightiest first."""
BACK = ("offers", "risks", "parties", "items", "technology", "social")
"""The measured parts of the second side, the weightiest first."""

ALWAYS = frozenset({"products", "offers"})
"""Measured parts that stand on every version of a project that has them: what it makes and
what the county offers. How it is paid for and whom to call have places of their own. Where
they do not fit, a smaller type is tried."""

EVERY = frozenset((*FRONT, *BACK))
"""All measured parts of both sides."""

_CHART = 150
_CHART_GROWTH = 130
_CHART_WANTED = 40
"""Of which this much comes before any part that may be left out."""
_PIXEL = 128 / 720
"""Millimetres of a chart's pixel: charts are 720 wide and stand in 128 mm."""
_TIGHT = 2.0
"""Millimetres that a page of the usual type must have left: pages are measured, then set."""
_ROW_GROWTH = 6.0
"""What a row may gain, in millimetres."""
_RIDGES_BELOW = 0.62
"""What part of the mountains' height stands below the words over them."""
_ABOVE_RIDGES = 17.0
"""Between the words over a picture and its foot, in millimetres, so that they can be read."""


@dataclass(frozen=True)
class Room:
    """The two sides of a brochure; lengths in millimetres from the top of the page."""

    head: float
    """The least height of the picture at the head."""
    head_growth: float
    """How much higher than that it may become at most."""
    front: float
    """How far down the first side reaches."""
    back: float
    """How far down the second side reaches."""
    page: float
    """The height of the page."""


def leaflet_room(paper: Paper) -> Room:
    """Return a leaflet's sides: the first ends above the imprint, the second above the contacts."""
    return Room(62, 38, paper.height - 14, paper.height - 41, paper.height)


def spread_room(paper: Paper) -> Room:
    """Return the two pages of a project in a book: above the foot, and above whom to call."""
    return Room(46, 26, paper.height - 16, paper.height - 29, paper.height)


@dataclass(frozen=True)
class Fit:
    """What stands on the two sides, and how large; lengths in millimetres."""

    shown: frozenset[str]
    head: float
    chart: int = _CHART
    """The height of the chart, in the pixels it is drawn in."""
    front_air: float = 0.0
    """What is added above every row of the first side."""
    back_air: float = 0.0
    compact: bool = False
    """Whether everything is set a size smaller."""
    words: float = 0.0
    """Where the words over the picture end: no ridge but the palest stands behind them."""

    @property
    def clear(self) -> float:
        """How much of the picture is sky, from the top."""
        return max(self.head - (self.head - self.words) / _RIDGES_BELOW, 0.0)


def fullest(room: Room, *, compact: bool = False) -> Fit:
    """Return the version with all that may stand on either side, to be measured."""
    return Fit(EVERY, room.head, compact=compact)


@dataclass(frozen=True)
class Row:
    """A row of the fullest version: a heading in the margin, the matter beside it."""

    height: float
    side: float
    """How high the matter in the margin is."""
    main: float
    """How high the matter beside it is."""
    parts: Mapping[str, float]
    """The heights of those parts of `main` that may be left out."""

    def lower(self, shown: frozenset[str]) -> float:
        """Return how much lower the row is with only the parts that are shown."""
        left_out = sum(height for name, height in self.parts.items() if name not in shown)
        return max(self.side, self.main) - max(self.side, self.main - left_out)


@dataclass(frozen=True)
class Side:
    """One side of the fullest version, set on an endless page."""

    end: float
    """Where it ends, from the top; the first side without its picture."""
    rows: tuple[Row, ...]
    blocks: Mapping[str, float]
    """The heights of whole rows that may be left out."""

    def ends(self, shown: frozenset[str]) -> float:
        """Return where the side ends with only the parts that are shown."""
        blocks = sum(height for name, height in self.blocks.items() if name not in shown)
        return self.end - blocks - sum(row.lower(shown) for row in self.rows)

    def has(self, name: str) -> bool:
        """Return whether the project has a part at all."""
        return name in self.blocks or any(name in row.parts for row in self.rows)


@dataclass(frozen=True)
class Measures:
    """What the fullest version takes; lengths in millimetres."""

    title: float
    """Where the words over the picture end."""
    front: Side
    back: Side


@dataclass(frozen=True)
class Measured:
    """A project's measures in the usual type and, where that may be too large, in the smaller."""

    usual: Measures
    compact: Measures | None = None

    def within(self, room: Room) -> tuple[Measures, bool]:
        """Return the measures to go by in a room, and whether they are of the smaller type."""
        if self.compact is None or not is_tight(self.usual, room):
            return self.usual, False
        return self.compact, True


def measure(places: Mapping[str, Place], prefix: str, head: float) -> Measures:
    """Return the measures of a version set on endless pages.

    Its ids begin with `prefix`; its picture is `head` millimetres high.
    """
    own = {
        name.removeprefix(prefix): place
        for name, place in places.items()
        if name.startswith(prefix)
    }
    front, back = (_side(own, side, names) for side, names in (("front", FRONT), ("back", BACK)))
    return Measures(own["title"].bottom, replace(front, end=front.end - head), back)


def _side(places: Mapping[str, Place], side: str, names: tuple[str, ...]) -> Side:
    parts = {name: places[name] for name in names if name in places}
    rows = [
        Row(
            place.height,
            places[f"{name}-side"].height,
            places[f"{name}-main"].height,
            {part: inner.height for part, inner in parts.items() if _inside(inner, place)},
        )
        for name, place in places.items()
        if re.fullmatch(rf"{side}-row-\w+", name)
    ]
    held = {part for row in rows for part in row.parts}
    blocks = {part: place.height for part, place in parts.items() if part not in held}
    return Side(places[f"{side}-end"].top, tuple(rows), blocks)


def _inside(inner: Place, outer: Place) -> bool:
    return inner.top > outer.top and inner.bottom < outer.bottom


def is_tight(measures: Measures, room: Room) -> bool:
    """Return whether what must stand leaves so little room that a smaller type is better."""
    return max(_beyond(measures, room)) > -_TIGHT


def least_overrun(measures: Measures, room: Room) -> tuple[float, float]:
    """Return by how many millimetres the two sides run over with only what must stand."""
    front, back = _beyond(measures, room)
    return max(front, 0.0), max(back, 0.0)


def _beyond(measures: Measures, room: Room) -> tuple[float, float]:
    """Return how far the two sides reach beyond their feet, less than 0 where there is room."""
    front = measures.front.ends(ALWAYS) + _head(measures, room) - room.front
    return front, measures.back.ends(ALWAYS) - room.back


def _head(measures: Measures, room: Room) -> float:
    """Return how high the picture must be at least, for the words over it."""
    return max(room.head, measures.title + _ABOVE_RIDGES)


def choose(
    measures: Measures,
    room: Room,
    spare: tuple[float, float],
    *,
    compact: bool,
    among: frozenset[str] = EVERY,
) -> Fit:
    """Return what fits of the parts `among`; `spare` millimetres are kept free on both sides."""
    head = _head(measures, room)
    foot = room.front - spare[0] - head
    wanted = _CHART_WANTED * _PIXEL
    front, free = _taken(_of(FRONT, among), measures.front, foot, wanted)
    back, below = _taken(_of(BACK, among), measures.back, room.back - spare[1])
    wanted = min(free, wanted)
    growth = min((free - wanted) * 0.5, max(room.head + room.head_growth - head, 0.0))
    chart = wanted + min((free - wanted - growth) * 0.5, _CHART_GROWTH * _PIXEL - wanted)
    rest = free - growth - chart
    return Fit(
        shown=front | back,
        head=round(head + growth, 1),
        chart=_CHART + int(chart / _PIXEL),
        front_air=round(min(rest / max(len(measures.front.rows), 1), _ROW_GROWTH), 2),
        back_air=round(min(below / max(len(measures.back.rows), 1), _ROW_GROWTH), 2),
        compact=compact,
        words=round(measures.title, 1),
    )


def _of(names: tuple[str, ...], among: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in ALWAYS or name in among)


def _taken(
    names: tuple[str, ...], side: Side, foot: float, wanted: float = 0.0
) -> tuple[frozenset[str], float]:
    """Return the parts there is room for above `foot`, and the room that is left, at least 0.

    What stands on every version is among them even if there is no room for it; of the others,
    those that leave `wanted` millimetres.
    """
    taken = frozenset(name for name in names if name in ALWAYS and side.has(name))
    for name in names:
        more = taken | {name}
        if name not in taken and side.has(name) and side.ends(more) <= foot - wanted:
            taken = more
    return taken, max(foot - side.ends(taken), 0.0)


def overrun(places: Mapping[str, Place], prefix: str, room: Room) -> tuple[float, float]:
    """Return by how many millimetres the two sides run over their page."""
    over = []
    page = places[f"{prefix}title"].page
    for offset, (name, foot) in enumerate((("front", room.front), ("back", room.back))):
        end = places[f"{prefix}{name}-end"]
        beyond = (end.page - page - offset) * room.page + end.top - foot
        over.append(max(beyond, 0.0))
    return round(over[0], 1), round(over[1], 1)
