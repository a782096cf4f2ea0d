"""The map of an industry chain: what the county has, what is weak, what is missing.

Cards of equal width stand in columns from upstream to downstream, the supporting
services in a row beneath; lines between them never cross a card.
"""

from markupsafe import escape

from site_builder.draw.chain import Card, Chain, Legend, Link, StageColumn
from site_builder.draw.chain_card import draw_card, project_mark
from site_builder.draw.chain_layout import LABEL, Heading, Layout, Route, lay_out
from site_builder.draw.palette import Palette
from site_builder.draw.svg import CENTRE, SERIF, Point, document, element, number, path, text
from site_builder.draw.text_width import text_width, wrap

__all__ = ["Card", "Chain", "Legend", "Link", "StageColumn", "chain_map"]

_SMALL = 13.0
_CORNER = 5.0
_ARROW = 7.0


def chain_map(chain: Chain, palette: Palette, *, width: float = 1180) -> str:
    """Return the map at `width` pixels; its height follows from what it holds.

    Cards with a link are links, so such a map is a group of parts rather than one
    picture to readers who cannot see it. Raises ValueError when a card or link names
    something that the chain has not.
    """
    layout = lay_out(chain, width)
    foot, height = _foot(chain, layout, palette)
    ordered = sorted(layout.routes, key=lambda route: route.way.loop)
    parts = [
        *(_heading(heading, palette) for heading in layout.headings),
        *(_route(route, chain, palette) for route in ordered),
        *(draw_card(placed.card, placed.face, placed.box, palette) for placed in layout.cards),
        *(_label(route, palette) for route in ordered),
        foot,
    ]
    return document(
        "".join(parts),
        width=width,
        height=height,
        key=chain.key,
        title=chain.title,
        description=chain.description,
        role="group" if any(card.href for card in chain.cards) else "img",
    )


def _heading(heading: Heading, palette: Palette) -> str:
    rules = "".join(f"M{number(a)} {number(heading.y + 1)}H{number(b)}" for a, b in heading.rules)
    return path(rules, stroke=palette.ink, stroke_width=2, fill="none") + text(
        heading.title,
        heading.x,
        heading.y + 34,
        20,
        palette.ink,
        font_weight="bold",
        font_family=SERIF,
    )


def _route(route: Route, chain: Chain, palette: Palette) -> str:
    """Return a line with its arrow, and what it carries as a name for the pointer."""
    colour = palette.ochre if route.way.loop else palette.pine_soft
    titles = {card.id: card.title for card in chain.cards}
    link = route.way.link
    name = f"{titles[link.source]} → {titles[link.target]}"
    name += f": {link.goods}" if link.goods else ""
    line = path(
        _rounded(_shortened(route.points)),
        fill="none",
        stroke=colour,
        stroke_width=1.5,
        stroke_dasharray="5 4" if route.way.loop else None,
    )
    arrow = path(_arrow(route.points), fill=colour)
    return element("g", f"<title>{escape(name)}</title>{line}{arrow}")


def _shortened(points: tuple[Point, ...]) -> list[Point]:
    """Return the line without the length that its arrow covers."""
    (ax, ay), (bx, by) = points[-2], points[-1]
    length = abs(bx - ax) + abs(by - ay) or 1.0
    cut = min(_ARROW - 1, length) / length
    return [*points[:-1], (bx - (bx - ax) * cut, by - (by - ay) * cut)]


def _rounded(points: list[Point]) -> str:
    """Return path data along upright and level lines, with rounded corners."""
    data = f"M{number(points[0][0])} {number(points[0][1])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(_CORNER, _length(before, corner) / 2, _length(corner, after) / 2)
        near, far = _towards(corner, before, reach), _towards(corner, after, reach)
        data += f"L{number(near[0])} {number(near[1])}Q{number(corner[0])} {number(corner[1])}"
        data += f" {number(far[0])} {number(far[1])}"
    return data + f"L{number(points[-1][0])} {number(points[-1][1])}"


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, goal: Point, reach: float) -> Point:
    part = reach / (_length(start, goal) or 1.0)
    return (start[0] + (goal[0] - start[0]) * part, start[1] + (goal[1] - start[1]) * part)


def _arrow(points: tuple[Point, ...]) -> str:
    """Return the path data of a triangle whose tip is the line's end."""
    tip = points[-1]
    back = _towards(tip, points[-2], _ARROW)
    across = (back[1] - tip[1]) / _ARROW * 4, (back[0] - tip[0]) / _ARROW * 4
    first = number(back[0] + across[0]), number(back[1] + across[1])
    second = number(back[0] - across[0]), number(back[1] - across[1])
    return f"M{number(tip[0])} {number(tip[1])}L{' '.join(first)}L{' '.join(second)}Z"


def _label(route: Route, palette: Palette) -> str:
    label = route.label
    if label is None:
        return ""
    last = len(label.lines) - 1
    return "".join(
        text(
            line,
            label.x,
            label.y - (last - index) * LABEL * 1.2,
            LABEL,
            palette.ink_soft,
            text_anchor=label.anchor if label.anchor != "start" else None,
        )
        for index, line in enumerate(label.lines)
    )


def _foot(chain: Chain, layout: Layout, palette: Palette) -> tuple[str, float]:
    """Return legend and source line, and where the drawing ends."""
    parts: list[str] = []
    y = layout.height + 8
    entries = [(kind, word) for kind, word in _entries(chain.legend) if word]
    x, row = 8.0, y + 10
    for kind, word in entries:
        sample = 18 if kind == "project" else 42
        wide = sample + text_width(word, _SMALL) + 28
        if x + wide > layout.width and x > 8:
            x, row = 8.0, row + 28
        parts.append(_sample(kind, x, row, palette))
        parts.append(text(word, x + sample, row + CENTRE * _SMALL, _SMALL, palette.ink))
        x += wide
    y = row + 24 if entries else y
    for line in wrap(chain.source_line, 12, layout.width - 16):
        parts.append(text(line, 8, y + 12, 12, palette.ink_soft))
        y += 18
    return "".join(parts), y + 6


def _entries(legend: Legend) -> tuple[tuple[str, str], ...]:
    return (
        ("strong", legend.strong),
        ("weak", legend.weak),
        ("missing", legend.missing),
        ("project", legend.project),
        ("flow", legend.flow),
        ("loop", legend.loop),
    )


def _sample(kind: str, x: float, y: float, palette: Palette) -> str:
    """Return a small specimen of what a word of the legend means, at most 32 pixels wide."""
    if kind in ("flow", "loop"):
        colour = palette.ochre if kind == "loop" else palette.pine_soft
        dash = "5 4" if kind == "loop" else None
        ends = ((x, y), (x + 32, y))
        line = f"M{number(x)} {number(y)}h26"
        drawn = path(line, stroke=colour, stroke_width=1.5, stroke_dasharray=dash, fill="none")
        return drawn + path(_arrow(ends), fill=colour)
    if kind == "project":
        return project_mark(x, y - 4.5, palette)
    fill = {"strong": palette.pine, "weak": palette.ochre_soft, "missing": palette.white}[kind]
    edge = palette.seal if kind == "missing" else None
    inset = 0.8 if kind == "missing" else 0.0
    drawn = element(
        "rect",
        x=x + inset,
        y=y - 9 + inset,
        width=32 - 2 * inset,
        height=18 - 2 * inset,
        fill=fill,
        stroke=edge,
        stroke_width=1.6 if edge else None,
        stroke_dasharray="6 4" if edge else None,
    )
    bar = element("rect", x=x, y=y - 9, width=5, height=18, fill=palette.ochre)
    return drawn + (bar if kind == "weak" else "")
