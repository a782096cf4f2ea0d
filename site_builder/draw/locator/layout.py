"""Where places and their labels stand on the locator map, in pixels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from site_builder.draw.box import Box
from site_builder.draw.locator.ground import Ground, at_edge, direction, distance, far_places
from site_builder.draw.locator.locator import KINDS, LocatorMap, Place
from site_builder.draw.svg import Point
from site_builder.draw.text_width import text_width

SIZE = 13.0
"""The size of names."""
SMALL = 11.5
"""The size of what stands under a name."""
LEADING = 1.25
_RADIUS = 9.0
_SMALL_RADIUS = 5.0
_ARROW = 10.0
_RINGS = 9

Tone = Literal["name", "strong", "project", "note"]


@dataclass(frozen=True)
class Line:
    """A line of a label."""

    words: str
    tone: Tone

    @property
    def size(self) -> float:
        """The size of its letters."""
        return SIZE if self.tone in ("name", "strong") else SMALL

    @property
    def width(self) -> float:
        """How wide it is."""
        return text_width(self.words, self.size, bold=self.tone in ("strong", "project"))


@dataclass(frozen=True)
class Label:
    """The words beside a place, and the room they take."""

    lines: tuple[Line, ...]
    room: Box
    leader: bool
    """Whether it stands so far off that a line must join it to its symbol."""


@dataclass(frozen=True)
class Spot:
    """A place on the map: where its symbol stands and what is written beside it."""

    place: Place
    at: Point
    true: Point | None
    """Where the place is, if its symbol had to give way to others."""
    label: Label | None
    """None when there is no room left, or nothing to write."""
    away: Point | None
    """For a place beyond the edge, the direction to it, of length 1."""


def place_spots(
    chart: LocatorMap, ground: Ground, taken: Sequence[Box], border: Sequence[Box] = ()
) -> tuple[Spot, ...]:
    """Return all places with their labels; no label meets another or a symbol.

    `taken` are boxes that must stay free, `border` such as should if they can. The order of
    importance is that of `KINDS`. Where a label with its notes finds no room beside its
    symbol, the name goes alone.
    """
    far = far_places(chart)
    ordered = sorted(chart.places, key=lambda place: KINDS.index(place.kind))
    symbols: list[Box] = []
    stands: list[tuple[Place, Point, Point | None, Point | None]] = []
    for place in ordered:
        away = direction(ground, place) if place in far else None
        wanted = at_edge(ground, away) if away else ground.at(place.at)
        at = _apart(wanted, [*symbols, *taken], radius(place), ground.frame)
        symbols.append(_around(at, radius(place) + (_ARROW if away else 0)))
        stands.append((place, at, None if away else wanted, away))
    blocked = list(taken)
    spots = []
    for index, (place, at, true, away) in enumerate(stands):
        others = [*blocked, *symbols[:index], *symbols[index + 1 :]]
        near = radius(place) + (15 if away else 3)
        lines = _lines(chart, place, far=bool(away))
        label = _clear(at, lines, ground.frame, [*others, *border], near) if border else None
        label = label or _label(at, lines, ground.frame, others, near)
        blocked += [label.room] if label else []
        spots.append(Spot(place, at, _given_way(place, at, true, symbols), label, away))
    return tuple(spots)


def _given_way(place: Place, at: Point, true: Point | None, symbols: Sequence[Box]) -> Point | None:
    """Return where a place is if its symbol stands beside it; None if a symbol hides that."""
    if true is None or math.dist(at, true) <= radius(place):
        return None
    dot = _around(true, 2)
    return None if any(dot.meets(symbol) for symbol in symbols) else true


def radius(place: Place) -> float:
    """Return half the room that a place's symbol takes."""
    return _SMALL_RADIUS if place.kind == "township" else _RADIUS


def leader_end(at: Point, room: Box) -> Point:
    """Return where the line from a symbol meets its label."""
    return (min(max(at[0], room.x), room.right), min(max(at[1], room.y), room.bottom))


def _lines(chart: LocatorMap, place: Place, *, far: bool) -> tuple[Line, ...]:
    """Return what is to be written beside a place, the most important first."""
    if place.number and not far:
        return ()
    strong = place.kind in ("county-seat", "park", "project")
    lines = [Line(place.name, "strong" if strong else "name")]
    if place.note and (chart.notes or far):
        lines.append(Line(place.note, "note"))
    elif far:
        km = round(distance(chart, place))
        lines.append(Line(chart.words.far.format(km=km), "note"))
    if place.projects:
        lines.append(Line(place.projects, "project"))
    return tuple(lines)


