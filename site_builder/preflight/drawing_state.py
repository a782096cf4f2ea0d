"""What stays set while a page is drawn (ISO 32000-1, tables 52, 53 and 104)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import pikepdf

from site_builder.preflight.geometry import EVERYWHERE, UNCHANGED, Box, Matrix
from site_builder.preflight.paint import BLACK, Paint
from site_builder.preflight.typeface import Typeface

_KNOCKS_OUT = {"/Normal", "/Compatible"}
"""Blend modes in which a mark takes the place of what is below."""


@dataclass
class State:
    """The state in which a mark is made. The one thing here that changes: it is a machine's."""

    matrix: Matrix = UNCHANGED
    clip: Box = EVERYWHERE
    fill: Paint = BLACK
    stroke: Paint = BLACK
    thickness: float = 1
    fill_alpha: float = 1
    stroke_alpha: float = 1
    fill_overprint: bool = False
    stroke_overprint: bool = False
    blends: bool = False
    face: Typeface | None = None
    size: float = 0
    text: Matrix = UNCHANGED
    line: Matrix = UNCHANGED
    letters: float = 0
    words: float = 0
    stretch: float = 1
    leading: float = 0
    rise: float = 0
    mode: float = 0
    tags: tuple[tuple[bool, int | None], ...] = ()
    """The tagged sequences around: whether each counts as tag or artifact, and its number."""
    in_mask: bool = False

    def copied(self) -> Self:
        """Return the same state, to be changed by itself."""
        # Made twenty thousand times in a handbook: a fifth of what copy.copy takes.
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other

    def take(self, given: Any) -> None:
        """Take over what a dictionary of graphics parameters says."""
        if "/LW" in given:
            self.thickness = float(given["/LW"])
        if "/ca" in given:
            self.fill_alpha = float(given["/ca"])
        if "/CA" in given:
            self.stroke_alpha = float(given["/CA"])
        if "/OP" in given:
            # Alone it is said of both (ISO 32000-1, table 58).
            self.stroke_overprint = self.fill_overprint = bool(given["/OP"])
        if "/op" in given:
            self.fill_overprint = bool(given["/op"])
        if "/BM" in given:
            mode = given["/BM"]
            first = mode[0] if isinstance(mode, pikepdf.Array) else mode
            self.blends = str(first) not in _KNOCKS_OUT


def numbers(operands: Iterable[Any]) -> list[float]:
    """Return operands as numbers."""
    return [float(value) for value in operands]
