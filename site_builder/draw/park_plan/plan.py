"""A park's plan: its plots to scale on a quiet ground, north up, without any boundary."""

from site_builder.draw.box import Box
from site_builder.draw.palette import Palette
from site_builder.draw.park_plan.forms import (
    GroundWords,
    Metres,
    ParkPlan,
    PlanGround,
    PlanPlot,
    PlanWords,
    Viewport,
)
from site_builder.draw.park_plan.ground import base_colour, draw_ground
from site_builder.draw.park_plan.legend import Legend, draw_legend, legend_of
from site_builder.draw.park_plan.marks import STRIP, Marks, draw_marks, marks_above, place_marks
from site_builder.draw.park_plan.names import Names, place_names
from site_builder.draw.park_plan.plots import draw_plots
from site_builder.draw.svg import document, element

__all__ = ["GroundWords", "ParkPlan", "PlanGround", "PlanPlot", "PlanWords", "park_plan"]

_MARGIN, _NARROW_MARGIN = 0.09, 0.03
"""How much ground is seen around the plots, as a part of their extent."""
_NARROW = 500.0
"""A plan narrower than this is one for phones: the plots need the room."""
_FLATTEST, _NARROW_FLATTEST = 0.5, 0.72
"""The least height of the frame, as a part of its width."""
_NARROW_GROUND = 30.0
"""How much more ground is seen on a narrow plan above and below the plots, in pixels."""
_LEAST = STRIP * 2
"""The least height of the frame, in pixels, however long the legend is."""


def park_plan(plan: ParkPlan, palette: Palette, *, width: float = 820, height: float = 560) -> str:
    """Return the plan with its legend below, in pixels; `height` is the most it may take.

    The frame is filled: where the plots leave room, more of the ground around them is seen.
    """
    viewport, marks, names, legend = _laid_out(plan, width, height)
    frame = viewport.frame
    content = [
        element("rect", width=width, height=frame.height, fill=base_colour(palette)),
        draw_ground(plan, viewport, palette),
        draw_plots(plan, viewport, palette),
        names.draw(palette),
        draw_marks(plan, marks, palette),
        element(
            "rect",
            x=0.5,
            y=0.5,
            width=width - 1,
            height=frame.height - 1,
            fill="none",
            stroke=palette.line,
        ),
        draw_legend(legend, frame.bottom, palette),
    ]
    return document(
        "".join(content),
        width=width,
        height=frame.height + legend.height,
        key=plan.key,
        title=plan.title,
        description=plan.description,
        role="group" if any(plot.href for plot in plan.plots) else "img",
    )


def _laid_out(plan: ParkPlan, width: float, height: float) -> tuple[Viewport, Marks, Names, Legend]:
    """Return where everything stands.

    Names that find no room need rows of the legend, and those take room from the frame; the room
    kept for them only grows, so that it is enough after as many turns as there are names.
    """
    below = legend_of(plan, (), width).height
    while True:
        viewport, marks = _viewport(plan, width, max(height - below, _LEAST))
        names = place_names(plan, viewport, taken=marks.taken)
        legend = legend_of(plan, names.keyed, width)
        if legend.height <= below:
            return viewport, marks, names, legend
        below = legend.height


def _extent(plan: ParkPlan, width: float) -> tuple[float, float, float, Metres]:
    """Return how wide and how high the plots lie, the margin around them, and their middle."""
    east = [point[0] for plot in plan.plots for point in plot.outline]
    north = [point[1] for plot in plan.plots for point in plot.outline]
    wide, high = max(east) - min(east), max(north) - min(north)
    middle = ((max(east) + min(east)) / 2, (max(north) + min(north)) / 2)
    part = _NARROW_MARGIN if width < _NARROW else _MARGIN
    return wide, high, max(wide, high) * part, middle


def _viewport(plan: ParkPlan, width: float, height: float) -> tuple[Viewport, Marks]:
    """Return how metres are laid onto a frame, the plots as large as they can be, and its marks.

    Where the plots fill the corners, a strip above them is kept for the marks.
    """
    wide, high, margin, middle = _extent(plan, width)
    across, down = wide + 2 * margin or 1.0, high + 2 * margin or 1.0
    natural = max(width * down / across, width * _FLATTEST)
    if width < _NARROW:
        natural = max(natural + _NARROW_GROUND, width * _NARROW_FLATTEST)
    frame = Box(0, 0, width, min(height, natural))
    viewport = Viewport(frame, min(width / across, frame.height / down), middle)
    if marks := place_marks(plan, viewport):
        return viewport, marks
    frame = Box(0, 0, width, min(height, natural + STRIP))
    scale = min(width / across, (frame.height - STRIP) / down)
    viewport = Viewport(frame, scale, (middle[0], middle[1] + STRIP / 2 / scale))
    return viewport, marks_above(plan, viewport)
