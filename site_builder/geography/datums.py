"""Systems of coordinates in use in China, and the way from one to another.

The only module that converts coordinates. WGS-84 is what GPS gives and what everything inside
the program is brought to. CGCS2000, the national system, shares its origin, orientation and
scale by definition, and an ellipsoid whose flattening differs in the ninth figure: at most
0.11 mm on the ground (defined in GB 22021-2008; compared by Cheng Pengfei et al., Acta Geod.
Cartogr. Sinica, 2009). The movement of the plates since its epoch, 2000.0, adds some
decimetres, less than any place on a county map is known to. Here the two are one.

GCJ-02 is what maps published in China are drawn in, some hundreds of metres off; BD-09 is
Baidu's, a second offset upon it. Neither has a published definition. The formulas are those
that every open library uses (eviltransform, prcoords, gcoord); outside the box around China
they leave a point alone. No library on PyPI has them with an exact inverse and a clear licence.
"""

from math import atan2, cos, hypot, pi, radians, sin, sqrt
from typing import NamedTuple

DATUMS = ("wgs84", "gcj02", "bd09", "cgcs2000")

# GCJ-02 reckons on Krasovsky's ellipsoid of 1940.
_SEMI_MAJOR_AXIS = 6_378_245.0
_ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943

# Half a millimetre in degrees; each round of the inverse gains some three figures.
_CLOSE_ENOUGH = 5e-9
_ROUNDS = 12


class Point(NamedTuple):
    """A place on the Earth, in decimal degrees; north and east are positive."""

    latitude: float
    longitude: float


def to_wgs84(point: Point, datum: str) -> Point:
    """Bring a point given in `datum`, one of DATUMS, to WGS-84.

    The inverse of from_wgs84 to within a millimetre. ValueError for an unknown datum.
    """
    if datum in ("wgs84", "cgcs2000"):
        return point
    if datum not in DATUMS:
        raise ValueError(f"unknown datum: {datum}")
    guess = point
    for _ in range(_ROUNDS):
        found = from_wgs84(guess, datum)
        north, east = point.latitude - found.latitude, point.longitude - found.longitude
        guess = Point(guess.latitude + north, guess.longitude + east)
        if abs(north) < _CLOSE_ENOUGH and abs(east) < _CLOSE_ENOUGH:
            break
    return guess


def from_wgs84(point: Point, datum: str) -> Point:
    """Give a WGS-84 point in `datum`, one of DATUMS. ValueError for an unknown datum."""
    if datum in ("wgs84", "cgcs2000"):
        return point
    if datum == "gcj02":
        return _gcj02(point)
    if datum == "bd09":
        return _bd09(_gcj02(point))
    raise ValueError(f"unknown datum: {datum}")


def in_china_box(point: Point) -> bool:
    """Tell whether GCJ-02 moves a point at all: a box around China, not its border."""
    return 0.8293 <= point.latitude <= 55.8271 and 72.004 <= point.longitude <= 137.8347


def _gcj02(point: Point) -> Point:
    if not in_china_box(point):
        return point
    north, east = _metres_off(point.longitude - 105.0, point.latitude - 35.0)
    latitude = radians(point.latitude)
    flattening = 1 - _ECCENTRICITY_SQUARED * sin(latitude) ** 2
    meridian = _SEMI_MAJOR_AXIS * (1 - _ECCENTRICITY_SQUARED) / flattening**1.5
    parallel = _SEMI_MAJOR_AXIS / sqrt(flattening) * cos(latitude)
    return Point(
        point.latitude + north / meridian * 180 / pi, point.longitude + east / parallel * 180 / pi
    )


def _metres_off(x: float, y: float) -> tuple[float, float]:
    """Return the offset north and east in metres, `x` and `y` degrees from 105° E, 35° N."""
    both = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + both
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + both
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    return north, east


def _bd09(gcj02: Point) -> Point:
    if not in_china_box(gcj02):
        return gcj02
    x, y = gcj02.longitude, gcj02.latitude
    radius = hypot(x, y) + 0.000_02 * sin(radians(y * 3000))
    angle = atan2(y, x) + 0.000_003 * cos(radians(x * 3000))
    return Point(radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065)
