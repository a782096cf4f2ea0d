"""The ways of narrowing the catalogue, and where each project falls.

Bands are half-open: a project of exactly 3亿元 stands in the band that begins there, and no
amount falls between two bands.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from site_builder.content.project import ProjectStage
from site_builder.content.project_terms import CooperationMode
from site_builder.present.views import Facet, Option, ProjectView
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCatalog, PublicProject
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.reading import read_quantity

_YUAN = tuple(read_quantity(edge).reference() for edge in ("1亿元", "3亿元", "5亿元"))
_MU = tuple(read_quantity(edge).reference() for edge in ("50亩", "100亩", "200亩"))
NO_PARK = "none"


def facet_codes(project: PublicProject) -> dict[str, tuple[str, ...]]:
    """Return, for each facet, the codes of the options a project falls under."""
    land = project.scale.land
    return {
        "industry": (project.industry,),
        "park": (project.park or NO_PARK,),
        "investment": (_band(project.investment.total_in_yuan, _YUAN),),
        "land": (_band(land.reference(), _MU) if land is not None else str(len(_MU) + 1),),
        "cooperation": tuple(mode.value for mode in project.cooperation.modes),
        "stage": (project.stage.value,),
    }


def _band(amount: Fraction, edges: tuple[Fraction, ...]) -> str:
    return str(bisect_right(edges, amount))


def facets(
    projects: Sequence[ProjectView], catalog: PublicCatalog, voice: Voice
) -> tuple[Facet, ...]:
    """Return the facets with their options; an option that no project has is left out."""
    words = voice.words["catalogue"]
    parks = [(slug, voice.text(park.title)) for slug, park in catalog.parks.items()]
    choices = {
        "industry": [(s, voice.text(i.title)) for s, i in catalog.industries.items()],
        "park": [*parks, (NO_PARK, str(words.no_park))],
        "investment": [(str(n), word) for n, word in enumerate(words.investment_bands)],
        "land": [(str(n), word) for n, word in enumerate(words.land_bands)],
        "cooperation": [(mode.value, voice.words.choice(mode)) for mode in CooperationMode],
        "stage": [(stage.value, voice.words.choice(stage)) for stage in ProjectStage],
    }
    found = []
    for name, options in choices.items():
        counts = Counter(code for project in projects for code in project.codes[name])
        kept = tuple(Option(code, word, counts[code]) for code, word in options if counts[code])
        found.append(Facet(name, str(words[name]), kept))
    return tuple(found)
