"""Where firms are sought, as routes from the county: straight lines, rings of distance, names.

No boundary is drawn, so the picture is no map in the sense of the law. Directions and lengths are
those of the shortest way over the ground (an azimuthal equidistant projection around the county).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from site_builder.draw.box import Box
from site_builder.draw.palette import Palette
from site_builder.draw.routes.names import (
    COLUMN,
    GAP,
    LEADING,
    MARGIN,
    SIZE,
    SMALL,
    SQUARE,
    STEP,
    Ground,
    Line,
    Name,
    Route,
    county_room,
    place_county,
    place_names,
    place_rings,
    reach,
)
from site_builder.draw.svg import document, element, ident, text
from site_builder.draw.text_width import clip, text_width

__all__ = ["Route", "RouteMap", "route_map"]

_WIDTH = 720.0
_LEAST_HEIGHT, _FLAT = 220.0, 2.0
# A name of one line may be as wide, where the ways stay nearly as long as beside narrower ones.
_ONE_LINE, _NEARLY = 270.0, 0.75
_RINGS = (100.0, 200.0, 250.0, 500.0, 1000.0)
# A county whose name is longer is named in full by the page.
_CENTRE_WIDE = 125.0
# Rings closer to each other than this say less than they hide.
_LEAST_STEP = 44.0
# From this many on, the names of a side stand in a column beside all of its points.
_MANY = 4


@dataclass(frozen=True)
class RouteMap:
    """Everything the drawing shows."""

    key: str
    title: str
    description: str
    centre: str
    """The name of the county."""
    routes: tuple[Route, ...]
    ring: Callable[[int], str]
    """Names a ring by its radius in kilometres."""
    width: float = _WIDTH
    """The width of the drawing; the wider it is, the smaller its words are where it is shown."""
    flat: float = 0.0
    """How many times as wide as high it is at least; 0 where it may grow with its names."""


@dataclass(frozen=True)
class _Plan:
    """Where everything stands."""

    ground: Ground
    county: Box
    """The room of the county's name."""
    names: tuple[Name, ...]


def route_map(chart: RouteMap, palette: Palette) -> str:
    """Return the drawing; without routes, the county alone."""
    chart = replace(chart, centre=clip(chart.centre, SIZE, _CENTRE_WIDE, bold=True))
    plan = _plan(chart)
    ground = plan.ground
    content = element(
        "rect", x=0.0, y=0.0, width=ground.width, height=ground.height, fill=palette.mist
    )
    content += _rings(chart, plan, palette)
    content += "".join(_room(name.box, palette) for name in plan.names)
    content += "".join(_line(name, plan.ground, palette) for name in plan.names)
    content += "".join(_pin(name, palette) for name in plan.names)
    content += _centre(chart.centre, plan, palette)
    return document(
        content,
        width=plan.ground.width,
        height=plan.ground.height,
        key=chart.key,
        title=chart.title,
        description=chart.description,
    )


def _plan(chart: RouteMap) -> _Plan:
    """Place everything, with each name in one line where the ways do not shrink for it."""
    long = tuple(replace(route, widest=_ONE_LINE) for route in chart.routes)
    in_one_line, narrow = _placed(replace(chart, routes=long)), _placed(chart)
    return in_one_line if _share(in_one_line) >= _share(narrow) * _NEARLY else narrow


def _share(plan: _Plan) -> float:
    """Return how much of the drawing's width a kilometre takes."""
    return plan.ground.scale / plan.ground.width


def _placed(chart: RouteMap) -> _Plan:
    """Place everything; a side whose names find no room beside their points gets a column."""
    routes, columns = chart.routes, frozenset[int]()
    for side in (1, -1):
        if sum(route.side == side for route in routes) >= _MANY:
            columns |= {side}
    while True:
        ground = _ground(chart, columns)
        county = place_county(chart.centre, routes, ground, columns)
        names, crowded = place_names(routes, ground, columns, county, reach(chart.centre))
        if not crowded:
            return _Plan(ground, county, tuple(names))
        columns |= {crowded}


def _ground(chart: RouteMap, columns: frozenset[int]) -> Ground:
    """Return the largest scale at which every point and every name is on the paper."""
    routes = chart.routes
    ends = _ends(routes, columns, chart.centre)
    highest = LEADING + max((route.more for route in routes), default=0.0)
    # The names of one side may need more lines than their points are apart.
    column = 2 * MARGIN + max(
        sum(LEADING + route.more for route in routes if route.side == side) for side in (1, -1)
    )
    width = max(chart.width, column * chart.flat)
    most = width / max(chart.flat, _FLAT)
    wide, tall = width - 2 * MARGIN, most - 2 * MARGIN - highest
    scale = min(
        (
            max(wide - left[2] - right[3], 1.0) / (right[0] - left[0])
            for left in ends
            for right in ends
            if right[0] > left[0]
        ),
        default=1.0,
    )
    ys = [y for _, y, _, _ in ends]
    if max(ys) > min(ys):
        scale = min(scale, tall / (max(ys) - min(ys)))
    drawn = (max(ys) - min(ys)) * scale + highest + 2 * MARGIN
    height = max(_LEAST_HEIGHT, drawn, column)
    west = min(x * scale - room for x, _, room, _ in ends)
    east = max(x * scale + room for x, _, _, room in ends)
    left_edge = (width - (east - west)) / 2 - west
    top = (height - (max(ys) - min(ys)) * scale) / 2 - min(ys) * scale
    return Ground(left_edge, top, scale, width, height)