def _apart(wanted: Point, others: Sequence[Box], radius: float, frame: Box) -> Point:
    """Return the wanted point, or the nearest about it where nothing stands yet."""
    for ring in range(24):
        for step in range(8 if ring else 1):
            angle = step * math.pi / 4
            reach = ring * _RADIUS / 2
            at = (wanted[0] + reach * math.cos(angle), wanted[1] + reach * math.sin(angle))
            own = _around(at, radius)
            if inside(own, frame) and not any(own.meets(other) for other in others):
                return at
    return wanted


def _around(at: Point, reach: float) -> Box:
    return Box(at[0] - reach, at[1] - reach, 2 * reach, 2 * reach)


def _clear(
    at: Point, lines: tuple[Line, ...], frame: Box, blocked: Sequence[Box], near: float
) -> Label | None:
    """Return a whole label close by, if there is room for it."""
    found = lines and _room(at, _extent(lines), frame, blocked, near, rings=2, tangled=False)
    return Label(lines, *found) if found else None


def _label(
    at: Point, lines: tuple[Line, ...], frame: Box, blocked: Sequence[Box], near: float
) -> Label | None:
    """Return a label in the first free room for it, with as many of its lines as fit."""
    for count in range(len(lines), 0, -1):
        shown = lines[:count]
        rings = _RINGS if count == 1 else 3
        if found := _room(at, _extent(shown), frame, blocked, near, rings=rings):
            return Label(shown, *found)
    return None


def _extent(lines: Sequence[Line]) -> tuple[float, float]:
    return max(line.width for line in lines) + 2, sum(line.size * LEADING for line in lines)


def _room(  # noqa: PLR0913 - what a room must keep clear of
    at: Point,
    extent: tuple[float, float],
    frame: Box,
    blocked: Sequence[Box],
    near: float,
    *,
    rings: int,
    tangled: bool = True,
) -> tuple[Box, bool] | None:
    """Return the first free room for a label, and whether a line must lead to it.

    When the eight places beside the symbol are taken, others are tried farther off, first
    with a line that runs into nothing, then, where `tangled` allows it, with any.
    """
    farthest = near + rings * 12
    blocked = _within(_around_all(at, extent, farthest), blocked)
    for any_line in (False, True) if tangled else (False,):
        for ring in range(rings):
            reach = near + ring * 12
            rooms = _corners(at, extent, reach) if ring == 0 else _about(at, extent, reach)
            for x, y in rooms:
                box = Box(x, y, *extent)
                if not inside(box, frame) or any(box.meets(other) for other in blocked):
                    continue
                if ring == 0 or any_line or not _crosses(at, box, blocked):
                    return box, ring > 0
    return None


def _around_all(at: Point, extent: tuple[float, float], reach: float) -> Box:
    wide, high = extent[0] + reach, extent[1] + reach
    return Box(at[0] - wide, at[1] - high, 2 * wide, 2 * high)


def _within(area: Box, boxes: Sequence[Box]) -> list[Box]:
    return [box for box in boxes if box.meets(area)]


def _corners(at: Point, extent: tuple[float, float], reach: float) -> tuple[Point, ...]:
    """Return eight places about a symbol: right, left, above, below, then slanting.

    Beside a symbol the first line stands level with it, whatever stands under it.
    """
    wide, high = extent
    slant = reach * 0.75
    left, right, centre = at[0] - wide, at[0], at[0] - wide / 2
    above, below, level = at[1] - high, at[1], at[1] - SIZE * LEADING / 2
    return (
        (right + reach, level),
        (left - reach, level),
        (centre, above - reach + 1),
        (centre, below + reach - 1),
        (right + slant, above - slant * 0.4),
        (right + slant, below + slant * 0.4),
        (left - slant, above - slant * 0.4),
        (left - slant, below + slant * 0.4),
    )


def _about(at: Point, extent: tuple[float, float], reach: float) -> tuple[Point, ...]:
    """Return sixteen places farther off, all around a symbol."""
    wide, high = extent
    angles = (step * math.pi / 8 for step in range(16))
    return tuple(
        (
            at[0] - wide / 2 + (wide / 2 + reach) * math.cos(angle),
            at[1] - high / 2 + (high / 2 + reach) * math.sin(angle),
        )
        for angle in angles
    )


def _crosses(at: Point, room: Box, blocked: Sequence[Box]) -> bool:
    """Return whether the line from a symbol to its label runs into anything."""
    end = leader_end(at, room)
    line = [(at[0] + (end[0] - at[0]) * i / 8, at[1] + (end[1] - at[1]) * i / 8) for i in range(9)]
    return any(_around(point, 1).meets(box) for point in line for box in blocked)


def inside(box: Box, frame: Box) -> bool:
    """Return whether a box keeps clear of the frame's edge."""
    edge = 6.0
    across = frame.x + edge <= box.x and box.right <= frame.right - edge
    return across and frame.y + edge <= box.y and box.bottom <= frame.bottom - edge
