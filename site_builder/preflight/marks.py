"""What a page puts on paper, mark by mark, as the walk through its content yields it."""

from enum import StrEnum
from typing import Any, NamedTuple

from site_builder.preflight.geometry import Box
from site_builder.preflight.paint import Paint
from site_builder.preflight.typeface import Typeface


class Kind(StrEnum):
    """What sort of mark it is."""

    TEXT = "text"
    FILL = "fill"
    STROKE = "stroke"
    PICTURE = "picture"
    SHADING = "shading"
    GROUP = "group"
    """No mark of its own: a transparency group, which has a colour space to blend in."""


class Picture(NamedTuple):
    """A picture as it is placed."""

    stream: Any
    across: float
    """Dots in an inch along its width, as placed."""
    down: float


class Mark(NamedTuple):
    """One mark on a page."""

    kind: Kind
    box: Box
    """Where it is, in points of the page, cut by what it is clipped to."""
    paint: Paint
    size: float = 0
    """Of text its size, of a line its thickness, in points on the page."""
    codes: tuple[int, ...] = ()
    """Of text: what is shown."""
    face: Typeface | None = None
    picture: Picture | None = None
    is_seen: bool = True
    """Whether it leaves anything on paper: neither invisible text nor wholly transparent."""
    overprints: bool = False
    """Whether it leaves those inks below in place of which it has none itself."""
    blends: bool = False
    """Whether its colour is reckoned together with what is below."""
    is_tagged: bool = True
    """Whether it stands in a tagged sequence or in an artifact."""
    in_mask: bool = False
    """Whether it belongs to a soft mask: its colours steer, and are not printed."""
    sequence: int | None = None
    """The number of the tagged sequence (MCID) around it."""
    is_solid: bool = True
    """Whether nothing below is seen through it."""
