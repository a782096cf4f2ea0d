"""Pieces of land on a plane, in metres: shapely does the geometry."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from site_builder.geography.datums import Point
from site_builder.geography.plane import Plane

if TYPE_CHECKING:
    from shapely import Polygon

Metres = tuple[float, float]
"""East and north of the centre of a plane."""


def polygon(points: Sequence[Point], plane: Plane) -> "Polygon | None":
    """Return the land within corners given in order; None for fewer than three of them.

    It may be invalid where its outline crosses itself.
    """
    # Shapely brings numpy along, which takes longer to load than a small county to check.
    from shapely import Polygon

    flat = [plane.flat(point) for point in points]
    return Polygon(flat) if len(set(flat)) > 2 else None


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
