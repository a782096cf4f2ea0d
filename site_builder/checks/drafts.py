"""Drafts as they would be judged once approved: for those who are to approve them."""

import dataclasses
from collections.abc import Mapping

from site_builder.content.catalog import Catalog, Entry, RecordT
from site_builder.content.model import ReviewStatus

_ON_THE_WAY = (ReviewStatus.DRAFT, ReviewStatus.IN_REVIEW)


def as_if_approved(entry: Entry[RecordT]) -> Entry[RecordT]:
    """Return a record on its way to the public as it will be: approved, signed and dated."""
    review = entry.record.review
    if review.status not in _ON_THE_WAY:
        return entry
    signed = {
        "status": ReviewStatus.APPROVED,
        "by": review.by or review.status.value,
        "date": review.date or entry.record.updated,
    }
    record = entry.record.model_copy(update={"review": review.model_copy(update=signed)})
    return dataclasses.replace(entry, record=record)


def all_as_if_approved(catalog: Catalog) -> Catalog:
    """Return a county as it would be with everything on its way approved."""
    return dataclasses.replace(
        catalog,
        county=None if catalog.county is None else as_if_approved(catalog.county),
        projects=_as_if_approved(catalog.projects),
        industries=_as_if_approved(catalog.industries),
        parks=_as_if_approved(catalog.parks),
        policies=_as_if_approved(catalog.policies),
        events=_as_if_approved(catalog.events),
    )


def _as_if_approved(entries: Mapping[str, Entry[RecordT]]) -> Mapping[str, Entry[RecordT]]:
    return {slug: as_if_approved(entry) for slug, entry in entries.items()}
