"""What a locator map shows: places by their coordinates, and the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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
    """A point on the map; degrees north and east, all of one coordinate system."""

    name: str
    """The whole name, shown to the pointer."""
    kind: Kind
    lat: float
    lon: float
    label: str = ""
    """What is written beside it; the name when empty."""
    href: str | None = None

    @property
    def words(self) -> str:
        """What is written beside the place."""
        return self.label or self.name


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


@dataclass(frozen=True)
class LocatorMap:
    """A schematic map without boundaries."""

    key: str
    """Makes the ids unique on a page."""
    title: str
    """Names the map to readers who cannot see it; it is not drawn."""
    description: str
    places: tuple[Place, ...]
    words: MapWords = MapWords()
    seed: str = "relief"
    """Shapes the lines of the ground, which stand for no real height."""
