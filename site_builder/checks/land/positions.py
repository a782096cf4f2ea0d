"""Where things are must be possible: in or near the county, and no nearer than the road says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import pi, sqrt

from site_builder.checks.scope import Scope
from site_builder.content.county import County, PlaceKind
from site_builder.content.model import Text
from site_builder.content.park import ParkKind
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.geography.datums import Point
from site_builder.geography.outline import Outline
from site_builder.geography.plane import distance
from site_builder.quantities.writing import as_written

# From the middle of its places, nothing of a county is farther than three times the radius
# of a circle of its area: that still fits a county six times as long as it is wide.
_RADII = 3
_LEAST_REACH = 20_000
# A town or park may be drawn up to a boundary that was simplified or is some years old.
_BEYOND_BOUNDARY = 3_000
# What serves the county and may lie in a neighbouring one.
_SHARED_REACH = 250_000
_SHARED = {PlaceKind.AIRPORT, PlaceKind.RAILWAY, PlaceKind.EXPRESSWAY}
_AREA_TOLERANCE = 0.1
_OTHER_FILE = Words(
    "核对文件是否为本县界线、system 是否写对",
    "check that the file is this county's boundary, and that its `system` is right",
)


@dataclass(frozen=True)
class Located:
    """Something with a position: what it is called, where that is written."""

    source: Source
    loc: Loc
    name: Text
    at: Point
    shared: bool = False


def check_positions(scope: Scope) -> Iterator[Diagnostic]:
    """Yield what lies too far from the rest of the county, or outside its boundary."""
    for one, near, where in _strays(scope):
        yield one.source.diagnostic(
            Rule.POSITION_OUTSIDE,
            one.loc,
            near=f"{near.latitude:.2f}, {near.longitude:.2f}",
            **both(name=Words(one.name.zh, one.name.en), where=where),
        )


def strays(scope: Scope) -> frozenset[Point]:
    """Return the positions that cannot be right: nothing is to be reckoned from them."""
    return frozenset(one.at for one, _, _ in _strays(scope))


def _strays(scope: Scope) -> Iterator[tuple[Located, Point, Words]]:
    """Yield what lies where it cannot, the middle of the county, and how far outside it is."""
    county = scope.approved.county
    located = list(_located(scope))
    if county is None or len(located) < 2:
        return
    middle = _middle(located)
    reach = max(_RADII * _radius(county.record), _LEAST_REACH)
    outline = None if _is_of_elsewhere(scope, located) else scope.catalog.outline
    for one in located:
        if where := _too_far(one, middle, reach, outline):
            yield one, middle, where


def _is_of_elsewhere(scope: Scope, located: Sequence[Located]) -> bool:
    """Whether the boundary is the wrong one: most of what is in the county lies outside it."""
    own = [one for one in located if not one.shared]
    return bool(own) and _outside(own, scope.catalog.outline) * 2 > len(own)


def _outside(located: Sequence[Located], outline: Outline | None) -> int:
    if outline is None:
        return 0
    return sum(outline.distance(one.at) > _BEYOND_BOUNDARY for one in located)


def check_boundary(scope: Scope) -> Iterator[Diagnostic]:
    """Yield what is wrong with the county's boundary, its file apart: that is the reader's."""
    entry, outline = scope.approved.county, scope.catalog.outline
    if entry is None or entry.record.boundary is None:
        return
    if entry.record.boundary.approval is None:
        yield entry.source.diagnostic(Rule.BOUNDARY_WITHOUT_APPROVAL, ("boundary",), on_key=True)
    if outline is None:
        return
    located = [one for one in _located(scope) if not one.shared]
    if _is_of_elsewhere(scope, located):
        count, of = _outside(located, outline), len(located)
        problem = Words(
            f"本县 {of} 处地点有 {count} 处在界线以外",
            f"{count} of the {of} places of the county lie outside it",
        )
        name = f"media/{entry.record.boundary.file}"
        facts = {"name": name, **both(problem=problem, remedy=_OTHER_FILE)}
        yield entry.source.diagnostic(Rule.BOUNDARY_UNUSABLE, ("boundary", "file"), **facts)
        return
    said = float(entry.record.area.reference())
    drawn = outline.area()
    off = abs(drawn - said) / said
    if off > _AREA_TOLERANCE:
        yield entry.source.diagnostic(
            Rule.BOUNDARY_AREA_MISMATCH,
            ("boundary", "file"),
            drawn=f"{drawn / 1e6:,.0f}",
            said=as_written(entry.record.area),
            percent=f"{off:.0%}",
        )


def _located(scope: Scope) -> Iterator[Located]:
    """Yield everything that must lie in the county or near it; enclaves do not."""
    catalog = scope.approved
    if (county := catalog.county) is not None:
        for index, place in enumerate(county.record.places):
            loc = ("places", index, "position")
            shared = place.kind in _SHARED
            yield Located(county.source, loc, place.name, place.position.wgs84, shared)
        if (office := county.record.bureau.position) is not None:
            unit = county.record.bureau.unit
            yield Located(county.source, ("bureau", "position"), unit, office.wgs84)
    enclaves = {s for s, e in catalog.parks.items() if e.record.kind is ParkKind.ENCLAVE}
    for slug, park in catalog.parks.items():
        if slug not in enclaves:
            at = park.record.position.wgs84
            yield Located(park.source, ("position",), park.record.title, at)
    for project in catalog.projects.values():
        position = project.record.position
        if position is not None and project.record.park not in enclaves:
            yield Located(project.source, ("position",), project.record.title, position.wgs84)


def _middle(located: Sequence[Located]) -> Point:
    """Return the position nearest the median of all: a few wrong ones do not draw it away."""
    half = (len(located) - 1) // 2
    median = Point(
        sorted(one.at.latitude for one in located)[half],
        sorted(one.at.longitude for one in located)[half],
    )
    return min((one.at for one in located), key=lambda at: distance(at, median))


def _radius(county: County) -> float:
    return sqrt(float(county.area.reference()) / pi)


def _too_far(one: Located, middle: Point, reach: float, outline: Outline | None) -> Words | None:
    """Say how far outside something lies; None if it may lie there."""
    away = distance(middle, one.at)
    if away > (reach + _SHARED_REACH if one.shared else reach):
        km = f"{away / 1000:.0f}"
        return Words(
            f"离县内其他地点约{km}公里，不在本县范围",
            f"lies about {km} km from the county's other places",
        )
    if outline is not None and not one.shared:
        beyond = outline.distance(one.at)
        if beyond > _BEYOND_BOUNDARY:
            km = f"{beyond / 1000:.1f}"
            return Words(f"在县界以外约{km}公里", f"lies about {km} km outside the boundary")
    return None
