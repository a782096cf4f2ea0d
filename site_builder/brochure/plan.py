"""Which brochures there are, and on what paper each is set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from site_builder.present.county_view import CountyView
from site_builder.present.event_view import EventView
from site_builder.present.links import handbook_path
from site_builder.present.views import ProjectView


class Product(StrEnum):
    """What a county has printed; the value names files and templates."""

    HANDBOOK = "handbook"
    LEAFLET = "leaflet"


@dataclass(frozen=True)
class Paper:
    """A trimmed page; lengths in millimetres."""

    name: str
    width: float
    height: float


A4 = Paper("a4", 210, 297)
"""ISO 216: office printers, single leaves, screens."""
BOOK = Paper("book", 210, 285)
"""大度16开, the usual book of a Chinese print shop: a sixteenth of a sheet of 889 by 1194 mm."""


@dataclass(frozen=True)
class Brochure:
    """One document: a product, in one language, on one paper."""

    path: str
    """Where it stands, relative to the folder it is made for; it names the brochure as well."""
    product: Product
    language: str
    county: CountyView
    project: ProjectView | None = None
    """The project of a leaflet; None for what is about many."""
    paper: Paper = A4
    event: EventView | None = None
    """The fair it is made for; None for what stands on the website."""

    @property
    def template(self) -> str:
        """Its template in `theme/brochures/`."""
        return f"{self.product}.html"


def plan_brochures(counties: Mapping[str, CountyView]) -> Iterator[Brochure]:
    """Yield every brochure of the website, the handbooks first: they take longest."""
    for language, county in counties.items():
        yield Brochure(handbook_path(language), Product.HANDBOOK, language, county)
    for language, county in counties.items():
        for project in county.projects:
            yield Brochure(project.leaflet, Product.LEAFLET, language, county, project)
