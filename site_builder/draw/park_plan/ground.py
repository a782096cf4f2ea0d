"""The quiet ground of a park's plan: roads to their width, water, green, built land."""

import math
from collections.abc import Iterator

from shapely import LineString, Polygon, box, unary_union
from shapely.geometry.base import BaseGeometry

from site_builder.draw.palette import Palette, mix
from site_builder.draw.park_plan.forms import ParkPlan, PlanGround, Viewport, path_of
from site_builder.draw.svg import path

_ORDER = ("green", "built", "water")
_LEAST_ROAD = 3.0
_USUAL_ROAD = 12.0
"""In metres, where a road says no width."""
_DOTS = 13.0


def base_colour(palette: Palette) -> str:
    """Return the colour of land that is nothing else."""
    return mix(palette.mist, palette.paper, 0.45)


def draw_ground(plan: ParkPlan, viewport: Viewport, palette: Palette) -> str:
    """Return water, green, built land and roads, cut at the frame."""
    frame = frame_of(viewport)
    areas = [
        ground_fill(kind, shape, palette)
        for kind in _ORDER
        for shape in _pieces(kind, plan, viewport, frame)
        if not shape.is_empty
    ]
    return "".join(areas) + _roads(plan, viewport, frame, palette)


def _pieces(kind: str, plan: ParkPlan, viewport: Viewport, frame: Polygon) -> list[BaseGeometry]:
    """Return the ground of one kind: built land lot by lot, the rest grown together."""
    cut = [seen(ground, viewport, frame) for ground in plan.ground if ground.kind == kind]
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


def frame_of(viewport: Viewport) -> Polygon:
    """Return the frame of a viewport."""
    frame = viewport.frame
    return box(frame.x, frame.y, frame.right, frame.bottom)


def seen(ground: PlanGround, viewport: Viewport, frame: Polygon) -> BaseGeometry:
    """Return a piece of ground in pixels as far as it is seen; a stream has its width."""
    if ground.closed:
        return viewport.land(ground).intersection(frame)
    if ground.kind == "road":
        return viewport.line(ground.outline).intersection(frame)
    wide = max((ground.width or _USUAL_ROAD) * viewport.scale, _LEAST_ROAD)
    return viewport.line(ground.outline).buffer(wide / 2, cap_style="flat").intersection(frame)


def _roads(plan: ParkPlan, viewport: Viewport, frame: Polygon, palette: Palette) -> str:
    """Return all roads as one surface, so that they are open to each other where they meet."""
    surfaces = []
    for ground in plan.ground:
        if ground.kind == "road":
            wide = max((ground.width or _USUAL_ROAD) * viewport.scale, _LEAST_ROAD)
            surfaces.append(
                viewport.land(ground)
                if ground.closed
                else viewport.line(ground.outline).buffer(
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
