"""Scale bar and north arrow of a plan, in corners where they cover no plot."""

from collections.abc import Iterable
from dataclasses import dataclass

from shapely import Polygon, box, unary_union

from site_builder.draw.box import Box
from site_builder.draw.palette import Palette
from site_builder.draw.park_plan.forms import ParkPlan, Viewport
from site_builder.draw.svg import CENTRE, element, number, path, text
from site_builder.draw.text_width import text_width

STRIP = 70.0
"""The height of the strip above the plots that has room for both marks."""
_SIZE = 12.5
_EDGE = 9.0
_NORTH = (32.0, 54.0)
_LENGTHS = (10, 20, 50, 100, 200, 300, 500, 1000, 2000, 5000, 10_000)
"""The lengths of scale bars, in metres."""
_NORTH_CORNERS = ((1, 0), (0, 0), (1, 1), (0, 1))
_SCALE_CORNERS = ((0, 1), (1, 1), (0, 0), (1, 0))
"""The corners in the order in which they are tried: 1 is right, and 1 is below."""


@dataclass(frozen=True)
class Marks:
    """Where the two marks stand, and how many metres the bar is long."""

    north: Box
    scale: Box
    metres: int

    @property
    def taken(self) -> tuple[Polygon, Polygon]:
        """The room that nothing else may take."""
        return _room(self.north, 2), _room(self.scale, 2)


def marks_above(plan: ParkPlan, viewport: Viewport) -> Marks:
    """Return places for both marks in the strip above the plots."""
    metres, size = _bar(plan, viewport)
    (north,) = _corners(viewport.frame, _NORTH, _NORTH_CORNERS[:1])
    (scale,) = _corners(viewport.frame, size, _SCALE_CORNERS[2:3])
    return Marks(north, scale, metres)


def place_marks(plan: ParkPlan, viewport: Viewport) -> Marks | None:
    """Return places for both marks that cover no plot; None if the plots leave no two corners."""
    metres, size = _bar(plan, viewport)
    plots = unary_union([viewport.area(plot.outline) for plot in plan.plots])
    for north in _corners(viewport.frame, _NORTH, _NORTH_CORNERS):
        for scale in _corners(viewport.frame, size, _SCALE_CORNERS):
            if north.meets(scale) or any(plots.intersects(_room(m, 2)) for m in (north, scale)):
                continue
            return Marks(north, scale, metres)
    return None


def draw_marks(plan: ParkPlan, marks: Marks, palette: Palette) -> str:
    """Return the scale bar and the north arrow."""
    return _scale_bar(plan, marks, palette) + _north(plan.words.north, marks.north, palette)


def _corners(
    frame: Box, size: tuple[float, float], corners: Iterable[tuple[int, int]]
) -> list[Box]:
    wide, high = size
    lefts, tops = (
        (frame.x + _EDGE, frame.right - _EDGE - wide),
        (frame.y + _EDGE, frame.bottom - _EDGE - high),
    )
    return [Box(lefts[right], tops[below], wide, high) for right, below in corners]


def _room(mark: Box, margin: float) -> Polygon:
    return box(mark.x - margin, mark.y - margin, mark.right + margin, mark.bottom + margin)


def _bar(plan: ParkPlan, viewport: Viewport) -> tuple[int, tuple[float, float]]:
    """Return a round length that is drawn about a seventh of the frame wide, and its room."""
    wanted = viewport.frame.width / 6
    fitting = [metres for metres in _LENGTHS if metres * viewport.scale <= wanted]
    metres = fitting[-1] if fitting else _LENGTHS[0]
    words = text_width(plan.words.metres.format(metres=metres), _SIZE)
    return metres, (metres * viewport.scale + words + 26, 26.0)


def _ground(mark: Box, name: str, palette: Palette) -> str:
    return element(
        "rect",
        x=mark.x,
        y=mark.y,
        width=mark.width,
        height=mark.height,
        fill=palette.paper,
        fill_opacity=0.9,
        data_mark=name,
    )


def _scale_bar(plan: ParkPlan, marks: Marks, palette: Palette) -> str:
    """Return a bar of two halves, dark and light, with its length."""
    words = plan.words.metres.format(metres=marks.metres)
    long = marks.scale.width - text_width(words, _SIZE) - 26
    x, y = marks.scale.x + 9, marks.scale.y + 13
    light = element(
        "rect",
        x=x + long / 2,
        y=y - 3,
        width=long / 2,
        height=6,
        fill=palette.white,
        stroke=palette.ink,
        stroke_width=1,
    )
    return "".join(
        [
            _ground(marks.scale, "scale", palette),
            element("rect", x=x, y=y - 3, width=long / 2, height=6, fill=palette.ink),
            light,
            text(words, x + long + 8, y + CENTRE * _SIZE, _SIZE, palette.ink),
        ]
    )


def _north(word: str, mark: Box, palette: Palette) -> str:
    """Return an arrow of two halves, as surveyors draw it."""
    x, top = mark.x + mark.width / 2, mark.y + 6
    left = path(f"M{number(x)} {number(top)}l-8 26 8-6z", fill=palette.ink)
    right = path(
        f"M{number(x)} {number(top)}l8 26-8-6z",
        fill=palette.white,
        stroke=palette.ink,
        stroke_width="0.8",
    )
    label = text(word, x, top + 42, _SIZE, palette.ink, text_anchor="middle")
    return _ground(mark, "north", palette) + left + right + label
