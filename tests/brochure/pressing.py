"""Brochures printed in worker processes, without a cache."""

from collections.abc import Iterator, Sequence

from site_builder.brochure.making.press import Press
from site_builder.brochure.making.run import at_work
from site_builder.brochure.plan import Brochure


def pressed(
    press: Press, brochures: Sequence[Brochure], workers: int
) -> Iterator[tuple[Brochure, bytes]]:
    """Yield every brochure with its PDF, as they come."""
    with at_work(press, brochures, workers) as run:
        yield from run.print(brochures)
