"""Bars for a yearly series, the forecast years lighter than the counted ones."""

from dataclasses import dataclass

from site_builder.draw.palette import Palette, mix
from site_builder.draw.svg import document, element, path, text
from site_builder.draw.text_width import text_width


@dataclass(frozen=True)
class Bar:
    """One year of a series."""

    label: str
    """What stands below the bar, e.g. `2026`."""
    value: float
    shown: str
    """The value as it is read above the bar, e.g. `53`."""
    forecast: bool = False


@dataclass(frozen=True)
class BarLegend:
    """The words for the two kinds of bars; with an empty word no legend is drawn."""

    actual: str = ""
    forecast: str = ""


@dataclass(frozen=True)
class BarChart:
    """A yearly series and how large it is drawn; lengths in pixels."""

    key: str
    """Makes the ids unique on a page."""
    title: str
    """Names the chart to readers who cannot see it; it is not drawn."""
    description: str
    bars: tuple[Bar, ...]
    width: float = 720
    height: float = 300
    legend: BarLegend = BarLegend()
    narrow: bool = False
    """Drawn for a phone: 360 wide, however `width` is set."""


@dataclass(frozen=True)
class _Frame:
    """The drawing's measures, in pixels."""

    width: float
    height: float
    value_size: float
    label_size: float
    slot: float
    zero: float
    """Where the base line stands, from the top."""
    scale: float
    """Pixels of height to one unit of value."""
    margin: float


def bars(chart: BarChart, palette: Palette) -> str:
    """Return the chart; values stand above the bars, years below the base line."""
    frame = _frame(chart)
    drawn = [_bar(frame, bar, index, palette) for index, bar in enumerate(chart.bars)]
    every = _step(chart, frame)
    last = len(chart.bars) - 1
    words = [
        _words(frame, bar, index, palette)
        for index, bar in enumerate(chart.bars)
        if (last - index) % every == 0
    ]
    base = path(
        f"M0 {frame.zero:g}H{frame.width:g}", stroke=palette.ink, stroke_width=1, fill="none"
    )
    legend = _legend(chart.legend, frame, palette) if _has_legend(chart) else ""
    return document(
        "".join([legend, *drawn, base, *words]),
        width=frame.width,
        height=frame.height,
        key=chart.key,
        title=chart.title,
        description=chart.description,
    )


def _has_legend(chart: BarChart) -> bool:
    both = any(bar.forecast for bar in chart.bars)
    return both and bool(chart.legend.actual) and bool(chart.legend.forecast)


def _frame(chart: BarChart) -> _Frame:
    width = 360.0 if chart.narrow else chart.width
    value_size, label_size = (15.0, 13.0) if chart.narrow else (18.0, 15.0)
    top = value_size * 1.7 + (28 if _has_legend(chart) else 0)
    foot = chart.height - label_size * 2.1
    high = max([0.0, *(bar.value for bar in chart.bars)])
    low = min([0.0, *(bar.value for bar in chart.bars)])
    below = value_size * 1.5 if low < 0 else 0.0
    scale = (foot - top - below) / max(high - low, 1e-9)
    margin = 0.0 if chart.narrow else 16.0
    slot = (width - 2 * margin) / max(len(chart.bars), 1)
    zero = round(top + high * scale)
    return _Frame(width, chart.height, value_size, label_size, slot, zero, scale, margin)


def _step(chart: BarChart, frame: _Frame) -> int:
    """Return every how many bars there is room for words, counted from the last."""
    wide = [text_width(bar.shown, frame.value_size) for bar in chart.bars]
    wide += [text_width(bar.label, frame.label_size) for bar in chart.bars]
    need = max([1.0, *wide]) + 6
    return max(1, -int(-need // frame.slot))


def _middle(frame: _Frame, index: int) -> float:
    return frame.margin + frame.slot * (index + 0.5)


def _bar(frame: _Frame, bar: Bar, index: int, palette: Palette) -> str:
    breadth = min(frame.slot * 0.58, 64)
    high = abs(bar.value) * frame.scale
    light = mix(palette.pine, palette.white, 0.64)
    return element(
        "rect",
        x=_middle(frame, index) - breadth / 2,
        y=frame.zero - (high if bar.value > 0 else 0),
        width=breadth,
        height=high,
        fill=light if bar.forecast else palette.pine,
    )


def _words(frame: _Frame, bar: Bar, index: int, palette: Palette) -> str:
    """Return a bar's value and year, kept inside the drawing at its edges."""
    tip = frame.zero - bar.value * frame.scale
    up, down = tip - frame.value_size * 0.45, tip + frame.value_size * 1.2
    foot = frame.height - frame.label_size * 0.62
    words = (
        (bar.shown, up if bar.value >= 0 else down, frame.value_size, palette.ink),
        (bar.label, foot, frame.label_size, palette.ink_soft),
    )
    drawn = ""
    for word, y, size, fill in words:
        half = text_width(word, size) / 2
        x = max(half, min(_middle(frame, index), frame.width - half))
        drawn += text(word, x, y, size, fill, text_anchor="middle")
    return drawn


def _legend(legend: BarLegend, frame: _Frame, palette: Palette) -> str:
    """Return the two swatches with their words, at the top left."""
    size = max(frame.label_size - 1, 13)
    parts, x = [], frame.margin
    fills = (
        (legend.actual, palette.pine),
        (legend.forecast, mix(palette.pine, palette.white, 0.64)),
    )
    for word, fill in fills:
        parts.append(element("rect", x=x, y=4, width=12, height=12, fill=fill))
        parts.append(text(word, x + 18, 4 + 6 + size * 0.37, size, palette.ink_soft))
        x += 18 + text_width(word, size) + 24
    return "".join(parts)
