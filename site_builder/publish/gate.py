"""The gate: approved records only, and of them only what is public.

Nothing after the gate can reach what it holds back: the values it makes are new, and their
classes have no field for it.
"""

from collections.abc import Mapping
from typing import TypeVar

from site_builder.content.catalog import Catalog, Entry
from site_builder.content.county import County, CountyFields
from site_builder.content.industry import Industry, IndustryFields
from site_builder.content.model import ReviewStatus
from site_builder.content.park import Park, ParkFields
from site_builder.content.policy import Policy, PolicyFields
from site_builder.content.project import Project, ProjectFields
from site_builder.publish.public import (
    PublicCatalog,
    PublicCounty,
    PublicIndustry,
    PublicPark,
    PublicPolicy,
    PublicProject,
)

Fields = CountyFields | ProjectFields | IndustryFields | ParkFields | PolicyFields
KeptT = TypeVar("KeptT", Project, Industry, Park, Policy)
PublicT = TypeVar("PublicT", PublicCounty, PublicProject, PublicIndustry, PublicPark, PublicPolicy)


class NotApprovedError(ValueError):
    """The county itself is not approved, so nothing can be published."""


def open_gate(catalog: Catalog) -> PublicCatalog:
    """Return the public catalog; raise `NotApprovedError` if the county's own record is not."""
    if catalog.county is None or not _approved(catalog.county.record):
        raise NotApprovedError
    industries = _approved_of(catalog.industries, PublicIndustry)
    industries = dict(sorted(industries.items(), key=lambda item: (item[1].order, item[0])))
    parks = _approved_of(catalog.parks, PublicPark)
    policies = _approved_of(catalog.policies, PublicPolicy)
    ranks = {slug: rank for rank, slug in enumerate(industries)}
    projects = _approved_of(catalog.projects, PublicProject)
    return PublicCatalog(
        county=_public(catalog.county.record, PublicCounty),
        projects=dict(
            sorted(projects.items(), key=lambda item: (ranks.get(item[1].industry, 0), item[0]))
        ),
        industries=industries,
        parks=dict(sorted(parks.items(), key=lambda item: (item[1].order, item[0]))),
        policies=dict(sorted(policies.items(), key=lambda item: (item[1].order, item[0]))),
    )


def _approved(record: County | Project | Industry | Park | Policy) -> bool:
    return record.review.status is ReviewStatus.APPROVED


def _approved_of(entries: Mapping[str, Entry[KeptT]], public: type[PublicT]) -> dict[str, PublicT]:
    return {
        slug: _public(entry.record, public)
        for slug, entry in entries.items()
        if _approved(entry.record)
    }


def _public(record: Fields, public: type[PublicT]) -> PublicT:
    """Copy the public fields into a new value; its class has no others."""
    return public.model_construct(**{name: getattr(record, name) for name in public.model_fields})
