"""Which way each link of a chain goes: by which sides, gutters and corridors.

Everything here counts rows, columns and lanes; nothing is measured. So the words on the
map, and their language, never change its structure.

Columns of cards are parted by gutters (gutter c is left of column c, the last one right
of all). A link leaves a card by its side into a gutter and runs there in a lane of its
own. One that must pass a column does so in a corridor above the cards or below them.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from site_builder.draw.chain import SUPPORT, Chain, Link

Side = Literal["left", "right"]
Corridor = Literal["top", "bottom"]
PortKey = tuple[str, Side, str]
"""A card's id, its side, and which of its ports there."""


@dataclass(frozen=True)
class Cell:
    """A card's place in the grid; rows of support follow the rows of the stages."""

    column: int
    row: int
    support: bool


@dataclass(frozen=True)
class Grid:
    """The places of all cards."""

    columns: int
    stage_rows: int
    rows: int
    cells: dict[str, Cell]


@dataclass(frozen=True)
class Way:
    """The way of one link. A way without gutters goes straight to the card above or below."""

    link: Link
    loop: bool
    """Whether goods return to an earlier stage or come from a supporting service."""
    leave: PortKey | None = None
    enter: PortKey | None = None
    gutters: tuple[int, ...] = ()
    """The one gutter it runs in, or the first and the last."""
    corridor: Corridor | None = None


@dataclass(frozen=True)
class Lanes:
    """All ways, with the order of ports on sides and of lanes in gutters and corridors."""

    grid: Grid
    ways: tuple[Way, ...]
    ports: dict[tuple[str, Side], tuple[PortKey, ...]]
    """The ports of a card's side from top to bottom."""
    slots: dict[tuple[int, PortKey], int]
    """The lane of a port's line in a gutter, from the left."""
    widths: dict[int, int]
    """How many lanes a gutter holds."""
    corridors: dict[Corridor, tuple[Way, ...]]
    """The ways through a corridor, from top to bottom."""

    def fraction(self, port: PortKey) -> float:
        """Return how far down its side a port stands, 0 to 1."""
        ports = self.ports[port[0], port[1]]
        return (ports.index(port) + 1) / (len(ports) + 1)


