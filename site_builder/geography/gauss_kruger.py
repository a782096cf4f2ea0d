"""From the metres of a land office's tables to degrees: the Gauss-Krüger projection.

A land office gives the corners of a parcel as X, metres north of the equator, and Y, metres
east of a false origin 500 km west of the central meridian; the zone's number may stand in
front of Y. Zones of three degrees are numbered 25 to 45, those of six degrees 13 to 23
(GB/T 17278-2009, Digital land base map product specification; the parameters are those of
EPSG:4491 to 4554). The projection itself is PROJ's.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from site_builder.geography.datums import Point

if TYPE_CHECKING:
    from pyproj import Proj

FALSE_EASTING = 500_000.0
ZONE = 1_000_000.0
"""By how much a zone's number, written in front, raises Y."""
NARROW_ZONES = range(25, 46)
WIDE_ZONES = range(13, 24)


def zone_of(y: float) -> int | None:
    """Return the number of the zone that stands in front of `y`; None if there is none."""
    return int(y // ZONE) or None


def meridian_of(zone: int) -> float | None:
    """Return the central meridian of a zone in degrees; None if China has no such zone."""
    if zone in NARROW_ZONES:
        return 3.0 * zone
    return 6.0 * zone - 3 if zone in WIDE_ZONES else None


def to_degrees(x: float, y: float, meridian: float) -> Point:
    """Return the CGCS2000 point at `x` metres north and `y` metres east, zone left out.

    `meridian` is the central meridian in degrees.
    """
    longitude, latitude = _projection(meridian)(y, x, inverse=True)
    return Point(float(latitude), float(longitude))


@lru_cache(maxsize=32)
def _projection(meridian: float) -> "Proj":
    # PROJ takes as long to load as a small county takes to check; few counties need it.
    from pyproj import Proj

    # The ellipsoid of CGCS2000 has the axes of GRS 80.
    return Proj(proj="tmerc", lat_0=0, lon_0=meridian, k=1, x_0=FALSE_EASTING, y_0=0, ellps="GRS80")
