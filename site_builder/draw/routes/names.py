"""Where the names of regions, of the county and of the rings stand on the drawing of routes.

A name stands beside its point where no line, point or other name is in its way. Where a side has
many names, or one finds no such place, all of that side stand in a column beside its points, where
no line comes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin

from site_builder.draw.box import Box
from site_builder.draw.svg import Point
from site_builder.draw.text_width import text_width, wrap

SIZE, SMALL = 14.0, 12.0
"""The sizes of names and of distances, in pixels."""
STEP = 16.0
"""From line to line of a long name."""
_WIDEST = 190.0
"""The width of a line of a name, so that two names and the way between them fit on the paper."""
LEADING, GAP = 36.0, 11.0
"""From name to name of a column, and from a point to its name."""
COLUMN = 26.0
"""From the farthest point of a side to the column of its names."""
MARGIN = 22.0
SQUARE = 6.0
"""Half the square that stands for the county."""
_EDGE = 3.0
_HALF_A_TURN = 180.0
_RISE, _FALL = 14.0, 17.0
"""From the middle of a name with its distance up and down to where it ends."""
_SHIFTS = (0.0, 11.0, -11.0)
_OVER = 26.0
_OFF = ((24.0, -26.0), (24.0, 26.0), (40.0, -44.0), (40.0, 44.0))
"""How far from its place beside the point a name may stand that a thin line leads to."""
_AROUND = (180, 0, 90, 270, 135, 225, 45, 315, 158, 202, 22, 338, 112, 248, 68, 292)
_RAYS = (0, 180, 90, 270, *range(15, 360, 15))

Line = tuple[Point, Point]


@dataclass(frozen=True)
class Route:
    """A region to travel to."""

    name: str
    shown: str
    """Its distance as it is read."""
    kilometres: float
    bearing: float
    """Degrees from north, clockwise."""
    widest: float = _WIDEST
    """How wide a line of its name may be, in pixels."""

    @property
    def side(self) -> int:
        """1 if it lies to the east, else -1."""
        return 1 if self.bearing < _HALF_A_TURN else -1

    @property
    def flat(self) -> Point:
        """Kilometres to the right of the county and below it."""
        angle = radians(self.bearing)
        return self.kilometres * sin(angle), -self.kilometres * cos(angle)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its name in lines."""
        return wrap(self.name, SIZE, self.widest, bold=True)

    @cached_property
    def wide(self) -> float:
        """The width of its name or its distance, whichever is wider."""
        names = (text_width(line, SIZE, bold=True) for line in self.lines)
        return max(text_width(self.shown, SMALL), *names)

    @property
    def more(self) -> float:
        """How much higher it is than a name of one line."""
        return STEP * max(len(self.lines) - 1, 0)


@dataclass(frozen=True)
class Ground:
    """Where the county stands on the paper, and how large a kilometre is."""

    x: float
    y: float
    scale: float
    width: float
    height: float

    def at(self, route: Route) -> Point:
        """Return the point of a region."""
        x, y = route.flat
        return self.x + x * self.scale, self.y + y * self.scale


@dataclass(frozen=True)
class Name:
    """A region's name as it is placed, with its distance below it; `y` is between the two."""

    route: Route
    point: Point
    x: float
    y: float
    end: bool = False
    """Whether it ends at `x`, rather than begins there."""
    far: bool = False
    """Whether a thin line leads from the point to the name."""

    @property
    def box(self) -> Box:
        """The room of all lines."""
        left = self.x - self.route.wide if self.end else self.x
        more = self.route.more
        return Box(left, self.y - _RISE - more / 2, self.route.wide, _RISE + _FALL + more)

    @property
    def leader(self) -> Line:
        """The thin line."""
        return self.point, (self.x + (2 if self.end else -2), self.y)


def reach(name: str) -> float:
    """Return how far the county's name may reach towards a column of names."""
    return county_room(name) * 1.5 + SQUARE


def county_room(name: str) -> float:
    """Return how far the county's name reaches to either side of it."""
    return text_width(name, SIZE, bold=True) / 2 + 4


def place_names(
    routes: Sequence[Route], ground: Ground, columns: frozenset[int], county: Box, least: float
) -> tuple[list[Name], int]:
    """Return a place for each name, and the side that has no room for its own: 0 if none.

    `columns` are the sides whose names stand in columns, at least `least` from the county,
    whose own name stands in the box `county`.
    """
    placed: list[Name] = []
    for side in columns:
        own = [route for route in routes if route.side == side]
        placed += _column(own, ground, side, least)
    lines = [((ground.x, ground.y), ground.at(route)) for route in routes]
    lines += [name.leader for name in placed]
    taken = [county, Box(ground.x - SQUARE, ground.y - SQUARE, 2 * SQUARE, 2 * SQUARE)]
    taken += [name.box for name in placed]
    free = [route for route in routes if route.side not in columns]
    for route in sorted(free, key=lambda route: (route.kilometres, route.bearing, route.name)):
        # So near to another point it would seem to be the name of that one.
        points = [_dot(ground.at(other), 18.0) for other in routes if other is not route]
        name = next(
            (
                name
                for name in _beside(route, ground)
                if _clear(name.box, ground, [*taken, *points], lines)
                and not (name.far and any(crosses(name.leader, box) for box in taken[2:]))
            ),
            None,
        )
        if name is None:
            return placed, route.side
        placed.append(name)
        taken.append(name.box)
        lines += [name.leader] if name.far else []
    return placed, 0


