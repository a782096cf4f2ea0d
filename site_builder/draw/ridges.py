"""Ridges in mist: the county's landscape, drawn from a seed.

Ridges stand one behind the other, from pale to dark, with terrace lines on their slopes,
all in flat fills, so that they print. The same seed gives the same mountains.
"""

import math
from dataclasses import dataclass
from random import Random

from site_builder.draw.palette import Palette, mix
from site_builder.draw.ridgeline import curve, edge, silhouette, smooth
from site_builder.draw.svg import Point, document, element, number, path

_SHEET = 640.0
"""The height at which the steps between terrace lines were chosen."""


_ENDS = 0.03
"""How much of a silhouette is level at each end: of a page, more than what is cut off."""


@dataclass(frozen=True)
class _Scene:
    """Where the ridges stand, in the drawing's units."""

    width: float
    height: float
    layers: int
    detail: int
    top: float
    """Mean height of the farthest ridge, from the top."""
    bottom: float
    """Mean height of the nearest ridge, from the top."""
    sky: str
    """The name of the sky's tint."""
    sun: bool
    clear: float = 0
    """How much of the sky, from the top, no ridge is meant for."""
    near: int = 0
    """How many of the nearest ridges are drawn, over nothing; if none, all under their sky."""

    def depth(self, layer: int) -> float:
        """Return how near a ridge is: 0 the farthest, 1 the nearest."""
        return layer / (self.layers - 1)


@dataclass(frozen=True)
class _Ridge:
    line: list[Point]
    colour: str
    depth: float


def ridges(  # noqa: PLR0913 - the choices of one picture
    seed: str,
    palette: Palette,
    *,
    sky: str,
    width: float,
    height: float,
    layers: int = 6,
    sun: bool = False,
    detail: int = 7,
    band: float = 0,
    clear: float = 0,
    title: str = "",
    description: str = "",
    key: str = "",
) -> str:
    """Return a landscape of `layers` ridges under a sky of the tint named `sky`.

    `band` is the part of the height, from the bottom, left as a solid dark ground for
    figures; `clear` is how much is left as sky, from the top, for words. 2**`detail` steps
    make up a silhouette. The picture keeps its foot and fills
    the box it is put in. Without a title it is decorative; `key` makes ids unique.
    """
    floor = height * (1 - band) - clear
    top, bottom = clear + floor * 0.48, clear + floor * 0.91
    scene = _Scene(width, height, max(layers, 2), detail, top, bottom, sky, sun, clear)
    return _draw(seed, palette, scene, (title, description, key or f"ridges-{seed}"))


def cover(  # noqa: PLR0913 - the choices of one picture
    seed: str,
    palette: Palette,
    *,
    sky: str,
    width: float = 840,
    height: float = 1188,
    layers: int = 8,
    sun: bool = True,
    detail: int = 7,
    band: float = 0.16,
    near: int = 0,
    title: str = "",
    description: str = "",
    key: str = "",
) -> str:
    """Return a tall landscape for a cover, with an open sky over the upper half.

    The arguments are those of `ridges`; the default size has the proportion of A4. With `near`,
    so many of the nearest ridges stand alone, to be laid over a photograph.
    """
    floor = height * (1 - band)
    top, bottom = floor * 0.58, floor * 0.95
    scene = _Scene(width, height, max(layers, 2), detail, top, bottom, sky, sun, near=near)
    return _draw(seed, palette, scene, (title, description, key or f"cover-{seed}"))


def quiet_picture(seed: str, palette: Palette, *, width: float = 480, height: float = 96) -> str:
    """Return three pale ridges under nothing, for a page that is left quiet.

    They run level at both ends, so that what is cut off there goes on as it is at the cut.
    """
    rng = Random(seed)  # noqa: S311 - the same mountains on every build are meant
    scene = _Scene(width, height, 3, 7, height * 0.5, height * 0.92, "mist", sun=False)
    paper = palette.white
    chain = [_ridge(rng, scene, palette, paper, layer) for layer in range(scene.layers)]
    faint = [
        path(
            edge(_level_at_ends(ridge.line)) + f"V{number(height)}H0Z",
            fill=mix(paper, palette.pine, 0.05 + 0.05 * layer),
        )
        for layer, ridge in enumerate(chain)
    ]
    return document("".join(faint), width=width, height=height, key="quiet", title="", font=None)


