"""One page of a file with its boxes and marks, and the sizes that print shops cut."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import pikepdf

from site_builder.preflight.finding import Spot
from site_builder.preflight.geometry import MM, Box
from site_builder.preflight.marks import Kind, Mark
from site_builder.sheets import read_sheet

_NEAR = 0.5
"""How far a trimmed size may be off, in millimetres: points are rounded."""


@dataclass(frozen=True)
class Trim:
    """A size that a print shop cuts to; lengths in millimetres."""

    zh: str
    en: str
    width: float
    height: float
    bleed: float
    """What a colour that touches the trim must reach beyond it."""
    dots: int
    """Dots in an inch that a picture needs at the size it is placed."""
    is_bound: bool
    """Whether it is a page of what is bound, or folded from sheets, if there are more than two."""


@cache
def known_trims() -> tuple[Trim, ...]:
    """Return the sizes in `trims.yml`."""
    return tuple(
        Trim(
            zh=row["zh"],
            en=row["en"],
            width=float(row["width"]),
            height=float(row["height"]),
            bleed=float(row["bleed"]),
            dots=int(row["dots"]),
            is_bound=row["bound"] == "yes",
        )
        for row in read_sheet("site_builder.preflight", "trims.yml")
    )


_UNKNOWN = Trim("", "", 0, 0, bleed=3, dots=300, is_bound=True)
"""What holds for a size that is not listed: the strictest."""


def trim_of(width: float, height: float) -> Trim | None:
    """Return the known size of a page of so many millimetres; None for an unknown one."""
    for trim in known_trims():
        if abs(trim.width - width) <= _NEAR and abs(trim.height - height) <= _NEAR:
            return trim
    return None


@dataclass(frozen=True)
class PrintedPage:
    """One page."""

    number: int
    """From 1."""
    source: pikepdf.Page
    marks: tuple[Mark, ...]
    unknown: frozenset[str] = frozenset()
    """What stands in the place of operators and is none."""

    def _box(self, name: str, otherwise: Box) -> Box:
        given: Any = self.source.obj.get(name)
        return otherwise if given is None else _box(given)

    @cached_property
    def media(self) -> Box:
        """The whole sheet."""
        return _box(self.source.mediabox)

    @cached_property
    def trim(self) -> Box:
        """The page as it is cut; the whole sheet where nothing else is said."""
        return self._box("/TrimBox", self._box("/CropBox", self.media))

    @cached_property
    def bleed(self) -> Box:
        """As far as colour is printed."""
        return self._box("/BleedBox", self.trim)

    @property
    def width(self) -> float:
        """The width of the cut page, in millimetres."""
        return self.trim.width / MM

    @property
    def height(self) -> float:
        """The height of the cut page, in millimetres."""
        return self.trim.height / MM

    @cached_property
    def paper(self) -> Trim:
        """What holds for its size."""
        return trim_of(self.width, self.height) or _UNKNOWN

    @cached_property
    def printed(self) -> tuple[Mark, ...]:
        """The marks that are seen on the page, in their order; crop marks lie beside it."""
        return tuple(
            mark
            for mark in self.marks
            if mark.is_seen
            and not mark.in_mask
            and mark.kind is not Kind.GROUP
            and not mark.box.within(self.bleed).is_empty
        )

    def spot(self, box: Box) -> Spot:
        """Return where a box is, in millimetres from the left and the top of the cut page."""
        shown = box.within(self.media)
        return Spot(
            round((shown.left - self.trim.left) / MM, 1),
            round((self.trim.top - shown.top) / MM, 1),
            round(shown.width / MM, 1),
            round(shown.height / MM, 1),
        )


def _box(values: Any) -> Box:
    x1, y1, x2, y2 = (float(value) for value in values)
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
