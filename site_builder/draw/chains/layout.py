"""Where everything on the chain map stands, in pixels: cards, heads, lines and goods."""

from dataclasses import dataclass

from site_builder.draw.box import Box
from site_builder.draw.chains.card import FRAME
from site_builder.draw.chains.chain import SUPPORT, Card, Chain
from site_builder.draw.chains.face import Face, set_face
from site_builder.draw.chains.goods import LINE, NOTHING, Goods, crowded, name_goods
from site_builder.draw.chains.lanes import Lanes, PortKey, Way, route
from site_builder.draw.chains.ports import Needs, needs, stand
from site_builder.draw.chains.style import Style
from site_builder.draw.svg import Point

EDGE = 8.0
"""The margin of the map."""
ARROW = 7.0


@dataclass(frozen=True)
class Placed:
    """A card with its words and its box."""

    card: Card
    face: Face
    box: Box


@dataclass(frozen=True)
class Route:
    """The line of a link, from card to card, with what it carries."""

    way: Way
    points: tuple[Point, ...]
    goods: Goods
    mark: Point
    """Where the last line of words ends, or begins beside an upright line; or the middle
    of the number."""


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
    key: tuple[str, ...]
    """The goods that stand as numbers, from 1."""


@dataclass(frozen=True)
class Across:
    """The upright division of the map."""

    width: float
    card: float
    columns: tuple[float, ...]
    """The left edge of each column."""
    lanes: tuple[float, ...]
    """Where the first lane of each gutter stands."""
    zone: float
    """The room for goods before an arrow."""


@dataclass(frozen=True)
class _Down:
    """The level division of the map."""

    tops: tuple[float, ...]
    heights: tuple[float, ...]
    channels: tuple[float, ...]
    """Where the first lane of each channel stands."""
    support: float
    """Where the heading of the support stands."""
    end: float


@dataclass(frozen=True)
class _Plan:
    """All that a line is drawn through."""

    lanes: Lanes
    across: Across
    down: _Down
    ports: dict[PortKey, Point]
    ends: dict[str, Box]
    """The boxes that lines end at."""


def lay_out(
    chain: Chain,
    width: float,
    style: Style,
    *,
    rows: int | None = None,
    numbered: bool | None = None,
) -> Layout:
    """Return the places of all parts of the map.

    It is `width` pixels wide, or wider when its cards would be narrower than the style's
    least. `rows` is the most rows of the stages, `numbered` whether goods are numbers;
    without them the counts of cards and links decide.
    """
    lanes = route(chain, rows)
    by_number = crowded(lanes) if numbered is None else numbered
    across = divide(lanes, width, style, numbered=by_number)
    goods, key = name_goods(lanes, across.zone, across.card - 48, style, numbered=by_number)
    faces = {card.id: set_face(card, across.card, style) for card in chain.cards}
    sides = needs(lanes, goods, style)
    down = _down(lanes, faces, goods, sides, style)
    boxes = {
        name: Box(
            across.columns[cell.column], down.tops[cell.row], across.card, down.heights[cell.row]
        )
        for name, cell in lanes.grid.cells.items()
    }
    cards = tuple(Placed(card, faces[card.id], boxes[card.id]) for card in chain.cards)
    ends = {placed.card.id: _framed(placed) for placed in cards}
    ports = stand(lanes, boxes, ends, sides)
    plan = _Plan(lanes, across, down, ports, ends)
    routes = tuple(
        _route(way, goods.get(index, NOTHING), plan, style) for index, way in enumerate(lanes.ways)
    )
    headings = _headings(chain, lanes, across, down)
    return Layout(across.width, down.end, cards, headings, routes, key)


def _framed(placed: Placed) -> Box:
    """Return the box that lines end at: with the frame of a card set off from the rest."""
    box, frame = placed.box, FRAME if placed.card.highlighted else 0.0
    return Box(box.x - frame, box.y - frame, box.width + 2 * frame, box.height + 2 * frame)


def divide(lanes: Lanes, width: float, style: Style, *, numbered: bool) -> Across:
    """Divide the width: equal cards, gutters for their lanes, room for the goods' names."""
    count = lanes.grid.columns
    column = {name: cell.column for name, cell in lanes.grid.cells.items()}
    entered = {column[way.named[0]] for way in lanes.ways if way.named}
    named = {column[way.named[0]] for way in lanes.ways if way.named and way.link.goods}
    gutters = []
    for gutter in range(count):
        held = lanes.widths[gutter]
        room = (style.side + max(held - 1, 0) * style.lane + style.side) if held else 0.0
        room += style.zone_number * 0.6 if gutter in entered and gutter not in named else 0.0
        gutters.append(max(room, EDGE if gutter == 0 else style.side * 3))
    zone = style.zone_number if numbered else style.zone
    fixed = sum(gutters) + EDGE
    card = (width - fixed - zone * len(named)) / count
    if card > style.widest and named and not numbered:
        zone += min((card - style.widest) * count / len(named), style.zone_widest - zone)
        card = (width - fixed - zone * len(named)) / count
    card = float(int(max(card, style.card)))
    zone = float(int(zone))
    columns, lefts, x = [], [], 0.0
    for gutter, room in enumerate(gutters):
        lefts.append(x + (EDGE if gutter == 0 else style.side))
        x = float(round(x + room + (zone if gutter in named else 0)))
        columns.append(x)
        x += card
    return Across(max(width, x + EDGE), card, tuple(columns), tuple(lefts), zone)


