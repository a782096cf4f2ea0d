"""The outline of an area: polygons with holes, measured and simplified.

Shapely does the geometry. It is imported where it is needed and not before: only a county
that draws its own boundary needs it, and numpy with it takes longer to import than the
whole program.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from site_builder.geography.datums import Point
from site_builder.geography.plane import Plane
from site_builder.geography.polygons import polygon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely import MultiPolygon, Polygon

Ring = tuple[Point, ...]
"""A closed line: its last point is its first."""

# A drawing is some 700 pixels wide; corners nearer to a straight line than half a pixel
# cannot be seen.
_PIXELS = 1400
# In metres: neighbours that were drawn apart meet within it, and no map shows it.
_SNAP = 1.0
_LEAST_SHARED = 100.0


@dataclass(frozen=True)
class Part:
    """A polygon: its edge, and the edges of what is cut out of it."""

    edge: Ring
    holes: tuple[Ring, ...] = ()


@dataclass(frozen=True)
class Outline:
    """An area of one or more parts, in WGS-84."""

    parts: tuple[Part, ...]

    @property
    def rings(self) -> tuple[Ring, ...]:
        """All closed lines of it, edges and holes."""
        return tuple(ring for part in self.parts for ring in (part.edge, *part.holes))

    @property
    def points(self) -> tuple[Point, ...]:
        """The corners of its edges."""
        return tuple(point for part in self.parts for point in part.edge)

    @property
    def middle(self) -> Point:
        """The middle of the box around it."""
        lats = [point.latitude for point in self.points]
        lons = [point.longitude for point in self.points]
        return Point((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)

    def distance(self, point: Point) -> float:
        """Return how far outside a point lies in metres: 0 for a point inside."""
        from shapely import Point as FlatPoint

        plane, flat = _laid_flat(self)
        return float(flat.distance(FlatPoint(plane.flat(point))))

    def area(self) -> float:
        """Return its area in square metres, within some per cent."""
        return float(_laid_flat(self)[1].area)

    def united(self) -> tuple[Outline, bool]:
        """Return it as one area, without the lines between parts, and whether there were such.

        Lines of neighbours that run within a metre of each other are one. Parts that touch in
        points alone remain parts.
        """
        from shapely import Polygon as Flat
        from shapely import get_parts, set_precision, unary_union

        plane, flat = _laid_flat(self)
        parts = [set_precision(part, _SNAP) for part in flat.geoms]
        whole = unary_union(parts, grid_size=_SNAP)
        pieces = [piece for piece in get_parts(whole) if isinstance(piece, Flat)]
        if not any(piece.area for piece in pieces):
            return self, False
        # What is lost of their edges was an edge of two, or lay within another.
        shared = sum(part.length for part in parts) - whole.length > _LEAST_SHARED
        return Outline(tuple(_part(piece, plane) for piece in pieces)), shared

    def simplified(self) -> Outline:
        """Return it with no more corners than a drawing can show; a crumb of it is left out.

        The largest of it always remains, however thin it is.
        """
        from shapely import Polygon as Flat
        from shapely import get_parts

        plane, flat = _laid_flat(self)
        west, south, east, north = flat.bounds
        step = max(east - west, north - south) / _PIXELS
        pieces = [piece for piece in get_parts(flat.simplify(step)) if isinstance(piece, Flat)]
        most = max((piece.area for piece in pieces), default=0.0)
        large = [piece for piece in pieces if piece.area >= min(most, 4 * step * step)]
        return Outline(tuple(_part(piece, plane) for piece in large))


@lru_cache(maxsize=2)
def _laid_flat(outline: Outline) -> tuple[Plane, MultiPolygon]:
    """Return an outline on a plane around its middle: once for all that is asked of it."""
    from shapely import MultiPolygon as Flat

    plane = Plane(outline.middle)
    lands = (polygon(part.edge, plane, part.holes) for part in outline.parts)
    return plane, Flat([land for land in lands if land is not None])


def _part(polygon: Polygon, plane: Plane) -> Part:
    def ring(line: Iterable[tuple[float, ...]]) -> Ring:
        return tuple(plane.point(east, north) for east, north, *_ in line)

    return Part(
        ring(polygon.exterior.coords), tuple(ring(hole.coords) for hole in polygon.interiors)
    )
