"""Which way each link of a chain goes: by which sides, gutters and channels.

Everything here counts rows, columns and lanes; nothing is measured. So the words on the
map, and their language, never change its structure.

Columns of cards are parted by gutters (gutter c is left of column c) and rows by channels
(channel r is above row r, the last one below all rows). A link to a later column leaves by
the right side and enters from the left; one to an earlier column leaves by the left and
enters from the right, or from the left when it is a loop that runs below the stages; one
within a column runs beside it on the left, where only the first column's may enter a card
from above, so that the names of goods need no room at the edge of the map. Each runs
upright in a gutter and level in a channel, in lanes where nothing else runs; only what
leaves a card by the same port shares.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import Literal

from site_builder.draw.chains.chain import Chain, Link
from site_builder.draw.chains.grid import Cell, Grid, place
from site_builder.draw.chains.rounds import come_round

Side = Literal["left", "right", "top"]
PortKey = tuple[str, Side, str]
"""A card's id, its side, and which of its ports there."""
Extent = tuple[float, float]

_FEW_LOOPS = 8
"""So many loops run below all the stages; more would fill the gutters, and run nearer."""


@dataclass(frozen=True)
class Way:
    """The way of one link."""

    link: Link
    loop: bool
    """Whether goods return: to an earlier stage, or from a service that took them in."""
    leave: PortKey | None = None
    """Without ports it goes straight to the card above or below."""
    enter: PortKey | None = None
    first: int = 0
    """The gutter it leaves into."""
    last: int = 0
    """The gutter from which it enters."""
    channel: int | None = None
    """The channel that leads from the one to the other, when they are two."""

    @property
    def named(self) -> PortKey | None:
        """The port on a left side where the goods stand."""
        if self.enter is None or self.enter[1] == "left":
            return self.enter
        return None if self.over else self.leave

    @property
    def over(self) -> bool:
        """Whether it enters its card from above; the goods stand there."""
        return self.enter is not None and self.enter[1] == "top"


@dataclass(frozen=True)
class Lanes:
    """All ways, with the order of ports on sides and of lanes in gutters and channels."""

    grid: Grid
    ways: tuple[Way, ...]
    ports: dict[tuple[str, Side], tuple[PortKey, ...]]
    """The ports of a card's side from top to bottom."""
    slots: dict[tuple[int, PortKey], int]
    """The lane of a port's line in a gutter, from the left."""
    widths: tuple[int, ...]
    """How many lanes each gutter holds."""
    levels: dict[tuple[int, PortKey], int]
    """The lane of a port's line in a channel, from the top."""
    heights: tuple[int, ...]
    """How many lanes each channel holds."""


def route(chain: Chain, limit: int | None = None) -> Lanes:
    """Return the way of every link; a link from a card to itself has none.

    `limit` is the most rows that the stages may take. Raises ValueError when a link names
    a card that the chain has not.
    """
    grid = place(chain, limit)
    for link in chain.links:
        for end in (link.source, link.target):
            if end not in grid.cells:
                raise ValueError(f"a link names {end!r}, which is no card of the chain")
    ways = _ways(grid, joined(chain.links))
    ports = _ports(grid, ways)
    slots, widths = _slots(grid, ways, ports)
    levels, heights = _levels(grid, ways)
    return Lanes(grid, ways, ports, slots, widths, levels, heights)


def joined(links: tuple[Link, ...]) -> list[Link]:
    """Return one link for each pair of cards, with all the goods between them."""
    goods: dict[tuple[str, str], list[str]] = {}
    for link in links:
        if link.source != link.target:
            goods.setdefault((link.source, link.target), []).append(link.goods)
    return [
        Link(source, target, " / ".join(dict.fromkeys(name for name in names if name)))
        for (source, target), names in goods.items()
    ]


