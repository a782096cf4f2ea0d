"""Which place of the county map a distance leads to, told by its name."""

import re
from collections.abc import Sequence

from site_builder.content.county import CountyFields, Place, PlaceKind
from site_builder.content.model import Distance, DistanceKind

_KINDS = {
    DistanceKind.AIRPORT: {PlaceKind.AIRPORT},
    DistanceKind.RAILWAY: {PlaceKind.RAILWAY},
    DistanceKind.EXPRESSWAY: {PlaceKind.EXPRESSWAY},
    DistanceKind.TOWN: {PlaceKind.TOWNSHIP, PlaceKind.COUNTY_SEAT},
}
# One place is called with and without: 青岚北高铁站 and 青岚北站, 青岚东高速出口 and 青岚东出口.
_GENERIC = re.compile(
    r"高铁|火车|铁路|动车|高速公路|高速|国际|机场|车站|站|互通|收费站|出入口|出口|入口|匝道|[（(].*"
)
_SEAT = re.compile(r"县城|城区|县政府")


def place_of(county: CountyFields, way: Distance) -> Place | None:
    """Return the place on the county's map that a distance leads to; None if none has its name.

    The seat of the county is also meant by 县城 with or without the county's name.
    """
    meant = [place for place in county.places if place.kind in _KINDS.get(way.kind, ())]
    name = way.to.zh
    found = _named(meant, name)
    if found is None and way.kind is DistanceKind.TOWN and _SEAT.search(name):
        rest = _SEAT.sub("", name)
        if rest in ("", county.name.zh, county.short_name.zh):
            found = seat_of(county)
    return found


def seat_of(county: CountyFields) -> Place | None:
    """Return the county seat among the places of the map."""
    return next((p for p in county.places if p.kind is PlaceKind.COUNTY_SEAT), None)


def _named(places: Sequence[Place], name: str) -> Place | None:
    for same in (lambda text: text, lambda text: _GENERIC.sub("", text)):
        found = [place for place in places if same(place.name.zh) == same(name) != ""]
        if len(found) == 1:
            return found[0]
    return None
