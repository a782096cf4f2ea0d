"""What a press file is made for."""

from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from pathlib import Path

from site_builder.brochure.finish.inks import Inks


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

    @property
    def said(self) -> str:
        """All of them as words that stay the same; of the profile what it is, not where."""
        parts = {field.name: getattr(self, field.name) for field in fields(self)}
        try:
            parts["profile"] = sha256(self.profile.read_bytes()).hexdigest()
        except OSError:
            parts["profile"] = "none that can be read"
        return repr(sorted(parts.items()))
