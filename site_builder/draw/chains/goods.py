"""What the arrows of a chain carry: in words where there is room, else as a number with a key.

No name of goods is ever cut: one that would not fit is numbered, and the key below the map
says what the number means.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.draw.chains.lanes import Lanes, Way
from site_builder.draw.chains.style import Style
from site_builder.draw.text_width import wrap

_MANY_LINKS = 24
_MANY_COLUMNS = 4
_MANY_ENTRIES = 5
_BEFORE = 15.0
"""From the names to the card on one side, and to the first lane on the other."""
_MOST_LINES = 3
LINE = 1.2
"""From line to line of a name, in its size."""


@dataclass(frozen=True)
class Goods:
    """What stands at the arrow of one link: lines of words, or a number above 0."""

    lines: tuple[str, ...] = ()
    number: int = 0


NOTHING = Goods()


def crowded(lanes: Lanes) -> bool:
    """Return whether the goods are numbered throughout: decided by counts alone."""
    entries = max(
        (len(ports) for (_, side), ports in lanes.ports.items() if side == "left"),
        default=0,
    )
    return (
        len(lanes.ways) > _MANY_LINKS
        or lanes.grid.columns > _MANY_COLUMNS
        or entries > _MANY_ENTRIES
    )


def name_goods(
    lanes: Lanes, zone: float, across: float, style: Style, *, numbered: bool
) -> tuple[dict[int, Goods], tuple[str, ...]]:
    """Return what stands at each way by its index, and the key of all numbers, from 1.

    `zone` is the room before an arrow from the side, `across` that beside one from above.
    """
    shown: dict[int, Goods] = {}
    key: dict[str, int] = {}
    pairs = {(way.link.source, way.link.target) for way in lanes.ways if way.leave is None}
    for index, way in enumerate(lanes.ways):
        name = way.link.goods
        if not name:
            continue
        both = (way.link.target, way.link.source) in pairs
        room = across / 2 - 12 if both else across
        room = zone - _BEFORE if way.leave and not way.over else room
        lines = () if numbered else wrap(name, style.small, room)
        if lines and len(lines) <= _most(way) and not _torn(lines, name):
            shown[index] = Goods(lines)
        else:
            shown[index] = Goods(number=key.setdefault(name, len(key) + 1))
    return shown, tuple(key)


def _most(way: Way) -> int:
    return _MOST_LINES if way.leave and not way.over else 2


def _torn(lines: Iterable[str], name: str) -> bool:
    """Return whether a Latin word was broken inside to fit."""
    words = set(_parts(name))
    return name.isascii() and any(part not in words for line in lines for part in _parts(line))


def _parts(text: str) -> list[str]:
    for mark in "-/–":
        text = text.replace(mark, mark + " ")
    return text.split()