def _ends(
    routes: Sequence[Route], columns: frozenset[int], county: str
) -> list[tuple[float, float, float, float]]:
    """Return points in kilometres, each with the room needed to its left and to its right."""
    centre = county_room(county)
    ends = [(0.0, 0.0, centre, centre)]
    for side in columns:
        widest = max(route.wide for route in routes if route.side == side) + COLUMN + GAP
        room = reach(county) + widest
        ends.append((0.0, 0.0, room * (side < 0), room * (side > 0)))
        ends += [
            (*route.flat, widest * (side < 0), widest * (side > 0))
            for route in routes
            if route.side == side
        ]
    for route in routes:
        if route.side not in columns:
            room = route.wide + GAP
            ends.append((*route.flat, room * (route.side < 0), room * (route.side > 0)))
    return ends


def _rings(chart: RouteMap, plan: _Plan, palette: Palette) -> str:
    ground = plan.ground
    farthest = max((route.kilometres for route in chart.routes), default=0.0)
    step = next((s for s in _RINGS if s * ground.scale >= _LEAST_STEP), _RINGS[-1])
    drawn, named, radius = "", [], step
    while radius - step < farthest:
        wide = radius * ground.scale
        ring = {"cx": ground.x, "cy": ground.y, "r": wide}
        drawn += element("circle", fill="none", stroke=palette.line, stroke_width=1.0, **ring)
        named.append((wide, chart.ring(round(radius))))
        radius += step
    lines: list[Line] = [((ground.x, ground.y), name.point) for name in plan.names]
    lines += [name.leader for name in plan.names if name.far]
    taken = [plan.county, *(name.box for name in plan.names)]
    for said, (x, y) in place_rings(named, ground, taken, lines):
        drawn += _plate(said, x, y, SMALL, palette)
        drawn += _middle(said, x, y + SMALL * 0.36, SMALL, palette.ink_soft)
    clip = f"{ident(chart.key)}-clip"
    frame = element("rect", x=0.0, y=0.0, width=ground.width, height=ground.height)
    return element("clipPath", frame, id=clip) + element("g", drawn, clip_path=f"url(#{clip})")


def _line(name: Name, ground: Ground, palette: Palette) -> str:
    way = {"x1": ground.x, "y1": ground.y, "x2": name.point[0], "y2": name.point[1]}
    return element("line", fill="none", stroke=palette.pine, stroke_width=1.4, **way)


def _pin(name: Name, palette: Palette) -> str:
    x, y = name.point
    drawn = element("circle", cx=x, cy=y, r=4.5, fill=palette.seal)
    if name.far:
        (x1, y1), (x2, y2) = name.leader
        way = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        drawn += element(
            "line",
            fill="none",
            stroke=palette.ink_soft,
            stroke_width=0.8,
            stroke_dasharray="2 2",
            **way,
        )
    route, anchor = name.route, "end" if name.end else None
    top, ink = name.y - 2 - route.more / 2, palette.ink
    for index, line in enumerate(route.lines):
        y = top + index * STEP
        drawn += text(line, name.x, y, SIZE, ink, font_weight="bold", text_anchor=anchor)
    y = top + route.more + STEP
    return drawn + text(route.shown, name.x, y, SMALL, palette.ink_soft, text_anchor=anchor)


def _centre(name: str, plan: _Plan, palette: Palette) -> str:
    ground, box = plan.ground, plan.county
    square = element(
        "rect",
        x=ground.x - SQUARE,
        y=ground.y - SQUARE,
        width=2 * SQUARE,
        height=2 * SQUARE,
        fill=palette.pine,
    )
    x, y = box.x + box.width / 2, box.y + box.height / 2
    plate = _plate(name, x, y, SIZE, palette)
    words = _middle(name, x, y + SIZE * 0.36, SIZE, palette.pine, font_weight="bold")
    return plate + square + words


def _plate(said: str, x: float, y: float, size: float, palette: Palette) -> str:
    """Return the ground that a name stands on, so that no ring runs through it."""
    half = text_width(said, size, bold=size == SIZE) / 2 + 4
    return _room(Box(x - half, y - size / 2 - 2, 2 * half, size + 4), palette)


def _room(box: Box, palette: Palette) -> str:
    room = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return element("rect", fill=palette.mist, **room)


def _middle(  # noqa: PLR0913 - a text and where it stands
    content: str, x: float, y: float, size: float, fill: str, *, font_weight: str | None = None
) -> str:
    return text(content, x, y, size, fill, text_anchor="middle", font_weight=font_weight)
