"""What a plan shows is what is written: areas agree, and no plot lies on another or far away."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from site_builder.checks.scope import Scope
from site_builder.content.catalog import Entry
from site_builder.content.ground.fault_words import fault_words
from site_builder.content.ground.park_shapes import Drawing, SitePlan
from site_builder.content.park import Park, Plot
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.geography.datums import Point
from site_builder.geography.plane import Plane
from site_builder.geography.polygons import crossing, polygon
from site_builder.quantities.units import BASES, Unit
from site_builder.quantities.writing import as_written

if TYPE_CHECKING:
    from shapely import Polygon

AREA_TOLERANCE = 0.03
"""Land is stated in round mu, and the plane of the plan stretches areas by a hundredth at most."""
OVERLAP_TOLERANCE = 0.005
"""Neighbours that were surveyed apart share a strip; half a hundredth of the smaller is one."""
_LEAST_OVERLAP = 20.0
"""Square metres."""
_REACH = 3.0
"""How many times as far as the edge of a round park of the planned area a plot may lie."""
_LEAST_REACH = 3000.0
REDRAW = Words(
    "在制图软件中改正这条界线，重新导出", "mend the line in the drawing program and export it again"
)
_MU = float(Unit(BASES["亩"]).factor)


@dataclass(frozen=True)
class _Land:
    """A plot with its shape."""

    number: int
    plot: Plot
    points: tuple[Point, ...]
    shape: "Polygon | None"
    """In metres around the park's position; None with fewer than three corners."""

    @property
    def is_sound(self) -> bool:
        """Whether its outline encloses something and does not cross itself."""
        return self.shape is not None and self.shape.is_valid and self.area >= 1

    @property
    def area(self) -> float:
        """What its corners enclose, in square metres."""
        return float(self.shape.area) if self.shape is not None else 0.0

    @property
    def loc(self) -> Loc:
        """Where an author looks for its shape."""
        return ("plots", self.number, "id" if self.plot.corners is None else "corners")


def check_plans(scope: Scope) -> Iterator[Diagnostic]:
    """Yield what is wrong with the shapes of the plots of approved parks."""
    for slug, plan in scope.catalog.plans.items():
        entry = scope.approved.parks.get(slug)
        if entry is not None:
            yield from _park(entry, plan)


def misstated(scope: Scope) -> Mapping[str, frozenset[str]]:
    """Return the plots whose area is not what their corners enclose, by park."""
    return {
        slug: frozenset(
            land.plot.id for land in _lands(entry, plan) if land.is_sound and _off(land)
        )
        for slug, plan in scope.catalog.plans.items()
        if (entry := scope.approved.parks.get(slug)) is not None
    }


def _lands(entry: Entry[Park], plan: SitePlan) -> list[_Land]:
    """Return the plots that are drawn; those that share an id cannot be told apart."""
    plane = Plane(entry.record.position.wgs84)
    ids = Counter(plot.id for plot in entry.record.plots)
    return [
        _Land(number, plot, plan.shapes[plot.id], polygon(plan.shapes[plot.id], plane))
        for number, plot in enumerate(entry.record.plots)
        if plot.id in plan.shapes and ids[plot.id] == 1
    ]


def _park(entry: Entry[Park], plan: SitePlan) -> Iterator[Diagnostic]:
    lands = _lands(entry, plan)
    for number, plot in enumerate(entry.record.plots):
        if plot.id not in plan.shapes and plan.complete:
            loc: Loc = ("plots", number, "id")
            yield entry.source.diagnostic(Rule.PLOT_NOT_ON_PLAN, loc, plot=plot.id)
    for land in lands:
        if not land.is_sound:
            yield _broken(entry, land, plan.drawing)
        else:
            far = list(_distance(entry, land))
            yield from far or _area(entry, land)
    yield from _overlaps(entry, [land for land in lands if land.is_sound])


