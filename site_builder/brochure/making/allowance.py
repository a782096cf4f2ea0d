"""How much time and memory each brochure may take before it is ended."""

from dataclasses import dataclass, field
from functools import partial

from site_builder.brochure.making.workers import Limits
from site_builder.brochure.plan import Brochure


@dataclass(frozen=True)
class Allowance:
    """The limits of documents: generous, to end only what would never end.

    A leaflet takes a second and 100 MiB, a handbook of a hundred pages twenty and 600.
    """

    leaflet: Limits = field(default_factory=partial(Limits, seconds=60, memory=1500))
    """For what is about one project, and to measure each of them."""
    book: Limits = field(default_factory=partial(Limits, seconds=600, memory=1500))
    """For what is about many, whatever their number."""
    project: Limits = field(default_factory=partial(Limits, seconds=10, memory=20))
    """What a book may take for every project in it, if that is more."""

    def of(self, brochure: Brochure) -> Limits:
        """Return the limits of a brochure."""
        if brochure.project is not None:
            return self.leaflet
        count = sum(len(side.projects) for side in brochure.sides)
        return Limits(
            max(self.book.seconds, count * self.project.seconds),
            max(self.book.memory, count * self.project.memory),
        )
