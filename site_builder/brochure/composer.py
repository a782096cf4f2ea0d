"""Editions as HTML: views through the templates of `theme/brochures/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from site_builder.brochure.chain_pages import ChainPages
from site_builder.brochure.editions import Edition
from site_builder.brochure.fit import Fit
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

    def leaflet(self, edition: Edition, fit: Fit) -> str:
        """Return a leaflet."""
        project = _project_of(edition)
        return self._fill(edition, edition.template, sheet=self._sheet(edition, project, fit))

    def spreads(self, edition: Edition, fits: Mapping[str, Fit]) -> str:
        """Return some projects as they stand in the handbook, as a document of their own."""
        return self._fill(edition, "spreads.html", sheets=self._sheets(edition, fits))

    def handbook(self, edition: Edition, fits: Mapping[str, Fit]) -> str:
        """Return a handbook; `fits` says by slug how every project stands in it."""
        sheets = self._sheets(edition, fits)
        seed = str(self.counties["zh"].brief.name)
        cover = self._pictures(edition).cover(seed, sun=False)
        chains = self.chains.drawn(edition.language)
        return self._fill(edition, edition.template, sheets=sheets, cover=cover, chains=chains)

    def photos(self, edition: Edition) -> list[str]:
        """Return the published paths of the photographs that an edition shows."""
        projects = [edition.project] if edition.project else edition.county.projects
        files = {picture.file for p in projects for picture in p.brief.pictures[:1]}
        return sorted(variant(file, WIDTHS[-1], "jpg") for file in files)

    def _sheets(self, edition: Edition, fits: Mapping[str, Fit]) -> dict[str, Sheet]:
        projects = edition.county.by_slug
        return {slug: self._sheet(edition, projects[slug], fit) for slug, fit in fits.items()}

    def _sheet(self, edition: Edition, project: ProjectView, fit: Fit) -> Sheet:
        return Sheet(project, fit, self._pictures(edition))

    def _pictures(self, edition: Edition) -> Pictures:
        return Pictures(self.theme.palette, edition.county.voice.words)

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

    def _fill(self, edition: Edition, template: str, **values: object) -> str:
        county = edition.county
        words = county.voice.words
        html = self.theme.environment.get_template(f"brochures/{template}").render(
            county=county,
            w=words,
            pictures=self._pictures(edition),
            seal=self._seal,
            site_url=self.site_url,
            home=self.site_url + section_path("", edition.language),
            exchange_note=_exchange_note(county),
            **values,
        )
        return unbroken(html)


def _project_of(edition: Edition) -> ProjectView:
    if edition.project is None:
        raise ValueError(f"{edition.path} is not about one project")
    return edition.project


def _exchange_note(county: CountyView) -> str:
    """Return at what rate dollars were reckoned, where the language gives them."""
    if county.language == "zh":
        return ""
    exchange = county.brief.exchange
    note = str(county.voice.words["site"]["exchange"])
    return note.format(rate=exchange.rate, date=exchange.date, source=exchange.source)
