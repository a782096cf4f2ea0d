"""Brochures into PDF: a project is fitted to its two sides, then everything is set."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import (
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
from site_builder.brochure.rendering.renderer import BrochureError, Layout, Renderer
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
        among = frozenset.intersection(*(_shown(side, measured) for side in brochure.sides))
        layouts = [
            self._leaflet(side, measured, among, second=side is not brochure)
            for side in brochure.sides
        ]
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

    def _leaflet(
        self, brochure: Brochure, measured: Known, among: frozenset[str], *, second: bool
    ) -> Layout:
        """Return a leaflet, fitted to its two sides; a `second` one shares the document's ids.

        `among` has the parts that it may show.
        """
        (project,) = brochure.projects
        room = leaflet_room(brochure.paper)
        measures, compact = measured[brochure.tongue, project.slug].within(room)
        spare = over = least_overrun(measures, room)
        for _ in range(_TRIES if max(over) == 0 else 0):
            fit = choose(measures, room, spare, compact=compact, among=among)
            html = self.composer.leaflet(brochure, fit)
            layout = self.renderer.lay_out(prefixed(html) if second else html, brochure.path)
            places = unprefixed(layout.places) if second else layout.places
            over = overrun(places, f"{project.slug}-", room)
            if layout.pages == 2 and max(over) == 0:
                return layout
            spare = spare[0] + over[0], spare[1] + over[1]
        raise BrochureError(brochure.path, [too_long(project, over, brochure.tongue)])


def _shown(leaflet: Brochure, measured: Known) -> frozenset[str]:
    """Return the parts of its project that a leaflet in one language has room for."""
    (project,) = leaflet.projects
    room = leaflet_room(leaflet.paper)
    measures, compact = measured[leaflet.tongue, project.slug].within(room)
    return choose(measures, room, least_overrun(measures, room), compact=compact).shown
