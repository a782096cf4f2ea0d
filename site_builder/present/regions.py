"""A region to look for firms in, and how far it is from the county."""

from decimal import Decimal
from math import atan2, cos, degrees, radians, sin

from site_builder.content.destinations import seat_of
from site_builder.content.industry import Region
from site_builder.geography.datums import Point
from site_builder.geography.plane import distance
from site_builder.present.trace_views import RegionView
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCounty
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.units import BASES, Unit

_KILOMETRE = Unit(BASES["公里"])
_METRES = 1000
# A region is a city and what lies around it: no distance to it holds more exactly.
_STEP = 10


def _seat(county: PublicCounty) -> Point:
    """Return where the county's seat is, or its first place if no seat is named."""
    return (seat_of(county) or county.places[0]).position.wgs84


def present_region(region: Region, county: PublicCounty, voice: Voice) -> RegionView:
    """Return a region with its distance from the county seat, to ten kilometres."""
    name, why = voice.text(region.name), voice.text(region.why) if region.why else ""
    if region.position is None:
        return RegionView(name, why, None)
    seat, point = _seat(county), region.position.wgs84
    metres = distance(seat, point)
    kilometres = Decimal(max(_STEP, round(metres / _METRES / _STEP) * _STEP))
    far = Quantity(kilometres, kilometres, _KILOMETRE, "", Bound.ABOUT)
    return RegionView(name, why, voice.speaker.say(far), metres / _METRES, _bearing(seat, point))


def _bearing(seat: Point, point: Point) -> float:
    """Return the direction in which the shortest way to a point sets out, in degrees from north."""
    east = radians(point.longitude - seat.longitude)
    here, there = radians(seat.latitude), radians(point.latitude)
    across = sin(east) * cos(there)
    along = cos(here) * sin(there) - sin(here) * cos(there) * cos(east)
    return degrees(atan2(across, along)) % 360
