"""A project on two sides, as the templates of leaflet and handbook are given it."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.brochure.chapters.accounts import Account, gains, sources, uses
from site_builder.brochure.composing.fit import Fit
from site_builder.brochure.composing.paper_style import BLEED
from site_builder.draw.pictures import Pictures
from site_builder.present.text import first_paragraph
from site_builder.present.views import ProjectView

_DOTS = 4
"""Pixels of a landscape to a millimetre of paper."""
_PAGE = 210 + 2 * BLEED


@dataclass(frozen=True)
class ProjectPages:
    """A project, what of it is shown, and how large."""

    project: ProjectView
    fit: Fit
    pictures: Pictures

    @property
    def prefix(self) -> str:
        """What the ids of this project's parts begin with."""
        return f"{self.project.slug}-"

    def id(self, name: str) -> str:
        """Return the id of a part, unique in a document of many projects."""
        return self.prefix + name

    def shows(self, name: str) -> bool:
        """Return whether there is room for a secondary part."""
        return name in self.fit.shown

    @property
    def landscape(self) -> Markup:
        """The project's mountains, in the proportion of the head."""
        drawn = self.pictures.landscape(
            self.project.slug,
            self.project.tint,
            width=round(_PAGE * _DOTS),
            height=round((self.fit.head + BLEED) * _DOTS),
            clear=round((self.fit.clear + BLEED) * _DOTS) if self.fit.words else 0,
        )
        return Markup(drawn)  # noqa: S704 - a drawing of ours

    @property
    def uses(self) -> Account:
        """What the money goes into."""
        return uses(self.project)

    @property
    def sources(self) -> Account:
        """Where the money comes from."""
        return sources(self.project)

    @property
    def gains(self) -> Account:
        """What a usual year brings."""
        return gains(self.project)

    @property
    def necessity(self) -> Markup:
        """Why the project is needed, in its first paragraph."""
        return first_paragraph(self._prose("necessity", "background"))

    @property
    def outlook(self) -> Markup:
        """The first paragraph on the market."""
        return first_paragraph(self._prose("market", "outlook"))

    @property
    def outlook_rest(self) -> Markup:
        """The paragraphs after it."""
        whole = self._prose("market", "outlook")
        return Markup(whole[len(self.outlook) :].strip())  # noqa: S704 - a part of safe HTML

    @property
    def process(self) -> Markup:
        """How the product is made, in the first paragraph."""
        return first_paragraph(self._prose("technology", "process"))

    @property
    def social(self) -> Markup:
        """What others gain from the project, in the first paragraph."""
        return first_paragraph(self._prose("benefits", "social"))

    def _prose(self, chapter: str, field: str) -> Markup:
        part = getattr(self.project.brief, chapter)
        prose = getattr(part, field) if part is not None else None
        return prose if isinstance(prose, Markup) else Markup("")
