"""The token colours in the four inks, and the inks of colours mixed from them.

The set PDF knows RGB only. A value of the tokens is looked up. Drawings also mix tokens
(ridges in mist, pale bars): the rule here finds which, and mixes the inks the same way.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from site_builder.brochure.finish.errors import FinishError

Rgb = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""

Cmyk = tuple[float, float, float, float]
"""Parts of the four inks, 0 to 1."""

_ROUNDING = 0.8
"""How far a mix may be from the line between its ends: half a step a channel, and a little."""

_TWICE = 1.3
"""The same for a mix of a mix, rounded twice."""

_NEUTRAL = 6
"""Channels that differ by no more make a grey, which is printed in black ink only."""


class MissingInkError(FinishError):
    """The tokens lack the inks of a colour, or write them in another form."""


@dataclass(frozen=True)
class _Token:
    name: str
    rgb: Rgb
    cmyk: Cmyk
    small: Cmyk | None
    """What small text of this colour is printed in, if that is something else."""


@dataclass(frozen=True)
class Inks:
    """The inks of every token colour."""

    tokens: tuple[_Token, ...]

    def token(self, name: str) -> Cmyk:
        """Return the inks of a token by its name, e.g. `mist`."""
        return next(token.cmyk for token in self.tokens if token.name == name)

    @property
    def of_small_text(self) -> Mapping[Cmyk, Cmyk]:
        """The inks of colours that are others in small text, and those others."""
        return {token.cmyk: token.small for token in self.tokens if token.small is not None}

    def printed(self, rgb: Rgb) -> Cmyk | None:
        """Return the inks of a colour; None if no rule of the tokens explains it.

        A token by the table; a grey in black only; a mix of a dark and a light token, of two
        light ones, or of such a mix with white or paper as the same mix of their inks. Where
        several mixes give the same RGB, the darks count in the order of the table, so that
        pine, which the landscapes are made of, comes before all others.
        """
        for token in self.tokens:
            if token.rgb == rgb:
                return token.cmyk
        if rgb[0] == rgb[1] == rgb[2]:
            return _grey(rgb)
        return self._mixed(rgb) or (_grey(rgb) if max(rgb) - min(rgb) <= _NEUTRAL else None)

    def _mixed(self, rgb: Rgb) -> Cmyk | None:
        lights = [token for token in self.tokens if min(token.rgb) >= _LIGHT]
        coloured = [t for t in self.tokens if t not in lights and _is_coloured(t)]
        coloured.sort(key=lambda token: _FIRST.get(token.name, len(_FIRST)))
        for dark in coloured:
            found = [_between(rgb, (dark, light)) for light in lights]
            if dark.name == _LANDSCAPE and not any(found):
                found = _on_slopes(rgb, dark, lights)
            best = min((fit for fit in found if fit), default=None)
            if best is not None:
                return best[1]
        pale = [_between(rgb, pair) for pair in combinations(lights, 2)]
        best = min((fit for fit in pale if fit), default=None)
        return None if best is None else best[1]


_LIGHT = 190
"""A token whose channels reach this is light: a ground, a sky, a rule."""

_LANDSCAPE = "pine"
"""The token that landscapes are made of: it explains before all others."""

_FIRST = {_LANDSCAPE: 0, "ochre": 1, "ink-soft": 2, "seal": 3}


def _is_coloured(token: _Token) -> bool:
    """Tell whether drawings mix a dark: not the ink of text."""
    return token.name != "ink"


def _on_slopes(rgb: Rgb, dark: _Token, lights: Sequence[_Token]) -> list[tuple[float, Cmyk] | None]:
    """Return the mixes of a ridge with white or paper: the terrace lines on its slope."""
    whites = [token for token in lights if not any(token.cmyk)]
    return [_among(rgb, (dark, light, white)) for light, white in product(lights, whites)]


def _between(rgb: Rgb, ends: tuple[_Token, _Token]) -> tuple[float, Cmyk] | None:
    """Return how far a colour is from the mixes of two tokens, and the inks of the nearest."""
    a, b = ends
    way = [q - p for p, q in zip(a.rgb, b.rgb, strict=True)]
    length = sum(step * step for step in way)
    if not length:
        return None
    part = sum((c - p) * step for c, p, step in zip(rgb, a.rgb, way, strict=True)) / length
    if not 0 <= part <= 1:
        return None
    return _within(rgb, ((a, 1 - part), (b, part)), _ROUNDING)


def _among(rgb: Rgb, corners: tuple[_Token, _Token, _Token]) -> tuple[float, Cmyk] | None:
    """Return the same for the mixes of three tokens (least squares on two differences)."""
    a, b, c = corners
    u = [q - p for p, q in zip(a.rgb, b.rgb, strict=True)]
    v = [q - p for p, q in zip(a.rgb, c.rgb, strict=True)]
    w = [q - p for p, q in zip(a.rgb, rgb, strict=True)]
    uu, uv, vv, uw, vw = _dot(u, u), _dot(u, v), _dot(v, v), _dot(u, w), _dot(v, w)
    flat = uu * vv - uv * uv
    if not flat:
        return None
    s, t = (uw * vv - vw * uv) / flat, (vw * uu - uw * uv) / flat
    if min(s, t, 1 - s - t) < 0:
        return None
    return _within(rgb, ((a, 1 - s - t), (b, s), (c, t)), _TWICE)


def _within(
    rgb: Rgb, parts: Sequence[tuple[_Token, float]], allowed: float
) -> tuple[float, Cmyk] | None:
    mixed = [sum(token.rgb[i] * part for token, part in parts) for i in range(3)]
    miss = max(abs(a - b) for a, b in zip(rgb, mixed, strict=True))
    if miss > allowed:
        return None
    c, m, y, k = (sum(token.cmyk[i] * part for token, part in parts) for i in range(4))
    return miss, (c, m, y, k)


def _dot(a: Sequence[int], b: Sequence[int]) -> int:
    return sum(p * q for p, q in zip(a, b, strict=True))


def _grey(rgb: Rgb) -> Cmyk:
    return 0.0, 0.0, 0.0, 1 - sum(rgb) / (3 * 255)


def read_inks(css: str) -> Inks:
    """Return the inks written in a style sheet's text.

    Of `--pine: #0f4c46;` they are `--press-pine: 90 40 65 40;`, percent of cyan, magenta,
    yellow and black. `--press-small-pine: 50 0 15 70;` says in which small text is printed.
    Raises MissingInkError naming a colour that has none.
    """
    declared: dict[str, str] = {}
    for name, value in re.findall(r"--([\w-]+)\s*:\s*([^;}]+)", css):
        declared.setdefault(name, value.strip())
    colours = {n: v for n, v in declared.items() if re.fullmatch(r"#[0-9a-fA-F]{6}", v)}
    return Inks(tuple(_token(declared, name, value) for name, value in colours.items()))


def _token(declared: Mapping[str, str], name: str, value: str) -> _Token:
    inks = declared.get(f"press-{name}", "")
    small = declared.get(f"press-small-{name}")
    if not all(_is_percent(written) for written in (inks, small or inks)):
        raise MissingInkError(
            f"theme/assets/css/tokens.css 的颜色 --{name} 没有写好四色："
            f"--press-{name} 现为 {inks!r}。请写四个百分数（0 至 100），依次为青、品红、黄、黑，"
            "如 90 40 65 40。",
            f"The colour --{name} of theme/assets/css/tokens.css lacks its inks: --press-{name} is "
            f"{inks!r}. Write four percentages (0 to 100) for cyan, magenta, yellow and black, "
            "such as 90 40 65 40.",
        )
    red, green, blue = (int(value[i : i + 2], 16) for i in (1, 3, 5))
    return _Token(name, (red, green, blue), _parts(inks), _parts(small) if small else None)


def _is_percent(inks: str) -> bool:
    four = re.fullmatch(r"\d{1,3}( \d{1,3}){3}", inks)
    return four is not None and max(map(int, inks.split())) <= 100


def _parts(inks: str) -> Cmyk:
    c, m, y, k = (int(part) / 100 for part in inks.split())
    return c, m, y, k
