"""The quiet ground of a park's plan: roads to their width, water, green, built land, names."""

import math
from collections.abc import Iterator, Sequence

from shapely import LineString, MultiPolygon, Polygon, box, unary_union
from shapely.geometry.base import BaseGeometry

from site_builder.draw.palette import Palette, mix
from site_builder.draw.park_plan.forms import ParkPlan, PlanGround, Sheet, path_of
from site_builder.draw.park_plan.labels import Label, place_along, place_inside
from site_builder.draw.svg import element, path, text
from site_builder.draw.text_width import text_width

_ORDER = ("green", "built", "water")
_LEAST_ROAD = 3.0
_USUAL_ROAD = 12.0
"""In metres, where a road says no width."""
_NAME = 11.0
_WATER_NAME = 13.0
_DOTS = 13.0


def base_colour(palette: Palette) -> str:
    """Return the colour of land that is nothing else."""
    return mix(palette.mist, palette.paper, 0.45)


def draw_ground(plan: ParkPlan, sheet: Sheet, palette: Palette) -> str:
    """Return water, green, built land and roads, cut at the frame."""
    frame = _frame(sheet)
    areas = [
        ground_fill(kind, shape, palette)
        for kind in _ORDER
        for shape in _pieces(kind, plan, sheet, frame)
        if not shape.is_empty
    ]
    return "".join(areas) + _roads(plan, sheet, frame, palette)


def _pieces(kind: str, plan: ParkPlan, sheet: Sheet, frame: Polygon) -> list[BaseGeometry]:
    """Return the ground of one kind: built land lot by lot, the rest grown together."""
    cut = [_cut(ground, sheet, frame) for ground in plan.ground if ground.kind == kind]
    return cut if kind == "built" else [unary_union(cut)]


def ground_fill(kind: str, shape: BaseGeometry, palette: Palette) -> str:
    """Return a piece of ground: green is dotted, water has waves, built land is plain."""
    data = path_of(shape)
    if kind == "green":
        colour = mix(palette.skies["moss"], palette.pine, 0.07)
        dots = path(
            _dots(shape),
            stroke=mix(palette.skies["moss"], palette.pine, 0.36),
            stroke_width="1.8",
            stroke_linecap="round",
            fill="none",
        )
        return path(data, fill=colour, fill_rule="evenodd") + dots
    if kind == "water":
        ink = mix(palette.skies["sky"], palette.pine, 0.2)
        waves = path(_waves(shape), stroke=ink, stroke_width="0.9", fill="none")
        blue = mix(palette.skies["sky"], palette.skies["slate"], 0.3)
        edge = path(data, fill=blue, fill_rule="evenodd", stroke=ink)
        return edge + waves
    line = mix(palette.skies["sand"], palette.ink_soft, 0.35)
    fill = mix(palette.skies["sand"], palette.ink_soft, 0.08)
    return path(data, fill=fill, fill_rule="evenodd", stroke=line, stroke_width="0.7")


def draw_names(plan: ParkPlan, sheet: Sheet, palette: Palette, *, taken: Sequence[Polygon]) -> str:
    """Return the names of the ground where there is room for them, each name once."""
    frame = _frame(sheet).buffer(-4)
    free = frame.difference(unary_union([*taken, *_plots(plan, sheet)]))
    drawn: list[str] = []
    for ground in plan.ground:
        if not ground.name:
            continue
        shape = _cut(ground, sheet, frame)
        label = (
            _road_label(ground, shape, free)
            if ground.kind == "road"
            else _area_label(ground, shape.intersection(free))
        )
        if label is not None:
            free = free.difference(label.outline(3))
            drawn.append(_name(ground, label, palette))
    return "".join(drawn)


def _plots(plan: ParkPlan, sheet: Sheet) -> list[Polygon]:
    return [sheet.area(plot.outline) for plot in plan.plots]


def _frame(sheet: Sheet) -> Polygon:
    frame = sheet.frame
    return box(frame.x, frame.y, frame.right, frame.bottom)