def place(chain: Chain) -> Grid:
    """Return the grid: a column for each stage, the support beneath, in the order given.

    Raises ValueError when a card names a stage that the chain has not.
    """
    stages = [stage.id for stage in chain.stages if stage.id != SUPPORT]
    columns = max(len(stages), 1)
    cells: dict[str, Cell] = {}
    filled: dict[int, int] = defaultdict(int)
    for card in chain.cards:
        if card.stage in stages:
            column = stages.index(card.stage)
            cells[card.id] = Cell(column, filled[column], support=False)
            filled[column] += 1
        elif card.stage != SUPPORT:
            raise ValueError(f"{card.id}: the chain has no stage {card.stage!r}")
    stage_rows = max(filled.values(), default=0)
    below = [card for card in chain.cards if card.stage == SUPPORT]
    for index, card in enumerate(below):
        row, column = divmod(index, columns)
        cells[card.id] = Cell(column, stage_rows + row, support=True)
    rows = stage_rows + -(-len(below) // columns)
    return Grid(columns, stage_rows, rows, cells)


def route(chain: Chain) -> Lanes:
    """Return the way of every link; a link from a card to itself has none.

    Raises ValueError when a link names a card that the chain has not.
    """
    grid = place(chain)
    for link in chain.links:
        for end in (link.source, link.target):
            if end not in grid.cells:
                raise ValueError(f"a link names {end!r}, which is no card of the chain")
    ways = tuple(_way(grid, link, index) for index, link in enumerate(_joined(chain)))
    ports = _ports(grid, ways)
    corridors: dict[Corridor, tuple[Way, ...]] = {
        "top": tuple(way for way in ways if way.corridor == "top"),
        "bottom": tuple(way for way in ways if way.corridor == "bottom"),
    }
    slots, widths = _slots(Lanes(grid, ways, ports, {}, {}, corridors))
    return Lanes(grid, ways, ports, slots, widths, corridors)


def _joined(chain: Chain) -> list[Link]:
    """Return one link for each pair of cards, with all the goods between them."""
    goods: dict[tuple[str, str], list[str]] = {}
    for link in chain.links:
        if link.source != link.target:
            goods.setdefault((link.source, link.target), []).append(link.goods)
    return [
        Link(source, target, " / ".join(dict.fromkeys(name for name in names if name)))
        for (source, target), names in goods.items()
    ]


def _way(grid: Grid, link: Link, index: int) -> Way:
    source, target = grid.cells[link.source], grid.cells[link.target]
    mixed = source.support or target.support
    back = target.column < source.column
    loop = (source.support and not target.support) or (back and not mixed)
    neighbours = source.column == target.column and abs(source.row - target.row) == 1
    if neighbours and source.support == target.support:
        return Way(link, loop)
    near = source.column if back and mixed else source.column + 1
    leave: Side = "left" if back and mixed else "right"
    if back and not mixed:
        enter, far = "left", target.column
    else:
        enter = "left" if target.column > source.column else "right"
        far = target.column if enter == "left" else target.column + 1
    corridor: Corridor | None = None
    if near != far:
        corridor = "bottom" if loop or mixed else "top"
    own = str(index) if loop or corridor else "trunk"
    return Way(
        link,
        loop,
        (link.source, leave, f"out-{own}"),
        (link.target, "left" if enter == "left" else "right", f"in-{index}"),
        (near,) if near == far else (near, far),
        corridor,
    )


def _ports(grid: Grid, ways: tuple[Way, ...]) -> dict[tuple[str, Side], tuple[PortKey, ...]]:
    """Order the ports of each side by where their lines come from or go to."""
    aims: dict[PortKey, list[float]] = defaultdict(list)
    for way in ways:
        if way.leave is None or way.enter is None:
            continue
        away = {"top": -1.0, "bottom": grid.rows + 1.0}
        source, target = grid.cells[way.link.source], grid.cells[way.link.target]
        aims[way.leave].append(away[way.corridor] if way.corridor else target.row)
        aims[way.enter].append(away[way.corridor] if way.corridor else source.row)
    sides: dict[tuple[str, Side], list[PortKey]] = defaultdict(list)
    for port in aims:
        sides[port[0], port[1]].append(port)
    return {
        side: tuple(sorted(ports, key=lambda port: (_mean(aims[port]), port[2])))
        for side, ports in sides.items()
    }


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _slots(lanes: Lanes) -> tuple[dict[tuple[int, PortKey], int], dict[int, int]]:
    """Give each line in a gutter its lane, so that few lines cross and none lie together."""
    spans: dict[int, dict[PortKey, list[float]]] = defaultdict(dict)
    for way in lanes.ways:
        for gutter, port, (start, end) in _runs(lanes, way):
            spans[gutter].setdefault(port, [start]).append(end)
    slots: dict[tuple[int, PortKey], int] = {}
    widths: dict[int, int] = {}
    for gutter, runs in spans.items():
        taken: list[list[tuple[float, float]]] = []
        for port in sorted(runs, key=lambda port: (_order(runs[port]), port)):
            low, high = min(runs[port]), max(runs[port])
            slot = _free(taken, low, high, share=len(runs) > 6)
            taken[slot].append((low, high))
            slots[gutter, port] = slot
        widths[gutter] = len(taken)
    return slots, widths


def _runs(lanes: Lanes, way: Way) -> list[tuple[int, PortKey, tuple[float, float]]]:
    """Return the upright runs of a way: gutter, whose port, and the rows it joins."""
    if way.leave is None or way.enter is None:
        return []
    start = lanes.grid.cells[way.link.source].row + lanes.fraction(way.leave)
    end = lanes.grid.cells[way.link.target].row + lanes.fraction(way.enter)
    if way.corridor is None:
        return [] if abs(start - end) < 1e-9 else [(way.gutters[0], way.leave, (start, end))]
    middle = -1.0 if way.corridor == "top" else float(lanes.grid.stage_rows)
    first, last = way.gutters
    return [(first, way.leave, (start, middle)), (last, way.enter, (end, middle))]


def _order(run: list[float]) -> tuple[int, float]:
    """Sort lines that go down from the lowest start, lines that go up from the highest."""
    start, *ends = run
    return (0, -start) if _mean(ends) > start else (1, start)


def _free(taken: list[list[tuple[float, float]]], low: float, high: float, *, share: bool) -> int:
    """Return the first lane where nothing lies between two heights, a new one if need be."""
    for slot, runs in enumerate(taken if share else []):
        if all(high < a - 0.05 or low > b + 0.05 for a, b in runs):
            return slot
    taken.append([])
    return len(taken) - 1
