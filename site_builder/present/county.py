"""A whole county as one language's readers see it."""

from collections.abc import Mapping

from markupsafe import Markup

from site_builder.content.model import Figure
from site_builder.present.county_map import present_map
from site_builder.present.county_view import CountyView
from site_builder.present.document_number import cited
from site_builder.present.facets import facets
from site_builder.present.find import present_find
from site_builder.present.industry import present_chain, present_industry
from site_builder.present.links import landscape_path, paths, record_path
from site_builder.present.lists import present_lists
from site_builder.present.neighbours import link, links
from site_builder.present.park import present_park
from site_builder.present.printed import with_printed, withdrawn_projects
from site_builder.present.project import listing_voice, present_project
from site_builder.present.text import spoken_day, spoken_moment
from site_builder.present.totals import present_totals
from site_builder.present.trace import present_traces
from site_builder.present.views import KeyFigure, PolicyView, ProjectView, SegmentView
from site_builder.present.voice import OldYear, Shown, Voice
from site_builder.present.words import Words
from site_builder.publish.public import PublicCatalog
from site_builder.quantities.speaking import Speaker


def present_county(catalog: PublicCatalog, language: str, words: Words) -> CountyView:
    """Return everything that is public, as read in `language`."""
    rate = catalog.county.exchange.rate.reference()
    voice = Voice(language, words, Speaker(language, rate), catalog.last_stale_year)
    name = catalog.county.short_name
    chains = {
        slug: present_chain(slug, industry, catalog, voice)
        for slug, industry in catalog.industries.items()
    }
    projects = _projects(chains, catalog, voice)
    traces = {s: present_traces(s, chain, projects, catalog, voice) for s, chain in chains.items()}

    def of(field: str, slug: str) -> list[ProjectView]:
        return [projects[s] for s, p in catalog.projects.items() if getattr(p, field) == slug]

    return CountyView(
        language=language,
        voice=voice,
        brief=voice.shown(catalog.county),
        paths=paths(language),
        landscape=landscape_path("county", "home"),
        other_name=name.en if language == "zh" else name.zh,
        figures=_county_figures(catalog, voice),
        totals=present_totals(catalog, voice),
        projects=tuple(projects.values()),
        featured=tuple(projects[s] for s in catalog.county.featured if s in projects),
        industries=tuple(
            present_industry(slug, chains[slug], of("industry", slug), catalog, voice)
            for slug in catalog.industries
        ),
        parks=tuple(present_park(slug, of("park", slug), catalog, voice) for slug in catalog.parks),
        policies=_policies(catalog, voice),
        find=present_find(catalog, voice),
        map=present_map(catalog, voice),
        contacts=_contacts(catalog, voice),
        facets=facets(tuple(projects.values()), catalog, voice),
        by_slug=projects,
        traces=traces,
        lists={
            slug: present_lists(slug, chain, traces[slug], projects, catalog, voice=voice)
            for slug, chain in chains.items()
            if chain
        },
        ended=catalog.ended,
        withdrawn=withdrawn_projects(catalog, voice),
    )


def _projects(
    chains: Mapping[str, tuple[SegmentView, ...]], catalog: PublicCatalog, voice: Voice
) -> dict[str, ProjectView]:
    listed = listing_voice(catalog.projects.values(), voice)
    projects = {
        slug: present_project(
            slug, project, catalog, chains[project.industry], voice, listed=listed
        )
        for slug, project in catalog.projects.items()
    }
    return with_printed(projects, catalog, voice)


def _county_figures(catalog: PublicCatalog, voice: Voice) -> tuple[KeyFigure, ...]:
    return tuple(
        KeyFigure(
            voice.text(figure.label),
            voice.speaker.say(figure.value),
            Markup("{} · {}").format(_year(figure, voice), voice.text(figure.source)),
        )
        for figure in catalog.county.figures
    )


def _year(figure: Figure, voice: Voice) -> str:
    year = voice.year(figure.year)
    return year if isinstance(year, OldYear) else spoken_moment(year, voice.language)


def _policies(catalog: PublicCatalog, voice: Voice) -> tuple[PolicyView, ...]:
    said = voice.words["brochure"]
    return tuple(
        PolicyView(
            slug=slug,
            path=record_path("policy", slug, voice.language),
            brief=voice.shown(policy),
            industries=links("industry", policy.industries, catalog.industries, voice),
            projects=tuple(
                link("project", name, project, voice)
                for name, project in catalog.projects.items()
                if slug in project.policies
            ),
            cited=cited(policy.number, str(said.cited)),
            validity=(
                str(said.until).format(date=spoken_day(policy.expires, voice.language))
                if policy.expires
                else str(said.endless)
            ),
        )
        for slug, policy in catalog.policies.items()
    )


def _contacts(catalog: PublicCatalog, voice: Voice) -> tuple[Shown, ...]:
    """Return every office that appears in a record, once, the bureau first."""
    seen: dict[str, Shown] = {}
    contacts = [catalog.county.bureau]
    contacts += [c for park in catalog.parks.values() for c in park.contacts]
    contacts += [c for project in catalog.projects.values() for c in project.contacts]
    for contact in contacts:
        seen.setdefault(f"{contact.unit.zh}/{contact.phone}", voice.shown(contact))
    return tuple(seen.values())
