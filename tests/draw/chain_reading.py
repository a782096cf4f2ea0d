"""A drawn chain map read back from its SVG: boxes, lines and words as they are seen."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree import ElementTree as ET

from site_builder.draw.box import Box
from tests.draw.faces import ASCENT, DESCENT, drawn_width
from tests.draw.forms import NAMESPACE

Segment = tuple[float, float, float, float]
_POINT = re.compile(r"([MLQ])([-\d. ]+)")


@dataclass
class SeenCard:
    segment: str
    strength: str
    box: Box
    words: list[tuple[str, Box]] = field(default_factory=list)
    chips: list[Box] = field(default_factory=list)


@dataclass
class SeenLink:
    source: str
    target: str
    lines: list[Segment]
    end: tuple[float, float]
    words: list[tuple[str, Box]]
    badges: list[Box]
    dashed: bool


@dataclass
class Seen:
    width: float
    height: float
    cards: list[SeenCard] = field(default_factory=list)
    links: list[SeenLink] = field(default_factory=list)
    other: list[tuple[str, Box]] = field(default_factory=list)
    smallest: float = 99.0


def read(svg: str) -> Seen:
    """Return what a chain map shows."""
    root = ET.fromstring(svg)  # noqa: S314 - drawn here, not fetched
    _, _, width, height = map(float, str(root.get("viewBox")).split())
    seen = Seen(width, height)
    _walk(root, 0.0, 0.0, seen)
    for node in root.iter(f"{NAMESPACE}text"):
        seen.smallest = min(seen.smallest, float(str(node.get("font-size"))))
    return seen


def _walk(node: ET.Element, dx: float, dy: float, seen: Seen) -> None:
    for child in node:
        x, y = dx, dy
        if moved := re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", child.get("transform") or ""):
            x, y = dx + float(moved[1]), dy + float(moved[2])
        if child.get("class") == "chain-card":
            seen.cards.append(_card(child, x, y))
        elif child.get("class") == "chain-link":
            seen.links.append(_link(child, x, y))
        elif child.tag == f"{NAMESPACE}text":
            seen.other.append((child.text or "", _word(child, x, y)))
        else:
            _walk(child, x, y, seen)


def _card(node: ET.Element, dx: float, dy: float) -> SeenCard:
    rects = [_rect(rect, dx, dy) for rect in node.iter(f"{NAMESPACE}rect")]
    card = SeenCard(str(node.get("data-segment")), str(node.get("data-strength")), rects[0])
    card.words = [(t.text or "", _word(t, dx, dy)) for t in node.iter(f"{NAMESPACE}text")]
    card.chips = [
        _rect(rect, dx, dy) for rect in node.iter(f"{NAMESPACE}rect") if rect.get("rx") == "2"
    ]
    return card


def _link(node: ET.Element, dx: float, dy: float) -> SeenLink:
    line, arrow = list(node.iter(f"{NAMESPACE}path"))
    tip = re.match(r"M([-\d.]+) ([-\d.]+)", str(arrow.get("d")))
    assert tip
    return SeenLink(
        source=str(node.get("data-from")),
        target=str(node.get("data-to")),
        lines=_lines(str(line.get("d")), dx, dy),
        end=(float(tip[1]) + dx, float(tip[2]) + dy),
        words=[
            (t.text or "", _word(t, dx, dy))
            for t in node.iter(f"{NAMESPACE}text")
            if t.get("text-anchor") != "middle"
        ],
        badges=[_rect(rect, dx, dy) for rect in node.iter(f"{NAMESPACE}rect")],
        dashed=line.get("stroke-dasharray") is not None,
    )


def _lines(data: str, dx: float, dy: float) -> list[Segment]:
    """Return the upright and level pieces of a line; its corners count as right angles."""
    points = []
    for command, figures in _POINT.findall(data):
        numbers = [float(figure) for figure in figures.split()]
        if command == "Q":
            points.append((numbers[0], numbers[1]))
        else:
            points.append((numbers[-2], numbers[-1]))
    return [(a[0] + dx, a[1] + dy, b[0] + dx, b[1] + dy) for a, b in pairwise(points) if a != b]


def _rect(node: ET.Element, dx: float, dy: float) -> Box:
    x, y, width, height = (float(str(node.get(n))) for n in ("x", "y", "width", "height"))
    return Box(x + dx, y + dy, width, height)


def _word(node: ET.Element, dx: float, dy: float) -> Box:
    size = float(str(node.get("font-size")))
    family = "Serif" if "Serif" in (node.get("font-family") or "") else "Sans"
    bold = node.get("font-weight") == "bold"
    wide = drawn_width(node.text or "", size, family=family, bold=bold)
    x = float(str(node.get("x"))) + dx
    x -= {"middle": wide / 2, "end": wide}.get(node.get("text-anchor") or "", 0.0)
    y = float(str(node.get("y"))) + dy
    return Box(x, y - ASCENT * size, wide, (ASCENT + DESCENT) * size)
