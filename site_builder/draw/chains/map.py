"""The map of an industry chain: what the county has, what is weak, what is missing.

Cards of equal width stand in columns from upstream to downstream, the supporting
services in rows beneath; lines between them never cross a card.
"""

from site_builder.draw.chains.card import Pen, draw_card, pen
from site_builder.draw.chains.chain import Card, Chain, Legend, Link, StageColumn
from site_builder.draw.chains.foot import foot
from site_builder.draw.chains.goods import LINE
from site_builder.draw.chains.layout import ARROW, EDGE, Heading, Layout, Route, lay_out
from site_builder.draw.chains.style import DENSE, SCREEN, Style
from site_builder.draw.palette import Palette
from site_builder.draw.svg import (
    CENTRE,
    SERIF,
    Point,
    document,
    escaped,
    number,
    path,
    text,
)
from site_builder.draw.text_width import text_width, wrap

__all__ = ["Card", "Chain", "Legend", "Link", "StageColumn", "chain_map"]

_CORNER = 5.0
MARGIN = 24.0
"""Around a map that stands alone."""
_TITLE = 1.5
"""The size of the map's title, in that of a stage's."""
LARGE = 40
"""A chain of more segments shows less on each card."""


def chain_map(chain: Chain, palette: Palette, *, width: float = 1180) -> str:
    """Return the map; it is `width` pixels wide, or wider when its cards need it.

    Its height follows from what it holds. Cards with a link are links, so such a map is a
    group of parts rather than one picture to readers who cannot see it. Cards are groups
    with `data-segment`, links with `data-from` and `data-to`, for a script that lights them
    up.
    Raises ValueError when a card or link names something that the chain has not.
    """
    style = DENSE if len(chain.cards) > LARGE else SCREEN
    layout = lay_out(chain, width, style)
    body, height = draw_layout(chain, layout, palette, style)
    return document(
        body,
        width=layout.width,
        height=height,
        key=chain.key,
        title=chain.title,
        description=chain.description,
        role="group" if any(card.href for card in chain.cards) else "img",
    )


def draw_layout(chain: Chain, layout: Layout, palette: Palette, style: Style) -> tuple[str, float]:
    """Return the drawn map with key, legend and source, and its height."""
    below, height = foot(chain, layout, palette, style)
    drawn_with = pen(palette, style)
    names = {card.id: escaped(card.title) for card in chain.cards}
    ordered = sorted(layout.routes, key=lambda route: route.way.loop)
    parts = [
        *(_heading(heading, palette, style) for heading in layout.headings),
        *(_route(route, names, drawn_with) for route in ordered),
        *(draw_card(placed.card, placed.face, placed.box, drawn_with) for placed in layout.cards),
        below,
    ]
    return "".join(parts), height


def draw_title(title: str, width: float, palette: Palette, style: Style) -> tuple[str, float]:
    """Return the title of a map that stands alone, and how far down the map begins."""
    size = style.heading * _TITLE
    lines = wrap(title, size, width - 2 * EDGE, serif=True)
    drawn = "".join(
        text(
            line,
            EDGE,
            size * (1.1 + 1.3 * index),
            size,
            palette.pine,
            font_weight="bold",
            font_family=SERIF,
        )
        for index, line in enumerate(lines)
    )
    return drawn, _lowered(len(lines), size)


def title_height(title: str, width: float, style: Style) -> float:
    """Return how far down the map begins under its title."""
    size = style.heading * _TITLE
    return _lowered(len(wrap(title, size, width - 2 * EDGE, serif=True)), size)


def _lowered(lines: int, size: float) -> float:
    return float(round(size * 1.3 * lines + size * 0.6)) if lines else 0.0


def _heading(heading: Heading, palette: Palette, style: Style) -> str:
    rules = "".join(f"M{number(a)} {number(heading.y + 1)}H{number(b)}" for a, b in heading.rules)
    return path(rules, stroke=palette.ink, stroke_width=2, fill="none") + text(
        heading.title,
        heading.x,
        heading.y + style.head * 0.3 + style.heading * 0.9,
        style.heading,
        palette.ink,
        font_weight="bold",
        font_family=SERIF,
    )


