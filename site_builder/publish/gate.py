"""The gate: approved records only, and of them only what is public and not too old.

Nothing after the gate can reach what it holds back: the values it makes are new, and their
classes have no field for it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from site_builder.checks.freshness.age import last_stale_year, last_withheld_year
from site_builder.checks.freshness.ageing import is_over
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Catalog, Entry
from site_builder.content.county import CountyFields
from site_builder.content.event import Event, EventFields, has_criteria
from site_builder.content.industry import Industry, IndustryFields
from site_builder.content.park import Park, ParkFields
from site_builder.content.policy import Policy, PolicyFields
from site_builder.content.project import Project, ProjectFields
from site_builder.publish.public import (
    PublicCatalog,
    PublicCounty,
    PublicEvent,
    PublicIndustry,
    PublicPark,
    PublicPolicy,
    PublicProject,
)
from site_builder.publish.withhold import (
    naming_only,
    segments_naming_only,
    without_old_figures,
)

Fields = CountyFields | ProjectFields | IndustryFields | ParkFields | PolicyFields | EventFields
KeptT = TypeVar("KeptT", Project, Industry, Park, Policy, Event)
OrderedT = TypeVar("OrderedT", PublicIndustry, PublicPark, PublicPolicy)
PublicT = TypeVar(
    "PublicT",
    PublicCounty,
    PublicProject,
    PublicIndustry,
    PublicPark,
    PublicPolicy,
    PublicEvent,
)


class NotApprovedError(ValueError):
    """The county itself is not approved, so nothing can be published."""


def open_gate(catalog: Catalog, terms: Terms) -> PublicCatalog:
    """Return what is public on the day of `terms`.

    Figures older than twice their limit are held back, and so are policies that are over.
    Raises `NotApprovedError` if the county's own record is not approved.
    """
    if catalog.county is None or not catalog.county.is_approved:
        raise NotApprovedError
    last = last_withheld_year(terms.today, terms.limits)
    released = _released(catalog.policies, PublicPolicy, last)
    policies = {slug: p for slug, p in released.items() if not is_over(p, terms.today)}
    industries = {
        slug: segments_naming_only(industry, policies)
        for slug, industry in _released(catalog.industries, PublicIndustry, last).items()
    }
    industries = _in_order(industries)
    parks = {
        slug: naming_only(park, policies)
        for slug, park in _released(catalog.parks, PublicPark, last).items()
    }
    ranks = {slug: rank for rank, slug in enumerate(industries)}
    projects = {
        slug: naming_only(project, policies)
        for slug, project in _released(catalog.projects, PublicProject, last).items()
    }
    events = _events(catalog, projects, last)
    return PublicCatalog(
        county=_public(catalog.county.record, PublicCounty, last),
        projects=dict(
            sorted(projects.items(), key=lambda item: (ranks.get(item[1].industry, 0), item[0]))
        ),
        industries=industries,
        parks=_in_order(parks),
        policies=_in_order(policies),
        ended=frozenset(released) - frozenset(policies),
        last_stale_year=last_stale_year(terms.today, terms.limits),
        outline=catalog.outline,
        plans={
            slug: replace(plan, drawing=None)
            for slug, plan in catalog.plans.items()
            if slug in parks
        },
        events=events,
        printed=catalog.printed,
    )


def _events(
    catalog: Catalog, projects: Mapping[str, PublicProject], last: int
) -> dict[str, PublicEvent]:
    """Return the approved events, the earliest first; they name none but public projects.

    An event that is over may name others. One that has none left is left out: without any name
    it would take all projects.
    """
    events = {}
    for slug, event in _released(catalog.events, PublicEvent, last).items():
        kept = tuple(name for name in event.projects if name in projects)
        if kept or not event.projects or has_criteria(event):
            events[slug] = event.model_copy(update={"projects": kept})
    return dict(sorted(events.items(), key=lambda item: (item[1].dates.start, item[0])))


def _in_order(records: Mapping[str, OrderedT]) -> dict[str, OrderedT]:
    return dict(sorted(records.items(), key=lambda item: (item[1].order, item[0])))


def _released(
    entries: Mapping[str, Entry[KeptT]], public: type[PublicT], last_year: int
) -> dict[str, PublicT]:
    """Return the approved records of a kind, without figures of `last_year` and before."""
    return {
        slug: _public(entry.record, public, last_year)
        for slug, entry in entries.items()
        if entry.is_approved
    }


def _public(record: Fields, public: type[PublicT], last_year: int) -> PublicT:
    """Copy the public fields into a new value; its class has no others."""
    fields = {name: getattr(record, name) for name in public.model_fields}
    return without_old_figures(public.model_construct(**fields), last_year)
