"""What a press file is made for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.brochure.finish.inks import Inks

POINT = 72 / 25.4
"""PDF units in a millimetre."""


@dataclass(frozen=True)
class PressSettings:
    """The press, the inks and the kind of product; lengths in millimetres."""

    profile: Path
    """The ICC profile of the press and its paper; `find_profile` has the default."""
    inks: Inks
    """The token colours in percent of the four inks, `read_inks` of `tokens.css`."""
    day: date
    """The day the edition bears; used if the set PDF states none. Never the clock's."""
    book: bool = False
    """Whether pages are bound: all of one trim, a multiple of four."""
    language: str = "zh"
    """`zh`, `en` or `both`: the words on the pages for notes that fill up a book."""
    bleed: float = 3
    """How far colour goes beyond the trim; 0 for what is hung up, not cut."""
    marks: bool = True
    """Whether there are crop marks beside the trim."""
    folds: tuple[tuple[float, ...], ...] = ()
    """Where each page is folded, from the left of its trim; marked beside the trim only."""
