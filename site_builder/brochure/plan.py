"""Which brochures there are, and on what paper each is set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.content.event import BrochureProduct
from site_builder.present.county_view import CountyView
from site_builder.present.event_view import EventView
from site_builder.present.links import handbook_path
from site_builder.present.views import ProjectView

Product = BrochureProduct
"""What a county has printed; the value names files and templates."""


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
TRI_FOLD = Paper("tri-fold", 285, 210)
"""三折页 of a Chinese print shop: a BOOK sheet on its side, folded twice inward."""
ROLL_UP = Paper("roll-up", 800, 2000)
"""The usual 易拉宝."""
LONG = Paper("long", 198.4375, 0)
"""A long picture: 750 pixels at 96 to the inch, and as high as it needs."""
CARD = Paper("card", 210, 148)
"""A5 on its side: 台卡 for the usual acrylic stand."""


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
    facing: "Brochure | None" = None
    """The same in the second language, for the pages on the right; None if it is in one only."""

    @property
    def tongue(self) -> str:
        """The language of its own pages: of facing ones, those on the left."""
        return self.county.language

    @property
    def sides(self) -> tuple["Brochure", ...]:
        """The brochure, and what faces it."""
        return (self, self.facing) if self.facing is not None else (self,)

    @property
    def projects(self) -> tuple[ProjectView, ...]:
        """What it is about."""
        return (self.project,) if self.project is not None else self.county.projects

    @property
    def is_fitted(self) -> bool:
        """Whether each of its projects has two sides of its own, and is fitted to them."""
        return self.product in {Product.HANDBOOK, Product.PROJECT_BOOK, Product.LEAFLET}

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
