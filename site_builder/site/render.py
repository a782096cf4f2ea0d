"""Pages as HTML: a view through its template, poured into the frame."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from site_builder.draw.pictures import Pictures
from site_builder.present.county_view import CountyView
from site_builder.site.frame import DEPTHS, head, pour
from site_builder.site.machines import structured_data
from site_builder.site.pages import Page

Frames = Mapping[tuple[str, int], str]
"""The host's frames by language and depth."""


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of one language."""

    environment: Environment
    county: CountyView
    pictures: Pictures
    frames: Frames
    site_url: str
    """The website's address, with a slash at its end."""
    brochures: bool = True
    """Whether there are brochures to link to."""

    def page(self, page: Page) -> str:
        """Return a whole page."""
        frame = self.frames[page.language, page.path.count("/")]
        return pour(
            frame,
            head(
                title=page.title,
                description=page.description,
                canonical=self.site_url + page.path,
                twin=page.root + page.twin,
                meta=page_meta(self.environment, self.county, page, self.site_url),
                section=page.section,
                content=self.content(page),
            ),
        )

    def content(self, page: Page) -> Markup:
        """Return what is inside the frame."""
        template = self.environment.get_template(f"templates/{page.template}")
        return Markup(  # noqa: S704 - the template has escaped what it was given
            template.render(
                page=page,
                view=page.view,
                county=self.county,
                w=self.county.voice.words,
                root=page.root,
                pictures=self.pictures,
                site_url=self.site_url,
                brochures=self.brochures,
            )
        )

    def not_found(self, base: str, other: CountyView) -> str:
        """Return the page for addresses that lead nowhere; its links start from `base`.

        `other` is the county in the other language, in which the page speaks as well.
        """
        language = self.county.language
        page = Page(
            path="",
            language=language,
            section="",
            template="not_found.html",
            title=str(self.county.voice.words["error"]["title"]),
            description=str(self.county.voice.words["error"]["text"]),
            updated="",
            view=other,
        )
        frame = self.frames[language, DEPTHS[language][0]]
        poured = pour(
            frame,
            head(
                title=page.title,
                description=page.description,
                canonical=self.site_url,
                twin=page.root + page.twin,
                meta=Markup('<meta name="robots" content="noindex">'),
                section="",
                content=self.content(page),
            ),
        )
        # The page is shown at any depth: relative links need one place to start from.
        return poured.replace("<head>", Markup('<head>\n<base href="{}">').format(base), 1)


def page_meta(environment: Environment, county: CountyView, page: Page, site_url: str) -> Markup:
    """Return Open Graph, language twins and structured data of a page."""
    data = json.dumps(structured_data(page, county, site_url), ensure_ascii=False)
    return Markup(  # noqa: S704 - escaped by the template; "<" cannot close the script
        environment.get_template("templates/meta.html").render(
            page=page,
            county=county,
            site_url=site_url,
            data=Markup(data.replace("<", "\\u003c").replace("&", "\\u0026")),  # noqa: S704
        )
    )
