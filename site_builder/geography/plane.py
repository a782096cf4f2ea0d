"""Distances over the ground, and a flat piece of it to draw a county on."""

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin, sqrt

from site_builder.geography.datums import Point

# The mean radius of the Earth (IUGG), of a sphere as large as the ellipsoid.
EARTH_RADIUS = 6_371_008.8


def distance(a: Point, b: Point) -> float:
    """Return the great-circle distance of two WGS-84 points in metres.

    By the haversine formula on a sphere: within 0.56% of the distance on the ellipsoid.
    """
    north = radians(b.latitude - a.latitude)
    east = radians(b.longitude - a.longitude)
    chord = (
        sin(north / 2) ** 2
        + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(chord)))


@dataclass(frozen=True)
class Plane:
    """A flat map around a centre, north up: metres east and north of it.

    A local equirectangular projection: true along its meridian and along the parallel of the
    centre. Fifty kilometres north or south of the centre, up to 40° N, east-west lengths are
    off by at most 0.7%; at a hundred kilometres by 1.4%: less than a symbol of a county map.
    """

    centre: Point

    def flat(self, point: Point) -> tuple[float, float]:
        """Return metres east and metres north of the centre of a WGS-84 point."""
        east = radians(point.longitude - self.centre.longitude) * EARTH_RADIUS
        north = radians(point.latitude - self.centre.latitude) * EARTH_RADIUS
        return east * cos(radians(self.centre.latitude)), north

    def point(self, east: float, north: float) -> Point:
        """Return the WGS-84 point at metres east and metres north of the centre."""
        parallel = EARTH_RADIUS * cos(radians(self.centre.latitude))
        return Point(
            self.centre.latitude + degrees(north / EARTH_RADIUS),
            self.centre.longitude + degrees(east / parallel),
        )
