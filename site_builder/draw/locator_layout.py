"""Where places and their labels stand on the locator map, in pixels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.draw.box import Box
from site_builder.draw.locator import KINDS, LocatorMap, Place
from site_builder.draw.svg import Point
from site_builder.draw.text_width import text_width

KM_PER_DEGREE = 111.32
SIZE = 13.0
"""The size of labels."""
_RADIUS = 9.0
_SMALL_RADIUS = 5.0
_MARGIN = 64.0
_FAR_KM = 30.0
_LEAST_KM = 8.0


@dataclass(frozen=True)
class Spot:
    """A place on the map: where its symbol stands and where its label begins."""

    place: Place
    at: Point
    words: str
    label: Box | None
    """The room of the label; None when there is none left."""
    leader: bool
    """Whether the label stands so far off that a line must join it to its symbol."""
    away: Point | None
    """For a place beyond the edge, the direction to it, of length 1."""


@dataclass(frozen=True)
class Ground:
    """The map's frame and its scale."""

    frame: Box
    pixels_per_km: float
    middle: Point
    """The longitude and latitude at the middle of the frame."""

    def at(self, place: Place) -> Point:
        """Return where a place stands, be it inside the frame or not."""
        x, y = _offset(self.middle, place)
        centre = (self.frame.x + self.frame.width / 2, self.frame.y + self.frame.height / 2)
        return (centre[0] + x * self.pixels_per_km, centre[1] - y * self.pixels_per_km)


def _offset(origin: Point, place: Place) -> Point:
    """Return kilometres east and north of an origin given by longitude and latitude."""
    east = (place.lon - origin[0]) * math.cos(math.radians(origin[1])) * KM_PER_DEGREE
    return (east, (place.lat - origin[1]) * KM_PER_DEGREE)


def _home(places: Sequence[Place]) -> Point:
    """Return the place that distances are counted from: the county seat, else the middle."""
    for place in places:
        if place.kind == "county-seat":
            return (place.lon, place.lat)
    middle = len(places) // 2
    return (
        sorted(place.lon for place in places)[middle],
        sorted(place.lat for place in places)[middle],
    )


def distance(places: Sequence[Place], place: Place) -> float:
    """Return the kilometres in a straight line from the county seat to a place."""
    return math.hypot(*_offset(_home(places), place))


