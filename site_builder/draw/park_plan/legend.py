"""The legend of a plan: plots by status, kinds of ground, and the names that stand as numbers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from shapely import box

from site_builder.draw.palette import Palette
from site_builder.draw.park_plan.forms import ParkPlan
from site_builder.draw.park_plan.ground import ground_fill
from site_builder.draw.park_plan.names import number_disc
from site_builder.draw.park_plan.plots import swatch
from site_builder.draw.svg import CENTRE, text
from site_builder.draw.text_width import text_width, wrap

_STEP = 25.0
_LEADING = 17.0
_SIZE = 12.5
_SWATCH = 34.0
_GAP = 22.0
_COLUMN = 170.0
"""About how wide a column of names is."""


@dataclass(frozen=True)
class _Entry:
    """A plot's status, a kind of ground, or the number of a name."""

    sort: str
    """One of `plot`, `ground`, `name`."""
    code: str
    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        """How much room it takes in a row."""
        return _SWATCH + max(text_width(line, _SIZE) for line in self.lines) + _GAP

    def span(self, column: float) -> float:
        """How much room it takes where names stand in columns of a width."""
        return column * math.ceil((self.width - _GAP / 2) / column)

    @property
    def height(self) -> float:
        """How much room it takes below the last row."""
        return _STEP + (len(self.lines) - 1) * _LEADING


_Placed = tuple[_Entry, float]
"""An entry and how much room it takes in its row."""


@dataclass(frozen=True)
class Legend:
    """The entries, row by row."""

    rows: tuple[tuple[_Placed, ...], ...]

    @property
    def height(self) -> float:
        """How high it is, with the room that sets it off from the frame."""
        return sum(_height(row) for row in self.rows) + 8


def legend_of(plan: ParkPlan, names: Sequence[str], width: float) -> Legend:
    """Return what a plan shows, and the names that are numbers on it, in rows of a width."""
    statuses = {plot.status for plot in plan.plots}
    kinds = {ground.kind for ground in plan.ground}
    words = plan.words
    signs = [
        *(_Entry("plot", code, (word,)) for code, word in words.statuses if code in statuses),
        *(_Entry("ground", code, (word,)) for code, word in words.kinds if code in kinds),
    ]
    numbers = [
        _Entry("name", str(at), tuple(wrap(name, _SIZE, width - _SWATCH)))
        for at, name in enumerate(names, 1)
    ]
    column = width / round(width / _COLUMN)
    rows = _rows([(entry, entry.width) for entry in signs], width + _GAP)
    rows += _rows([(entry, entry.span(column)) for entry in numbers], width + 1)
    return Legend(tuple(tuple(row) for row in rows))


def _rows(entries: Sequence[_Placed], width: float) -> list[list[_Placed]]:
    """Return entries row by row, as many in each as its width holds."""
    rows: list[list[_Placed]] = []
    filled = math.inf
    for entry, wide in entries:
        if filled + wide > width:
            rows.append([])
            filled = 0.0
        rows[-1].append((entry, wide))
        filled += wide
    return rows


def draw_legend(legend: Legend, top: float, palette: Palette) -> str:
    """Return the legend below a frame that ends at `top`."""
    parts = []
    y = top + 20
    for row in legend.rows:
        x = 0.0
        for entry, wide in row:
            parts.append(_sample(entry, x, y, palette))
            parts += [
                text(line, x + _SWATCH, y + CENTRE * _SIZE + at * _LEADING, _SIZE, palette.ink)
                for at, line in enumerate(entry.lines)
            ]
            x += wide
        y += _height(row)
    return "".join(parts)


def _height(row: Sequence[_Placed]) -> float:
    return max(entry.height for entry, _ in row)


def _sample(entry: _Entry, x: float, y: float, palette: Palette) -> str:
    if entry.sort == "name":
        return number_disc(entry.code, (x + 13, y), palette)
    patch = box(x, y - 8, x + 26, y + 8)
    draw = swatch if entry.sort == "plot" else ground_fill
    return draw(entry.code, patch, palette)
