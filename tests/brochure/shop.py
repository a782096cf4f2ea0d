"""The sample county's handbook, composed as a whole and set in parts."""

import re
from collections.abc import Iterator

import pypdfium2
from markupsafe import Markup

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import fullest, spread_room
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import A4, Brochure, Paper, Product
from site_builder.brochure.rendering.renderer import Layout, Renderer
from site_builder.build import prepare
from site_builder.present.county_view import CountyView
from site_builder.present.event_view import EventView
from tests.brochure.conftest import THEME

MM = 72 / 25.4
LONG = {
    "zh": ("云屏市县域经济发展合作推介会招商手册", "临江产业协作暨新能源材料专场对接会专刊"),
    "en": (
        "Investing in the Mountains of Yunping: Projects, Plots and Partners",
        "Edition for the Yangtze River Partnership Forum on New Energy Materials",
    ),
}


class Shop:
    """Composes and sets parts of the sample county's handbook."""

    def __init__(self) -> None:
        self.publication = prepare(THEME.parent, THEME)
        sample = self.publication
        self.composer = Composer(sample.theme, sample.counties, sample.site_url)
        self.renderer: Renderer = Press(self.composer, sample.root).typesetter.renderer
        self.books: dict[tuple[str, str, bool], str] = {}

    def brochure(self, language: str, paper: Paper = A4, *, both: bool = False) -> Brochure:
        """Return a handbook for a fair with long names."""
        county = self.publication.counties[language]
        other = self.brochure("en", paper) if both else None
        event = _event(county)
        path = f"{language}.pdf"
        return Brochure(path, Product.HANDBOOK, language, county, None, paper, event, other)

    def book(self, language: str, paper: Paper = A4, *, both: bool = False) -> str:
        """Return the whole handbook as HTML; of `both`, the pages on the left."""
        name = language, paper.name, both
        if name not in self.books:
            brochure = self.brochure(language, paper, both=both)
            self.books[name] = self.html(brochure, "left" if both else "")
        return self.books[name]

    def html(self, brochure: Brochure, facing: str = "") -> str:
        """Return a handbook, not set."""
        fit = fullest(spread_room(brochure.paper))
        fits = dict.fromkeys(brochure.county.by_slug, fit)
        return self.composer.book(brochure, fits, {}, facing)

    def part(self, html: str, name: str) -> Layout:
        """Set the section of a name alone; the pages of others are not known in it."""
        head = html[: html.index(">", html.index("<body")) + 1]
        start = html.rindex("<section", 0, html.index(f'id="{name}"'))
        end = html.find(f"<!-- end of {name}", start)
        end = end if end > 0 else html.index("</section>", start) + len("</section>")
        alone = re.sub(r'<a class="page-of[^>]*></a>|\shref="#[^"]*"', "", html[start:end])
        return self.renderer.lay_out(f"{head}{alone}</body></html>", name)


def _event(county: CountyView) -> EventView:
    title, subtitle = LONG[county.language]
    return EventView(
        slug="fair",
        name=subtitle,
        place="P",
        dates="D",
        audience="",
        title=title,
        subtitle=subtitle,
        letter=Markup("<p>A</p>"),
        signed="S",
        printed="D",
        contact=county.contacts[-1],
    )


def lines(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Yield the edges of every run of text, in points from the lower left corner."""
    text = page.get_textpage()
    for number in range(text.count_rects()):
        yield text.get_rect(number)
