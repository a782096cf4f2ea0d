"""Pieces of land on a plane, in metres: shapely does the geometry."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from site_builder.geography.datums import Point
from site_builder.geography.plane import Plane

if TYPE_CHECKING:
    from shapely import Polygon

Metres = tuple[float, float]
"""East and north of the centre of a plane."""


def polygon(
    points: Sequence[Point], plane: Plane, holes: Iterable[Sequence[Point]] = ()
) -> "Polygon | None":
    """Return the land within corners given in order, without the holes in it.

    None for fewer than three corners. It may be invalid where its outline crosses itself. A
    hole of fewer than three corners is none.
    """
    # Shapely brings numpy along, which takes longer to load than a small county to check.
    from shapely import Polygon

    flat = [plane.flat(point) for point in points]
    cut = [[plane.flat(point) for point in hole] for hole in holes]
    return Polygon(flat, [hole for hole in cut if _extends(hole)]) if _extends(flat) else None


def _extends(flat: Sequence[Metres]) -> bool:
    return len(set(flat)) > 2


def point_within(points: Sequence[Point]) -> Point:
    """Return a point that lies well inside an outline, whatever its form: a place to drive to.

    For an outline that encloses nothing, or crosses itself, the mean of its corners.
    """
    mean = Point(
        sum(point.latitude for point in points) / len(points),
        sum(point.longitude for point in points) / len(points),
    )
    plane = Plane(mean)
    land = polygon(points, plane)
    if land is None or not land.is_valid:
        return mean
    inside = land.representative_point()
    return plane.point(inside.x, inside.y)


def fault(land: "Polygon", plane: Plane) -> tuple[str, Point] | None:
    """Return what is wrong with a polygon and near which point; None for a sound one.

    What is wrong is said as GEOS says it: `Self-intersection`, `Hole lies outside shell`.
    """
    from shapely import is_valid_reason

    if land.is_valid:
        return None
    words, _, where = str(is_valid_reason(land)).rstrip("]").partition("[")
    east, north = (float(number) for number in where.split()[:2])
    return words, plane.point(east, north)


def crossing(flat: Sequence[Metres]) -> tuple[int, int] | None:
    """Return the first two sides of an outline that cross or run over each other, from 0.

    Side 0 leads from corner 0 to corner 1. Sides that follow each other share a corner and
    do not count; None if no others meet.
    """
    from shapely import LineString

    count = len(flat)
    sides = [LineString((flat[i], flat[(i + 1) % count])) for i in range(count)]
    for first in range(count):
        for second in range(first + 2, count):
            if (second + 1) % count != first and sides[first].intersects(sides[second]):
                return first, second
    return None
