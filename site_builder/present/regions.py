"""A region to look for firms in, and how far it is from the county."""

from decimal import Decimal
from math import atan2, cos, degrees, radians, sin

from site_builder.content.county import PlaceKind
from site_builder.content.industry import Region
from site_builder.content.model import Position
from site_builder.geography.datums import Point, to_wgs84
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


def point_of(position: Position) -> Point:
    """Return a position as a point in WGS-84."""
    point = Point(float(position.latitude), float(position.longitude))
    return to_wgs84(point, position.system.value)


def seat_of(county: PublicCounty) -> Point:
    """Return where the county's seat is, or its first place if no seat is named."""
    seats = [place for place in county.places if place.kind is PlaceKind.COUNTY_SEAT]
    return point_of((seats or list(county.places))[0].position)


def present_region(region: Region, county: PublicCounty, voice: Voice) -> RegionView:
    """Return a region with its distance from the county seat, to ten kilometres."""
    name, why = voice.text(region.name), voice.text(region.why) if region.why else ""
    if region.position is None:
        return RegionView(name, why, None)
    seat, point = seat_of(county), point_of(region.position)
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
