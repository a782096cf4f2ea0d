"""The names on a plan's ground: where one finds no room, a number that the legend explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from shapely import LineString, Polygon, unary_union
from shapely import Point as Place
from shapely.geometry.base import BaseGeometry

from site_builder.draw.palette import Palette
from site_builder.draw.park_plan.forms import ParkPlan, PlanGround, Viewport
from site_builder.draw.park_plan.ground import frame_of, seen
from site_builder.draw.park_plan.labels import Label, place_along, place_inside
from site_builder.draw.svg import Point, element, text
from site_builder.draw.text_width import text_width

_NAME = 11.0
_WATER_NAME = 13.0
_DISC = 8.5
_STEP = 6.0
"""How far apart places for a number are tried along a road, in pixels."""
_CROSSING = 3.0
"""How far a number stays away from the middle of another road, in pixels."""
_OVER_PLOT = 6.0
"""How far a number may reach over the edge of a plot where there is no other room for it."""


@dataclass(frozen=True)
class Names:
    """The names that found room, and the numbers of those that did not."""

    written: tuple[tuple[PlanGround, Label], ...]
    numbers: tuple[tuple[str, Point], ...]
    """Each name and where its number stands, in the order of the numbers."""

    @property
    def keyed(self) -> tuple[str, ...]:
        """The names that the legend must explain, the first of them as number 1."""
        return tuple(name for name, _ in self.numbers)

    def draw(self, palette: Palette) -> str:
        """Return the names and the numbers."""
        written = [_name(ground, label, palette) for ground, label in self.written]
        numbers = zip(count(1), self.numbers, strict=False)
        return "".join(
            [*written, *(number_disc(str(at), place, palette) for at, (_, place) in numbers)]
        )


def place_names(plan: ParkPlan, viewport: Viewport, *, taken: Sequence[Polygon]) -> Names:
    """Return where the names of the ground that is seen stand."""
    frame = frame_of(viewport).buffer(-4)
    plots = unary_union([viewport.area(plot.outline) for plot in plan.plots])
    clear = frame.difference(unary_union(taken))
    written: list[tuple[PlanGround, Label]] = []
    for ground in plan.ground:
        if not ground.name:
            continue
        label = _label(ground, seen(ground, viewport, frame), clear.difference(plots))
        if label is not None:
            clear = clear.difference(label.outline(3))
            written.append((ground, label))
    said = {ground.name for ground, _ in written}
    numbers: dict[str, Point] = {}
    for ground in plan.ground:
        if not ground.name or ground.name in said or ground.name in numbers:
            continue
        others = unary_union(
            [
                seen(other, viewport, frame).buffer(_CROSSING)
                for other in plan.ground
                if ground.kind == other.kind == "road" and other.name != ground.name
            ]
        )
        place = _place(seen(ground, viewport, frame), clear, plots, others)
        if place is not None:
            numbers[ground.name] = place
            clear = clear.difference(Place(place).buffer(_DISC + 2))
    return Names(tuple(written), tuple(numbers.items()))


def number_disc(word: str, at: Point, palette: Palette) -> str:
    """Return a number in a circle around a place."""
    x, y = at
    circle = element(
        "circle", cx=x, cy=y, r=_DISC, fill=palette.white, stroke=palette.ink, stroke_width=1
    )
    return circle + text(word, x, y + 4, 11, palette.ink, text_anchor="middle")


def _label(ground: PlanGround, shape: BaseGeometry, free: BaseGeometry) -> Label | None:
    if ground.kind == "road" and not ground.closed:
        return place_along(shape, (text_width(ground.name, _NAME) + 8, _NAME * 0.98), free)
    return _area_label(ground, shape.intersection(free))


def _area_label(ground: PlanGround, shape: BaseGeometry) -> Label | None:
    size = _WATER_NAME if ground.kind == "water" else _NAME
    areas = _areas(shape)
    if not areas:
        return None
    largest = max(areas, key=lambda part: part.area)
    room = (text_width(ground.name, size) + 8, size + 4)
    return place_inside(largest, room, turned=ground.kind in ("water", "road"))


def _areas(shape: BaseGeometry) -> list[Polygon]:
    parts = getattr(shape, "geoms", (shape,))
    return [part for part in parts if isinstance(part, Polygon) and not part.is_empty]


def _place(
    shape: BaseGeometry, clear: BaseGeometry, plots: BaseGeometry, roads: BaseGeometry
) -> Point | None:
    """Return a place on a piece of ground for its number; None where nothing of it is clear.

    A number at a crossing could be that of either road: it rather reaches over a plot's edge.
    """
    beside, over = clear.difference(plots), clear.difference(plots.buffer(-_OVER_PLOT))
    candidates = _candidates(shape.difference(plots))
    for free in (beside.difference(roads), over.difference(roads), beside, over):
        for at in candidates:
            if free.contains(Place(at).buffer(_DISC)):
                return at
    return None


def _candidates(shape: BaseGeometry) -> list[Point]:
    """Return places on a shape: in its middle, along it, or on a grid over it."""
    if shape.is_empty:
        return []
    middle = shape.representative_point()
    found: list[Point] = [(middle.x, middle.y)]
    for line in getattr(shape, "geoms", (shape,)):
        if isinstance(line, LineString):
            steps = int(line.length // _STEP)
            points = [line.interpolate(step * _STEP) for step in range(1, steps)]
            found += [(point.x, point.y) for point in points]
    for area in sorted(_areas(shape), key=lambda part: -part.area):
        left, top, right, bottom = area.bounds
        across, down = int((right - left) // _STEP), int((bottom - top) // _STEP)
        grid = [(left + i * _STEP, top + j * _STEP) for j in range(down) for i in range(across)]
        found += [at for at in grid if area.contains(Place(at))]
    return sorted(found, key=lambda at: Place(at).distance(middle))


def _name(ground: PlanGround, label: Label, palette: Palette) -> str:
    """Return a name on its place; a road's stands on a patch of the road's colour."""
    size = _WATER_NAME if ground.kind == "water" else _NAME
    colours = {"water": palette.pine, "road": palette.ink_soft}
    words = text(
        ground.name,
        0,
        size * 0.36,
        size,
        colours.get(ground.kind, palette.ink_soft),
        text_anchor="middle",
        letter_spacing=2.0 if ground.kind == "water" else None,
    )
    patch = ""
    if ground.kind == "road":
        wide, high = label.size
        patch = element(
            "rect", x=-wide / 2, y=-high / 2, width=wide, height=high, fill=palette.white
        )
    return element("g", patch + words, transform=label.transform)
