"""What projects take on endless pages, measured once: kept by what each of them shows."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from hashlib import sha256

from pydantic import TypeAdapter

from site_builder.brochure.composing.fit import (
    Measured,
    Measures,
    Room,
    fullest,
    is_tight,
    leaflet_room,
    spread_room,
)
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.plan import A4, Brochure
from site_builder.brochure.setting.typesetter import Typesetter

_MEASURES = TypeAdapter(Measures)


def room_of(brochure: Brochure) -> Room:
    """Return the two sides that every project of a brochure is fitted to."""
    return (leaflet_room if brochure.project else spread_room)(brochure.paper)


@dataclass(frozen=True)
class Measuring:
    """Measures projects, and keeps what they take."""

    typesetter: Typesetter
    kept: Kept
    common: bytes
    """Stands for all that measures depend on beside the projects themselves."""

    def measured(
        self, side: Brochure, slug: str, rooms: Collection[Room]
    ) -> tuple[Measured, tuple[str, ...]]:
        """Return what a project takes in the language of a brochure, and the names it is kept by.

        It is measured in the smaller type too if one of `rooms` is tight for the usual one.
        """
        # Measures are the same on all papers: these are equally wide, and the pages endless.
        side = replace(side, paper=A4)
        usual, name = self._measures(side, slug, compact=False)
        if not any(is_tight(usual, room) for room in rooms):
            return Measured(usual), (name,)
        compact, smaller = self._measures(side, slug, compact=True)
        return Measured(usual, compact), (name, smaller)

    def _measures(self, side: Brochure, slug: str, *, compact: bool) -> tuple[Measures, str]:
        fits = {slug: fullest(spread_room(side.paper), compact=compact)}
        shown = self.typesetter.composer.sketches.spreads(side, fits)
        name = f"{sha256(self.common + shown.encode()).hexdigest()}.json"
        data = self.kept.get(name)
        if data is not None:
            return _MEASURES.validate_json(data), name
        fresh = self.typesetter.measures(side, slug, shown)
        self.kept.put(name, _MEASURES.dump_json(fresh))
        return fresh, name
