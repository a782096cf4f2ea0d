"""Where everything on the chain map stands, in pixels: cards, heads, lines and labels."""

from dataclasses import dataclass

from site_builder.draw.box import Box
from site_builder.draw.chain import SUPPORT, Card, Chain
from site_builder.draw.chain_card import FRAME, Face, set_face
from site_builder.draw.chain_lanes import Corridor, Lanes, PortKey, Way, route
from site_builder.draw.svg import Point
from site_builder.draw.text_width import clip, wrap

HEAD = 54.0
"""The height of a stage's heading."""
LABEL = 12.0
"""The size of the goods' names."""
_LABEL_ZONE = 90.0
_LEAST_CARD = 190.0
_CORRIDOR = 22.0
_EDGE = 8.0


@dataclass(frozen=True)
class Placed:
    """A card with its words and its box."""

    card: Card
    face: Face
    box: Box


@dataclass(frozen=True)
class Label:
    """The goods of a link: lines of words, `y` the baseline of the last."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Route:
    """The line of a link, from card to card, with its label."""

    way: Way
    points: tuple[Point, ...]
    label: Label | None


@dataclass(frozen=True)
class Heading:
    """A stage's title over the widths it covers."""

    title: str
    x: float
    y: float
    rules: tuple[tuple[float, float], ...]
    """From where to where its rule runs."""


@dataclass(frozen=True)
class Layout:
    """The whole map without its legend; `height` ends below the last card."""

    width: float
    height: float
    cards: tuple[Placed, ...]
    headings: tuple[Heading, ...]
    routes: tuple[Route, ...]


@dataclass(frozen=True)
class _Across:
    """The upright division of the map."""

    card: float
    columns: tuple[float, ...]
    """The left edge of each column."""
    lanes: tuple[float, ...]
    """Where the first lane of each gutter stands."""
    steps: tuple[float, ...]
    """From lane to lane in each gutter."""
    labelled: bool


@dataclass(frozen=True)
class _Down:
    """The level division of the map."""

    tops: tuple[float, ...]
    heights: tuple[float, ...]
    corridors: dict[Corridor, float]
    """Where the first lane of each corridor stands."""
    support: float
    """Where the heading of the support stands."""
    end: float


def lay_out(chain: Chain, width: float) -> Layout:
    """Return the places of all parts of the map for a drawing of `width`."""
    lanes = route(chain)
    across = _across(lanes, width)
    faces = {card.id: set_face(card, across.card) for card in chain.cards}
    down = _down(lanes, faces)
    boxes = {
        name: Box(
            across.columns[cell.column], down.tops[cell.row], across.card, down.heights[cell.row]
        )
        for name, cell in lanes.grid.cells.items()
    }
    cards = tuple(Placed(card, faces[card.id], boxes[card.id]) for card in chain.cards)
    ends = {placed.card.id: _framed(placed) for placed in cards}
    routes = tuple(_route(way, lanes, across, down, ends) for way in lanes.ways)
    return Layout(width, down.end, cards, _headings(chain, across, down), routes)


def _framed(placed: Placed) -> Box:
    """Return the box that lines end at: with the frame of a card set off from the rest."""
    box, frame = placed.box, FRAME if placed.card.highlighted else 0.0
    return Box(box.x - frame, box.y - frame, box.width + 2 * frame, box.height + 2 * frame)


def _across(lanes: Lanes, width: float) -> _Across:
    """Divide the width; the goods' names get room unless cards would be too narrow."""
    wanted = _across_with(lanes, width, labelled=True)
    return wanted if wanted.card >= _LEAST_CARD else _across_with(lanes, width, labelled=False)


def _across_with(lanes: Lanes, width: float, *, labelled: bool) -> _Across:
    count = lanes.grid.columns
    named = {
        way.gutters[0]
        for way in lanes.ways
        if way.corridor is None and way.enter is not None and way.enter[1] == "left"
    }
    steps, gutters = [], []
    for gutter in range(count + 1):
        held = lanes.widths.get(gutter, 0)
        step = min(12.0, 110 / max(held, 1))
        room = 14 + max(held - 1, 0) * step + 22 if held else _EDGE
        inner = 0 < gutter < count
        room = max(room, 48.0) if inner else room
        gutters.append(room + (_LABEL_ZONE if labelled and inner and gutter in named else 0))
        steps.append(step)
    card = (width - sum(gutters)) / count
    columns = tuple(sum(gutters[: c + 1]) + card * c for c in range(count))
    firsts = [14.0, *(left + card + 14 for left in columns)]
    return _Across(card, columns, tuple(firsts), tuple(steps), labelled)


