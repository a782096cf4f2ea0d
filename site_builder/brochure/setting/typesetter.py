"""Brochures into PDF: a project is fitted to its two sides, then everything is set."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import (
    EVERY,
    Fit,
    Measured,
    Measures,
    choose,
    leaflet_room,
    least_overrun,
    measure,
    overrun,
    spread_room,
)
from site_builder.brochure.pieces.shapes import SHAPES
from site_builder.brochure.plan import Brochure, Product
from site_builder.brochure.rendering.renderer import BrochureError, Layout, Place, Renderer
from site_builder.brochure.setting.books import BookSetter
from site_builder.brochure.setting.facing import prefixed, unprefixed, with_languages
from site_builder.brochure.setting.long_picture import set_long
from site_builder.brochure.setting.piece_setter import PieceSetter
from site_builder.brochure.setting.too_long import too_long

_TRIES = 6

Known = Mapping[tuple[str, str], Measured]
"""What projects take, by language and slug: all papers are equally wide."""


@dataclass(frozen=True)
class Typesetter:
    """Sets the brochures of one county."""

    composer: Composer
    renderer: Renderer

    def measures(self, brochure: Brochure, slug: str, html: str) -> Measures:
        """Return what a project takes: `html` is its fullest version, as the books have it.

        Leaflets and books set the same rows, so both go by these.
        """
        places = self.renderer.lay_out(html, brochure.path, tall=True).places
        return measure(places, f"{slug}-", spread_room(brochure.paper).head)

    def pdf(self, brochure: Brochure, measured: Known) -> bytes:
        """Return a brochure as PDF; raise `BrochureError` if it does not come out right.

        `measured` holds at least the projects of the brochure, in every language it has.
        """
        if brochure.product in SHAPES:
            return self._pieces.pdf(brochure)
        if brochure.product is Product.LONG_PICTURE:
            return set_long(self.composer, self.renderer, brochure).pdf()
        if brochure.project is None:
            return self._books.pdf(brochure, measured)
        layouts = [leaflet for leaflet, _ in self.leaflets(brochure, measured)]
        if len(layouts) == 1:
            return layouts[0].pdf()
        pages = [page for layout in layouts for page in layout.document.pages]
        tags = [
            str(side.county.voice.words["language"].tag) for side in brochure.sides for _ in "12"
        ]
        folder = Layout(layouts[0].document.copy(pages), brochure.path)
        return with_languages(folder.pdf(), tags)

    @cached_property
    def _books(self) -> BookSetter:
        return BookSetter(self.composer, self.renderer)

    @cached_property
    def _pieces(self) -> PieceSetter:
        return PieceSetter(self.composer, self.renderer)

    def leaflets(self, brochure: Brochure, measured: Known) -> list[tuple[Layout, Fit]]:
        """Return a leaflet of one language or two, fitted to two sides each, with what they show.

        Both languages show the same parts: what one of them has to give up, the other does, too.
        A language that runs over keeps more room free, and both choose again. Raise
        `BrochureError` if one does not come out.
        """
        (project,) = brochure.projects
        sides = [_Side.of(side, measured) for side in brochure.sides]
        if not any(max(side.over) for side in sides):
            for _ in range(_TRIES):
                among = frozenset.intersection(*(side.fit().shown for side in sides))
                done = [self._lay_out(side, side.fit(among), brochure) for side in sides]
                if all(
                    layout.pages == 2 and not max(side.over)
                    for side, (layout, _) in zip(sides, done, strict=True)
                ):
                    return done
        reasons = [
            too_long(project, side.over, side.brochure.tongue) for side in sides if max(side.over)
        ]
        raise BrochureError(brochure.path, reasons)

    def _lay_out(self, side: "_Side", fit: Fit, whole: Brochure) -> tuple[Layout, Fit]:
        """Return one language, set; the ids of the second one are its own in the document."""
        html, second = self.composer.leaflet(side.brochure, fit), side.brochure is not whole
        layout = self.renderer.lay_out(prefixed(html) if second else html, side.brochure.path)
        side.judge(unprefixed(layout.places) if second else layout.places)
        return layout, fit


@dataclass
class _Side:
    """One language of a leaflet while it is being fitted; lengths in millimetres."""

    brochure: Brochure
    measures: Measures
    compact: bool
    spare: tuple[float, float]
    """What is kept free on its two sides."""
    over: tuple[float, float]
    """By how much they run over."""

    @classmethod
    def of(cls, brochure: Brochure, measured: Known) -> "_Side":
        """Return a language before it is set, by what was `measured` of its project."""
        (project,) = brochure.projects
        room = leaflet_room(brochure.paper)
        measures, compact = measured[brochure.tongue, project.slug].within(room)
        over = least_overrun(measures, room)
        return cls(brochure, measures, compact, over, over)

    def fit(self, among: frozenset[str] = EVERY) -> Fit:
        """Return how the project stands, with no parts but those `among`."""
        room = leaflet_room(self.brochure.paper)
        return choose(self.measures, room, self.spare, compact=self.compact, among=among)

    def judge(self, places: Mapping[str, Place]) -> None:
        """Take note of by how much it runs over, and keep that much more free."""
        (project,) = self.brochure.projects
        self.over = overrun(places, f"{project.slug}-", leaflet_room(self.brochure.paper))
        self.spare = self.spare[0] + self.over[0], self.spare[1] + self.over[1]
