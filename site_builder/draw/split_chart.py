"""One bar cut into parts, with a row of words for each: items of cost, sources of money."""

from dataclasses import dataclass

from site_builder.draw.palette import Palette, contrast, mix
from site_builder.draw.svg import CENTRE, document, element, path, text
from site_builder.draw.text_width import text_width, wrap


@dataclass(frozen=True)
class Part:
    """One part of a whole."""

    name: str
    value: float
    """Its size, in any unit the parts share; not negative."""
    amount: str
    """The size as it is read, e.g. `8,200万元`."""
    share: str
    """The share as it is read, e.g. `25.6%`."""


@dataclass(frozen=True)
class SplitChart:
    """A whole and its parts, in the order they are shown."""

    key: str
    title: str
    """Names the chart to readers who cannot see it; it is not drawn."""
    description: str
    parts: tuple[Part, ...]
    width: float = 720
    narrow: bool = False
    """Drawn for a phone: 360 wide, however `width` is set."""


@dataclass(frozen=True)
class _Frame:
    """The drawing's measures, in pixels."""

    width: float
    size: float
    columns: int
    column: float
    bar: float
    gutter: float
    amount: float
    share: float
    """Widths of the two columns of figures."""

    @property
    def name(self) -> float:
        """The width left for a part's name."""
        return self.column - 22 - self.amount - self.share - 12


def split(chart: SplitChart, palette: Palette) -> str:
    """Return the bar with its rows; the height follows from the rows."""
    frame = _frame(chart)
    colours = _colours(palette, len(chart.parts))
    bar = _bar(chart.parts, frame, colours, palette)
    rows, height = _rows(chart.parts, frame, colours, palette)
    return document(
        bar + rows,
        width=frame.width,
        height=height,
        key=chart.key,
        title=chart.title,
        description=chart.description,
    )


def _frame(chart: SplitChart) -> _Frame:
    width = 360.0 if chart.narrow else chart.width
    size = 14.0 if chart.narrow else 15.0
    amount = max([0.0, *(text_width(p.amount, size, bold=True) for p in chart.parts)])
    share = max([0.0, *(text_width(p.share, size) for p in chart.parts)]) + 14
    names = max([0.0, *(text_width(p.name, size) for p in chart.parts)])
    gutter = 40.0
    half = (width - gutter) / 2
    wide = not chart.narrow and len(chart.parts) > 2
    columns = 2 if wide and names <= 1.6 * (half - amount - share - 34) else 1
    column = half if columns == 2 else width
    return _Frame(width, size, columns, column, 36 if chart.narrow else 44, gutter, amount, share)


def _colours(palette: Palette, count: int) -> list[str]:
    """Return a colour for each part: neighbours differ in depth as well as in hue."""
    order = [
        palette.pine,
        mix(palette.ochre, palette.white, 0.32),
        palette.pine_soft,
        mix(palette.ochre, palette.white, 0.66),
        mix(palette.pine, palette.white, 0.6),
        palette.ink_soft,
        palette.line,
        palette.ochre,
    ]
    return [order[index % len(order)] for index in range(count)]


def _bar(parts: tuple[Part, ...], frame: _Frame, colours: list[str], palette: Palette) -> str:
    total = sum(part.value for part in parts) or 1.0
    x = 0.0
    drawn = []
    for part, colour in zip(parts, colours, strict=True):
        breadth = frame.width * part.value / total
        gap = 2.0 if part is not parts[-1] else 0.0
        drawn.append(
            element("rect", x=x, width=max(breadth - gap, 0.6), height=frame.bar, fill=colour)
        )
        if text_width(part.share, frame.size) + 10 < breadth - gap:
            dark = contrast(palette.white, colour) < 4.5
            ink = palette.ink if dark else palette.white
            middle = frame.bar / 2 + CENTRE * frame.size
            drawn.append(
                text(
                    part.share,
                    x + (breadth - gap) / 2,
                    middle,
                    frame.size,
                    ink,
                    text_anchor="middle",
                )
            )
        x += breadth
    return "".join(drawn)


def _rows(
    parts: tuple[Part, ...], frame: _Frame, colours: list[str], palette: Palette
) -> tuple[str, float]:
    """Return the rows of words and where they end."""
    per_column = -(-len(parts) // frame.columns)
    drawn, foot = [], frame.bar
    y = 0.0
    for index, (part, colour) in enumerate(zip(parts, colours, strict=True)):
        if index % per_column == 0:
            y = frame.bar + 12
        x = (index // per_column) * (frame.column + frame.gutter)
        row, height = _row(part, frame, (x, y), colour, palette)
        drawn.append(row)
        y += height
        foot = max(foot, y)
    return "".join(drawn), foot + 1


def _row(
    part: Part, frame: _Frame, place: tuple[float, float], colour: str, palette: Palette
) -> tuple[str, float]:
    """Return one row and its height: swatch, name, amount, share, and a rule below."""
    x, y = place
    size, step = frame.size, frame.size * 1.4
    lines = wrap(part.name, size, frame.name)
    height = max(len(lines), 1) * step + 14
    base = y + 7 + step / 2 + CENTRE * size
    right = x + frame.column
    drawn = [element("rect", x=x, y=y + 7 + step / 2 - 6, width=12, height=12, fill=colour)]
    drawn += [
        text(line, x + 22, base + step * index, size, palette.ink)
        for index, line in enumerate(lines)
    ]
    amount = right - frame.share
    drawn.append(text(part.amount, amount, base, size, palette.ink, **_FIGURE, font_weight="bold"))
    drawn.append(text(part.share, right, base, size, palette.ink_soft, **_FIGURE))
    rule = f"M{x:g} {y + height:g}h{frame.column:g}"
    drawn.append(path(rule, stroke=palette.line, stroke_width=1, fill="none"))
    return "".join(drawn), height


_FIGURE = {"text_anchor": "end"}
