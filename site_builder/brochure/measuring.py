"""What projects take on endless pages, measured once: kept by what each of them shows."""

from hashlib import sha256

from pydantic import TypeAdapter

from site_builder.brochure.composer import Composer
from site_builder.brochure.fit import Measured, fullest, spread_room
from site_builder.brochure.kept import Kept
from site_builder.brochure.plan import Brochure
from site_builder.brochure.typesetter import Typesetter

_MEASURED = TypeAdapter(Measured)


def measured(
    typesetter: Typesetter, kept: Kept, common: bytes, side: Brochure, slug: str
) -> tuple[Measured, str]:
    """Return what a project takes in the language of a brochure, and the name it is kept by.

    `common` stands for all that measures depend on beside the project itself.
    """
    name = _name(typesetter.composer, common, side, slug)
    data = kept.get(name)
    if data is not None:
        return _MEASURED.validate_json(data), name
    fresh = typesetter.measures(side, [slug])[side.tongue, slug]
    kept.put(name, _MEASURED.dump_json(fresh))
    return fresh, name


def _name(composer: Composer, common: bytes, side: Brochure, slug: str) -> str:
    fits = {slug: fullest(spread_room(side.paper))}
    return f"{sha256(common + composer.spreads(side, fits).encode()).hexdigest()}.json"
