"""An event and its edition: the fair in words, and the county narrowed to what is shown there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from site_builder.content.event import BrochureProduct, EditionLanguage, chosen
from site_builder.content.model import Text
from site_builder.content.printed import Printed, Printing
from site_builder.content.printed_facts import Facts
from site_builder.present.county_map import present_map
from site_builder.present.county_view import CountyView
from site_builder.present.event_view import EventView
from site_builder.present.printed import public_facts
from site_builder.present.text import render, spoken_day, spoken_days
from site_builder.present.totals import edition_totals
from site_builder.present.views import IndustryView, ParkView, PolicyView
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCatalog, PublicEvent, PublicPolicy


@dataclass(frozen=True)
class EditionView:
    """What is printed for one event: the fair and the county that is shown at it, by language."""

    slug: str
    events: Mapping[str, EventView]
    counties: Mapping[str, CountyView]
    """The whole county, its projects narrowed to those of the edition."""
    products: tuple[BrochureProduct, ...]
    languages: tuple[EditionLanguage, ...]
    profile: str
    """The print shop's ICC profile, from the county's folder; empty for the program's own."""
    day: date
    """The day of going to print."""
    end: date
    """The event's last day."""
    name: Text
    """The event's name."""
    facts: Mapping[str, Facts]
    """What a printing remembers of its projects, as it is now."""
    printed: Printed | None
    """All that went to print for the event; None before the first time."""

    @property
    def frozen(self) -> Printing | None:
        """What went to print on this edition's day: then it is not to change any more."""
        return self.printed.on(self.day) if self.printed else None


def present_editions(
    catalog: PublicCatalog, counties: Mapping[str, CountyView]
) -> dict[str, EditionView]:
    """Return the edition of every event, by its slug, the earliest event first."""
    return {
        slug: _edition(slug, event, catalog, counties) for slug, event in catalog.events.items()
    }


def _edition(
    slug: str, event: PublicEvent, catalog: PublicCatalog, counties: Mapping[str, CountyView]
) -> EditionView:
    projects = in_order(event, catalog)
    return EditionView(
        slug=slug,
        events={
            language: present_event(slug, event, county.voice)
            for language, county in counties.items()
        },
        counties={
            language: narrowed(county, projects, catalog) for language, county in counties.items()
        },
        products=event.products,
        languages=event.languages,
        profile=(event.press.profile or "") if event.press else "",
        day=event.printed,
        end=event.dates.end,
        name=event.name,
        facts={project: public_facts(catalog, project) for project in projects},
        printed=catalog.printed.get(slug),
    )


def in_order(event: PublicEvent, catalog: PublicCatalog) -> tuple[str, ...]:
    """Return the slugs of an edition's projects in the one order in which all of it has them.

    First those that the event lists, in its order; the others as the handbook has them, industry
    by industry.
    """
    industries = list(catalog.industries)
    slugs = chosen(event, catalog.projects)
    listed = [slug for slug in slugs if slug in event.projects]
    others = [slug for slug in slugs if slug not in event.projects]
    others.sort(key=lambda slug: industries.index(catalog.projects[slug].industry))
    return (*listed, *others)


def present_event(slug: str, event: PublicEvent, voice: Voice) -> EventView:
    """Return an event in one language."""
    cover = event.cover
    return EventView(
        slug=slug,
        name=voice.text(event.name),
        place=voice.text(event.place),
        dates=spoken_days(event.dates.start, event.dates.end, voice.language),
        audience=voice.text(event.audience) if event.audience else "",
        title=voice.text(cover.title),
        subtitle=voice.text(cover.subtitle) if cover.subtitle else "",
        letter=render(voice.text(event.letter)) if event.letter else Markup(""),
        signed=voice.text(event.signed) if event.signed else "",
        printed=spoken_day(event.printed, voice.language),
        contact=voice.shown(event.contacts[0]),
    )


def narrowed(county: CountyView, slugs: Collection[str], catalog: PublicCatalog) -> CountyView:
    """Return a county that shows these projects, in this order, and what concerns them.

    The numbers on its map are the places of the projects in this order.

    Industries are those of the projects, in the county's order, parks and policies those that
    the projects or these industries name; the map has these projects. What the county offers as
    a whole stays: its gaps, its figures, all its parks beside each other.
    """
    projects = tuple(county.by_slug[slug] for slug in slugs)
    kept = frozenset(slugs)
    named = {catalog.projects[slug].industry for slug in slugs}
    industries = tuple(_industry(i, slugs) for i in county.industries if i.slug in named)
    featured = tuple(project for project in county.featured if project.slug in kept)
    policies = tuple(p for p in county.policies if _concerns(p, kept, named, catalog))
    parks = tuple(p for p in county.parks if _lies(p, kept, named, catalog))
    shown = replace(
        catalog,
        projects={slug: catalog.projects[slug] for slug in slugs},
        industries={industry.slug: catalog.industries[industry.slug] for industry in industries},
    )
    return replace(
        county,
        projects=projects,
        by_slug={project.slug: project for project in projects},
        featured=featured or projects[:3],
        industries=industries,
        edition=edition_totals(shown, county.voice),
        parks=tuple(_park(park, kept) for park in parks),
        offered=county.parks,
        map=present_map(catalog, county.voice, tuple(slugs)),
        policies=policies,
        lists={
            industry.slug: replace(
                county.lists[industry.slug],
                projects=tuple(p for p in county.lists[industry.slug].projects if p.slug in kept),
            )
            for industry in industries
            if industry.slug in county.lists
        },
    )


def _industry(industry: IndustryView, slugs: Collection[str]) -> IndustryView:
    """Return an industry with its projects of the edition, in the order of the edition."""
    own = {project.slug: project for project in industry.projects}
    return replace(industry, projects=tuple(own[slug] for slug in slugs if slug in own))


def _park(park: ParkView, kept: Collection[str]) -> ParkView:
    return replace(park, projects=tuple(p for p in park.projects if p.slug in kept))


def _lies(
    park: ParkView, kept: Collection[str], industries: Collection[str], catalog: PublicCatalog
) -> bool:
    return any(project.slug in kept for project in park.projects) or not set(industries).isdisjoint(
        catalog.parks[park.slug].industries
    )


def _concerns(
    policy: PolicyView, kept: Collection[str], industries: Collection[str], catalog: PublicCatalog
) -> bool:
    """Whether a policy holds for every industry, for one of these, or a project names it."""
    record: PublicPolicy = catalog.policies[policy.slug]
    return (
        not record.industries
        or not set(industries).isdisjoint(record.industries)
        or any(policy.slug in catalog.projects[slug].policies for slug in kept)
        or any(
            policy.slug in segment.policies
            for slug in industries
            for segment in catalog.industries[slug].segments
        )
    )