def _route(route: Route, names: dict[str, str], pen: Pen) -> str:
    """Return a line with its arrow and its goods, named in full for the pointer."""
    way = route.way
    colour = pen.palette.ochre if way.loop else pen.palette.pine_soft
    link = way.link
    name = f"{names[link.source]} → {names[link.target]}"
    name += f": {escaped(link.goods)}" if link.goods else ""
    dash = ' stroke-dasharray="5 4"' if way.loop else ""
    ends = f'data-from="{escaped(link.source)}" data-to="{escaped(link.target)}"'
    line = f'<path d="{rounded(route.points)}" fill="none" stroke="{colour}"'
    return (
        f'<g class="chain-link" {ends}><title>{name}</title>{line} stroke-width="1.5"{dash}/>'
        f'<path d="{arrow(*route.points[-2:])}" fill="{colour}"/>'
        f"{_goods(route, colour, pen)}</g>"
    )


def rounded(points: tuple[Point, ...]) -> str:
    """Return path data along upright and level lines, with rounded corners.

    It stops short of the end, where the arrow begins.
    """
    (ax, ay), (bx, by) = points[-2], points[-1]
    cut = ARROW - 1
    goal = (bx - cut * _sign(bx - ax), by - cut * _sign(by - ay))
    px, py = points[0]
    data = [f"M{number(px)} {number(py)}"]
    for index in range(1, len(points) - 1):
        x, y = points[index]
        nx, ny = points[index + 1]
        reach = min(_CORNER, (abs(x - px) + abs(y - py)) / 2, (abs(nx - x) + abs(ny - y)) / 2)
        if reach:
            data.append(
                f"L{number(x - reach * _sign(x - px))} {number(y - reach * _sign(y - py))}"
                f"Q{number(x)} {number(y)}"
                f" {number(x + reach * _sign(nx - x))} {number(y + reach * _sign(ny - y))}"
            )
        px, py = x, y
    data.append(f"L{number(goal[0])} {number(goal[1])}")
    return "".join(data)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def arrow(before: Point, tip: Point) -> str:
    """Return the path data of a triangle whose tip is the line's end."""
    x, y = tip
    dx, dy = _sign(x - before[0]), _sign(y - before[1])
    back_x, back_y = x - ARROW * dx, y - ARROW * dy
    first = f"{number(back_x + 4 * dy)} {number(back_y + 4 * dx)}"
    second = f"{number(back_x - 4 * dy)} {number(back_y - 4 * dx)}"
    return f"M{number(x)} {number(y)}L{first}L{second}Z"


def _goods(route: Route, colour: str, pen: Pen) -> str:
    (x, y), style = route.mark, pen.style
    if route.goods.number:
        return badge(route.goods.number, x, y, colour, pen)
    anchor = "end" if route.way.leave and not route.way.over else None
    last = len(route.goods.lines) - 1
    return "".join(
        text(
            line,
            x,
            y - (last - index) * style.small * LINE,
            style.small,
            pen.palette.ink_soft,
            text_anchor=anchor,
        )
        for index, line in enumerate(route.goods.lines)
    )


def badge(value: int, x: float, y: float, colour: str, pen: Pen) -> str:
    """Return a number in a rounded frame whose middle is at `x` and `y`."""
    shown, size = str(value), pen.style.badge
    high = size * 1.4
    wide = max(text_width(shown, size) + size * 0.7, high)
    return (
        f'<rect x="{number(x - wide / 2)}" y="{number(y - high / 2)}" width="{number(wide)}"'
        f' height="{number(high)}" rx="{number(high / 2)}" fill="{pen.palette.white}"'
        f' stroke="{colour}"/><text x="{number(x)}" y="{number(y + CENTRE * size)}"'
        f' font-size="{size:g}" fill="{pen.palette.ink}" text-anchor="middle">{shown}</text>'
    )
