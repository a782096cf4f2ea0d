"""The ground of the locator map: its frame, its scale, what lies beyond its edge."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_builder.draw.box import Box
from site_builder.draw.locator.locator import LocatorMap, Place
from site_builder.draw.svg import Point as Pixel
from site_builder.geography.datums import Point
from site_builder.geography.plane import Plane
from site_builder.geography.plane import distance as metres

_MARGIN = 56.0
_NARROW_MARGIN = 40.0
_NARROW = 500.0
_FAR_KM = 30.0
_LEAST_KM = 8.0
_OUTLINE_MARGIN = 26.0
_BORDER_STEP = 8.0


@dataclass(frozen=True)
class Ground:
    """The map's frame and its scale, which is the same in every direction."""

    frame: Box
    pixels_per_km: float
    plane: Plane
    """Flat, around the place that stands in the middle of the frame."""

    def at(self, point: Point) -> Pixel:
        """Return where a WGS-84 point stands, be it inside the frame or not."""
        east, north = self.plane.flat(point)
        scale = self.pixels_per_km / 1000
        x = self.frame.x + self.frame.width / 2 + east * scale
        return (x, self.frame.y + self.frame.height / 2 - north * scale)


def middle_of(places: Sequence[Place]) -> Point:
    """Return the point that distances are counted from where no seat is known."""
    middle = len(places) // 2
    return Point(
        sorted(place.at.latitude for place in places)[middle],
        sorted(place.at.longitude for place in places)[middle],
    )


def distance(chart: LocatorMap, place: Place) -> float:
    """Return the kilometres in a straight line from the county seat to a place."""
    return metres(chart.seat or middle_of(chart.places), place.at) / 1000


def far_places(chart: LocatorMap) -> tuple[Place, ...]:
    """Return the places so far off that showing them would shrink the rest to a dot.

    Going outwards, everything from the first leap to more than twice the distance is far.
    Nothing is far that lies no farther than what the outline of the map holds.
    """
    ordered = sorted(chart.places, key=lambda place: distance(chart, place))
    outline = chart.outline
    held = [p for p in ordered if outline is not None and not outline.distance(p.at)]
    reach = distance(chart, held[-1]) if held else 0.0
    for index in range(max(len(ordered) // 2, 1), len(ordered)):
        last = max(distance(chart, ordered[index - 1]), reach)
        here = distance(chart, ordered[index])
        if here > max(2 * last, _FAR_KM):
            return tuple(ordered[index:])
    return ()


def lay_ground(chart: LocatorMap, frame: Box) -> Ground:
    """Return the scale and the middle at which outline and near places fill the frame."""
    far = far_places(chart)
    points = [place.at for place in chart.places if place not in far]
    if chart.outline is not None:
        points += chart.outline.points
    if not points:
        return Ground(frame, 1.0, Plane(Point(0.0, 0.0)))
    lats, lons = [p.latitude for p in points], [p.longitude for p in points]
    plane = Plane(Point((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2))
    flat = [plane.flat(point) for point in points]
    wide = max(_LEAST_KM, 2 * max(abs(east) for east, _ in flat) / 1000)
    high = max(_LEAST_KM, 2 * max(abs(north) for _, north in flat) / 1000)
    margin = _NARROW_MARGIN if frame.width < _NARROW else _MARGIN
    across = margin * (0.9 if frame.width < _NARROW else 1.3)
    if chart.outline is not None and not far:
        margin = across = _OUTLINE_MARGIN
    scale = min((frame.width - 2 * across) / wide, (frame.height - 2 * margin) / high)
    return Ground(frame, scale, plane)


def direction(ground: Ground, place: Place) -> Pixel:
    """Return the direction from the middle of the frame to a place, of length 1."""
    x, y = ground.at(place.at)
    dx = x - (ground.frame.x + ground.frame.width / 2)
    dy = y - (ground.frame.y + ground.frame.height / 2)
    length = math.hypot(dx, dy) or 1.0
    return (dx / length, dy / length)


def at_edge(ground: Ground, away: Pixel) -> Pixel:
    """Return the point inside the frame's edge in a direction from its middle."""
    frame = ground.frame
    half = (frame.width / 2 - 34, frame.height / 2 - 34)
    reach = min(h / abs(d) for h, d in zip(half, away, strict=True) if d)
    return (
        frame.x + frame.width / 2 + away[0] * reach,
        frame.y + frame.height / 2 + away[1] * reach,
    )


def border_boxes(chart: LocatorMap, ground: Ground) -> tuple[Box, ...]:
    """Return small boxes along the boundary, so near each other that no word slips through."""
    boxes: list[Box] = []
    for ring in chart.outline.rings if chart.outline else ():
        corners = [ground.at(point) for point in ring]
        for (ax, ay), (bx, by) in pairwise(corners):
            steps = max(1, math.ceil(math.hypot(bx - ax, by - ay) / _BORDER_STEP))
            boxes += [
                Box(ax + (bx - ax) * i / steps - 2, ay + (by - ay) * i / steps - 2, 4, 4)
                for i in range(steps)
            ]
    return tuple(boxes)


def on_land(chart: LocatorMap, ground: Ground, spot: Pixel) -> bool:
    """Return whether a spot lies within the outline: whether a line from it leaves it oddly."""
    within = False
    for ring in chart.outline.rings if chart.outline else ():
        for (ax, ay), (bx, by) in pairwise([ground.at(point) for point in ring]):
            if (ay > spot[1]) != (by > spot[1]):
                crossing = ax + (spot[1] - ay) / (by - ay) * (bx - ax)
                within ^= spot[0] < crossing
    return within


def scale_km(ground: Ground) -> float:
    """Return a round length in kilometres that is 60 to 160 pixels long."""
    for exponent in range(-1, 4):
        for figure in (1, 2, 5):
            km = figure * 10.0**exponent
            if km * ground.pixels_per_km >= 60:
                return km
    return 10_000.0
