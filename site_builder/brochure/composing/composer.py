"""Brochures as HTML: views through the templates of `theme/brochures/`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from site_builder.brochure.chapters.accounts import gains, uses
from site_builder.brochure.chapters.approvals import papers
from site_builder.brochure.chapters.chain_pages import ChainPage, ChainPages
from site_builder.brochure.chapters.cost_pages import cost_pages
from site_builder.brochure.chapters.credits import cover_photo, picture_credits
from site_builder.brochure.chapters.sketches import Album, Sketches
from site_builder.brochure.chapters.way import whole_time
from site_builder.brochure.composing.fit import Fit
from site_builder.brochure.composing.line_ends import breaks_kept, ends_kept
from site_builder.brochure.composing.paper_style import (
    BLEED,
    blank_style,
    facing_style,
    long_style,
    measures_style,
    paper_style,
    piece_style,
)
from site_builder.brochure.composing.project_pages import ProjectPages
from site_builder.brochure.pieces.choice import callers_of
from site_builder.brochure.pieces.contents import PieceView
from site_builder.brochure.pieces.titles import LONG, phrases, set_title
from site_builder.brochure.pieces.views import Fill
from site_builder.brochure.plan import Brochure, Paper, Product
from site_builder.draw.pictures import Pictures
from site_builder.draw.ridges import quiet_picture
from site_builder.draw.svg import named
from site_builder.present.county_view import CountyView
from site_builder.present.links import event_address, section_path
from site_builder.present.unbroken import unbroken
from site_builder.present.views import ParkView, ProjectView
from site_builder.theme import WIDTHS, Theme, variant

_OPENING = 104.0
"""Millimetres of the picture over the opening of an industry, if nobody says otherwise."""

_BOOKS = frozenset((Product.HANDBOOK, Product.PROJECT_BOOK))
_NEAR = 2
"""Ridges that stand before a photograph on a cover."""

_FIRST = {"left": 0, "right": 3}
"""The numbers of the first pages: on the left that is the cover, which is not counted."""


@dataclass(frozen=True)
class Composer:
    """Fills the templates of one county."""

    theme: Theme
    counties: Mapping[str, CountyView]
    site_url: str
    """The website's address, with a slash at its end."""
    photo_width: int = WIDTHS[-1]
    """The width in pixels in which documents take their photographs."""
    sketching: bool = False
    """Whether pictures are left empty: see `sketches`."""

    @cached_property
    def sketches(self) -> "Composer":
        """The same documents with empty pictures, to measure them and to tell them apart."""
        same = replace(self, sketching=True)
        # Chains are worked out once for both.
        vars(same).update(_chains=self._chains)
        return same

    def leaflet(self, brochure: Brochure, fit: Fit) -> str:
        """Return a leaflet."""
        if brochure.project is None:
            raise ValueError(f"{brochure.path} is not about one project")
        sheet = self._sheet(brochure, brochure.project, fit)
        callers = callers_of(brochure, brochure.project)
        return self._fill(brochure, brochure.template, sheet=sheet, callers=callers)

    def spreads(self, brochure: Brochure, fits: Mapping[str, Fit]) -> str:
        """Return some projects as they stand in the books, as a document of their own."""
        style = measures_style(brochure.paper)
        sheets = self._sheets(brochure, fits)
        return self._fill(brochure, "spreads.html", sheets=sheets, style=style)

    def openings(self, brochure: Brochure, least: float) -> str:
        """Return the openings of the industries alone, their pictures `least` mm high."""
        style = measures_style(brochure.paper)
        return self._fill(brochure, "openings.html", style=style, least=least)

    def cover(self, brochure: Brochure, step: int) -> str:
        """Return the cover of a book alone, without its picture; for `step` see `book`."""
        style, word = measures_style(brochure.paper), brochure.product.replace("-", "_")
        plain = {"cover": "", "cover_photo": None}
        return self._fill(brochure, "covers.html", style=style, word=word, step=step, **plain)

    def book(
        self,
        brochure: Brochure,
        fits: Mapping[str, Fit],
        heights: Mapping[str, float],
        facing: str = "",
        step: int = 0,
    ) -> str:
        """Return a handbook or project book; `fits` says by slug how every project stands in it.

        `heights` are those of the pictures over the openings of the industries, in millimetres.

        `facing` is `left` or `right` for one language of two that face each other. The words of
        the cover are set `step` steps of the scale smaller than usual.
        """
        county = brochure.county
        style = paper_style(brochure.paper) + blank_style(self.quiet(brochure))
        if facing:
            style += facing_style(_FIRST[facing])
        seed = str(self.counties["zh"].brief.name)
        chains = self.chains(brochure.paper) if brochure.product is Product.HANDBOOK else None
        photo = cover_photo(county)
        return self._fill(
            brochure,
            brochure.template,
            style=style,
            facing=facing,
            heights=heights,
            word=brochure.product.replace("-", "_"),
            calm=self._pictures(brochure).cover(f"{seed} letter", "dawn", sun=False),
            sheets=self._sheets(brochure, fits),
            cover=self._pictures(brochure).cover(seed, sun=False, near=_NEAR if photo else 0),
            cover_photo=photo,
            step=step,
            credits=picture_credits(county),
            other_credits=picture_credits(brochure.facing.county) if brochure.facing else (),
            chains=self._chain_pages(chains, brochure) if chains else {},
            largest=sorted(county.projects, key=lambda p: (-p.sort["investment"], p.slug)),
            by_industry=[industry for industry in county.industries if industry.projects],
            costs=cost_pages(county),
            papers=papers(county),
            whole_time=whole_time(county),
        )

    def piece(self, brochure: Brochure, fill: Fill) -> str:
        """Return a small piece; `fill` says how much it shows of what."""
        return self._fill(
            brochure,
            brochure.template,
            style=piece_style(brochure.paper, self._piece_rules),
            quiet=self.quiet(brochure),
            piece=PieceView(brochure, self._address, str(self.counties["zh"].brief.name)),
            fill=fill,
        )

    def long_picture(self, brochure: Brochure, height: float) -> str:
        """Return a project's long picture on a page `height` pixels high."""
        if brochure.project is None:
            raise ValueError(f"{brochure.path} is not about one project")
        return self._fill(
            brochure,
            brochure.template,
            style=long_style(height, self._piece_rules),
            project=brochure.project,
            heading=set_title(str(brochure.project.brief.title), LONG),
            account=uses(brochure.project),
            earned=gains(brochure.project),
        )

    @cached_property
    def _piece_rules(self) -> str:
        """The style sheet of the pieces, which other documents are set without."""
        return (self.theme.root / "assets/css/pieces.css").read_text("utf-8")

    def quiet(self, brochure: Brochure) -> str:
        """Return the picture on a page that only fills a book up."""
        seed = str(self.counties["zh"].brief.name)
        drawn = quiet_picture(seed, self.theme.palette)
        return named(drawn, self._pictures(brochure).mountains)

    def photos(self, brochure: Brochure) -> list[str]:
        """Return where the photographs that a brochure shows are read from."""
        files = {picture.file for p in brochure.projects for picture in p.brief.pictures[:1]}
        cover = cover_photo(brochure.county) if brochure.product in _BOOKS else None
        files |= {cover.file} if cover else set()
        return sorted(self.photo(file) for file in files)

    def photo(self, file: str) -> str:
        """Return where a photograph of `media/` is read from, in the width wanted."""
        return variant(file, self.photo_width, "jpg")

    def _sheets(self, brochure: Brochure, fits: Mapping[str, Fit]) -> dict[str, ProjectPages]:
        projects = brochure.county.by_slug
        return {slug: self._sheet(brochure, projects[slug], fit) for slug, fit in fits.items()}

    def _sheet(self, brochure: Brochure, project: ProjectView, fit: Fit) -> ProjectPages:
        return ProjectPages(project, fit, self._pictures(brochure))

    def _pictures(self, brochure: Brochure) -> Pictures:
        county = brochure.county
        name = str(county.voice.words["brochure"]["mountains"]).format(name=county.brief.name)
        drawn = (self.theme.palette, county.voice.words, name)
        if self.sketching:
            return Sketches(*drawn)
        return Album(*drawn, plans=self._plans.setdefault(county.language, {}))

    @cached_property
    def _plans(self) -> dict[str, dict[tuple[object, ...], tuple[ParkView, Markup]]]:
        return {}

    def chains(self, paper: Paper) -> ChainPages:
        """Return the chain maps of the handbooks on a paper."""
        drawn: ChainPages = self._chains.setdefault(
            paper, ChainPages(self.counties, self.theme.palette, paper)
        )
        return drawn

    def _chain_pages(
        self, chains: ChainPages, brochure: Brochure
    ) -> dict[str, tuple[ChainPage, ...]]:
        return chains.told() if self.sketching else chains.drawn(brochure.tongue)

    @cached_property
    def _chains(self) -> dict[Paper, ChainPages]:
        return {}

    def _seal(self, brochure: Brochure) -> Markup:
        # The seal is carved in Chinese, whichever language stands around it.
        carved = self.counties.get("zh") or next(iter(self.counties.values()))
        title = str(brochure.county.voice.words["brochure"]["seal"])
        return self._pictures(brochure).seal(
            str(carved.brief.short_name)[:4], title.format(name=brochure.county.brief.name)
        )

    def _fill(self, brochure: Brochure, template: str, *, style: str = "", **values: object) -> str:
        county = brochure.county
        words = county.voice.words
        home = section_path("", brochure.tongue)
        html = self.theme.environment.get_template(f"brochures/{template}").render(
            style=style or paper_style(brochure.paper),
            event=brochure.event,
            drawn_height=_drawn_height,
            phrases=phrases,
            other=brochure.facing,
            address=lambda path: self._address(brochure, path),
            photo=self.photo,
            county=county,
            w=words,
            pictures=self._pictures(brochure),
            seal=self._seal(brochure),
            site_url=self.site_url,
            home=self._address(brochure, home),
            exchange_note=_exchange_note(county),
            **values,
        )
        return breaks_kept(ends_kept(unbroken(html)))

    def _address(self, brochure: Brochure, path: str) -> str:
        """Return where a page is found: printed for an event, it is told for which."""
        if brochure.event is None:
            return self.site_url + path
        return event_address(self.site_url, path, brochure.event.slug)


def _drawn_height(millimetres: float | None) -> int:
    """Return how high a landscape over a page is drawn that is 864 wide, bleed and all."""
    return round(((millimetres or _OPENING) + BLEED) * 864 / (210 + 2 * BLEED))


def _exchange_note(county: CountyView) -> str:
    """Return at what rate dollars were reckoned, where the language gives them."""
    if county.language == "zh":
        return ""
    exchange = county.brief.exchange
    note = str(county.voice.words["site"]["exchange"])
    return note.format(rate=exchange.rate, date=exchange.date, source=exchange.source)
