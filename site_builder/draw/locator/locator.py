"""What a locator map shows: places by their coordinates, and the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from site_builder.geography.datums import Point
from site_builder.geography.outline import Outline

Kind = Literal[
    "county-seat", "township", "railway", "airport", "expressway", "scenic", "park", "project"
]

KINDS: tuple[Kind, ...] = (
    "county-seat",
    "park",
    "project",
    "railway",
    "airport",
    "expressway",
    "scenic",
    "township",
)
"""All kinds, in the order in which they are placed and explained."""


@dataclass(frozen=True)
class Place:
    """A point on the map."""

    name: str
    """Written beside it; shown to the pointer only when it has a number."""
    kind: Kind
    at: Point
    """In WGS-84."""
    note: str = ""
    """Written small under the name: how far it is, how long it takes."""
    projects: str = ""
    """Written under that: the numbers of the projects that stand here."""
    number: str = ""
    """Stands in the mark, instead of words beside it."""
    href: str | None = None


@dataclass(frozen=True)
class MapWords:
    """The words of the map that are not names."""

    kinds: Mapping[Kind, str] = field(default_factory=dict)
    """The legend's word for each kind; a kind without a word is not explained."""
    north: str = "N"
    scale: str = "{km} km"
    """The length of the scale bar, with its number for `{km}`."""
    far: str = "{km} km"
    """How far a place beyond the edge is in a straight line, with `{km}`."""
    boundary: str = ""
    """The legend's word for the boundary."""


@dataclass(frozen=True)
class LocatorMap:
    """A map of a county: a schematic without boundaries, unless it has an outline."""

    key: str
    """Makes the ids unique on a page."""
    title: str
    """Names the map to readers who cannot see it; it is not drawn."""
    description: str
    places: tuple[Place, ...]
    words: MapWords = MapWords()
    seat: Point | None = None
    """Where distances are counted from: the county seat; None for the middle of the places."""
    seed: str = "relief"
    """Shapes the lines of the ground, which stand for no real height."""
    outline: Outline | None = None
    """The county's boundary; drawn only together with `approval`."""
    approval: str = ""
    """The number under which the boundary was approved; it is written into the map."""
    notes: bool = True
    """Whether the places' notes are written; on a phone there is no room for them."""
