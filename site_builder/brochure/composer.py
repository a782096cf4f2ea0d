"""Brochures as HTML: views through the templates of `theme/brochures/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from site_builder.brochure.chain_pages import ChainPages
from site_builder.brochure.fit import Fit
from site_builder.brochure.plan import Brochure
from site_builder.brochure.sheet import Sheet
from site_builder.draw.pictures import Pictures
from site_builder.present.county_view import CountyView
from site_builder.present.links import section_path
from site_builder.present.unbroken import unbroken
from site_builder.present.views import ProjectView
from site_builder.theme import WIDTHS, Theme, variant


@dataclass(frozen=True)
class Composer:
    """Fills the templates of one county."""

    theme: Theme
    counties: Mapping[str, CountyView]
    site_url: str
    """The website's address, with a slash at its end."""

    def leaflet(self, brochure: Brochure, fit: Fit) -> str:
        """Return a leaflet."""
        project = _project_of(brochure)
        return self._fill(brochure, brochure.template, sheet=self._sheet(brochure, project, fit))

    def spreads(self, brochure: Brochure, fits: Mapping[str, Fit]) -> str:
        """Return some projects as they stand in the handbook, as a document of their own."""
        return self._fill(brochure, "spreads.html", sheets=self._sheets(brochure, fits))

    def handbook(self, brochure: Brochure, fits: Mapping[str, Fit]) -> str:
        """Return a handbook; `fits` says by slug how every project stands in it."""
        sheets = self._sheets(brochure, fits)
        seed = str(self.counties["zh"].brief.name)
        cover = self._pictures(brochure).cover(seed, sun=False)
        chains = self.chains.drawn(brochure.language)
        return self._fill(brochure, brochure.template, sheets=sheets, cover=cover, chains=chains)

    def photos(self, brochure: Brochure) -> list[str]:
        """Return the published paths of the photographs that a brochure shows."""
        projects = [brochure.project] if brochure.project else brochure.county.projects
        files = {picture.file for p in projects for picture in p.brief.pictures[:1]}
        return sorted(variant(file, WIDTHS[-1], "jpg") for file in files)

    def _sheets(self, brochure: Brochure, fits: Mapping[str, Fit]) -> dict[str, Sheet]:
        projects = brochure.county.by_slug
        return {slug: self._sheet(brochure, projects[slug], fit) for slug, fit in fits.items()}

    def _sheet(self, brochure: Brochure, project: ProjectView, fit: Fit) -> Sheet:
        return Sheet(project, fit, self._pictures(brochure))

    def _pictures(self, brochure: Brochure) -> Pictures:
        return Pictures(self.theme.palette, brochure.county.voice.words)

    @cached_property
    def chains(self) -> ChainPages:
        """The chain maps of the handbooks."""
        return ChainPages(self.counties, self.theme.palette)

    @cached_property
    def _seal(self) -> Markup:
        # The seal is carved in Chinese, whichever language stands around it.
        county = self.counties.get("zh") or next(iter(self.counties.values()))
        characters = str(county.brief.short_name)[:4]
        return Pictures(self.theme.palette, county.voice.words).seal(characters)

    def _fill(self, brochure: Brochure, template: str, **values: object) -> str:
        county = brochure.county
        words = county.voice.words
        html = self.theme.environment.get_template(f"brochures/{template}").render(
            county=county,
            w=words,
            pictures=self._pictures(brochure),
            seal=self._seal,
            site_url=self.site_url,
            home=self.site_url + section_path("", brochure.language),
            exchange_note=_exchange_note(county),
            **values,
        )
        return unbroken(html)


def _project_of(brochure: Brochure) -> ProjectView:
    if brochure.project is None:
        raise ValueError(f"{brochure.path} is not about one project")
    return brochure.project


def _exchange_note(county: CountyView) -> str:
    """Return at what rate dollars were reckoned, where the language gives them."""
    if county.language == "zh":
        return ""
    exchange = county.brief.exchange
    note = str(county.voice.words["site"]["exchange"])
    return note.format(rate=exchange.rate, date=exchange.date, source=exchange.source)