def far_places(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places so far off that showing them would shrink the rest to a dot.

    Going outwards, everything from the first leap to more than twice the distance is far.
    """
    ordered = sorted(places, key=lambda place: distance(places, place))
    for index in range(max(len(ordered) // 2, 1), len(ordered)):
        last = distance(places, ordered[index - 1])
        here = distance(places, ordered[index])
        if here > max(2 * last, _FAR_KM):
            return tuple(ordered[index:])
    return ()


def lay_ground(places: Sequence[Place], frame: Box) -> Ground:
    """Return the scale and the middle at which the near places fill the frame."""
    far = far_places(places)
    near = [place for place in places if place not in far]
    if not near:
        return Ground(frame, 1.0, (0.0, 0.0))
    lons, lats = [p.lon for p in near], [p.lat for p in near]
    middle = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    corner = [_offset(middle, place) for place in near]
    wide = max(_LEAST_KM, 2 * max(abs(x) for x, _ in corner))
    high = max(_LEAST_KM, 2 * max(abs(y) for _, y in corner))
    scale = min((frame.width - 2.6 * _MARGIN) / wide, (frame.height - 2 * _MARGIN) / high)
    return Ground(frame, scale, middle)


def place_spots(chart: LocatorMap, ground: Ground, taken: Sequence[Box]) -> tuple[Spot, ...]:
    """Return all places with their labels; no label meets another or a symbol.

    `taken` are boxes that must stay free. The order of importance is that of `KINDS`.
    """
    far = far_places(chart.places)
    ordered = sorted(chart.places, key=lambda place: KINDS.index(place.kind))
    symbols: list[Box] = []
    stands: list[tuple[Place, Point, Point | None]] = []
    for place in ordered:
        away = _direction(ground, place) if place in far else None
        wanted = _at_edge(ground, away) if away else ground.at(place)
        at = _apart(wanted, symbols, _radius(place))
        symbols.append(_around(at, _radius(place) + (10 if away else 0)))
        stands.append((place, at, away))
    labels: list[Box] = list(taken)
    spots = []
    for place, at, away in stands:
        words = place.words
        if away:
            km = round(distance(chart.places, place))
            words += " " + chart.words.far.format(km=km)
        own = _around(at, _radius(place) + (10 if away else 0))
        blocked = [*labels, *(box for box in symbols if box != own)]
        near = _radius(place) + (15 if away else 3)
        label, leader = _label(at, words, ground.frame, blocked, near)
        labels += [label] if label else []
        spots.append(Spot(place, at, words, label, leader, away))
    return tuple(spots)


def _direction(ground: Ground, place: Place) -> Point:
    x, y = ground.at(place)
    dx = x - (ground.frame.x + ground.frame.width / 2)
    dy = y - (ground.frame.y + ground.frame.height / 2)
    length = math.hypot(dx, dy) or 1.0
    return (dx / length, dy / length)


def _at_edge(ground: Ground, away: Point) -> Point:
    """Return the point inside the frame's edge in a direction from its middle."""
    frame = ground.frame
    half = (frame.width / 2 - 34, frame.height / 2 - 34)
    reach = min(h / abs(d) for h, d in zip(half, away, strict=True) if d)
    return (
        frame.x + frame.width / 2 + away[0] * reach,
        frame.y + frame.height / 2 + away[1] * reach,
    )


def _radius(place: Place) -> float:
    """Return half the room that a place's symbol takes."""
    return _SMALL_RADIUS if place.kind == "township" else _RADIUS


def _apart(wanted: Point, symbols: Sequence[Box], radius: float) -> Point:
    """Return the wanted point, or the nearest about it where no symbol stands yet."""
    for ring in range(12):
        for step in range(8 if ring else 1):
            angle = step * math.pi / 4
            reach = ring * _RADIUS
            at = (wanted[0] + reach * math.cos(angle), wanted[1] + reach * math.sin(angle))
            own = _around(at, radius)
            if not any(own.meets(other) for other in symbols):
                return at
    return wanted


def _around(at: Point, radius: float) -> Box:
    return Box(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius)


def _label(
    at: Point, words: str, frame: Box, blocked: Sequence[Box], near: float
) -> tuple[Box | None, bool]:
    """Return the first free room for a label, and whether a line must lead to it.

    When the eight places beside the symbol are taken, the same are tried farther off,
    first with a line that runs into nothing, then with any.
    """
    wide, high = text_width(words, SIZE, bold=True) + 2, SIZE * 1.25
    for tangled in (False, True):
        for ring in range(6):
            for x, y in _corners(at, wide, high, near + ring * 16):
                box = Box(x, y, wide, high)
                if not _inside(box, frame) or any(box.meets(other) for other in blocked):
                    continue
                if ring == 0 or tangled or not _crosses(at, box, blocked):
                    return box, ring > 0
    return None, False


def _corners(at: Point, wide: float, high: float, reach: float) -> tuple[Point, ...]:
    """Return eight places about a symbol: right, left, above, below, then slanting."""
    slant = reach * 0.75
    left, right, centre = at[0] - wide, at[0], at[0] - wide / 2
    above, below, level = at[1] - high, at[1], at[1] - high / 2
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


def leader_end(at: Point, room: Box) -> Point:
    """Return where the line from a symbol meets its label."""
    return (min(max(at[0], room.x), room.right), min(max(at[1], room.y), room.bottom))


def _crosses(at: Point, room: Box, blocked: Sequence[Box]) -> bool:
    """Return whether the line from a symbol to its label runs into anything."""
    end = leader_end(at, room)
    line = [(at[0] + (end[0] - at[0]) * i / 8, at[1] + (end[1] - at[1]) * i / 8) for i in range(9)]
    return any(_around(point, 1).meets(box) for point in line for box in blocked)


def _inside(box: Box, frame: Box) -> bool:
    edge = 6.0
    across = frame.x + edge <= box.x and box.right <= frame.right - edge
    return across and frame.y + edge <= box.y and box.bottom <= frame.bottom - edge
