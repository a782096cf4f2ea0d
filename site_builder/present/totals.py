"""What the home page and an edition count: projects, chains, land, the way here."""

from decimal import Decimal

from site_builder.content.industry import Strength
from site_builder.content.model import Distance, DistanceKind
from site_builder.present.park_offer import available_area
from site_builder.present.views import KeyFigure
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCatalog
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.speaking import Spoken
from site_builder.quantities.units import BASES, Unit

_YUAN = Unit(BASES["元"])
_TEN_MILLION = 10_000_000


def present_totals(catalog: PublicCatalog, voice: Voice) -> tuple[KeyFigure, ...]:
    """Return the figures that stand on the home page."""
    figures = [
        _projects(catalog, voice, ("projects_one", "projects")),
        _chains(catalog, voice),
        _land(catalog, voice, ("land_note_one", "land_note")),
        *_ways_here(catalog, voice),
    ]
    return tuple(figures)


def edition_totals(catalog: PublicCatalog, voice: Voice) -> tuple[KeyFigure, ...]:
    """Return the same of what an edition shows; what it has none of is left out.

    `catalog` holds the projects of the edition alone, with their industries: whoever reads
    `9 projects` on a banner finds nine in the book. Land is that of all parks, which are open to
    every project: it is said to be the county's, as the book has pages of some parks only.
    """
    figures = [_projects(catalog, voice, ("offered_one", "offered"))]
    if any(industry.segments for industry in catalog.industries.values()):
        figures.append(_chains(catalog, voice))
    if catalog.parks:
        figures.append(_land(catalog, voice, ("land_county_one", "land_county")))
    return (*figures, *_ways_here(catalog, voice))


def _ways_here(catalog: PublicCatalog, voice: Voice) -> list[KeyFigure]:
    airports = [way for way in catalog.county.distances if way.kind is DistanceKind.AIRPORT]
    nearest = min(airports, key=lambda way: way.distance.reference(), default=None)
    return [_way_here(nearest, voice)] if nearest is not None else []


def _land(catalog: PublicCatalog, voice: Voice, names: tuple[str, str]) -> KeyFigure:
    """Return the land that is free; `names` are the words for one park and for several."""
    words, count = voice.words["totals"], len(catalog.parks)
    land = voice.speaker.say(available_area(list(catalog.parks.values())))
    note = words[names[count != 1]]
    return KeyFigure(str(note).format(parks=count), _named(land, words.land))


def _projects(catalog: PublicCatalog, voice: Voice, names: tuple[str, str]) -> KeyFigure:
    """Return their number and sum; `names` are the words for one and for several."""
    words, count = voice.words["totals"], len(catalog.projects)
    money = sum((p.investment.total_in_yuan for p in catalog.projects.values()), Fraction(0))
    # The sum of estimates is no more exact than ten million yuan.
    rounded = round(money / _TEN_MILLION) * Decimal(_TEN_MILLION)
    total = voice.speaker.say(Quantity(rounded, rounded, _YUAN, "亿", Bound.EXACT)).short
    note = words["projects_note" if rounded == money else "projects_note_about"]
    unit = str(words[names[count != 1]])
    counted = Spoken("", voice.speaker.number(count), unit)
    return KeyFigure(str(note).format(total=total), counted)


def _chains(catalog: PublicCatalog, voice: Voice) -> KeyFigure:
    words = voice.words["totals"]
    chains = [industry for industry in catalog.industries.values() if industry.segments]
    strengths = [segment.strength for chain in chains for segment in chain.segments]
    note = words.chains_note.format(
        segments=len(strengths),
        missing=strengths.count(Strength.MISSING),
        weak=strengths.count(Strength.WEAK),
    )
    unit = str(words["chains_one" if len(chains) == 1 else "chains"])
    return KeyFigure(note, Spoken("", voice.speaker.number(len(chains)), unit))


def _way_here(way: Distance, voice: Voice) -> KeyFigure:
    note = f"{voice.text(way.to)} · {voice.speaker.say(way.distance).short}"
    time = voice.speaker.say(way.time or way.distance)
    return KeyFigure(note, _named(time, voice.words["totals"].airport))


def _named(spoken: Spoken, word: str) -> Spoken:
    return Spoken(spoken.before, spoken.number, spoken.unit + word, spoken.aside)
