"""Where on a plan words find room: inside an outline, or along a road."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from shapely import LineString, Polygon, box, prepare
from shapely.affinity import rotate, translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from site_builder.draw.svg import Point, number

Room = tuple[float, float]
"""Width and height in pixels."""
_GRID = 9
"""How many places are tried across an outline and down it."""


@dataclass(frozen=True)
class Label:
    """A place for words: its middle, how much room it has, how far it is turned."""

    at: Point
    size: Room
    angle: float = 0.0
    """In degrees, clockwise on the page; words are never upside down."""

    @property
    def transform(self) -> str:
        """Return what moves words from the origin to their place."""
        turn = f" rotate({number(self.angle)})" if self.angle else ""
        return f"translate({number(self.at[0])} {number(self.at[1])}){turn}"

    def outline(self, margin: float = 0.0) -> Polygon:
        """Return the room that the words take, and a margin around it."""
        wide, high = self.size[0] / 2 + margin, self.size[1] / 2 + margin
        level = box(-wide, -high, wide, high)
        return translate(rotate(level, self.angle, origin=(0, 0)), *self.at)


def place_inside(area: Polygon, size: Room, *, turned: bool = False) -> Label | None:
    """Return a place well inside an outline, nearest to its middle; None if there is none.

    With `turned`, words run along the longer side of the outline.
    """
    angle = _direction(area) if turned else 0.0
    prepare(area)
    for at in _places(area):
        label = Label(at, size, angle)
        if area.contains(label.outline()):
            return label
    return None


def place_along(line: BaseGeometry, size: Room, free: BaseGeometry) -> Label | None:
    """Return a place on the longest straight stretch of a road that lies free, or None."""
    for start, end in _straights(line):
        long = math.dist(start, end)
        if long < size[0] + 6:
            return None
        angle = _readable(math.degrees(math.atan2(end[1] - start[1], end[0] - start[0])))
        for part in (0.5, 0.35, 0.65, 0.22, 0.78, 0.12, 0.88):
            inset = min(part * long, long - size[0] / 2 - 2)
            part_along = max(inset, size[0] / 2 + 2) / long
            at = (
                start[0] + (end[0] - start[0]) * part_along,
                start[1] + (end[1] - start[1]) * part_along,
            )
            label = Label(at, size, angle)
            if free.contains(label.outline()):
                return label
    return None


def _places(area: Polygon) -> Iterator[Point]:
    """Yield places inside an outline: its middle, then others from there outwards."""
    middle = polylabel(area, tolerance=1.0)
    centre = area.centroid
    yield centre.x, centre.y
    yield middle.x, middle.y
    left, top, right, bottom = area.bounds
    grid = [
        (left + (right - left) * i / _GRID, top + (bottom - top) * j / _GRID)
        for i in range(1, _GRID)
        for j in range(1, _GRID)
    ]
    yield from sorted(grid, key=lambda at: (round(math.dist(at, (centre.x, centre.y)), 3), at))


def _direction(area: Polygon) -> float:
    """Return the direction of the longer side of the rectangle around an outline."""
    around = area.minimum_rotated_rectangle
    corners = _points(around.exterior.coords) if isinstance(around, Polygon) else [(0, 0), (1, 0)]
    sides = list(pairwise(corners[:3]))
    start, end = max(sides, key=lambda side: math.dist(*side))
    return _readable(math.degrees(math.atan2(end[1] - start[1], end[0] - start[0])))


def _points(coordinates: Iterable[tuple[float, ...]]) -> list[Point]:
    return [(x, y) for x, y, *_ in coordinates]


def _readable(angle: float) -> float:
    """Turn a direction round where words along it would stand on their heads."""
    turned = (angle + 90) % 180 - 90
    return round(turned, 1)


def _straights(line: BaseGeometry) -> list[tuple[Point, Point]]:
    """Return the straight stretches of a line, the longest first."""
    pieces = [
        (points[i], points[i + 1])
        for piece in getattr(line, "geoms", (line,))
        if isinstance(piece, LineString) and not piece.is_empty
        for points in (_points(piece.simplify(1.0).coords),)
        for i in range(len(points) - 1)
    ]
    return sorted(pieces, key=lambda piece: -math.dist(*piece))
