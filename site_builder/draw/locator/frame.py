"""What stands around the places of the locator map: relief, scale bar, north arrow, legend."""

import math
from random import Random

from site_builder.draw.box import Box
from site_builder.draw.locator.ground import Ground, scale_km
from site_builder.draw.locator.locator import KINDS, Kind, LocatorMap
from site_builder.draw.locator.symbols import boundary_sign, numbered, symbol
from site_builder.draw.palette import Palette, mix
from site_builder.draw.ridgeline import curve
from site_builder.draw.svg import CENTRE, Point, number, path, text
from site_builder.draw.text_width import text_width

SIZE = 13.0
_STEP = 26.0

LegendRows = list[list[tuple[Kind | None, str, float]]]
"""Rows of the legend: the kind, None for the boundary; its word; where it begins."""


def relief(seed: str, frame: Box, palette: Palette) -> str:
    """Return faint lines that rise over a few hills, as terraces do."""
    rng = Random(f"relief {seed}")  # noqa: S311 - the same ground on every build is meant
    hills = [
        (
            rng.uniform(0.04, 0.96) * frame.width,
            rng.uniform(0.1, 1.05) * frame.height,
            rng.uniform(70, 170),
            rng.uniform(22, 46),
        )
        for _ in range(9)
    ]
    lines = []
    for index in range(1, 27):
        level = frame.height * index / 25
        points = [(x, level - _rise(x, level, hills)) for x in _steps(frame.width)]
        lines += [curve(run) for run in _inside(points, frame)]
    colour = mix(palette.mist, palette.pine, 0.1)
    return path("".join(lines), fill="none", stroke=colour, stroke_width=1)


def _steps(width: float) -> list[float]:
    return [width * i / 30 for i in range(31)]


def _rise(x: float, y: float, hills: list[tuple[float, float, float, float]]) -> float:
    return sum(
        high * math.exp(-(((x - hx) / reach) ** 2) - ((y - hy) / (reach * 0.7)) ** 2)
        for hx, hy, reach, high in hills
    )


def _inside(points: list[Point], frame: Box) -> list[list[Point]]:
    """Return the stretches of a line that lie within the frame."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if frame.y + 2 <= point[1] <= frame.bottom - 2:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 3]


def scale_room(ground: Ground) -> Box:
    """Return the room that the scale bar takes."""
    bar = scale_km(ground)
    return Box(16, ground.frame.bottom - 44, bar * ground.pixels_per_km + 70, 34)


def scale_bar(chart: LocatorMap, ground: Ground, palette: Palette) -> str:
    """Return a bar of a round length, with its length beside it."""
    km = scale_km(ground)
    x, y = 22.0, ground.frame.bottom - 22
    length = km * ground.pixels_per_km
    ticks = f"M{number(x)} {number(y - 5)}v5h{number(length)}v-5"
    words = chart.words.scale.format(km=f"{km:g}")
    return path(ticks, stroke=palette.ink, stroke_width=1.5, fill="none") + text(
        words, x + length + 8, y + 3, 12, palette.ink
    )


def north_room(frame: Box) -> Box:
    """Return the room that the north arrow takes."""
    return Box(frame.right - 44, 10, 34, 48)


def north(word: str, frame: Box, palette: Palette) -> str:
    """Return the north arrow with its letter."""
    x, y = frame.right - 27, 16.0
    needle = f"M{number(x)} {number(y)}l6 18-6-4.5-6 4.5Z"
    return path(needle, fill=palette.ink) + text(
        word, x, y + 34, 12, palette.ink, text_anchor="middle"
    )


def legend_rows(chart: LocatorMap, width: float) -> LegendRows:
    """Return the rows of the legend: only what the map shows, as many a row as fit."""
    present = {place.kind for place in chart.places}
    entries: list[tuple[Kind | None, str]] = [
        (kind, chart.words.kinds.get(kind, "")) for kind in KINDS if kind in present
    ]
    if chart.outline is not None:
        entries.append((None, chart.words.boundary))
    rows: LegendRows = []
    x = width
    for kind, word in entries:
        wide = 24 + text_width(word, SIZE) + 22
        if not word:
            continue
        if not rows or x + wide > width:
            rows.append([])
            x = 2.0
        rows[-1].append((kind, word, x))
        x += wide
    return rows


def legend_height(rows: LegendRows) -> float:
    """Return how high the legend is."""
    return len(rows) * _STEP + 10 if rows else 0.0


def legend(rows: LegendRows, top: float, palette: Palette) -> str:
    """Return the legend below the map."""
    parts = []
    for index, row in enumerate(rows):
        y = top + 10 + _STEP * (index + 0.5)
        for kind, word, x in row:
            at = (x + 9, y)
            parts.append(_sign(kind, at, palette))
            parts.append(text(word, x + 24, y + CENTRE * SIZE, SIZE, palette.ink))
    return "".join(parts)


def _sign(kind: Kind | None, at: Point, palette: Palette) -> str:
    if kind is None:
        return boundary_sign(at, palette)
    return numbered("1", at, palette) if kind == "project" else symbol(kind, at, palette)
