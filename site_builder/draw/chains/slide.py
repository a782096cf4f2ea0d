"""A chain map as a slide: sixteen to nine, as large as it can be read there."""

from dataclasses import replace

from site_builder.draw.chains.chain import Chain
from site_builder.draw.chains.layout import lay_out
from site_builder.draw.chains.map import LARGE, MARGIN, draw_layout, draw_title
from site_builder.draw.chains.style import DENSE, SCREEN, Style
from site_builder.draw.palette import Palette
from site_builder.draw.svg import document, element, number

_WIDE, _HIGH = 1920.0, 1080.0
_SHAPE = _WIDE / _HIGH
_WIDTHS = (1180.0, 1320.0, 1460.0, 1600.0, 1760.0, 1940.0)
"""The widths that a map is tried at: a wide one is lower, as its words break less often."""


def chain_slide(chain: Chain, palette: Palette) -> str:
    """Return the map with its title on a slide, whose sides are blank where it is narrower.

    Of some widths the one is taken whose words are largest on the slide. Raises ValueError
    when a card or link names something that the chain has not.
    """
    cards = tuple(replace(card, href=None) for card in chain.cards)
    chain = replace(chain, cards=cards)
    style = DENSE if len(chain.cards) > LARGE else SCREEN
    needed, body, wide, high = min(
        (_drawn(chain, width, palette, style) for width in _WIDTHS), key=lambda tried: tried[0]
    )
    scale = _WIDE / needed
    across = (_WIDE - wide * scale) / 2 + MARGIN * scale
    down = (_HIGH - high * scale) / 2 + MARGIN * scale
    placed = f"translate({number(across)} {number(down)}) scale({number(scale, 4)})"
    return document(
        element("g", body, transform=placed),
        width=_WIDE,
        height=_HIGH,
        key=chain.key,
        title=chain.title,
        description=chain.description,
    )


def _drawn(
    chain: Chain, width: float, palette: Palette, style: Style
) -> tuple[float, str, float, float]:
    """Return the width of the slide that holds a map of some width; the map, and its size."""
    layout = lay_out(chain, width, style)
    drawn, height = draw_layout(chain, layout, palette, style)
    head, lower = draw_title(chain.title, layout.width, palette, style)
    body = head + element("g", drawn, transform=f"translate(0 {number(lower)})")
    wide, high = layout.width + 2 * MARGIN, height + lower + 2 * MARGIN
    return max(wide, high * _SHAPE), body, wide, high
