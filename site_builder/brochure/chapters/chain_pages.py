"""The chain maps of the handbook: each on a landscape page of its own, or a fold-out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from site_builder.brochure.chapters.sketches import sketch
from site_builder.brochure.plan import A4, BOOK, Paper
from site_builder.draw.chains.chain import Chain
from site_builder.draw.chains.of import chain_of, sheet_words
from site_builder.draw.chains.part import SheetWords
from site_builder.draw.chains.sheet import Plan, Sheet, draw_sheets, plan_sheets
from site_builder.draw.palette import Palette
from site_builder.present.county_view import CountyView


def _sheets(paper: Paper) -> dict[Sheet, str]:
    """Return what the margins of the pages in `book.css` leave, and their names there.

    They are half a millimetre short. The first that holds a chain whole is taken. A stapled
    book has no fold-outs: all its pages are of one trim, so a large chain is split over them.
    """
    wide, high = paper.height, paper.width
    sheets = {
        Sheet(wide - 24, high - 32.5, 0): "wide",
        Sheet(wide - 16, high - 22.5, 0): "wide-full",
    }
    if paper != BOOK:
        sheets[Sheet(2 * paper.width - 24, paper.height - 32.5, 0)] = "fold"
    return sheets


@dataclass(frozen=True)
class ChainPage:
    """A page of the handbook with a chain map, or a part of one, on it."""

    paper: str
    """Its page in `book.css`: `wide`, `wide-full` with less margin, or `fold`, a fold-out."""
    title: str
    picture: Markup


@dataclass(frozen=True)
class ChainPages:
    """Draws the chain maps of a county's handbooks, laid out alike in every language."""

    counties: Mapping[str, CountyView]
    palette: Palette
    paper: Paper = A4

    def drawn(self, language: str) -> dict[str, tuple[ChainPage, ...]]:
        """Return the pages of every industry that has a chain, by its slug."""
        if language not in self._drawn:
            self._drawn[language] = self._draw(language)
        return self._drawn[language]

    def told(self) -> dict[str, tuple[ChainPage, ...]]:
        """Return an empty page for every chain, with a digest of what is drawn of it.

        All languages are laid out alike, so each of them counts in every one.
        """
        languages = list(self._chains.values())
        return {
            slug: (
                ChainPage(
                    "wide", slug, sketch(self._words, *(chains[slug] for chains in languages))
                ),
            )
            for slug in languages[0]
        }

    @cached_property
    def _drawn(self) -> dict[str, dict[str, tuple[ChainPage, ...]]]:
        return {}

    def _draw(self, language: str) -> dict[str, tuple[ChainPage, ...]]:
        words = self._words[language]
        pages, papers = {}, _sheets(self.paper)
        for slug, chain in self._chains[language].items():
            plan = self._plans[slug]
            sheets = draw_sheets(chain, plan, self.palette, words)
            pages[slug] = tuple(
                # The drawing escapes every text it is given.
                ChainPage(papers[plan.sheet], sheet.title, Markup(sheet.svg))  # noqa: S704
                for sheet in sheets
            )
        return pages

    @cached_property
    def _words(self) -> dict[str, SheetWords]:
        """How the pages of a chain speak of each other, by language."""
        return {
            language: sheet_words(county.voice.words) for language, county in self.counties.items()
        }

    @cached_property
    def _chains(self) -> dict[str, dict[str, Chain]]:
        """The chains of each language, by the industry's slug."""
        return {
            language: {
                industry.slug: chain_of(industry, county, county.voice.words, links=False)
                for industry in county.industries
                if industry.segments
            }
            for language, county in self.counties.items()
        }

    @cached_property
    def _plans(self) -> dict[str, Plan]:
        papers = tuple(_sheets(self.paper))
        languages = list(self._chains.values())
        return {
            slug: plan_sheets(
                [chains[slug] for chains in languages], papers, list(self._words.values())
            )
            for slug in languages[0]
        }