def _cut(ground: PlanGround, sheet: Sheet, frame: Polygon) -> BaseGeometry:
    """Return a piece of ground in pixels as far as it is seen; a stream has its width."""
    if ground.closed:
        return sheet.land(ground).intersection(frame)
    if ground.kind == "road":
        return sheet.line(ground.outline).intersection(frame)
    wide = max((ground.width or _USUAL_ROAD) * sheet.scale, _LEAST_ROAD)
    return sheet.line(ground.outline).buffer(wide / 2, cap_style="flat").intersection(frame)


def _roads(plan: ParkPlan, sheet: Sheet, frame: Polygon, palette: Palette) -> str:
    """Return all roads as one surface, so that they are open to each other where they meet."""
    surfaces = []
    for ground in plan.ground:
        if ground.kind == "road":
            wide = max((ground.width or _USUAL_ROAD) * sheet.scale, _LEAST_ROAD)
            surfaces.append(
                sheet.land(ground)
                if ground.closed
                else sheet.line(ground.outline).buffer(
                    wide / 2, cap_style="square", join_style="mitre", mitre_limit=2
                )
            )
    if not surfaces:
        return ""
    surface = unary_union(surfaces).intersection(frame).simplify(0.3)
    line = mix(palette.line, palette.ink_soft, 0.25)
    data = path_of(surface)
    return path(data, fill=palette.white, fill_rule="evenodd", stroke=line, stroke_width="0.8")


def _dots(shape: BaseGeometry) -> str:
    """Return the data of a path of dots in staggered rows, those that lie within a shape."""
    if shape.is_empty:
        return ""
    inner = shape.buffer(-3)
    left, top, right, bottom = shape.bounds
    rows = range(math.floor(top / _DOTS), math.ceil(bottom / _DOTS) + 1)
    lines = [
        LineString(((left - 1, row * _DOTS), (right + 1, row * _DOTS))).intersection(inner)
        for row in rows
    ]
    data = []
    for row, line in zip(rows, lines, strict=True):
        for start, end in _stretches(line):
            shift = _DOTS / 2 if row % 2 else 0.0
            first = math.ceil((start - shift) / _DOTS)
            last = math.floor((end - shift) / _DOTS)
            y = row * _DOTS
            data += [f"M{column * _DOTS + shift:g} {y:g}h.01" for column in range(first, last + 1)]
    return "".join(data)


def _waves(shape: BaseGeometry) -> str:
    """Return the data of short level strokes within a shape, as water is hatched."""
    if shape.is_empty:
        return ""
    inner = shape.buffer(-3)
    left, top, right, bottom = shape.bounds
    data = []
    for row in range(math.ceil(top / 9), math.floor(bottom / 9) + 1):
        line = LineString(((left - 1, row * 9), (right + 1, row * 9))).intersection(inner)
        for start, end in _stretches(line):
            shift = 23.0 * (row % 3)
            first = math.ceil((start - shift) / 68)
            last = math.floor((end - shift - 22) / 68)
            data += [
                f"M{column * 68 + shift:g} {row * 9:g}h22" for column in range(first, last + 1)
            ]
    return "".join(data)


def _stretches(line: BaseGeometry) -> Iterator[tuple[float, float]]:
    """Yield from where to where the pieces of a level line run."""
    for piece in getattr(line, "geoms", (line,)):
        if piece.geom_type == "LineString" and not piece.is_empty:
            yield piece.bounds[0], piece.bounds[2]


def _road_label(ground: PlanGround, shape: BaseGeometry, free: BaseGeometry) -> Label | None:
    size = (text_width(ground.name, _NAME) + 8, _NAME * 0.98)
    return place_along(shape, size, free)


def _area_label(ground: PlanGround, shape: BaseGeometry) -> Label | None:
    size = _WATER_NAME if ground.kind == "water" else _NAME
    parts = shape.geoms if isinstance(shape, MultiPolygon) else (shape,)
    areas = [part for part in parts if isinstance(part, Polygon) and not part.is_empty]
    if not areas:
        return None
    largest = max(areas, key=lambda part: part.area)
    room = (text_width(ground.name, size) + 8, size + 4)
    return place_inside(largest, room, turned=ground.kind == "water")


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
