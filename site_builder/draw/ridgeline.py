"""Silhouettes of ridges: heights along a line, and the paths that draw them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from random import Random

from site_builder.draw.svg import Point, number


def silhouette(rng: Random, detail: int, lead: float, spread: float, rough: float) -> list[float]:
    """Return 2**detail + 1 heights of a ridge, about 0 to 1, from left to right.

    The chief summit stands at `lead` (0 left, 1 right), lesser ones beside it; `spread`
    is how much of the width a mountain takes, 1 for a narrow sheet; `rough` is how much
    of each step's unevenness the next finer step keeps, about 0.5.
    """
    count = 2**detail
    summits = [_Summit(lead, 1.0, *_flanks(rng, 0.22, 0.36, spread))]
    for side in (-1, 1):
        place = lead
        while -0.1 < place < 1.1:
            place += side * rng.uniform(0.34, 0.6) * spread
            height = rng.uniform(0.3, 0.82)
            summits.append(_Summit(place, height, *_flanks(rng, 0.13, 0.27, spread)))
    fine = _unevenness(rng, detail, 0.17 * spread, rough)
    return [_height(i / count, summits) + fine[i] for i in range(count + 1)]


@dataclass(frozen=True)
class _Summit:
    place: float
    height: float
    left: float
    right: float

    def at(self, x: float) -> float:
        """Return the mountain's height at x: steep below the top, easing to the foot."""
        away = abs(x - self.place) / (self.left if x < self.place else self.right)
        return self.height * math.exp(-(away**1.35))


def _flanks(rng: Random, low: float, high: float, spread: float) -> tuple[float, float]:
    return rng.uniform(low, high) * spread, rng.uniform(low, high) * spread


def _height(x: float, summits: Sequence[_Summit]) -> float:
    """Return the height at x where mountains stand in and before one another."""
    first, second, *_ = sorted((summit.at(x) for summit in summits), reverse=True)
    return first + 0.22 * second


def _unevenness(rng: Random, detail: int, size: float, rough: float) -> list[float]:
    """Return heights about 0 by midpoint displacement."""
    heights = [rng.uniform(-size, size), rng.uniform(-size, size)]
    for _ in range(detail):
        size *= rough
        finer: list[float] = []
        for left, right in pairwise(heights):
            finer += [left, (left + right) / 2 + rng.uniform(-1, 1) * size]
        heights = [*finer, heights[-1]]
    return heights


def smooth(heights: Sequence[float], reach: int) -> list[float]:
    """Return the running mean over `reach` values on either side; ends repeat themselves."""
    padded = [heights[0]] * reach + list(heights) + [heights[-1]] * reach
    sums = [0.0, *accumulate(padded)]
    width = 2 * reach + 1
    return [(high - low) / width for low, high in zip(sums, sums[width:], strict=False)]


def edge(points: Sequence[Point]) -> str:
    """Return path data along the points by straight lines, in short relative steps."""
    x, y = round(points[0][0], 1), round(points[0][1], 1)
    steps = []
    for px, py in points[1:]:
        dx, dy = round(px - x, 1), round(py - y, 1)
        steps.append(_pair(dx, dy))
        x, y = round(x + dx, 1), round(y + dy, 1)
    start = f"M{number(points[0][0])} {number(points[0][1])}l"
    return start + "".join(s if i == 0 or s[0] == "-" else f" {s}" for i, s in enumerate(steps))


def curve(points: Sequence[Point]) -> str:
    """Return path data of a smooth curve guided by the points, at least three.

    Only the middles between guides are written: each curve reflects the one before. The
    rounding of a middle is taken into the next, so that it never adds up.
    """
    start, guide, *rest = [*points, points[-1]]
    data = f"M{number(start[0])} {number(start[1])}Q{_pair(*guide)}"
    guide = (round(guide[0], 1), round(guide[1], 1))
    for index, target in enumerate(rest):
        middle = (round((guide[0] + target[0]) / 2, 1), round((guide[1] + target[1]) / 2, 1))
        data += ("T" if index == 1 else " ") + _pair(*middle)
        guide = (2 * middle[0] - guide[0], 2 * middle[1] - guide[1])
    return data


def _pair(x: float, y: float) -> str:
    second = number(y)
    return f"{number(x)}{second}" if second.startswith("-") else f"{number(x)} {second}"