def _broken(entry: Entry[Park], land: _Land, drawing: Drawing | None) -> Diagnostic:
    plane = Plane(entry.record.position.wgs84)
    crossed = crossing([plane.flat(point) for point in land.points])
    count = len(set(land.points))
    own = drawing.plots.get(land.plot.id) if drawing is not None else None
    loc: Loc = land.loc
    if count < 3:
        problem = Words(f"只有 {count} 个不同的点", f"it has {count} different corners")
        remedy = Words("至少写三个界址点", "give three corners at least")
    elif crossed is None:
        problem = Words("各点在一条线上", "its corners lie on one line")
        remedy = Words("核对界址点", "check the corners")
    elif own is not None:
        problem = fault_words("Self-intersection", *own.points[crossed[0]])
        remedy = REDRAW
    else:
        zh, en = (_side(land.plot, side, count) for side in crossed)
        problem = Words(f"{zh} 与 {en} 相交", f"the sides {zh} and {en} cross")
        remedy = Words(
            "按顺序沿地块边界写界址点", "write the corners in order, going round the plot"
        )
        loc = (*loc, "points", crossed[0])
    facts = {"plot": land.plot.id, **both(problem=problem, remedy=remedy)}
    if drawing is None or own is None:
        return entry.source.diagnostic(Rule.PLOT_SHAPE_BROKEN, loc, **facts)
    spot = replace(own.spot, pair=own.points[crossed[0]] if crossed else None)
    place = drawing.text.place(spot) or drawing.text.source.at(0, 0)
    return entry.source.diagnostic_at(place, Rule.PLOT_SHAPE_BROKEN, ("plan", "file"), **facts)


def _side(plot: Plot, side: int, count: int) -> str:
    """Name a side by the corners at its ends, with the numbers that the author gave them."""
    names = [f"J{number + 1}" for number in range(count)]
    if plot.corners is not None:
        given = [corner.point for corner in plot.corners.points]
        names = [own or name for own, name in zip(given, names, strict=False)]
    return f"{names[side]}—{names[(side + 1) % count]}"


def _off(land: _Land) -> float:
    """Return by which part the stated area is off, if that is more than it may be; else 0."""
    stated = float(land.plot.area.reference())
    off = abs(land.area - stated) / stated if stated else 1.0
    return off if off > AREA_TOLERANCE else 0.0


def _area(entry: Entry[Park], land: _Land) -> Iterator[Diagnostic]:
    if off := _off(land):
        yield entry.source.diagnostic(
            Rule.PLOT_AREA_MISMATCH,
            ("plots", land.number, "area"),
            plot=land.plot.id,
            stated=as_written(land.plot.area),
            measured=_mu(land.area),
            difference=f"{off * 100:.1f}%",
            limit=f"{AREA_TOLERANCE:.0%}",
        )


def _overlaps(entry: Entry[Park], lands: list[_Land]) -> Iterator[Diagnostic]:
    for index, land in enumerate(lands):
        for other in lands[:index]:
            if land.shape is None or other.shape is None:
                continue
            shared = land.shape.intersection(other.shape).area
            smaller = min(land.area, other.area)
            if shared > max(OVERLAP_TOLERANCE * smaller, _LEAST_OVERLAP):
                yield entry.source.diagnostic(
                    Rule.PLOTS_OVERLAP,
                    land.loc,
                    plot=land.plot.id,
                    other=other.plot.id,
                    overlap=_mu(shared),
                )


def _distance(entry: Entry[Park], land: _Land) -> Iterator[Diagnostic]:
    """Tell of a plot that lies where the park cannot be."""
    reach = reach_of(entry.record)
    centre = land.shape.centroid if land.shape is not None else None
    distance = math.hypot(centre.x, centre.y) if centre is not None else 0.0
    if distance > reach:
        yield entry.source.diagnostic(
            Rule.PLOT_FAR_FROM_PARK,
            land.loc,
            plot=land.plot.id,
            **both(distance=_kilometres(distance), reach=_kilometres(reach)),
        )


def reach_of(park: Park) -> float:
    """Return how far from a park's position something of it may lie, in metres."""
    radius = math.sqrt(float(park.planned_area.reference()) / math.pi)
    return max(_REACH * radius, _LEAST_REACH)


def _mu(square_metres: float) -> str:
    return f"{Decimal(f'{square_metres / _MU:.1f}').normalize():f}亩"


def _kilometres(metres: float) -> Words:
    km = f"{Decimal(f'{metres / 1000:.1f}').normalize():f}"
    return Words(f"{km}公里", f"{km} km")