def _level_at_ends(line: list[Point]) -> list[Point]:
    """Return a silhouette whose ends are as high as it is a little inside of them."""
    width = line[-1][0]
    inside = [y for x, y in line if _ENDS * width <= x <= (1 - _ENDS) * width]
    return [
        (x, inside[0] if x < _ENDS * width else inside[-1] if x > (1 - _ENDS) * width else y)
        for x, y in line
    ]


def _draw(seed: str, palette: Palette, scene: _Scene, name: tuple[str, str, str]) -> str:
    rng = Random(seed)  # noqa: S311 - the same mountains on every build are meant
    tint = palette.skies[scene.sky]
    sky = element("rect", width=scene.width, height=scene.height, fill=tint)
    content = [] if scene.near else [sky]
    place = rng.uniform(0.64, 0.84)
    if scene.sun:
        content.append(_sun(scene, palette, place))
    chain = [_ridge(rng, scene, palette, tint, layer) for layer in range(scene.layers)]
    for ridge, nearer in list(zip(chain, [*chain[1:], None], strict=True))[-scene.near :]:
        content.append(_slope(scene, ridge))
        content.append(_terraces(rng, scene, palette, ridge, nearer))
    return document(
        "".join(content),
        width=scene.width,
        height=scene.height,
        key=name[2],
        title=name[0],
        description=name[1],
        font=None,
        aspect="xMidYMax slice",
    )


def _sun(scene: _Scene, palette: Palette, place: float) -> str:
    radius = min(scene.height, scene.width) * 0.07
    return element(
        "circle", cx=scene.width * place, cy=scene.top * 0.56, r=radius, fill=palette.seal
    )


def _ridge(rng: Random, scene: _Scene, palette: Palette, tint: str, layer: int) -> _Ridge:
    """Return one ridge; summits stand to the right far away and change sides nearer."""
    depth = scene.depth(layer)
    side = rng.uniform(0.58, 0.9) if layer % 2 == 0 else rng.uniform(0.08, 0.42)
    spread = min(1.0, 1.35 * (scene.height - scene.clear) / scene.width)
    heights = silhouette(rng, scene.detail, side, spread, 0.63 + 0.02 * depth)
    foot = scene.top + (scene.bottom - scene.top) * depth**0.92
    rise = (scene.bottom - scene.clear) * (0.25 - 0.09 * depth) * rng.uniform(0.85, 1.15)
    mean = sum(heights) / len(heights)
    step = scene.width / (len(heights) - 1)
    line = [(i * step, foot - (h - mean) * rise) for i, h in enumerate(heights)]
    shade = 0.13 + 0.87 * depth**1.3
    return _Ridge(line, mix(tint, palette.pine, shade), depth)


def _slope(scene: _Scene, ridge: _Ridge) -> str:
    close = f"V{number(scene.height)}H0Z"
    return path(edge(ridge.line) + close, fill=ridge.colour)


def _terraces(
    rng: Random, scene: _Scene, palette: Palette, ridge: _Ridge, nearer: _Ridge | None
) -> str:
    """Return the lines on a slope, where no nearer ridge hides them."""
    if ridge.depth == 0:
        return ""
    scale = min(scene.height, scene.width) / _SHEET
    count = 8 if nearer is None else 6
    runs: list[str] = []
    for k in range(1, count + 1):
        drop = k * (7 + 9 * ridge.depth) * scale
        runs += _terrace(rng, scene, ridge, nearer, (k, drop, scale))
    if not runs:
        return ""
    return path(
        "".join(runs),
        fill="none",
        stroke=mix(ridge.colour, palette.paper, 0.2),
        stroke_width=number(max(scale, 0.5)),
    )


def _terrace(
    rng: Random,
    scene: _Scene,
    ridge: _Ridge,
    nearer: _Ridge | None,
    place: tuple[int, float, float],
) -> list[str]:
    """Return the visible stretches of one terrace line as path data."""
    k, drop, scale = place
    heights = smooth([y for _, y in ridge.line], k)
    phase, sway = rng.uniform(0, 6.3), 2.2 * scale
    runs: list[list[Point]] = [[]]
    gap = rng.random()
    for i in range(0, len(heights), 4):
        x = ridge.line[i][0]
        y = heights[i] + drop + sway * math.sin(x / (82 * scale) + phase)
        hidden = y > (scene.bottom * 1.04 if nearer is None else nearer.line[i][1])
        resting = abs(i / len(heights) - gap) < 0.022 * k
        if hidden or resting:
            runs.append([])
        else:
            runs[-1].append((x, y))
    return [curve(run) for run in runs if len(run) > 3]
