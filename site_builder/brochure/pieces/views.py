"""What stands on a small piece, as its templates are given it.

A `Said` is a line for each language of the piece, the first one leading.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.brochure.pieces.titles import Heading
from site_builder.present.voice import Shown
from site_builder.quantities.speaking import Spoken

Fill = Mapping[str, float]
"""How many things of each kind a piece shows, and how far its rows are parted (`air_…`, in mm)."""


@dataclass(frozen=True)
class Line:
    """A text in one language."""

    tag: str
    """The language tag of HTML."""
    text: str


Said = tuple[Line, ...]


@dataclass(frozen=True)
class Number:
    """A figure: large in the leading language, and again in the other."""

    label: Said
    value: Spoken
    again: Said
    """The value in the languages after the first."""
    note: Said


@dataclass(frozen=True)
class Item:
    """A project in brief."""

    slug: str
    tint: str
    title: Said
    heading: Heading
    """The title in the leading language, as a table card sets it."""
    picture: Shown | None
    """Its photograph, if it has one."""
    tagline: Said
    summary: Said
    where: Said
    numbers: tuple[Number, ...]
    """Investment, land, payback."""
    more: tuple[Number, ...]
    """The figures after these: return, cooperation."""
    grounds: tuple[Said, ...]
    """Why here, in sentences."""
    address: str
    """What its code opens."""


@dataclass(frozen=True)
class Told:
    """A title with a text or a figure under it."""

    title: Said
    text: Said


@dataclass(frozen=True)
class Chip:
    """A segment of a chain: its name and how strong the county is in it."""

    title: Said
    code: str
    word: Said


@dataclass(frozen=True)
class Strip:
    """A chain as a row of segments."""

    title: Said
    segments: tuple[Chip, ...]
    lack: Said
    """How many segments are missing and how many are weak, with names; in one line."""


@dataclass(frozen=True)
class Ground:
    """A park in brief."""

    title: Said
    numbers: tuple[Number, ...]
