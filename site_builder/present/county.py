"""A whole county as one language's readers see it."""

from decimal import Decimal
from fractions import Fraction

from site_builder.content.industry import Strength
from site_builder.content.quantities import Bound, Quantity
from site_builder.content.units import BASES, Unit
from site_builder.present.facets import facets
from site_builder.present.industry import present_chain, present_industry
from site_builder.present.links import record_path
from site_builder.present.park import available_area, present_park
from site_builder.present.project import present_project, sum_of
from site_builder.present.quantities import Speaker, Spoken
from site_builder.present.views import (
    CountyView,
    KeyFigure,
    Link,
    PlaceView,
    PolicyView,
)
from site_builder.present.voice import Shown, Voice
from site_builder.present.words import Choice, Words
from site_builder.publish.public import PublicCatalog

YUAN = Unit(BASES["元"])


def present_county(catalog: PublicCatalog, language: str, words: Words) -> CountyView:
    """Return everything that is public, as read in `language`."""
    rate = Fraction(catalog.county.exchange.rate.low)
    voice = Voice(language, words, Speaker(language, rate))
    name = catalog.county.short_name
    chains = {
        slug: present_chain(slug, industry, catalog, voice)
        for slug, industry in catalog.industries.items()
    }
    projects = {
        slug: present_project(slug, project, catalog, chains[project.industry], voice)
        for slug, project in catalog.projects.items()
    }
    return CountyView(
        language=language,
        voice=voice,
        brief=voice.shown(catalog.county),
        other_name=name.en if language == "zh" else name.zh,
        figures=_county_figures(catalog, voice),
        totals=_totals(catalog, voice),
        projects=tuple(projects.values()),
        featured=tuple(projects[s] for s in catalog.county.featured if s in projects),
        industries=tuple(
            present_industry(
                slug,
                chains[slug],
                [projects[s] for s, p in catalog.projects.items() if p.industry == slug],
                catalog,
                voice,
            )
            for slug in catalog.industries
        ),
        parks=tuple(
            present_park(
                slug,
                park,
                [projects[s] for s, p in catalog.projects.items() if p.park == slug],
                catalog,
                voice,
            )
            for slug, park in catalog.parks.items()
        ),
        policies=_policies(catalog, voice),
        places=_places(catalog, voice),
        contacts=_contacts(catalog, voice),
        facets=facets(tuple(projects.values()), catalog, voice),
        by_slug=projects,
    )


def _county_figures(catalog: PublicCatalog, voice: Voice) -> tuple[KeyFigure, ...]:
    return tuple(
        KeyFigure(
            voice.text(figure.label),
            voice.speaker.say(figure.value),
            f"{figure.year}{'年' if voice.language == 'zh' else ''} · {voice.text(figure.source)}",
        )
        for figure in catalog.county.figures
    )


def _totals(catalog: PublicCatalog, voice: Voice) -> tuple[KeyFigure, ...]:
    """Return what the home page counts: projects, chains, land, the way here."""
    words = voice.words["totals"]
    chains = [i for i in catalog.industries.values() if i.segments]
    segments = [segment for chain in chains for segment in chain.segments]
    gaps = [segment for segment in segments if segment.strength is not Strength.STRONG]
    money = sum_of([p.investment.total for p in catalog.projects.values()], YUAN, "亿")
    invested = voice.speaker.say(_rounded(money, 10_000_000)).short
    nearest = min(
        (d for d in catalog.county.distances if d.time is not None),
        key=lambda d: (d.kind.value != "airport", d.time.reference() if d.time else 0),
        default=None,
    )
    say = voice.speaker
    figures = [
        KeyFigure(
            str(words.projects_note).format(total=invested),
            _counted(len(catalog.projects), str(words.projects), say),
        ),
        KeyFigure(
            str(words.chains_note).format(segments=len(segments), gaps=len(gaps)),
            _counted(len(chains), str(words.chains), say),
        ),
        KeyFigure(
            str(words.land_note).format(parks=len(catalog.parks)),
            _named(say.say(available_area(list(catalog.parks.values()))), str(words.land)),
        ),
    ]
    if nearest is not None and nearest.time is not None:
        distance = say.say(nearest.distance).short
        figures.append(
            KeyFigure(
                f"{voice.text(nearest.to)} · {distance}",
                _named(say.say(nearest.time), str(words.airport)),
            )
        )
    return tuple(figures)


def _rounded(quantity: Quantity, step: int) -> Quantity:
    value = round(quantity.low / step) * Decimal(step)
    return Quantity(value, value, quantity.unit, quantity.word, Bound.EXACT)


def _counted(count: int, word: str, speaker: Speaker) -> Spoken:
    return Spoken("", speaker.number(count), word)


def _named(spoken: Spoken, word: str) -> Spoken:
    return Spoken(spoken.before, spoken.number, spoken.unit + word, spoken.aside)


def _policies(catalog: PublicCatalog, voice: Voice) -> tuple[PolicyView, ...]:
    language = voice.language
    return tuple(
        PolicyView(
            slug=slug,
            path=record_path("policy", slug, language),
            brief=voice.shown(policy),
            industries=tuple(
                Link(voice.text(catalog.industries[s].title), record_path("industry", s, language))
                for s in policy.industries
            ),
            projects=tuple(
                Link(voice.text(project.title), record_path("project", name, language))
                for name, project in catalog.projects.items()
                if slug in project.policies
            ),
        )
        for slug, policy in catalog.policies.items()
    )


def _places(catalog: PublicCatalog, voice: Voice) -> tuple[PlaceView, ...]:
    places = [
        PlaceView(
            voice.text(place.name),
            Choice(place.kind.value, voice.words.choice(place.kind)),
            float(place.position.latitude),
            float(place.position.longitude),
        )
        for place in catalog.county.places
    ]
    park_word = str(voice.words["map"].park)
    places += [
        PlaceView(
            voice.text(park.title),
            Choice("park", park_word),
            float(park.position.latitude),
            float(park.position.longitude),
            record_path("park", slug, voice.language),
        )
        for slug, park in catalog.parks.items()
    ]
    return tuple(places)


def _contacts(catalog: PublicCatalog, voice: Voice) -> tuple[Shown, ...]:
    """Return every office that appears in a record, once, the bureau first."""
    seen: dict[str, Shown] = {}
    contacts = [catalog.county.bureau]
    contacts += [c for park in catalog.parks.values() for c in park.contacts]
    contacts += [c for project in catalog.projects.values() for c in project.contacts]
    for contact in contacts:
        seen.setdefault(f"{contact.unit.zh}/{contact.phone}", voice.shown(contact))
    return tuple(seen.values())
