"""Where firms are sought, as routes from the county: straight lines, rings of distance, names.

No boundary is drawn, so the picture is no map in the sense of the law. Directions and lengths are
those of the shortest way over the ground (an azimuthal equidistant projection around the county).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

from site_builder.draw.palette import Palette
from site_builder.draw.svg import document, element, ident, text
from site_builder.draw.text_width import text_width

_WIDTH, _MARGIN = 720.0, 22.0
_LEAST_HEIGHT, _MOST_HEIGHT = 220.0, 360.0
_SIZE, _SMALL = 14.0, 12.0
_LEADING, _GAP = 36.0, 11.0
_RINGS = (100.0, 200.0, 250.0, 500.0, 1000.0)
# Rings closer to each other than this say less than they hide.
_LEAST_STEP = 44.0
_HALF_A_TURN = 180.0
# From this many on, the names of a side stand in a column beside all of its points.
_MANY = 4
_TO_COLUMN = 26.0


@dataclass(frozen=True)
class Route:
    """A region to travel to."""

    name: str
    shown: str
    """Its distance as it is read."""
    kilometres: float
    bearing: float
    """Degrees from north, clockwise."""

    @property
    def is_east(self) -> bool:
        """Whether its name stands to the right of its point."""
        return self.bearing < _HALF_A_TURN

    @property
    def flat(self) -> tuple[float, float]:
        """Kilometres to the right of the county and below it."""
        angle = radians(self.bearing)
        return self.kilometres * sin(angle), -self.kilometres * cos(angle)

    @property
    def room(self) -> float:
        """The width of its name or its distance, whichever is wider."""
        return max(text_width(self.name, _SIZE, bold=True), text_width(self.shown, _SMALL)) + _GAP


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
class _Ground:
    """Where the county stands on the paper, and how large a kilometre is."""

    x: float
    y: float
    scale: float
    height: float


@dataclass(frozen=True)
class _Pin:
    """A region as it is placed: its point, and where the two lines of its name meet."""

    route: Route
    x: float
    y: float
    start: float = 0.0
    line: float = 0.0


def route_map(chart: RouteMap, palette: Palette) -> str:
    """Return the drawing; without routes, the county alone."""
    ground = _ground(chart.routes)
    pins = [
        _Pin(
            route, ground.x + route.flat[0] * ground.scale, ground.y + route.flat[1] * ground.scale
        )
        for route in chart.routes
    ]
    sides = ([p for p in pins if p.route.is_east], [p for p in pins if not p.route.is_east])
    placed = [pin for side in sides for pin in _apart(side, ground.height)]
    content = _rings(chart, ground, palette)
    content += "".join(_line(pin, ground, palette) for pin in placed)
    content += "".join(_pin(pin, palette) for pin in placed)
    content += _centre(chart, ground, palette)
    return document(
        content,
        width=_WIDTH,
        height=ground.height,
        key=chart.key,
        title=chart.title,
        description=chart.description,
    )


def _ground(routes: Sequence[Route]) -> _Ground:
    """Return the largest scale at which every point and every name is on the paper."""
    ends = [(0.0, 0.0, 0.0, 0.0)]
    for route in routes:
        x, y = route.flat
        room = _room(route, routes)
        ends.append((x, y, 0.0 if route.is_east else room, room * route.is_east))
    wide, tall = _WIDTH - 2 * _MARGIN, _MOST_HEIGHT - 2 * _MARGIN - _LEADING
    scale = min(
        (
            (wide - left[2] - right[3]) / (right[0] - left[0])
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
    lines = max(sum(r.is_east for r in routes), sum(not r.is_east for r in routes))
    drawn = (max(ys) - min(ys)) * scale + _LEADING + 2 * _MARGIN
    height = max(_LEAST_HEIGHT, drawn, lines * _LEADING + 2 * _MARGIN)
    west = min(x * scale - room for x, _, room, _ in ends)
    east = max(x * scale + room for x, _, _, room in ends)
    left = (_WIDTH - (east - west)) / 2 - west
    top = (height - (max(ys) - min(ys)) * scale) / 2 - min(ys) * scale
    return _Ground(left, top, scale, height)


def _room(route: Route, routes: Sequence[Route]) -> float:
    """Return what a point needs beside it: its own name, or the column of its side."""
    side = [other for other in routes if other.is_east is route.is_east]
    if len(side) < _MANY:
        return route.room
    return max(other.room for other in side) + _TO_COLUMN


def _apart(pins: Sequence[_Pin], height: float) -> list[_Pin]:
    """Give each name a place of its own, as near to its point as the others leave room."""
    ordered = sorted(pins, key=lambda pin: pin.y)
    first, last = _MARGIN + _LEADING / 2, height - _MARGIN - _LEADING / 2
    lines: list[float] = []
    for pin in ordered:
        lines.append(max(pin.y, lines[-1] + _LEADING if lines else first))
    floor = last
    for index in range(len(lines) - 1, -1, -1):
        lines[index] = min(lines[index], floor)
        floor = lines[index] - _LEADING
    starts = _starts(ordered)
    return [
        replace(pin, start=start, line=line)
        for pin, start, line in zip(ordered, starts, lines, strict=True)
    ]


def _starts(pins: Sequence[_Pin]) -> list[float]:
    """Return where the names of one side start: at their points, or in one column."""
    if not pins:
        return []
    outwards = 1 if pins[0].route.is_east else -1
    if len(pins) < _MANY:
        return [pin.x + outwards * _GAP for pin in pins]
    farthest = max(outwards * pin.x for pin in pins)
    return [outwards * (farthest + _TO_COLUMN + _GAP) for _ in pins]


def _rings(chart: RouteMap, ground: _Ground, palette: Palette) -> str:
    farthest = max((route.kilometres for route in chart.routes), default=0.0)
    step = next((s for s in _RINGS if s * ground.scale >= _LEAST_STEP), _RINGS[-1])
    side = _quiet_side(chart.routes)
    drawn = ""
    radius = step
    while radius - step < farthest:
        wide = radius * ground.scale
        drawn += element(
            "circle",
            cx=ground.x,
            cy=ground.y,
            r=wide,
            fill="none",
            stroke=palette.line,
            stroke_width=1.0,
        )
        tops = [ground.y + way * wide for way in (side, -side)]
        seen = [at for at in tops if _SMALL < at < ground.height - _SMALL]
        if seen:
            at = seen[0]
            said = chart.ring(round(radius))
            room = text_width(said, _SMALL) + 8
            drawn += element(
                "rect",
                x=ground.x - room / 2,
                y=at - _SMALL / 2 - 2,
                width=room,
                height=_SMALL + 4,
                fill=palette.paper,
            )
            drawn += _middle(said, ground.x, at + _SMALL * 0.36, _SMALL, palette.ink_soft)
        radius += step
    clip = f"{ident(chart.key)}-clip"
    frame = element("rect", x=0.0, y=0.0, width=_WIDTH, height=ground.height)
    return element("clipPath", frame, id=clip) + element("g", drawn, clip_path=f"url(#{clip})")


def _quiet_side(routes: Sequence[Route]) -> int:
    """Return 1 if the south has more room for the names of the rings, -1 if the north has."""
    south = sum(abs(r.flat[0]) < r.flat[1] for r in routes)
    north = sum(abs(r.flat[0]) < -r.flat[1] for r in routes)
    return 1 if south <= north else -1


def _line(pin: _Pin, ground: _Ground, palette: Palette) -> str:
    way = {"x1": ground.x, "y1": ground.y, "x2": pin.x, "y2": pin.y}
    return element("line", stroke=palette.pine, stroke_width=1.4, **way)


def _pin(pin: _Pin, palette: Palette) -> str:
    side = 1 if pin.route.is_east else -1
    x = pin.start
    drawn = element("circle", cx=pin.x, cy=pin.y, r=4.5, fill=palette.seal)
    if abs(pin.line - pin.y) > 2 or abs(x - pin.x) > _GAP + 1:
        way = {"x1": pin.x, "y1": pin.y, "x2": x - side * 2, "y2": pin.line}
        drawn += element(
            "line", stroke=palette.ink_soft, stroke_width=0.8, stroke_dasharray="2 2", **way
        )
    anchor = None if pin.route.is_east else "end"
    drawn += text(
        pin.route.name, x, pin.line - 2, _SIZE, palette.ink, font_weight="bold", text_anchor=anchor
    )
    shown = pin.route.shown
    return drawn + text(shown, x, pin.line + 14, _SMALL, palette.ink_soft, text_anchor=anchor)


def _centre(chart: RouteMap, ground: _Ground, palette: Palette) -> str:
    square = element(
        "rect", x=ground.x - 6, y=ground.y - 6, width=12.0, height=12.0, fill=palette.pine
    )
    # The names of the rings stand on one side of the county, its own name on the other.
    below = _quiet_side(chart.routes) < 0
    base = ground.y + (_SIZE + 9 if below else -12.0)
    wide = text_width(chart.centre, _SIZE, bold=True) + 8
    plate = element(
        "rect",
        x=ground.x - wide / 2,
        y=base - _SIZE + 1,
        width=wide,
        height=_SIZE + 4,
        fill=palette.paper,
    )
    name = _middle(chart.centre, ground.x, base, _SIZE, palette.pine, font_weight="bold")
    return square + plate + name


def _middle(  # noqa: PLR0913 - a text and where it stands
    content: str, x: float, y: float, size: float, fill: str, *, font_weight: str | None = None
) -> str:
    return text(content, x, y, size, fill, text_anchor="middle", font_weight=font_weight)
