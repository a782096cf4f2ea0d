"""The plots of a park's plan: colour, hatch and word say what can be had."""

import math

from markupsafe import escape
from shapely import LineString, MultiLineString, Polygon

from site_builder.draw.palette import Palette
from site_builder.draw.park_plan.forms import ParkPlan, PlanPlot, Viewport, path_of
from site_builder.draw.park_plan.labels import Label, place_inside
from site_builder.draw.svg import element, path, text
from site_builder.draw.text_width import text_width

_SIZES = ((17.0, 14.0), (15.0, 12.5), (13.0, 11.5), (12.0, 11.0), (11.0, 11.0))
"""The sizes of a plot's name and of the lines under it, the first that fits; none is below 11."""
_LEADING = 1.28
_HATCH = 8.0


def draw_plots(plan: ParkPlan, viewport: Viewport, palette: Palette) -> str:
    """Return the plots, each a link where it has one, with its name and its area."""
    shorts = [plot.name.rpartition("-")[2] for plot in plan.plots]
    distinct = len(set(shorts)) == len(shorts)
    return "".join(
        _plot(plot, short if distinct else plot.name, viewport, palette)
        for plot, short in zip(plan.plots, shorts, strict=True)
    )


def swatch(status: str, shape: Polygon, palette: Palette) -> str:
    """Return a piece of land in the colours and the hatch of its status.

    What can be had is solid; what is reserved has slanting lines, what is taken level ones.
    """
    data = path_of(shape)
    if status == "available":
        return path(
            data, fill=palette.pine, stroke=palette.paper, stroke_width="1.4", data_shape="plot"
        )
    reserved = status == "reserved"
    colour = palette.ochre if reserved else palette.ink_soft
    fill = palette.ochre_soft if reserved else palette.white
    lines = path(
        _hatch(shape, slanting=reserved),
        stroke=colour,
        stroke_width="0.8" if reserved else "0.6",
        fill="none",
    )
    ground = path(data, fill=fill, stroke=colour, stroke_width="1.2", data_shape="plot")
    return ground + lines


def _plot(plot: PlanPlot, short: str, viewport: Viewport, palette: Palette) -> str:
    shape = viewport.area(plot.outline)
    said = ", ".join((plot.area, plot.word))
    parts = [
        f"<title>{escape(plot.name)}: {escape(said)}</title>",
        swatch(plot.status, shape, palette),
        _words(plot, short, shape, palette),
    ]
    drawn = "".join(parts)
    if plot.href:
        return element("a", drawn, href=plot.href, data_plot=plot.id)
    return element("g", drawn, data_plot=plot.id)


def _words(plot: PlanPlot, short: str, shape: Polygon, palette: Palette) -> str:
    """Return name, area and, where it cannot be had, status; as many of them as find room.

    A plot too narrow for its name has the number in it, `07` of `NX-07`.
    """
    more = [plot.area] if plot.status == "available" else [plot.area, plot.word]
    for lines in ([plot.name, *more], [plot.name, plot.area], [plot.name], [short]):
        for large, small in _SIZES[2:] if lines == [short] else _SIZES:
            sizes = [large, *([small] * (len(lines) - 1))]
            room = (
                max(
                    text_width(line, size, bold=index == 0)
                    for index, (line, size) in enumerate(zip(lines, sizes, strict=True))
                )
                + 4,
                sum(sizes) * _LEADING + 2,
            )
            if label := place_inside(shape.buffer(-2), room):
                return _set(lines, sizes, label, plot, palette)
    centre = shape.representative_point()
    size = _SIZES[-1][0]
    room = (text_width(short, size, bold=True) + 4, size * _LEADING)
    return _set([short], [size], Label((centre.x, centre.y), room), plot, palette)


def _set(
    lines: list[str], sizes: list[float], label: Label, plot: PlanPlot, palette: Palette
) -> str:
    """Return lines under each other around their middle; on a hatch they stand on a patch."""
    wide, high = label.size
    x, top = label.at[0], label.at[1] - high / 2
    free = plot.status == "available"
    parts = []
    if not free:
        fill = palette.ochre_soft if plot.status == "reserved" else palette.white
        parts.append(element("rect", x=x - wide / 2, y=top, width=wide, height=high, fill=fill))
    ink = palette.white if free else palette.ink
    y = top + 1
    for index, (line, size) in enumerate(zip(lines, sizes, strict=True)):
        baseline = y + size * (_LEADING / 2 + 0.37)
        weight = "bold" if index == 0 else None
        parts.append(text(line, x, baseline, size, ink, text_anchor="middle", font_weight=weight))
        y += size * _LEADING
    return "".join(parts)


def _hatch(shape: Polygon, *, slanting: bool) -> str:
    """Return the data of the lines of a hatch, cut at the outline."""
    left, top, right, bottom = shape.bounds
    lines = []
    if slanting:
        first, last = math.ceil((left + top) / _HATCH), math.floor((right + bottom) / _HATCH)
        for step in range(first, last + 1):
            at = step * _HATCH
            lines.append(LineString(((at - top, top), (at - bottom, bottom))))
    else:
        gap = _HATCH * 0.75
        rows = range(math.ceil(top / gap), math.floor(bottom / gap) + 1)
        lines = [LineString(((left, row * gap), (right, row * gap))) for row in rows]
    return path_of(MultiLineString(lines).intersection(shape)) if lines else ""
