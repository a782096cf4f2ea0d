"""Editions into PDF: a project is fitted to its two sides, then everything is set."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.brochure.composer import Composer
from site_builder.brochure.editions import Edition
from site_builder.brochure.fit import (
    WANTED,
    Measures,
    Room,
    choose,
    fullest,
    least_overrun,
    measure,
    overrun,
)
from site_builder.brochure.renderer import BrochureError, Layout, Renderer

LEAFLET = Room(head=62, head_growth=38, front=283, back=251)
"""The leaflet's sides: the first ends above the imprint, the second above the contacts."""
SPREAD = Room(head=46, head_growth=26, front=281, back=281)
"""The spread in the handbook: both sides end above the foot."""

_TRIES = 6
_MARGIN = (0.4, 0.4)
"""Millimetres left free on the sides of a spread: to set a handbook twice costs more."""


@dataclass(frozen=True)
class Typesetter:
    """Sets the editions of one county."""

    composer: Composer
    renderer: Renderer

    def pdf(self, edition: Edition) -> bytes:
        """Return an edition as PDF; raise `BrochureError` if it does not come out right."""
        if edition.project is not None:
            return self.leaflet(edition, edition.project.slug).pdf()
        return self.handbook(edition).pdf()

    def leaflet(self, edition: Edition, slug: str) -> Layout:
        """Return a leaflet, fitted to the two sides of its sheet."""

        def measured(*, compact: bool) -> Measures:
            html = self.composer.leaflet(edition, fullest(LEAFLET, compact=compact))
            endless = self.renderer.lay_out(html, edition.path, tall=True)
            return measure(endless.places, f"{slug}-")

        measures = measured(compact=False)
        compact = max(least_overrun(measures, LEAFLET, WANTED)) > 0
        if compact:
            measures = measured(compact=True)
        spare = over = least_overrun(measures, LEAFLET, frozenset())
        for _ in range(_TRIES if max(over) == 0 else 0):
            fit = choose(measures, LEAFLET, spare, compact=compact)
            layout = self.renderer.lay_out(self.composer.leaflet(edition, fit), edition.path)
            over = overrun(layout.places, f"{slug}-", LEAFLET)
            if layout.pages == 2 and max(over) == 0:
                return layout
            spare = _sum(spare, over)
        raise BrochureError(edition.path, [_too_long(slug, over)])

    def handbook(self, edition: Edition) -> Layout:
        """Return a handbook, every project fitted to its two pages."""
        slugs = [project.slug for project in edition.county.projects]
        measures = self._spreads(edition, slugs, compact=False)
        wanting = [s for s in slugs if max(least_overrun(measures[s], SPREAD, WANTED)) > 0]
        measures |= self._spreads(edition, wanting, compact=True)
        spare = dict.fromkeys(slugs, _MARGIN)
        over: dict[str, tuple[float, float]] = {}
        for _ in range(_TRIES):
            fits = {
                slug: choose(measures[slug], SPREAD, spare[slug], compact=slug in wanting)
                for slug in slugs
            }
            layout = self.renderer.lay_out(self.composer.handbook(edition, fits), edition.path)
            over = {slug: overrun(layout.places, f"{slug}-", SPREAD) for slug in slugs}
            if not any(max(lengths) for lengths in over.values()):
                return layout
            spare = {slug: _sum(spare[slug], over[slug]) for slug in slugs}
        reasons = [_too_long(slug, lengths) for slug, lengths in over.items() if max(lengths)]
        raise BrochureError(edition.path, reasons)

    def _spreads(
        self, edition: Edition, slugs: Sequence[str], *, compact: bool
    ) -> dict[str, Measures]:
        """Return the measures of some projects, set together on endless pages."""
        if not slugs:
            return {}
        fits = dict.fromkeys(slugs, fullest(SPREAD, compact=compact))
        html = self.composer.spreads(edition, fits)
        places = self.renderer.lay_out(html, edition.path, tall=True).places
        return {slug: measure(places, f"{slug}-") for slug in slugs}


def _sum(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    return a[0] + b[0], a[1] + b[1]


def _too_long(slug: str, over: tuple[float, float]) -> str:
    sides = " and ".join(f"{length:.0f} mm" for length in over)
    return f"{slug} does not fit on two pages: {sides} too long"
