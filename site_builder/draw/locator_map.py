"""A schematic map: places to scale on a quiet ground, without any boundary."""

import math
from random import Random

from markupsafe import escape

from site_builder.draw.box import Box
from site_builder.draw.locator import KINDS, Kind, LocatorMap, MapWords, Place
from site_builder.draw.locator_layout import (
    SIZE,
    Ground,
    Spot,
    lay_ground,
    leader_end,
    place_spots,
)
from site_builder.draw.locator_symbols import symbol
from site_builder.draw.palette import Palette, mix
from site_builder.draw.ridgeline import curve
from site_builder.draw.svg import CENTRE, Point, document, element, number, path, text
from site_builder.draw.text_width import text_width

__all__ = ["Kind", "LocatorMap", "MapWords", "Place", "locator_map"]

_LEGEND_STEP = 26.0


def locator_map(
    chart: LocatorMap, palette: Palette, *, width: float = 720, height: float = 520
) -> str:
    """Return the map with its legend, in pixels; north is up.

    Places much farther off than the rest stand at the edge with an arrow and their
    distance in a straight line from the county seat.
    """
    rows = _legend_rows(chart, width)
    frame = Box(0, 0, width, height - (len(rows) * _LEGEND_STEP + 10 if rows else 0))
    ground = lay_ground(chart.places, frame)
    bar = _scale_km(ground)
    corner = Box(16, frame.bottom - 44, bar * ground.pixels_per_km + 70, 34)
    north = Box(frame.right - 44, 10, 34, 48)
    spots = place_spots(chart, ground, (corner, north))
    content = [
        element("rect", width=width, height=frame.height, fill=palette.mist),
        _relief(chart.seed, frame, palette),
        *(_spot(spot, palette) for spot in spots),
        _scale_bar(chart, ground, bar, palette),
        _north(chart.words.north, frame, palette),
        _legend(rows, frame.bottom, palette),
    ]
    linked = any(place.href for place in chart.places)
    return document(
        "".join(content),
        width=width,
        height=height,
        key=chart.key,
        title=chart.title,
        description=chart.description,
        role="group" if linked else "img",
    )


def _relief(seed: str, frame: Box, palette: Palette) -> str:
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


def _spot(spot: Spot, palette: Palette) -> str:
    sign = symbol(spot.place.kind, spot.at, palette)
    parts = [f"<title>{escape(spot.place.name)}</title>"]
    if spot.away:
        parts.append(_arrow(spot.at, spot.away, palette))
    if spot.label and spot.leader:
        ends = _leader(spot.at, spot.label)
        parts.append(path(ends, stroke=palette.ink_soft, stroke_width=1, fill="none"))
    parts.append(sign)
    if spot.label:
        parts.append(_label(spot, spot.label, palette))
    drawn = "".join(parts)
    return element("a", drawn, href=spot.place.href) if spot.place.href else element("g", drawn)


def _label(spot: Spot, room: Box, palette: Palette) -> str:
    """Return the label on a patch of ground, so that the relief does not run through it."""
    bold = spot.place.kind in ("county-seat", "park", "project")
    patch = element(
        "rect", x=room.x, y=room.y, width=room.width, height=room.height, fill=palette.mist
    )
    x, anchor = room.x + 1, None
    if room.right <= spot.at[0]:
        x, anchor = room.right - 1, "end"
    elif room.x < spot.at[0]:
        x, anchor = room.x + room.width / 2, "middle"
    base = room.y + room.height / 2 + CENTRE * SIZE
    weight = "bold" if bold else None
    fill = palette.seal if spot.place.kind == "project" else palette.ink
    return patch + text(spot.words, x, base, SIZE, fill, text_anchor=anchor, font_weight=weight)


def _leader(at: Point, room: Box) -> str:
    x, y = leader_end(at, room)
    return f"M{number(at[0])} {number(at[1])}L{number(x)} {number(y)}"


def _arrow(at: Point, away: Point, palette: Palette) -> str:
    """Return an arrow that points out of the map from beside a symbol."""
    start, end = 11.0, 25.0
    line = [(at[0] + away[0] * r, at[1] + away[1] * r) for r in (start, end - 5)]
    tip = (at[0] + away[0] * end, at[1] + away[1] * end)
    back = (at[0] + away[0] * (end - 8), at[1] + away[1] * (end - 8))
    sides = [(back[0] - away[1] * s, back[1] + away[0] * s) for s in (4.5, -4.5)]
    head = "L".join(f"{number(x)} {number(y)}" for x, y in (tip, *sides))
    shaft = "L".join(f"{number(x)} {number(y)}" for x, y in line)
    return path(f"M{shaft}", stroke=palette.ink, stroke_width=1.8) + path(
        f"M{head}Z", fill=palette.ink
    )


def _scale_km(ground: Ground) -> float:
    """Return a round length in kilometres that is 60 to 160 pixels long."""
    for exponent in range(-1, 4):
        for figure in (1, 2, 5):
            km = figure * 10.0**exponent
            if km * ground.pixels_per_km >= 60:
                return km
    return 10_000.0


def _scale_bar(chart: LocatorMap, ground: Ground, km: float, palette: Palette) -> str:
    x, y = 22.0, ground.frame.bottom - 22
    length = km * ground.pixels_per_km
    ticks = f"M{number(x)} {number(y - 5)}v5h{number(length)}v-5"
    words = chart.words.scale.format(km=f"{km:g}")
    return path(ticks, stroke=palette.ink, stroke_width=1.5, fill="none") + text(
        words, x + length + 8, y + 3, 12, palette.ink
    )


def _north(word: str, frame: Box, palette: Palette) -> str:
    x, y = frame.right - 27, 16.0
    needle = f"M{number(x)} {number(y)}l6 18-6-4.5-6 4.5Z"
    return path(needle, fill=palette.ink) + text(
        word, x, y + 34, 12, palette.ink, text_anchor="middle"
    )


def _legend_rows(chart: LocatorMap, width: float) -> list[list[tuple[Kind, str, float]]]:
    """Return the rows of the legend: kind, word and where it begins."""
    present = {place.kind for place in chart.places}
    rows: list[list[tuple[Kind, str, float]]] = []
    x = width
    for kind in KINDS:
        word = chart.words.kinds.get(kind, "")
        if kind not in present or not word:
            continue
        wide = 24 + text_width(word, SIZE) + 22
        if not rows or x + wide > width:
            rows.append([])
            x = 2.0
        rows[-1].append((kind, word, x))
        x += wide
    return rows


def _legend(rows: list[list[tuple[Kind, str, float]]], top: float, palette: Palette) -> str:
    parts = []
    for index, row in enumerate(rows):
        y = top + 10 + _LEGEND_STEP * (index + 0.5)
        for kind, word, x in row:
            parts.append(symbol(kind, (x + 9, y), palette))
            parts.append(text(word, x + 24, y + CENTRE * SIZE, SIZE, palette.ink))
    return "".join(parts)
