"""No road is shorter than the straight line between its ends."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.checks.land.positions import strays
from site_builder.checks.scope import Scope
from site_builder.content.county import County
from site_builder.content.destinations import place_of, seat_of
from site_builder.content.model import Distance
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.geography.datums import Point
from site_builder.geography.plane import distance
from site_builder.quantities.writing import as_written

# A park or a town is no point: either may be a kilometre across, and figures are rounded.
_SLACK = 1_000
_SLACK_SHARE = 0.03


class Start(NamedTuple):
    """Where some distances begin, and where they are written."""

    source: Source
    loc: Loc
    at: Point
    ways: Sequence[Distance]


def check_ways(scope: Scope) -> Iterator[Diagnostic]:
    """Yield the distances of the county, its parks and projects that no road can have.

    A position that is wrong in itself is not told a second time by its distances.
    """
    entry = scope.approved.county
    if entry is None:
        return
    wrong = strays(scope)
    for start in _starts(scope, entry.record):
        if start.at not in wrong:
            yield from _too_short(start, entry.record, wrong)


def _starts(scope: Scope, county: County) -> Iterator[Start]:
    catalog = scope.approved
    if catalog.county is not None and (seat := seat_of(county)) is not None:
        at = seat.position.wgs84
        yield Start(catalog.county.source, ("distances",), at, county.distances)
    for park in catalog.parks.values():
        at = park.record.position.wgs84
        yield Start(park.source, ("distances",), at, park.record.distances)
    for project in catalog.projects.values():
        position, conditions = project.record.position, project.record.conditions
        if position is not None and conditions is not None:
            loc = ("conditions", "distances")
            yield Start(project.source, loc, position.wgs84, conditions.distances)


def _too_short(start: Start, county: County, wrong: frozenset[Point]) -> Iterator[Diagnostic]:
    for index, way in enumerate(start.ways):
        place = place_of(county, way)
        if place is None or place.position.wgs84 in wrong:
            continue
        straight = distance(start.at, place.position.wgs84)
        said = float(way.distance.highest.reference())
        if straight > said + max(_SLACK, _SLACK_SHARE * straight):
            yield start.source.diagnostic(
                Rule.DISTANCE_TOO_SHORT,
                (*start.loc, index, "distance"),
                said=as_written(way.distance),
                straight=f"{straight / 1000:.1f}",
                **both(to=Words(way.to.zh, way.to.en)),
            )
