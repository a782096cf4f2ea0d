"""What lies around the plots of a plan: areas that are areas, near the park, named in both."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from site_builder.checks.land.plans import REDRAW, reach_of
from site_builder.checks.scope import Scope
from site_builder.content.catalog import Entry
from site_builder.content.ground.fault_words import fault_words
from site_builder.content.ground.geojson import Spot
from site_builder.content.ground.park_shapes import Drawing, Ground
from site_builder.content.ground.plan_file import Outline
from site_builder.content.park import Park
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.geography.plane import Plane
from site_builder.geography.polygons import Metres, fault, polygon

_FILE: Loc = ("plan", "file")
_FARTHEST = 100_000.0
"""In metres: a river may come from afar, but none is drawn so far beyond a park."""
_SYSTEM = Words(
    "核对文件的坐标系；不在园区一带的要素从文件中删去",
    "check the file's system; remove a feature that is not near the park from the file",
)
_NAMES = {
    "name": ("name_en", Words("英文", "English")),
    "name_en": ("name", Words("中文", "Chinese")),
}


@dataclass(frozen=True)
class _Feature:
    """A piece of ground with the file it stands in."""

    entry: Entry[Park]
    drawing: Drawing
    ground: Ground
    outline: Outline

    @property
    def plane(self) -> Plane:
        """A plane around the park's position."""
        return Plane(self.entry.record.position.wgs84)

    def tell(self, rule: Rule, spot: Spot, **facts: object) -> Diagnostic:
        """Return a finding that stands at a spot of the file."""
        text = self.drawing.text
        place = text.place(spot) or text.source.at(0, 0)
        return self.entry.source.diagnostic_at(place, rule, _FILE, **facts)

    def unusable(self, problem: Words, remedy: Words, spot: Spot) -> Diagnostic:
        """Return the finding that no plan can be drawn with it."""
        where = self.outline.where
        said = Words(f"{where.zh}{problem.zh}", f"{where.en} {problem.en}")
        name = self.drawing.text.source.path.relative_to("media")
        return self.tell(Rule.PLAN_UNREADABLE, spot, name=name, **both(problem=said, remedy=remedy))


def check_plan_ground(scope: Scope) -> Iterator[Diagnostic]:
    """Yield what is wrong with the ground of the plans of approved parks."""
    for slug, plan in scope.catalog.plans.items():
        entry = scope.approved.parks.get(slug)
        if entry is None or plan.drawing is None:
            continue
        named: set[int | None] = set()
        for ground, outline in zip(plan.ground, plan.drawing.ground, strict=True):
            feature = _Feature(entry, plan.drawing, ground, outline)
            yield from _broken(feature) or _far(feature)
            # A feature of several parts has one name.
            if outline.spot.feature not in named:
                named.add(outline.spot.feature)
                yield from _unnamed(feature)


def _broken(feature: _Feature) -> list[Diagnostic]:
    ground, outline, plane = feature.ground, feature.outline, feature.plane
    land = polygon(ground.points, plane, ground.holes) if ground.closed else None
    found = fault(land, plane) if land is not None else None
    if found is None:
        return []
    corners = [point for ring in (ground.points, *ground.holes) for point in ring]
    written = [pair for ring in (outline.points, *outline.holes) for pair in ring]
    near = min(range(len(corners)), key=lambda index: math.dist(corners[index], found[1]))
    words = fault_words(found[0], *written[near])
    problem = Words(f"：{words.zh}", f"is no area: {words.en}")
    spot = replace(outline.spot, pair=written[near])
    return [feature.unusable(problem, REDRAW, spot)]


def _far(feature: _Feature) -> list[Diagnostic]:
    """Tell of a piece of ground that is not seen on the plan, or leads off to nowhere."""
    reach = reach_of(feature.entry.record)
    flat = [feature.plane.flat(point) for point in feature.ground.points]
    nearest = _nearest(flat, closed=feature.ground.closed)
    far, farthest = max((math.hypot(*corner), index) for index, corner in enumerate(flat))
    if nearest > reach:
        away, most = _kilometres(nearest), _kilometres(reach)
        problem = Words(
            f"距园区坐标{away}公里，超出园区范围（约{most}公里）",
            f"lies {away} km from the park's position, beyond its reach of about {most} km",
        )
        return [feature.unusable(problem, _SYSTEM, feature.outline.spot)]
    if far > _FARTHEST:
        away = _kilometres(far)
        problem = Words(
            f"有一点距园区坐标{away}公里", f"has a point {away} km from the park's position"
        )
        spot = replace(feature.outline.spot, pair=feature.outline.points[farthest])
        return [feature.unusable(problem, _SYSTEM, spot)]
    return []


def _nearest(flat: list[Metres], *, closed: bool) -> float:
    """Return how near an area or a line comes to the middle of a plane, in metres."""
    from shapely import LineString, Point, Polygon

    shape = Polygon(flat) if closed else LineString(flat)
    return float(shape.distance(Point(0, 0)))


def _unnamed(feature: _Feature) -> Iterator[Diagnostic]:
    """Tell of a name in one language alone: readers of the other would see none."""
    name = feature.ground.name
    if name is None or (name.zh and name.en):
        return
    given = "name" if name.zh else "name_en"
    missing, language = _NAMES[given]
    yield feature.tell(
        Rule.MISSING_LANGUAGE,
        Spot(feature.outline.spot.feature, key=given),
        language=missing,
        **both(language=language),
    )


def _kilometres(metres: float) -> str:
    return f"{Decimal(f'{metres / 1000:.1f}').normalize():f}"