def _ways(grid: Grid, links: list[Link]) -> tuple[Way, ...]:
    cells = [(link, grid.cells[link.source], grid.cells[link.target]) for link in links]
    few = sum(_returns(source, target) for _, source, target in cells) <= _FEW_LOOPS
    rounds = come_round(links)
    loads = [0] * (grid.rows + 1)
    ways = []
    for index, (link, source, target) in enumerate(cells):
        loop = _returns(source, target)
        if source.support and not target.support:
            loop = rounds[link.source] == rounds[link.target]
        way = _way(index, link, source, target, few=few, loop=loop)
        if way.first != way.last:
            below = few and way.loop and way.enter is not None and way.enter[1] == "left"
            below = below and not source.support
            choice = [grid.stage_rows] if below else _channels(source, target, loop=way.loop)
            channel = min(choice, key=lambda row: (loads[row], row))
            loads[channel] += 1
            way = replace(way, channel=channel)
        ways.append(way)
    return _lifted(grid, ways)


def _lifted(grid: Grid, ways: list[Way]) -> tuple[Way, ...]:
    """Let the ways within the first column enter from above, where nothing else does.

    They would need room for their goods at the edge of the map, and push all else aside.
    """
    inside = Counter(way.link.target for way in ways if way.enter and way.last == 0)
    met = set()
    for way in ways:
        if way.leave is None:
            rows = (way.link.source, way.link.target)
            met.add(max(rows, key=lambda name: grid.cells[name].row))
    lifted = []
    for way in ways:
        target = grid.cells[way.link.target]
        alone = inside[way.link.target] == 1 and way.link.target not in met
        heading = target.support and target.row == grid.stage_rows
        if way.enter and way.first == way.last == 0 and alone and not heading:
            enter: PortKey = (way.link.target, "top", way.enter[2])
            lifted.append(replace(way, enter=enter, channel=target.row))
        else:
            lifted.append(way)
    return tuple(lifted)


def _way(  # noqa: PLR0913 - a link, its ends, and how it is drawn
    index: int, link: Link, source: Cell, target: Cell, /, *, few: bool, loop: bool
) -> Way:
    """Return the way of one link, its channel still open."""
    beside = source.column == target.column and abs(source.row - target.row) == 1
    if beside and source.support == target.support:
        return Way(link, loop)
    if target.column > source.column:
        trunk: PortKey = (link.source, "right", "out-loop" if loop else "out")
        enter: PortKey = (link.target, "left", f"in-{index:04d}")
        return Way(link, loop, trunk, enter, source.column + 1, target.column)
    own: PortKey = (link.source, "left", f"out-{index:04d}")
    below = few and target.column > 0 and _returns(source, target)
    if target.column == source.column or below:
        enter = (link.target, "left", f"in-{index:04d}")
        return Way(link, loop, own, enter, source.column, target.column)
    enter = (link.target, "right", f"in-{index:04d}")
    return Way(link, loop, own, enter, source.column, target.column + 1)


def _returns(source: Cell, target: Cell) -> bool:
    """Return whether goods go back from one stage to an earlier one."""
    return target.stage < source.stage and not source.support


def _channels(source: Cell, target: Cell, *, loop: bool) -> list[int]:
    """Return the channels that are no detour; a loop between stages runs below both."""
    low, high = sorted((source.row, target.row))
    if loop and not source.support:
        return [high + 1]
    return [high, high + 1] if low == high else sorted({low + 1, high})


def _ports(grid: Grid, ways: tuple[Way, ...]) -> dict[tuple[str, Side], tuple[PortKey, ...]]:
    """Order the ports of each side by where their lines come from or go to."""
    aims: dict[PortKey, list[float]] = defaultdict(list)
    for way in ways:
        if way.leave is None or way.enter is None:
            continue
        between = None if way.channel is None else way.channel - 0.5
        aims[way.leave].append(grid.cells[way.link.target].row if between is None else between)
        if not way.over:
            aims[way.enter].append(grid.cells[way.link.source].row if between is None else between)
    sides: dict[tuple[str, Side], list[PortKey]] = defaultdict(list)
    for port in aims:
        sides[port[0], port[1]].append(port)
    return {
        side: tuple(sorted(ports, key=lambda port: (sum(aims[port]) / len(aims[port]), port[2])))
        for side, ports in sides.items()
    }


