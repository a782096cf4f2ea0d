"""What stands below a chain map: the key of its goods, its legend and its source."""

from site_builder.draw.chains.card import project_mark, words
from site_builder.draw.chains.chain import Chain, Legend
from site_builder.draw.chains.layout import EDGE, Layout
from site_builder.draw.chains.style import Style
from site_builder.draw.palette import Palette
from site_builder.draw.svg import CENTRE, element, number, path, text
from site_builder.draw.text_width import text_width, wrap

_ENTRY = 13.5
"""About how wide a column of the key is, in the size of its words."""
_ANY_COLOURS = Palette(
    ink="#000000",
    ink_soft="#000000",
    pine="#000000",
    pine_soft="#000000",
    mist="#000000",
    paper="#000000",
    white="#ffffff",
    seal="#000000",
    ochre="#000000",
    ochre_soft="#000000",
    line="#000000",
    skies={},
)
"""To measure with: colours take no room."""


def foot(chain: Chain, layout: Layout, palette: Palette, style: Style) -> tuple[str, float]:
    """Return key, legend and source line, and where the drawing ends."""
    key, y = _key(chain.legend.goods, layout, palette, style)
    legend, x, y = _legend(chain.legend, layout.width, y, palette, style)
    parts = [key, legend]
    source = text_width(chain.source_line, style.small)
    if x > EDGE and source and x + source < layout.width - EDGE:
        base = y - style.body * 1.8 + CENTRE * style.small
        right = layout.width - EDGE
        parts.append(
            text(
                chain.source_line,
                right,
                base,
                style.small,
                palette.ink_soft,
                text_anchor="end",
            )
        )
        return "".join(parts), y + 6
    for line in wrap(chain.source_line, style.small, layout.width - 2 * EDGE):
        parts.append(text(line, EDGE, y + style.small, style.small, palette.ink_soft))
        y += style.small * 1.5
    return "".join(parts), y + 6


def foot_end(chain: Chain, layout: Layout, style: Style) -> float:
    """Return where a drawing with its foot ends, without drawing it."""
    return foot(chain, layout, _ANY_COLOURS, style)[1]


def _key(heading: str, layout: Layout, palette: Palette, style: Style) -> tuple[str, float]:
    """Return the names of the goods that stand as numbers, in columns read downwards."""
    y = layout.height + style.row * 0.8
    if not layout.key:
        return "", y
    size, inner = style.small, layout.width - 2 * EDGE
    parts = [path(f"M{EDGE:g} {number(y)}H{number(EDGE + inner)}", stroke=palette.line)]
    y += size * 1.8
    if heading:
        parts.append(text(heading, EDGE, y, style.body, palette.ink, font_weight="bold"))
        y += size * 1.7
    count = max(int(inner / (_ENTRY * size)), 1)
    wide = inner / count
    number_room = text_width(str(len(layout.key)), size) + 8
    entries = [wrap(name, size, wide - number_room - 12) for name in layout.key]
    columns = _columns([len(lines) for lines in entries], count)
    strong, plain = f'fill="{palette.pine}" font-weight="bold"', f'fill="{palette.ink_soft}"'
    lowest, index = y, 0
    for column, held in enumerate(columns):
        x, row = EDGE + column * wide, y
        for lines in entries[index : index + held]:
            index += 1
            parts.append(words(str(index), x, row, size, strong))
            for line in lines:
                parts.append(words(line, x + number_room, row, size, plain))
                row += size * 1.4
        lowest = max(lowest, row)
    return "".join(parts), lowest


def _columns(heights: list[int], count: int) -> list[int]:
    """Return how many entries stand in each column, so that none is much longer."""
    limit = max(-(-sum(heights) // count), *heights)
    while True:
        columns, filled = [0], 0
        for height in heights:
            if filled + height > limit:
                columns.append(0)
                filled = 0
            columns[-1] += 1
            filled += height
        if len(columns) <= count:
            return columns
        limit += 1


def _legend(
    legend: Legend, width: float, y: float, palette: Palette, style: Style
) -> tuple[str, float, float]:
    """Return the specimens with their words, and where the last row ends."""
    size, step = style.body, style.body * 2
    parts: list[str] = []
    entries = [(kind, word) for kind, word in _entries(legend) if word]
    x, row = EDGE, y + step * 0.6
    for kind, word in entries:
        sample = 18 if kind == "project" else 42
        wide = sample + text_width(word, size) + 28
        if x + wide > width and x > EDGE:
            x, row = EDGE, row + step
        parts.append(_sample(kind, x, row, palette))
        parts.append(text(word, x + sample, row + CENTRE * size, size, palette.ink))
        x += wide
    return "".join(parts), x, (row + size * 1.8 if entries else y)


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
        line = f"M{number(x)} {number(y)}h26"
        drawn = path(line, stroke=colour, stroke_width=1.5, stroke_dasharray=dash, fill="none")
        tip = f"M{number(x + 32)} {number(y)}l-7 4l0 -8Z"
        return drawn + path(tip, fill=colour)
    if kind == "project":
        return project_mark(x, y - 4.5, palette)
    fill = {"strong": palette.pine, "weak": palette.ochre_soft, "missing": palette.white}[kind]
    edge = palette.seal if kind == "missing" else None
    inset = 0.8 if kind == "missing" else 0.0
    drawn = element(
        "rect",
        x=x + inset,
        y=y - 7 + inset,
        width=32 - 2 * inset,
        height=14 - 2 * inset,
        fill=fill,
        stroke=edge,
        stroke_width=1.6 if edge else None,
        stroke_dasharray="6 4" if edge else None,
    )
    bar = element("rect", x=x, y=y - 7, width=5, height=14, fill=palette.ochre)
    return drawn + (bar if kind == "weak" else "")
