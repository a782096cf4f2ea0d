"""What the home page counts: projects, chains, land, the way here."""

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
    words = voice.words["totals"]
    land = _named(voice.speaker.say(available_area(list(catalog.parks.values()))), words.land)
    figures = [
        _projects(catalog, voice),
        _chains(catalog, voice),
        KeyFigure(words.land_note.format(parks=len(catalog.parks)), land),
    ]
    airports = [way for way in catalog.county.distances if way.kind is DistanceKind.AIRPORT]
    if airports:
        figures.append(_way_here(min(airports, key=lambda way: way.distance.reference()), voice))
    return tuple(figures)


def _projects(catalog: PublicCatalog, voice: Voice) -> KeyFigure:
    words, count = voice.words["totals"], len(catalog.projects)
    money = sum((p.investment.total_in_yuan for p in catalog.projects.values()), Fraction(0))
    # The sum of estimates is no more exact than ten million yuan.
    rounded = round(money / _TEN_MILLION) * Decimal(_TEN_MILLION)
    total = voice.speaker.say(Quantity(rounded, rounded, _YUAN, "亿", Bound.EXACT)).short
    counted = Spoken("", voice.speaker.number(count), words.projects)
    return KeyFigure(words.projects_note.format(total=total), counted)


def _chains(catalog: PublicCatalog, voice: Voice) -> KeyFigure:
    words = voice.words["totals"]
    chains = [industry for industry in catalog.industries.values() if industry.segments]
    segments = [segment for chain in chains for segment in chain.segments]
    gaps = sum(segment.strength is not Strength.STRONG for segment in segments)
    note = words.chains_note.format(segments=len(segments), gaps=gaps)
    return KeyFigure(note, Spoken("", voice.speaker.number(len(chains)), words.chains))


def _way_here(way: Distance, voice: Voice) -> KeyFigure:
    note = f"{voice.text(way.to)} · {voice.speaker.say(way.distance).short}"
    time = voice.speaker.say(way.time or way.distance)
    return KeyFigure(note, _named(time, voice.words["totals"].airport))


def _named(spoken: Spoken, word: str) -> Spoken:
    return Spoken(spoken.before, spoken.number, spoken.unit + word, spoken.aside)
