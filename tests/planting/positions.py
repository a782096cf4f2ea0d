"""Mistakes of place: degrees exchanged or mistyped, roads shorter than the straight line."""

from collections.abc import Iterator

from site_builder.diagnostics import Rule
from tests.planting.field import Plant, Planted, plants
from tests.planting.kind import kind

POSITIONS = r"(?:places\.\d+\.)?position"


def _held() -> Iterator[tuple[Plant, tuple[str | int, ...]]]:
    """Yield every position of the county's own places and of its projects."""
    for plant in plants("county.yml", "projects"):
        for loc in list(plant.locs(POSITIONS)):
            yield plant, loc


@kind(Rule.POSITION_SWAPPED)
def latitude_and_longitude_exchanged() -> Iterator[Planted | None]:
    for plant, loc in _held():
        north, east = (plant.written((*loc, name)) for name in ("latitude", "longitude"))
        span = plant.span(loc)
        written = f"latitude: {north}, longitude: {east}"
        begin = plant.lines[span.line].find(written)
        if begin >= 0:
            turned = f"latitude: {east}, longitude: {north}"
            yield plant.within(loc, written, turned, at=span.column - begin)


@kind(Rule.POSITION_OUTSIDE)
def latitude_of_another_county() -> Iterator[Planted | None]:
    for plant, loc in _held():
        span = plant.span(loc)
        north = plant.span((*loc, "latitude"))
        if north.line != span.line:
            continue
        yield plant.write((*loc, "latitude"), "34.107", at=span.column - north.column)


@kind(Rule.DISTANCE_TOO_SHORT)
def a_road_of_a_few_metres() -> Iterator[Planted | None]:
    for plant in plants("county.yml", "parks"):
        for loc in list(plant.locs(r"distances\.\d+\.distance")):
            way = plant.record.distances[loc[1]]
            on_the_map = way.to.zh.startswith(("青岚", "云屏", "南溪", "金河", "云雾坪"))
            # A park beside its town may well be a few metres away.
            if on_the_map and way.distance.reference() > 5_000:
                yield plant.write(loc, "0.2公里")
