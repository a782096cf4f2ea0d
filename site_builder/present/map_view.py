"""The county map as templates and drawings are given it."""

from dataclasses import dataclass

from site_builder.geography.datums import Point
from site_builder.geography.outline import Outline
from site_builder.present.words import Choice


@dataclass(frozen=True)
class WayThere:
    """A link that opens a place in a map program."""

    name: str
    url: str


@dataclass(frozen=True)
class MapProject:
    """A project on the map, or at its park, by its number there."""

    number: str
    title: str
    path: str
    place: str
    at: Point | None
    """Where it is, in WGS-84; None where its park stands for it."""
    ways: tuple[WayThere, ...] = ()
    slug: str = ""


@dataclass(frozen=True)
class MapPlace:
    """A park, a town, a station: with how far the county seat is by road."""

    name: str
    kind: Choice
    at: Point
    """In WGS-84."""
    path: str = ""
    distance: str = ""
    time: str = ""
    note: str = ""
    """Distance and time in one, as the map says it; empty if neither is known."""
    numbers: str = ""
    """The numbers of the projects that stand here, as the map says it."""
    ways: tuple[WayThere, ...] = ()


@dataclass(frozen=True)
class Beyond:
    """A destination that has no place on the map: a port, a city."""

    name: str
    kind: Choice
    distance: str
    time: str


@dataclass(frozen=True)
class MapView:
    """Everything that the county map shows, for the drawing and for the lists below it."""

    places: tuple[MapPlace, ...]
    """County seat, towns, stations and the like, in the order of the county's file."""
    parks: tuple[MapPlace, ...]
    projects: tuple[MapProject, ...]
    """Numbered: park by park, then those with a position of their own."""
    beyond: tuple[Beyond, ...]
    note: str
    """What the map is: a schematic without boundaries, or under which number it was approved."""
    office: tuple[WayThere, ...] = ()
    """The ways to the investment bureau, if its position is known."""
    seat: Point | None = None
    """Where the county seat is, if it is among the places."""
    outline: Outline | None = None
    approval: str = ""
    """The number of the boundary's approval, as it is written into the map."""
    online: str = ""
    """What the script of the online map needs, as JSON; empty if the county has none."""
    others: str = ""
    """How many projects are not on it, where it shows only some; empty if it shows all."""

    @property
    def listed(self) -> tuple[MapPlace, ...]:
        """Parks and places, as they stand in the list below the map."""
        return (*self.parks, *self.places)
