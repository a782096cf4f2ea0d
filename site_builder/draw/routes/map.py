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
_LEAST_HEIGHT, _MOST_HEIGHT = 220.0, 360.0
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
    content = _rings(chart, plan, palette)
    content += "".join(_line(name, plan.ground, palette) for name in plan.names)
    content += "".join(_pin(name, palette) for name in plan.names)
    content += _centre(chart.centre, plan, palette)
    return document(
        content,
        width=_WIDTH,
        height=plan.ground.height,
        key=chart.key,
        title=chart.title,
        description=chart.description,
    )


def _plan(chart: RouteMap) -> _Plan:
    """Place everything; a side whose names find no room beside their points gets a column."""
    routes, columns = chart.routes, frozenset[int]()
    for side in (1, -1):
        if sum(route.side == side for route in routes) >= _MANY:
            columns |= {side}
    while True:
        ground = _ground(routes, columns, chart.centre)
        county = place_county(chart.centre, routes, ground, columns)
        names, crowded = place_names(routes, ground, columns, county, reach(chart.centre))
        if not crowded:
            return _Plan(ground, county, tuple(names))
        columns |= {crowded}


def _ground(routes: Sequence[Route], columns: frozenset[int], county: str) -> Ground:
    """Return the largest scale at which every point and every name is on the paper."""
    ends = _ends(routes, columns, county)
    highest = LEADING + max((route.more for route in routes), default=0.0)
    wide, tall = _WIDTH - 2 * MARGIN, _MOST_HEIGHT - 2 * MARGIN - highest
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
    # The names of one side may need more lines than their points are apart.
    column = max(
        sum(LEADING + route.more for route in routes if route.side == side) for side in (1, -1)
    )
    drawn = (max(ys) - min(ys)) * scale + highest + 2 * MARGIN
    height = max(_LEAST_HEIGHT, drawn, column + 2 * MARGIN)
    west = min(x * scale - room for x, _, room, _ in ends)
    east = max(x * scale + room for x, _, _, room in ends)
    left_edge = (_WIDTH - (east - west)) / 2 - west
    top = (height - (max(ys) - min(ys)) * scale) / 2 - min(ys) * scale
    return Ground(left_edge, top, scale, _WIDTH, height)


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
    frame = element("rect", x=0.0, y=0.0, width=_WIDTH, height=ground.height)
    return element("clipPath", frame, id=clip) + element("g", drawn, clip_path=f"url(#{clip})")


def _line(name: Name, ground: Ground, palette: Palette) -> str:
    way = {"x1": ground.x, "y1": ground.y, "x2": name.point[0], "y2": name.point[1]}
    return element("line", stroke=palette.pine, stroke_width=1.4, **way)


def _pin(name: Name, palette: Palette) -> str:
    x, y = name.point
    drawn = element("circle", cx=x, cy=y, r=4.5, fill=palette.seal)
    if name.far:
        (x1, y1), (x2, y2) = name.leader
        way = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        drawn += element(
            "line", stroke=palette.ink_soft, stroke_width=0.8, stroke_dasharray="2 2", **way
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
    room = {"x": x - half, "y": y - size / 2 - 2, "width": 2 * half, "height": size + 4}
    return element("rect", fill=palette.paper, **room)


def _middle(  # noqa: PLR0913 - a text and where it stands
    content: str, x: float, y: float, size: float, fill: str, *, font_weight: str | None = None
) -> str:
    return text(content, x, y, size, fill, text_anchor="middle", font_weight=font_weight)