def _down(lanes: Lanes, faces: dict[str, Face]) -> _Down:
    """Divide the height: the cards of one row are as high as the highest of them."""
    grid = lanes.grid
    heights = [0.0] * grid.rows
    for name, cell in grid.cells.items():
        least = max(faces[name].height, _ports_height(lanes, name))
        heights[cell.row] = max(heights[cell.row], 2 * -(-least // 2))
    joined = {
        min(grid.cells[way.link.source].row, grid.cells[way.link.target].row)
        for way in lanes.ways
        if way.leave is None
    }
    y = HEAD if grid.stage_rows else 0.0
    top = y + 6
    y += len(lanes.corridors["top"]) * _CORRIDOR + (6 if lanes.corridors["top"] else 0)
    tops, bottom, support = [], 0.0, 0.0
    for row in range(grid.rows):
        if row == grid.stage_rows:
            bottom = y
            y += len(lanes.corridors["bottom"]) * _CORRIDOR + 14
            support = y
            y += HEAD
        tops.append(y)
        y += heights[row] + (44 if row in joined else 22)
    if grid.rows == grid.stage_rows:
        bottom = y
        y += len(lanes.corridors["bottom"]) * _CORRIDOR
    first: dict[Corridor, float] = {"top": top + 10, "bottom": bottom + 8}
    return _Down(tuple(tops), tuple(heights), first, support, y)


def _ports_height(lanes: Lanes, name: str) -> float:
    """Return how high a card must be for the lines at its sides."""
    most = max(len(lanes.ports.get((name, side), ())) for side in ("left", "right"))
    return (most + 1) * (26.0 if most <= 4 else 12.0)


def _headings(chain: Chain, across: _Across, down: _Down) -> tuple[Heading, ...]:
    stages = [stage for stage in chain.stages if stage.id != SUPPORT]
    spans = [(x, x + across.card) for x in across.columns]
    heads = [
        Heading(stage.title, span[0], 0.0, (span,))
        for stage, span in zip(stages, spans, strict=False)
    ]
    beneath = [stage for stage in chain.stages if stage.id == SUPPORT]
    if beneath and down.support:
        heads.append(Heading(beneath[0].title, spans[0][0], down.support, tuple(spans)))
    return tuple(heads)


def _route(way: Way, lanes: Lanes, across: _Across, down: _Down, boxes: dict[str, Box]) -> Route:
    if way.leave is None or way.enter is None:
        return _straight(way, lanes, boxes)
    start, end = _port(lanes, boxes, way.leave), _port(lanes, boxes, way.enter)
    first = _lane(lanes, across, way.gutters[0], way.leave)
    if way.corridor is None:
        middle = [] if start[1] == end[1] else [(first, start[1]), (first, end[1])]
        label = _port_label(way, lanes, across, end)
        return Route(way, (start, *middle, end), label)
    last = _lane(lanes, across, way.gutters[1], way.enter)
    y = down.corridors[way.corridor] + _CORRIDOR * lanes.corridors[way.corridor].index(way)
    points = (start, (first, start[1]), (first, y), (last, y), (last, end[1]), end)
    return Route(way, points, _corridor_label(way, across, y))


def _straight(way: Way, lanes: Lanes, boxes: dict[str, Box]) -> Route:
    """Return the line to the card above or below; the two ways have a place each."""
    source, target = boxes[way.link.source], boxes[way.link.target]
    falls = source.y < target.y
    x = source.x + (30 if falls else source.width * 0.55)
    start, end = (source.bottom, target.y) if falls else (source.y, target.bottom)
    label = None
    if way.link.goods:
        ends = (way.link.target, way.link.source)
        shared = any((other.link.source, other.link.target) == ends for other in lanes.ways)
        end_x = source.x + source.width * 0.55 if shared and falls else source.right
        words = clip(way.link.goods, LABEL, end_x - x - 18)
        label = Label((words,), x + 12, (start + end) / 2 + LABEL * 0.36, "start")
    return Route(way, ((x, start), (x, end)), label)


def _port(lanes: Lanes, boxes: dict[str, Box], port: PortKey) -> Point:
    """Return where a port stands; it steps aside for a line that faces it."""
    box = boxes[port[0]]
    part = lanes.fraction(port)
    y = box.y + box.height * part
    if port[1] == "right" and _faced(lanes, port, part):
        y += min(7.0, box.height / (len(lanes.ports[port[0], "right"]) + 1) * 0.4)
    return (box.x if port[1] == "left" else box.right, round(y, 1))


def _faced(lanes: Lanes, port: PortKey, part: float) -> bool:
    """Return whether another link meets the next card at the height of this port."""
    cell = lanes.grid.cells[port[0]]
    for name, other in lanes.grid.cells.items():
        if (other.column, other.row) != (cell.column + 1, cell.row):
            continue
        facing = [p for p in lanes.ports.get((name, "left"), ()) if lanes.fraction(p) == part]
        joined = any(way.leave == port and way.enter in facing for way in lanes.ways)
        return bool(facing) and not joined
    return False


def _lane(lanes: Lanes, across: _Across, gutter: int, port: PortKey) -> float:
    slot = lanes.slots.get((gutter, port), 0)
    return round(across.lanes[gutter] + slot * across.steps[gutter], 1)


def _port_label(way: Way, lanes: Lanes, across: _Across, end: Point) -> Label | None:
    """Return the goods over the arrow, when few enough arrows meet the card there."""
    if way.enter is None or way.enter[1] == "right" or not across.labelled:
        return None
    beside = len(lanes.ports[way.enter[0], "left"])
    if beside > 4 or not way.link.goods:
        return None
    lines = wrap(way.link.goods, LABEL, _LABEL_ZONE - 2, lines=2 if beside <= 2 else 1)
    return Label(lines, end[0] - 10, end[1] - 5, "end")


def _corridor_label(way: Way, across: _Across, y: float) -> Label | None:
    first, last = way.gutters
    column = first if first < last else first - 1
    if not way.link.goods:
        return None
    words = clip(way.link.goods, LABEL, across.card - 24)
    return Label((words,), across.columns[column] + 12, y - 5, "start")
