"""The shapes of a park's plots on the Earth, from whichever way their corners are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from site_builder.content.ground.geojson import Pair
from site_builder.content.ground.geojson_text import GeoJsonText
from site_builder.content.ground.plan_file import Outline
from site_builder.content.ground.written import Corner, Corners, Plan
from site_builder.content.model import Datum, Text
from site_builder.geography.country import lies_in_country
from site_builder.geography.datums import Point, to_wgs84
from site_builder.geography.gauss_kruger import ZONE, meridian_of, to_degrees, zone_of

Doubt = Literal[
    "incomplete", "exchanged", "outside", "system", "no-meridian", "unknown-zone", "two-meridians"
]
"""Why a corner says no place; what an author is told stands with the checks."""


class CornerError(ValueError):
    """A corner that does not say where it is."""

    def __init__(self, doubt: Doubt, index: int, north: float = 0, east: float = 0) -> None:
        super().__init__(f"corner {index + 1}: {doubt}")
        self.doubt = doubt
        self.index = index
        """Which corner of its plot, from 0."""
        self.north = north
        self.east = east


@dataclass(frozen=True)
class Ground:
    """What lies around the plots: a road, water, green, built land."""

    kind: str
    points: tuple[Point, ...]
    """In WGS-84."""
    closed: bool
    holes: tuple[tuple[Point, ...], ...] = ()
    name: Text | None = None
    width: float | None = None
    """Of a line, in metres."""


@dataclass(frozen=True)
class Drawing:
    """The file that a plan was read from, to point into when something in it is wrong."""

    text: GeoJsonText
    plots: Mapping[str, Outline]
    """The plots as the file has them, by id."""
    ground: tuple[Outline, ...]
    """What lies around them, in the order of the plan's own."""


@dataclass(frozen=True)
class SitePlan:
    """Where a park's plots lie, in WGS-84, by id, with the ground around them."""

    shapes: Mapping[str, tuple[Point, ...]]
    ground: tuple[Ground, ...] = ()
    source: Text | None = None
    """Where the drawing is from; None where it is drawn from corners alone."""
    complete: bool = True
    """Whether all of it could be read; if not, a plot may lie in what could not."""
    drawing: Drawing | None = None
    """The park's drawing; None where there is none, and in what is published."""


def corner_points(corners: Corners) -> tuple[Point, ...]:
    """Return a table of corners in WGS-84; CornerError for one that says no place."""
    meridian = float(corners.meridian) if corners.meridian is not None else None
    points = []
    for index, corner in enumerate(corners.points):
        north, east = _figures(corner, index)
        points.append(_place(north, east, corners.system, meridian, index))
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return tuple(points)


def ring_points(ring: Sequence[Pair], plan: Plan) -> tuple[Point, ...]:
    """Return a line of a park's drawing in WGS-84; CornerError if it says no place."""
    meridian = float(plan.meridian) if plan.meridian is not None else None
    return tuple(
        _place(north, east, plan.system, meridian, index)
        for index, (east, north) in enumerate(ring)
    )


def _figures(corner: Corner, index: int) -> tuple[float, float]:
    """Return what a corner says: north first, then east."""
    pairs: Iterator[tuple[object, object]] = iter(
        ((corner.x, corner.y), (corner.latitude, corner.longitude))
    )
    given = [pair for pair in pairs if pair != (None, None)]
    if len(given) != 1 or None in given[0]:
        raise CornerError("incomplete", index)
    north, east = given[0]
    return float(str(north)), float(str(east))


def _place(north: float, east: float, system: Datum, meridian: float | None, index: int) -> Point:
    """Return the WGS-84 point of two figures, degrees or metres."""
    if abs(north) <= 180 and abs(east) <= 180:
        if lies_in_country(north, east):
            return to_wgs84(Point(north, east), system.value)
        doubt: Doubt = "exchanged" if lies_in_country(east, north) else "outside"
        raise CornerError(doubt, index, north, east)
    if system is not Datum.CGCS2000:
        raise CornerError("system", index, north, east)
    if not _is_grid(north, east):
        doubt = "exchanged" if _is_grid(east, north) else "outside"
        raise CornerError(doubt, index, north, east)
    zone = zone_of(east)
    own = meridian_of(zone) if zone is not None else meridian
    if own is None:
        raise CornerError("no-meridian" if zone is None else "unknown-zone", index, north, east)
    if meridian is not None and own != meridian:
        raise CornerError("two-meridians", index, north, east)
    return to_wgs84(to_degrees(north, east % ZONE, own), system.value)


def _is_grid(x: float, y: float) -> bool:
    """Whether X and Y in metres can be meant: X of the mainland, Y within its zone."""
    return (
        1_900_000 <= x <= 6_100_000
        and 100_000 <= y % ZONE <= 900_000
        and not (ZONE <= y < 13 * ZONE)
    )