def _slots(
    grid: Grid, ways: tuple[Way, ...], ports: dict[tuple[str, Side], tuple[PortKey, ...]]
) -> tuple[dict[tuple[int, PortKey], int], tuple[int, ...]]:
    """Give each line in a gutter its lane, so that few lines cross and none lie together."""
    runs: list[dict[PortKey, list[float]]] = [{} for _ in range(grid.columns + 1)]
    for way in ways:
        if way.leave is None or way.enter is None:
            continue
        start = _height(grid, ports, way.leave)
        end = 0.0 if way.over else _height(grid, ports, way.enter)
        if way.channel is None:
            runs[way.first].setdefault(way.leave, [start]).append(end)
        else:
            level = float(way.channel)
            runs[way.first].setdefault(way.leave, [start]).append(level)
            if not way.over:
                runs[way.last].setdefault(way.enter, [end]).append(level)
    slots: dict[tuple[int, PortKey], int] = {}
    widths = []
    for gutter, held in enumerate(runs):
        taken: list[list[Extent]] = []
        # What meets only the cards on the right runs beside them.
        inward = {port: port[1] == "left" for port in held}
        for port in sorted(held, key=lambda port: (inward[port], _order(held[port]), port)):
            slots[gutter, port] = _free(taken, _extent(held[port]), last=inward[port])
        widths.append(len(taken))
    return slots, tuple(widths)


def _height(grid: Grid, ports: dict[tuple[str, Side], tuple[PortKey, ...]], port: PortKey) -> float:
    """Return about how far down a port stands, in rows."""
    side = ports[port[0], port[1]]
    return grid.cells[port[0]].row + (side.index(port) + 1) / (len(side) + 1)


def _order(run: list[float]) -> tuple[int, float]:
    """Sort lines that go down from the lowest start, lines that go up from the highest."""
    start = run[0]
    return (0, -start) if sum(run[1:]) / (len(run) - 1) > start else (1, start)


def _extent(run: list[float]) -> Extent:
    """Return what a run may cover: a row whole when it ends at a card there, as ports move."""
    low, high = min(run), max(run)
    down = int(low) + (0.02 if low % 1 else -0.01)
    return (down, int(high) + (0.98 if high % 1 else 0.01))


def _levels(
    grid: Grid, ways: tuple[Way, ...]
) -> tuple[dict[tuple[int, PortKey], int], tuple[int, ...]]:
    """Give each line in a channel its lane; what one card sends out goes in one."""
    spans: list[dict[PortKey, list[int]]] = [{} for _ in range(grid.rows + 1)]
    for way in ways:
        if way.channel is not None and way.leave is not None:
            spans[way.channel].setdefault(way.leave, [way.first]).append(way.last)
    levels: dict[tuple[int, PortKey], int] = {}
    heights = []
    for channel, held in enumerate(spans):
        taken: list[list[Extent]] = []
        for port, span in sorted(held.items(), key=lambda item: (max(item[1]), item[1], item[0])):
            levels[channel, port] = _free(taken, (float(min(span)), float(max(span))))
        heights.append(len(taken))
    return levels, tuple(heights)


def _free(taken: list[list[Extent]], extent: Extent, *, last: bool = False) -> int:
    """Return the first or last lane where nothing lies in an extent, a new one if need be."""
    low, high = extent
    for slot in reversed(range(len(taken))) if last else range(len(taken)):
        for start, end in taken[slot]:
            if low <= end and start <= high:
                break
        else:
            taken[slot].append(extent)
            return slot
    taken.append([extent])
    return len(taken) - 1
