"""A park's plan: its plots to scale on a quiet ground, north up, without any boundary."""

from dataclasses import dataclass

from shapely import Polygon, box

from site_builder.draw.box import Box
from site_builder.draw.palette import Palette
from site_builder.draw.park_plan.forms import (
    GroundWords,
    Metres,
    ParkPlan,
    PlanGround,
    PlanPlot,
    PlanWords,
    Sheet,
)
from site_builder.draw.park_plan.ground import base_colour, draw_ground, draw_names, ground_fill
from site_builder.draw.park_plan.plots import draw_plots, swatch
from site_builder.draw.svg import CENTRE, document, element, number, path, text
from site_builder.draw.text_width import text_width

__all__ = ["GroundWords", "ParkPlan", "PlanGround", "PlanPlot", "PlanWords", "park_plan"]

_MARGIN = 0.09
"""How much ground is seen around the plots, as a part of their extent."""
_FLATTEST = 0.5
"""The least height of the frame, as a part of its width."""
_LEGEND_STEP = 25.0
_SIZE = 12.5
_LENGTHS = (10, 20, 50, 100, 200, 300, 500, 1000, 2000, 5000, 10_000)
"""The lengths of scale bars, in metres."""


def park_plan(plan: ParkPlan, palette: Palette, *, width: float = 820, height: float = 560) -> str:
    """Return the plan with its legend below, in pixels; `height` is the most it may take.

    The frame is filled: where the plots leave room, more of the ground around them is seen.
    """
    rows = _legend_rows(plan, width)
    below = len(rows) * _LEGEND_STEP + 8
    frame = Box(0, 0, width, min(height - below, _natural_height(plan, width)))
    height = frame.height + below
    sheet = _sheet(plan, frame)
    bar = _bar_metres(sheet)
    corner = box(8, frame.bottom - 44, 8 + bar * sheet.scale + 70, frame.bottom - 8)
    north = box(frame.right - 48, 8, frame.right - 8, 66)
    content = [
        element("rect", width=width, height=frame.height, fill=base_colour(palette)),
        draw_ground(plan, sheet, palette),
        draw_plots(plan, sheet, palette),
        draw_names(plan, sheet, palette, taken=(corner, north)),
        _scale_bar(plan, sheet, bar, palette),
        _north(plan.words.north, frame, palette),
        element(
            "rect",
            x=0.5,
            y=0.5,
            width=width - 1,
            height=frame.height - 1,
            fill="none",
            stroke=palette.line,
        ),
        _legend(rows, frame.bottom, palette),
    ]
    return document(
        "".join(content),
        width=width,
        height=height,
        key=plan.key,
        title=plan.title,
        description=plan.description,
        role="group" if any(plot.href for plot in plan.plots) else "img",
    )


def _natural_height(plan: ParkPlan, width: float) -> float:
    """Return how high a frame must be to show the plots as large as its width lets them be."""
    wide, high, margin, _ = _extent(plan)
    return max(width * (high + 2 * margin) / (wide + 2 * margin or 1.0), width * _FLATTEST)


def _extent(plan: ParkPlan) -> tuple[float, float, float, Metres]:
    """Return how wide and how high the plots lie, the margin around them, and their middle."""
    east = [point[0] for plot in plan.plots for point in plot.outline]
    north = [point[1] for plot in plan.plots for point in plot.outline]
    wide, high = max(east) - min(east), max(north) - min(north)
    middle = ((max(east) + min(east)) / 2, (max(north) + min(north)) / 2)
    return wide, high, max(wide, high) * _MARGIN, middle


def _sheet(plan: ParkPlan, frame: Box) -> Sheet:
    """Return how metres are laid onto the frame: the plots as large as they can be."""
    wide, high, margin, middle = _extent(plan)
    scale = min(frame.width / (wide + 2 * margin or 1.0), frame.height / (high + 2 * margin or 1.0))
    return Sheet(frame, scale, middle)


def _bar_metres(sheet: Sheet) -> int:
    """Return a round length that is drawn about a seventh of the frame wide."""
    wanted = sheet.frame.width / 6
    fitting = [metres for metres in _LENGTHS if metres * sheet.scale <= wanted]
    return fitting[-1] if fitting else _LENGTHS[0]


def _scale_bar(plan: ParkPlan, sheet: Sheet, metres: int, palette: Palette) -> str:
    """Return a bar of two halves, dark and light, with its length."""
    x, y, long = 18.0, sheet.frame.bottom - 22, metres * sheet.scale
    words = plan.words.metres.format(metres=metres)
    room = long + text_width(words, _SIZE) + 26
    parts = [
        element(
            "rect", x=x - 9, y=y - 13, width=room, height=26, fill=palette.paper, fill_opacity=0.9
        ),
        element("rect", x=x, y=y - 3, width=long / 2, height=6, fill=palette.ink),
        element(
            "rect",
            x=x + long / 2,
            y=y - 3,
            width=long / 2,
            height=6,
            fill=palette.white,
            stroke=palette.ink,
            stroke_width=1,
        ),
        text(words, x + long + 8, y + CENTRE * _SIZE, _SIZE, palette.ink),
    ]
    return "".join(parts)


def _north(word: str, frame: Box, palette: Palette) -> str:
    """Return an arrow of two halves, as surveyors draw it."""
    x, top = frame.right - 28, 14.0
    ground = element(
        "rect", x=x - 16, y=top - 6, width=32, height=54, fill=palette.paper, fill_opacity=0.9
    )
    left = path(f"M{number(x)} {number(top)}l-8 26 8-6z", fill=palette.ink)
    right = path(
        f"M{number(x)} {number(top)}l8 26-8-6z",
        fill=palette.white,
        stroke=palette.ink,
        stroke_width="0.8",
    )
    label = text(word, x, top + 42, _SIZE, palette.ink, text_anchor="middle")
    return ground + left + right + label


@dataclass(frozen=True)
class _Entry:
    """An entry of the legend: a plot's status or a kind of ground."""

    code: str
    word: str
    of_plot: bool

    @property
    def width(self) -> float:
        """How much room it takes in a row."""
        return 34 + text_width(self.word, _SIZE) + 22


def _legend_rows(plan: ParkPlan, width: float) -> list[list[_Entry]]:
    statuses = {plot.status for plot in plan.plots}
    kinds = {ground.kind for ground in plan.ground}
    words = plan.words
    known = [
        *(_Entry(code, word, of_plot=True) for code, word in words.statuses if code in statuses),
        *(_Entry(code, word, of_plot=False) for code, word in words.kinds if code in kinds),
    ]
    rows: list[list[_Entry]] = [[]]
    filled = 0.0
    for entry in known:
        if rows[-1] and filled + entry.width > width + 22:
            rows.append([])
            filled = 0.0
        rows[-1].append(entry)
        filled += entry.width
    return [row for row in rows if row]


def _legend(rows: list[list[_Entry]], top: float, palette: Palette) -> str:
    parts = []
    for index, row in enumerate(rows):
        x, y = 0.0, top + 20 + index * _LEGEND_STEP
        for entry in row:
            patch = Polygon(((x, y - 8), (x + 26, y - 8), (x + 26, y + 8), (x, y + 8)))
            drawn = (
                swatch(entry.code, patch, palette)
                if entry.of_plot
                else ground_fill(entry.code, patch, palette)
            )
            parts += [drawn, text(entry.word, x + 34, y + CENTRE * _SIZE, _SIZE, palette.ink)]
            x += entry.width
    return "".join(parts)
