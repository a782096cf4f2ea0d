"""Brochures into PDF: a project is fitted to its two sides, then everything is set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.brochure.composer import Composer
from site_builder.brochure.fit import (
    WANTED,
    Fit,
    Measured,
    Measures,
    Room,
    choose,
    fullest,
    least_overrun,
    measure,
    overrun,
)
from site_builder.brochure.plan import Brochure
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
    """Sets the brochures of one county."""

    composer: Composer
    renderer: Renderer

    def measures(self, brochure: Brochure, slugs: Sequence[str]) -> dict[str, Measured]:
        """Return what some projects take in the language of a brochure.

        Leaflet and handbook set the same rows, so both go by these.
        """
        usual = self._measures(brochure, slugs, compact=False)
        # The leaflet is the narrower of the two.
        large = [slug for slug in slugs if max(least_overrun(usual[slug], LEAFLET, WANTED))]
        compact = self._measures(brochure, large, compact=True)
        return {slug: Measured(usual[slug], compact.get(slug)) for slug in slugs}

    def _measures(
        self, brochure: Brochure, slugs: Sequence[str], *, compact: bool
    ) -> dict[str, Measures]:
        if not slugs:
            return {}
        fits = dict.fromkeys(slugs, fullest(SPREAD, compact=compact))
        html = self.composer.spreads(brochure, fits)
        places = self.renderer.lay_out(html, brochure.path, tall=True).places
        return {slug: measure(places, f"{slug}-", SPREAD.head) for slug in slugs}

    def pdf(self, brochure: Brochure, measured: Mapping[str, Measured]) -> bytes:
        """Return a brochure as PDF; raise `BrochureError` if it does not come out right.

        `measured` holds at least the projects of the brochure.
        """
        if brochure.project is not None:
            return self._leaflet(brochure, brochure.project.slug, measured).pdf()
        return self._handbook(brochure, measured).pdf()

    def _leaflet(self, brochure: Brochure, slug: str, measured: Mapping[str, Measured]) -> Layout:
        """Return a leaflet, fitted to the two sides of its sheet."""
        measures, compact = measured[slug].within(LEAFLET)
        spare = over = least_overrun(measures, LEAFLET, frozenset())
        for _ in range(_TRIES if max(over) == 0 else 0):
            fit = choose(measures, LEAFLET, spare, compact=compact)
            layout = self.renderer.lay_out(self.composer.leaflet(brochure, fit), brochure.path)
            over = overrun(layout.places, f"{slug}-", LEAFLET)
            if layout.pages == 2 and max(over) == 0:
                return layout
            spare = _sum(spare, over)
        raise BrochureError(brochure.path, [_too_long(slug, over)])

    def _handbook(self, brochure: Brochure, measured: Mapping[str, Measured]) -> Layout:
        """Return a handbook, every project fitted to its two pages."""
        slugs = [project.slug for project in brochure.county.projects]
        spare = dict.fromkeys(slugs, _MARGIN)
        over: dict[str, tuple[float, float]] = {}
        for _ in range(_TRIES):
            fits = {slug: _chosen(measured[slug], spare[slug]) for slug in slugs}
            layout = self.renderer.lay_out(self.composer.handbook(brochure, fits), brochure.path)
            over = {slug: overrun(layout.places, f"{slug}-", SPREAD) for slug in slugs}
            if not any(max(lengths) for lengths in over.values()):
                return layout
            spare = {slug: _sum(spare[slug], over[slug]) for slug in slugs}
        reasons = [_too_long(slug, lengths) for slug, lengths in over.items() if max(lengths)]
        raise BrochureError(brochure.path, reasons)


def _chosen(measured: Measured, spare: tuple[float, float]) -> Fit:
    measures, compact = measured.within(SPREAD)
    return choose(measures, SPREAD, spare, compact=compact)


def _sum(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    return a[0] + b[0], a[1] + b[1]


def _too_long(slug: str, over: tuple[float, float]) -> str:
    sides = " and ".join(f"{length:.0f} mm" for length in over)
    return f"{slug} does not fit on two pages: {sides} too long"
