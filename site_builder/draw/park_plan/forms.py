"""What a park's plan is drawn from, and how its metres are laid onto pixels."""

from collections.abc import Iterable
from dataclasses import dataclass

from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from site_builder.draw.box import Box
from site_builder.draw.svg import Point, number

Metres = tuple[float, float]
"""East and north of any one place."""


@dataclass(frozen=True)
class PlanPlot:
    """A plot with its outline."""

    id: str
    """As the record has it, e.g. `jh-03`."""
    name: str
    """As it is read, e.g. `JH-03`."""
    area: str
    """As it is read, e.g. `120亩`."""
    status: str
    """One of `available`, `reserved`, `taken`."""
    word: str
    """The status in words."""
    outline: tuple[Metres, ...]
    href: str | None = None


@dataclass(frozen=True)
class PlanGround:
    """What lies around the plots."""

    kind: str
    """One of `road`, `water`, `green`, `built`."""
    outline: tuple[Metres, ...]
    closed: bool
    name: str = ""
    width: float | None = None
    """Of a line, in metres."""
    holes: tuple[tuple[Metres, ...], ...] = ()
    """What is cut out of an area, as an island of a river is."""


GroundWords = tuple[tuple[str, str], ...]
"""Codes with their words, in the order of the legend."""


@dataclass(frozen=True)
class PlanWords:
    """The words on the plan."""

    statuses: GroundWords
    kinds: GroundWords
    north: str
    metres: str
    """With `{metres}`."""


@dataclass(frozen=True)
class ParkPlan:
    """Everything that is drawn, in metres."""

    key: str
    title: str
    """Names the plan to readers who cannot see it; it is not drawn."""
    description: str
    plots: tuple[PlanPlot, ...]
    """At least one."""
    ground: tuple[PlanGround, ...]
    words: PlanWords


@dataclass(frozen=True)
class Viewport:
    """How metres are laid onto a frame of pixels, north up."""

    frame: Box
    scale: float
    """Pixels for a metre."""
    middle: Metres

    def at(self, point: Metres) -> Point:
        """Return where a place is drawn."""
        return (
            self.frame.x + self.frame.width / 2 + (point[0] - self.middle[0]) * self.scale,
            self.frame.y + self.frame.height / 2 - (point[1] - self.middle[1]) * self.scale,
        )

    def area(self, outline: tuple[Metres, ...]) -> Polygon:
        """Return a closed outline in pixels."""
        return Polygon([self.at(point) for point in outline])

    def land(self, ground: PlanGround) -> BaseGeometry:
        """Return a piece of closed ground in pixels; nothing of one that encloses nothing."""
        rings = [[self.at(point) for point in ring] for ring in (ground.outline, *ground.holes)]
        edge, *holes = rings
        if len(set(edge)) < 3:
            return Polygon()
        area = Polygon(edge, [hole for hole in holes if len(set(hole)) > 2])
        return area if area.is_valid else area.buffer(0)

    def line(self, outline: tuple[Metres, ...]) -> LineString:
        """Return a line in pixels; nothing of one that leads nowhere."""
        points = [self.at(point) for point in outline]
        return LineString(points if len(set(points)) > 1 else ())


def path_of(shape: BaseGeometry) -> str:
    """Return path data of polygons and lines, however they are grouped; points are left out."""
    if isinstance(shape, Polygon):
        rings = (shape.exterior, *shape.interiors)
        return "".join(f"M{_steps(ring.coords[:-1])}Z" for ring in rings if not ring.is_empty)
    if isinstance(shape, LineString):
        return f"M{_steps(shape.coords)}" if not shape.is_empty else ""
    return "".join(path_of(part) for part in getattr(shape, "geoms", ()))


def _steps(points: Iterable[tuple[float, ...]]) -> str:
    return "L".join(f"{number(point[0])} {number(point[1])}" for point in points)