def place_county(
    name: str, routes: Sequence[Route], ground: Ground, columns: frozenset[int]
) -> Box:
    """Return the room of the county's name: where fewest routes run, below it if it can."""
    half, high = county_room(name), SIZE + 4
    ends = [ground.at(route) for route in routes]
    best, fewest = Box(0, 0, 0, 0), len(routes) * 2 + 2
    for turn in _AROUND:
        angle = radians(turn)
        middle = ground.x + sin(angle) * (half + SQUARE + 5)
        across = ground.y - cos(angle) * (high / 2 + SQUARE + 3)
        box = Box(middle - half, across - high / 2, 2 * half, high)
        crossed = sum(crosses(((ground.x, ground.y), end), box) for end in ends)
        crossed += sum(box.meets(_dot(end)) for end in ends)
        wide = max(((middle - ground.x) * side for side in columns), default=0.0) + half
        fits = _inside(box, ground) and (not columns or wide <= reach(name))
        crossed += 0 if fits else len(routes) + 1
        if crossed < fewest:
            best, fewest = box, crossed
    return best


def place_rings(
    rings: Sequence[tuple[float, str]], ground: Ground, taken: Sequence[Box], lines: Sequence[Line]
) -> list[tuple[str, Point]]:
    """Return the names of the rings with their middles: in one row, where most can be read."""
    best: list[tuple[str, Point]] = []
    most = 0.0
    for turn in _RAYS:
        shown: list[tuple[str, Point]] = []
        used = list(taken)
        for radius, name in rings:
            x, y = ground.x + sin(radians(turn)) * radius, ground.y - cos(radians(turn)) * radius
            half = text_width(name, SMALL) / 2 + 4
            box = Box(x - half, y - SMALL / 2 - 2, 2 * half, SMALL + 4)
            if _clear(box, ground, used, lines):
                shown.append((name, (x, y)))
                used.append(box)
        # A row that is level or upright reads better than a slanting one.
        weight = len(shown) * (1 if turn % 90 else 1.5)
        if weight > most:
            best, most = shown, weight
    return best


def crosses(line: Line, box: Box) -> bool:
    """Return whether a straight line comes into a box."""
    (x1, y1), (x2, y2) = line
    first, last = 0.0, 1.0
    for start, step, low, high in (
        (x1, x2 - x1, box.x, box.right),
        (y1, y2 - y1, box.y, box.bottom),
    ):
        if step == 0:
            if not low < start < high:
                return False
            continue
        near, far = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, near), min(last, far)
    return first < last


def _beside(route: Route, ground: Ground) -> Iterable[Name]:
    """Give the places of a name around its point, the best first."""
    x, y = point = ground.at(route)
    out, inward = route.side, -route.side
    for way in (out, inward):
        for shift in _SHIFTS:
            yield Name(route, point, x + way * GAP, y + shift, end=way < 0)
    for over in (_OVER, -_OVER + 4):
        for way in (out, inward):
            yield Name(route, point, x - way * 5, y + over, end=way < 0)
    for way in (out, inward):
        for aside, down in _OFF:
            yield Name(route, point, x + way * (GAP + aside), y + down, end=way < 0, far=True)


def _column(routes: Sequence[Route], ground: Ground, side: int, least: float) -> list[Name]:
    """Give each name of a side a line of its own, as near to its point as others leave room."""
    ordered = sorted(routes, key=lambda route: (ground.at(route)[1], route.name))
    halves = [(LEADING + route.more) / 2 for route in ordered]
    first, floor = MARGIN + halves[0], ground.height - MARGIN - halves[-1]
    lines: list[float] = []
    for index, route in enumerate(ordered):
        after = lines[-1] + halves[index - 1] + halves[index] if lines else first
        lines.append(max(ground.at(route)[1], after))
    for index in range(len(lines) - 1, -1, -1):
        lines[index] = min(lines[index], floor)
        floor = lines[index] - halves[index] - halves[index - 1]
    farthest = max((side * (ground.at(route)[0] - ground.x) for route in ordered), default=0.0)
    x = ground.x + side * (max(farthest, least) + COLUMN + GAP)
    return [
        Name(route, ground.at(route), x, line, end=side < 0, far=True)
        for route, line in zip(ordered, lines, strict=True)
    ]


def _clear(box: Box, ground: Ground, taken: Iterable[Box], lines: Iterable[Line]) -> bool:
    apart = Box(box.x - 2, box.y, box.width + 4, box.height)
    return (
        _inside(box, ground)
        and not any(box.meets(other) for other in taken)
        and not any(crosses(line, apart) for line in lines)
    )


def _inside(box: Box, ground: Ground) -> bool:
    across = box.x >= _EDGE and box.right <= ground.width - _EDGE
    return across and box.y >= _EDGE and box.bottom <= ground.height - _EDGE


def _dot(point: Point, aside: float = 6.0) -> Box:
    """Return the room of a region's point, as far to its sides as `aside`."""
    return Box(point[0] - aside, point[1] - 6, 2 * aside, 12)
