"""What marks are painted with: colour spaces and colours, as far as a press cares."""

from enum import StrEnum
from typing import Any, NamedTuple

import pikepdf


class Space(StrEnum):
    """The kinds of colour that a press tells apart."""

    GRAY = "gray"
    """Black ink only: DeviceGray, CalGray, a profile of one channel."""
    CMYK = "cmyk"
    RGB = "rgb"
    """Screen colours: DeviceRGB, CalRGB, a profile of three channels."""
    LAB = "lab"
    SPOT = "spot"
    """Separation and DeviceN."""
    PATTERN = "pattern"
    UNKNOWN = "unknown"


FOREIGN = {Space.RGB, Space.LAB}
"""Colours that somebody else would have to convert before they are printed."""


class Paint(NamedTuple):
    """A colour; values from 0 to 1 in the order of the space."""

    space: Space
    values: tuple[float, ...] = ()
    pattern: Any = None

    @property
    def inks(self) -> tuple[float, float, float, float] | None:
        """Cyan, magenta, yellow and black from 0 to 1; None for colours of other kinds."""
        if self.space is Space.CMYK and len(self.values) == 4:
            cyan, magenta, yellow, black = self.values
            return cyan, magenta, yellow, black
        if self.space is Space.GRAY and len(self.values) == 1:
            return 0.0, 0.0, 0.0, 1 - self.values[0]
        return None

    @property
    def shown(self) -> str:
        """How a finding names the colour: `#0f4c46`, `C90 M40 Y65 K40`, or the kind alone."""
        if self.space is Space.RGB and len(self.values) == 3:
            return "RGB #" + "".join(f"{round(255 * value):02x}" for value in self.values)
        if self.space is Space.CMYK and len(self.values) == 4:
            return " ".join(
                f"{ink}{round(100 * value)}" for ink, value in zip("CMYK", self.values, strict=True)
            )
        return {Space.LAB: "Lab", Space.GRAY: "K"}.get(self.space, self.space.upper())


BLACK = Paint(Space.GRAY, (0.0,))
"""What is painted with before anything is said (ISO 32000-1, table 52)."""

_CHANNELS = {1: Space.GRAY, 3: Space.RGB, 4: Space.CMYK}
_NAMES = {
    "/DeviceGray": Space.GRAY, "/G": Space.GRAY, "/CalGray": Space.GRAY,
    "/DeviceRGB": Space.RGB, "/RGB": Space.RGB, "/CalRGB": Space.RGB,
    "/DeviceCMYK": Space.CMYK, "/CMYK": Space.CMYK,
    "/Lab": Space.LAB, "/Separation": Space.SPOT, "/DeviceN": Space.SPOT,
    "/Pattern": Space.PATTERN,
}  # fmt: skip


def space_of(value: Any, resources: Any = None) -> Space:
    """Return the kind of a colour space: a name, or an array as resources and images hold it."""
    if isinstance(value, pikepdf.Name):
        named = None if resources is None else resources.get("/ColorSpace", {}).get(str(value))
        return _NAMES.get(str(value), Space.UNKNOWN) if named is None else space_of(named)
    if not isinstance(value, pikepdf.Array) or len(value) == 0:
        return Space.UNKNOWN
    family = str(value[0])
    if family == "/ICCBased":
        profile: Any = value[1]
        return _CHANNELS.get(int(profile.get("/N", 0)), Space.UNKNOWN)
    if family in {"/Indexed", "/I"}:
        return space_of(value[1], resources)
    if family in {"/Separation", "/DeviceN"}:
        # What the ink is simulated with counts: an RGB one is converted by somebody else.
        simulated = space_of(value[2], resources)
        return simulated if simulated in FOREIGN else Space.SPOT
    return _NAMES.get(family, Space.UNKNOWN)


def shading_space(shading: Any, resources: Any) -> Space:
    """Return the kind of colour that a gradient runs through."""
    return space_of(shading.get("/ColorSpace"), resources)
