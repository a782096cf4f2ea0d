"""The colours of every drawing, read from the tokens that also colour the site."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SKIES = ("mist", "tea", "clay", "sky", "sand", "dawn", "slate", "moss")
"""The tints an industry may give its sky."""


class MissingColourError(ValueError):
    """The tokens lack a colour that the drawings need, or write it in another form."""


@dataclass(frozen=True)
class Palette:
    """Colours by role, each as `#rrggbb`."""

    ink: str
    ink_soft: str
    pine: str
    pine_soft: str
    mist: str
    paper: str
    white: str
    seal: str
    ochre: str
    ochre_soft: str
    line: str
    skies: Mapping[str, str]
    """The sky by the name of its tint, one of `SKIES`."""


def read_palette(css: str) -> Palette:
    """Return the palette written as custom properties in a style sheet's text.

    A colour is `--ink: #16211f;`, a sky `--sky-tea: #eef0e2;`; three figures are read as
    six. The first value of a property counts, so a later dark or print variant does not.
    Raises MissingColourError naming the property that is missing.
    """
    declared: dict[str, str] = {}
    for name, value in re.findall(r"--([\w-]+)\s*:\s*([^;}]+)", css):
        declared.setdefault(name, value.strip())
    names = [name for name in Palette.__dataclass_fields__ if name != "skies"]
    colours = {name: _colour(declared, name.replace("_", "-")) for name in names}
    skies = {name: _colour(declared, f"sky-{name}") for name in SKIES}
    return Palette(**colours, skies=MappingProxyType(skies))


def mix(a: str, b: str, t: float) -> str:
    """Return the colour `t` of the way from `a` (0) to `b` (1), as `#rrggbb`."""
    pairs = [(int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(p * (1 - t) + q * t):02x}" for p, q in pairs)


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours as WCAG counts it, from 1 to 21."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _colour(declared: Mapping[str, str], name: str) -> str:
    value = declared.get(name)
    if value is None:
        raise MissingColourError(f"the tokens have no --{name}; the drawings need it")
    if re.fullmatch(r"#[0-9a-fA-F]{3}", value):
        value = "#" + "".join(figure * 2 for figure in value[1:])
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise MissingColourError(f"--{name} is {value!r}; the drawings need #rrggbb")
    return value.lower()
