"""Editions into PDF: a project is fitted to its two sides, then everything is set."""

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.brochure.composer import Composer
from site_builder.brochure.editions import Edition
from site_builder.brochure.fit import (
    WANTED,
    Fit,
    Room,
    choose,
    fullest,
    least_overrun,
    measure,
    overrun,
)
from site_builder.brochure.renderer import BrochureError, Layout, Renderer
from site_builder.present.views import ProjectView

LEAFLET = Room(head=62, head_growth=38, front=283, back=251)
"""The leaflet's sides: the first ends above the imprint, the second above the contacts."""
SPREAD = Room(head=46, head_growth=26, front=281, back=281)
"""The spread in the handbook: both sides end above the foot."""

_TRIES = 6


@dataclass(frozen=True)
class Typesetter:
    """Sets the editions of one county."""

    composer: Composer
    renderer: Renderer

    def pdf(self, edition: Edition) -> bytes:
        """Return an edition as PDF; raise `BrochureError` if it does not come out right."""
        if edition.project is not None:
            return self._leaflet(edition, edition.project).pdf()
        return self._handbook(edition).pdf()

    def _leaflet(self, edition: Edition, project: ProjectView) -> Layout:
        def compose(fit: Fit) -> str:
            return self.composer.leaflet(edition, fit)

        return self._fitted(compose, f"{project.slug}-", edition.path, LEAFLET)[1]

    def _handbook(self, edition: Edition) -> Layout:
        fits = {p.slug: self._spread(edition, p) for p in edition.county.projects}
        html = self.composer.handbook(edition, lambda project: fits[project.slug])
        return self.renderer.lay_out(html, edition.path)

    def _spread(self, edition: Edition, project: ProjectView) -> Fit:
        def compose(fit: Fit) -> str:
            return self.composer.spread(edition, project, fit)

        name = f"{edition.path}: {project.slug}"
        return self._fitted(compose, f"{project.slug}-", name, SPREAD)[0]

    def _fitted(
        self, compose: Callable[[Fit], str], prefix: str, name: str, room: Room
    ) -> tuple[Fit, Layout]:
        """Return what fits on two pages and the pages themselves."""
        over = (0.0, 0.0)
        for compact in (False, True):
            every = compose(fullest(room, compact=compact))
            measures = measure(self.renderer.lay_out(every, name, tall=True).places, prefix)
            over = least_overrun(measures, room, frozenset() if compact else WANTED)
            spare = (0.0, 0.0)
            for _ in range(_TRIES if max(over) == 0 else 0):
                fit = choose(measures, room, spare, compact=compact)
                layout = self.renderer.lay_out(compose(fit), name)
                over = overrun(layout.places, prefix, room)
                if layout.pages == 2 and max(over) == 0:
                    return fit, layout
                spare = (spare[0] + over[0], spare[1] + over[1])
        sizes = " and ".join(f"{length:.0f} mm" for length in over)
        raise BrochureError(name, [f"does not fit on two pages: {sizes} too long"])