def _down(
    lanes: Lanes, faces: dict[str, Face], goods: dict[int, Goods], sides: Needs, style: Style
) -> _Down:
    """Divide the height: the cards of one row are as high as the highest of them."""
    grid = lanes.grid
    heights = [0.0] * grid.rows
    for name, cell in grid.cells.items():
        least = max(faces[name].height, sides.least.get(name, 0.0))
        heights[cell.row] = max(heights[cell.row], float(-(-least // 1)))
    joined = _joins(lanes, goods, style)
    y = style.head if grid.stage_rows else 0.0
    tops, channels, support = [], [], 0.0
    for row in range(grid.rows + 1):
        held = lanes.heights[row]
        channels.append(y + (4 if row == 0 else style.row * 0.6))
        if row not in (0, grid.rows) or held:
            y += style.row + max(held - 1, 0) * style.lane
        if row == grid.stage_rows < grid.rows:
            support = y
            y += style.head
        if row < grid.rows:
            y += joined.get(row, 0.0)
            tops.append(y)
            y += heights[row]
    return _Down(tuple(tops), tuple(heights), tuple(channels), support, y)


def _joins(lanes: Lanes, goods: dict[int, Goods], style: Style) -> dict[int, float]:
    """Return the further room above each row for the goods of upright arrows."""
    room: dict[int, float] = {}
    for index, way in enumerate(lanes.ways):
        if way.leave is None or way.over:
            cells = lanes.grid.cells
            row = cells[way.link.target].row
            row = row if way.over else max(cells[way.link.source].row, row)
            carried = goods.get(index, NOTHING)
            least = max(len(carried.lines), 1) * style.small * LINE + 4
            if carried.number:
                least = style.badge * 1.7 + ARROW
            room[row] = max(room.get(row, 0.0), least)
    return room


def _headings(chain: Chain, lanes: Lanes, across: Across, down: _Down) -> tuple[Heading, ...]:
    heads = [
        Heading(
            span.title,
            across.columns[span.first],
            0.0,
            ((across.columns[span.first], across.columns[span.last] + across.card),),
        )
        for span in lanes.grid.spans
    ]
    beneath = [stage for stage in chain.stages if stage.id == SUPPORT]
    if beneath and lanes.grid.rows > lanes.grid.stage_rows:
        used = sorted({cell.column for cell in lanes.grid.cells.values() if cell.support})
        rules = tuple((across.columns[n], across.columns[n] + across.card) for n in used)
        heads.append(Heading(beneath[0].title, across.columns[0], down.support, rules))
    return tuple(heads)


def _route(way: Way, goods: Goods, plan: _Plan, style: Style) -> Route:
    lanes, across, down = plan.lanes, plan.across, plan.down
    if way.leave is None or way.enter is None:
        return _straight(way, goods, plan, style)
    if way.over:
        return _from_above(way, way.leave, goods, plan, style)
    start, end = plan.ports[way.leave], plan.ports[way.enter]
    first = across.lanes[way.first] + lanes.slots[way.first, way.leave] * style.lane
    beside = end if way.named == way.enter else start
    mark = (beside[0] - ARROW - 4, beside[1] - 6)
    if goods.number:
        mark = (beside[0] - ARROW - style.zone_number / 2 + 6, beside[1])
    if way.channel is None:
        middle = () if start[1] == end[1] else ((first, start[1]), (first, end[1]))
        return Route(way, (start, *middle, end), goods, mark)
    last = across.lanes[way.last] + lanes.slots[way.last, way.enter] * style.lane
    y = down.channels[way.channel] + lanes.levels[way.channel, way.leave] * style.lane
    points = (start, (first, start[1]), (first, y), (last, y), (last, end[1]), end)
    return Route(way, points, goods, mark)


def _from_above(way: Way, leave: PortKey, goods: Goods, plan: _Plan, style: Style) -> Route:
    """Return the line that enters a card from above; its goods stand beside the arrow."""
    box, start = plan.ends[way.link.target], plan.ports[leave]
    side = plan.across.lanes[way.first] + plan.lanes.slots[way.first, leave] * style.lane
    row = plan.lanes.grid.cells[way.link.target].row
    level = plan.down.channels[row] + plan.lanes.levels[row, leave] * style.lane
    x = box.x + 30.0
    points = (start, (side, start[1]), (side, level), (x, level), (x, box.y))
    mark = (x + 10, box.y - 4 - (ARROW - 3))
    if goods.number:
        mark = (x, box.y - style.badge - ARROW)
    return Route(way, points, goods, mark)


def _straight(way: Way, goods: Goods, plan: _Plan, style: Style) -> Route:
    """Return the line to the card above or below; the two ways have a place each."""
    source, target = plan.ends[way.link.source], plan.ends[way.link.target]
    falls = source.y < target.y
    ends = (way.link.target, way.link.source)
    both = any((other.link.source, other.link.target) == ends for other in plan.lanes.ways)
    x = source.x + (30.0 if falls or not both else float(round(source.width * 0.55)))
    start, end = (source.bottom, target.y) if falls else (source.y, target.bottom)
    foot = max(start, end)
    mark = (x + 10, foot - 4 - (ARROW - 3 if falls else 0))
    if goods.number:
        mark = (x, foot - style.badge - (ARROW if falls else 0))
    return Route(way, ((x, start), (x, end)), goods, mark)
