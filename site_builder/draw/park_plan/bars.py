"""A park's plots as blocks: as wide as they are large, and marked by their status."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import escape

from site_builder.draw.palette import Palette
from site_builder.draw.svg import CENTRE, document, element, number, path, text
from site_builder.draw.text_width import text_width

Status = Literal["available", "reserved", "taken"]

_BLOCK = 64.0
_GAP = 4.0
_LEAST = 62.0
_ROWS = 4
_SIZE = 14.0
_SMALL = 12.0


@dataclass(frozen=True)
class Plot:
    """One plot of land."""

    id: str
    """As it is read, e.g. `JH-03`."""
    area: float
    """In any unit the plots share."""
    shown: str
    """The area as it is read, e.g. `120亩`."""
    status: Status = "available"
    href: str | None = None


@dataclass(frozen=True)
class StatusWords:
    """The legend's words; an empty word leaves its entry out."""

    available: str = ""
    reserved: str = ""
    taken: str = ""


@dataclass(frozen=True)
class PlotStrip:
    """The plots of a park, in the order they are shown."""

    key: str
    title: str
    """Names the strip to readers who cannot see it; it is not drawn."""
    description: str
    plots: tuple[Plot, ...]
    words: StatusWords = StatusWords()


def plot_bars(strip: PlotStrip, palette: Palette, *, width: float = 720) -> str:
    """Return the strip, in as many rows as the smallest plot needs to be read."""
    rows = _rows(strip.plots, width)
    scale = _scale(rows, width)
    parts = []
    for index, row in enumerate(rows):
        x, y = 0.0, index * (_BLOCK + _GAP)
        for plot in row:
            wide = max(plot.area * scale, 1.0)
            parts.append(_block(plot, (x, y, wide), palette))
            x += wide + _GAP
    top = len(rows) * (_BLOCK + _GAP)
    legend = _legend(strip, top, palette)
    return document(
        "".join(parts) + legend,
        width=width,
        height=top + (30 if legend else 0),
        key=strip.key,
        title=strip.title,
        description=strip.description,
        role="group" if any(plot.href for plot in strip.plots) else "img",
    )


def _rows(plots: tuple[Plot, ...], width: float) -> list[list[Plot]]:
    """Return the plots in the fewest rows that leave room in the smallest for its words."""
    rows: list[list[Plot]] = [list(plots)]
    for count in range(1, _ROWS + 1):
        rows = _divided(plots, count)
        least = min((plot.area for plot in plots), default=1.0) * _scale(rows, width)
        if least >= _LEAST:
            break
    return rows


def _divided(plots: tuple[Plot, ...], count: int) -> list[list[Plot]]:
    """Return the plots in order, cut into rows of about the same area."""
    share = sum(plot.area for plot in plots) / count
    rows: list[list[Plot]] = [[]]
    filled = 0.0
    for plot in plots:
        if rows[-1] and filled + plot.area / 2 > share * len(rows) and len(rows) < count:
            rows.append([])
        rows[-1].append(plot)
        filled += plot.area
    return [row for row in rows if row]


def _scale(rows: list[list[Plot]], width: float) -> float:
    """Return the width of one unit of area, the same in every row."""
    fits = [
        (width - _GAP * (len(row) - 1)) / (sum(plot.area for plot in row) or 1.0) for row in rows
    ]
    return max(min(fits, default=1.0), 0.0)


def _block(plot: Plot, place: tuple[float, float, float], palette: Palette) -> str:
    x, y, wide = place
    parts = [f"<title>{escape(plot.id)}: {escape(plot.shown)}</title>"]
    parts.append(_ground(plot.status, (x, y, wide, _BLOCK), palette))
    ink = palette.white if plot.status == "available" else palette.ink
    lines = ((plot.id, _SIZE, y + 24, True), (plot.shown, _SMALL, y + 44, False))
    for words, size, middle, bold in lines:
        room = text_width(words, size, bold=bold)
        if room + 10 > wide:
            continue
        if plot.status != "available":
            parts.append(
                _patch(plot.status, (x + 6, middle - size * 0.7, room + 6, size * 1.4), palette)
            )
        weight = "bold" if bold else None
        parts.append(text(words, x + 9, middle + CENTRE * size, size, ink, font_weight=weight))
    drawn = "".join(parts)
    return element("a", drawn, href=plot.href) if plot.href else element("g", drawn)


def _fill(status: Status, palette: Palette) -> str:
    fills = {"available": palette.pine, "reserved": palette.ochre_soft, "taken": palette.white}
    return fills[status]


def _patch(status: Status, box: tuple[float, float, float, float], palette: Palette) -> str:
    x, y, wide, high = box
    return element("rect", x=x, y=y, width=wide, height=high, fill=_fill(status, palette))


def _ground(status: Status, box: tuple[float, float, float, float], palette: Palette) -> str:
    """Return a block's ground: plain, hatched aslant, or ruled level."""
    x, y, wide, high = box
    ground = element("rect", x=x, y=y, width=wide, height=high, fill=_fill(status, palette))
    if status == "available":
        return ground
    colour = palette.ochre if status == "reserved" else palette.ink_soft
    edge = element(
        "rect",
        x=x + 0.5,
        y=y + 0.5,
        width=max(wide - 1, 0.0),
        height=high - 1,
        fill="none",
        stroke=colour,
    )
    lines = _slants(box) if status == "reserved" else _levels(box)
    thin = 0.8 if status == "reserved" else 0.6
    return ground + path(lines, stroke=colour, stroke_width=number(thin), fill="none") + edge


def _slants(box: tuple[float, float, float, float]) -> str:
    """Return path data of slanting lines, cut at the box."""
    x, y, wide, high = box
    data, offset = "", 8.0
    while offset < wide + high:
        left, right = max(0.0, offset - high), min(offset, wide)
        start = f"{number(x + left)} {number(y + offset - left)}"
        data += f"M{start}L{number(x + right)} {number(y + offset - right)}"
        offset += 8.0
    return data


def _levels(box: tuple[float, float, float, float]) -> str:
    x, y, wide, high = box
    count = int(high // 6)
    return "".join(f"M{number(x)} {number(y + 6 * i)}h{number(wide)}" for i in range(1, count + 1))


def _legend(strip: PlotStrip, top: float, palette: Palette) -> str:
    present = {plot.status for plot in strip.plots}
    entries: tuple[tuple[Status, str], ...] = (
        ("available", strip.words.available),
        ("reserved", strip.words.reserved),
        ("taken", strip.words.taken),
    )
    parts, x, y = [], 0.0, top + 16
    for status, word in entries:
        if status in present and word:
            parts.append(_ground(status, (x, y - 8, 26, 16), palette))
            parts.append(text(word, x + 34, y + CENTRE * 13, 13, palette.ink))
            x += 34 + text_width(word, 13) + 26
    return "".join(parts)
