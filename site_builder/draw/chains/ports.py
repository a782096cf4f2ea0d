"""Where lines meet the sides of a card, so that none lies on another or on a name."""

from dataclasses import dataclass

from site_builder.draw.box import Box
from site_builder.draw.chains.goods import LINE, NOTHING, Goods
from site_builder.draw.chains.lanes import Lanes, PortKey
from site_builder.draw.chains.style import Style
from site_builder.draw.svg import Point

_CLEAR = ((5.0, 10.0), (3.0, 9.0), (1.0, 9.0), (1.0, 1.0))
"""How far lines keep from those that meet the facing card, and from their neighbours."""
_OUT = 14.0


@dataclass(frozen=True)
class Needs:
    """The room that lines take at the cards' sides."""

    above: dict[PortKey, float]
    """What a port on the left side needs above its line."""
    below: dict[PortKey, float]
    least: dict[str, float]
    """The least height of each card that has ports."""


def needs(lanes: Lanes, goods: dict[int, Goods], style: Style) -> Needs:
    """Return the room of every port on a left side: goods stand over their line."""
    above: dict[PortKey, float] = {}
    below: dict[PortKey, float] = {}
    for index, way in enumerate(lanes.ways):
        port = way.named
        if port is None:
            continue
        carried = goods.get(index, NOTHING)
        if carried.lines:
            above[port] = len(carried.lines) * style.small * LINE + 8
            below[port] = 5.0
        elif carried.number:
            above[port] = below[port] = style.badge * 0.8 + 1
        else:
            above[port] = below[port] = _OUT / 2
    least: dict[str, float] = {}
    for (name, side), ports in lanes.ports.items():
        if side == "left":
            for port in ports:
                if port not in above:
                    above[port] = below[port] = _OUT / 2
            room = sum(above[port] + below[port] for port in ports) + 8
            least[name] = max(least.get(name, 0.0), room)
        else:
            least[name] = max(least.get(name, 0.0), len(ports) * _OUT + 2 * _OUT)
    return Needs(above, below, least)


def stand(
    lanes: Lanes, boxes: dict[str, Box], ends: dict[str, Box], sides: Needs
) -> dict[PortKey, Point]:
    """Return where each port stands; `ends` are the boxes that lines end at."""
    points: dict[PortKey, Point] = {}
    for (name, side), ports in lanes.ports.items():
        if side == "left":
            box = boxes[name]
            taken = sum(sides.above[port] + sides.below[port] for port in ports)
            spare = (box.height - taken) / (len(ports) + 1)
            y = box.y
            for port in ports:
                y += spare + sides.above[port]
                points[port] = (ends[name].x, float(round(y)))
                y += sides.below[port]
    facing = {(cell.column, cell.row): name for name, cell in lanes.grid.cells.items()}
    met: dict[PortKey, list[PortKey]] = {}
    for way in lanes.ways:
        if way.leave and way.enter and way.channel is None and way.leave[1] != way.enter[1]:
            right, left = sorted((way.leave, way.enter), key=lambda port: port[1] == "left")
            met.setdefault(right, []).append(left)
    for (name, side), ports in lanes.ports.items():
        if side == "right":
            cell = lanes.grid.cells[name]
            beside = facing.get((cell.column + 1, cell.row), "")
            opposite = lanes.ports.get((beside, "left"), ())
            _meet(points, ports, opposite, met=met, box=boxes[name], x=ends[name].right)
    return points


def _meet(  # noqa: PLR0913 - one side of a card and the side that faces it
    points: dict[PortKey, Point],
    ports: tuple[PortKey, ...],
    opposite: tuple[PortKey, ...],
    *,
    met: dict[PortKey, list[PortKey]],
    box: Box,
    x: float,
) -> None:
    """Place the ports of a right side: level with what they meet, clear of all the rest."""
    taken: list[float] = []
    for place, port in enumerate(ports):
        joined = met.get(port, ())
        level = [points[other][1] for other in opposite if other in joined]
        others = [points[other][1] for other in opposite if other not in joined]
        wanted = level[0] if level else box.y + box.height * (place + 1) / (len(ports) + 1)
        y = _nearest(wanted, box, others, taken)
        points[port] = (x, y)
        taken.append(y)


def _nearest(wanted: float, box: Box, others: list[float], taken: list[float]) -> float:
    """Return the height nearest to the one wanted that keeps clear of other lines."""
    start = float(round(wanted))
    low, high = box.y + 6, box.bottom - 6
    for clear, apart in _CLEAR:
        for step in range(int(box.height)):
            for y in (start - step, start + step):
                if low <= y <= high and not _blocked(y, others, clear, taken, apart):
                    return y
    return start


def _blocked(y: float, others: list[float], clear: float, taken: list[float], apart: float) -> bool:
    near = any(abs(y - other) < clear for other in others)
    return near or any(abs(y - other) < apart for other in taken)
