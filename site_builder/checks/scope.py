"""What a check may look at: the catalog, the county's limits, the day it is checked on."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from site_builder.content.catalog import Catalog, Entry, RecordT
from site_builder.content.county import County
from site_builder.content.model import ReviewStatus
from site_builder.content.settings import CheckSettings, GlossaryTerm, Limits


@dataclass(frozen=True)
class Terms:
    """What every record is held against: the county's limits and terms, and the day."""

    today: date
    limits: Limits
    glossary: tuple[GlossaryTerm, ...] = ()
    """The terms that the county translates in its own way."""


@dataclass(frozen=True)
class Scope:
    """All records of a county, as those checks see them that compare one with another."""

    catalog: Catalog
    terms: Terms

    @property
    def settings(self) -> CheckSettings:
        """How the county wants to be checked."""
        return settings_of(self.catalog.county)


def settings_of(county: Entry[County] | None) -> CheckSettings:
    """Return how a county wants to be checked; the defaults, if its own file cannot be read."""
    return county.record.checks if county is not None else CheckSettings()


def terms_of(county: Entry[County] | None, today: date | None = None) -> Terms:
    """Return what a county's records are held against, `today` or on the day of `day_of`."""
    settings = settings_of(county)
    return Terms(today or day_of(county), settings.limits, settings.glossary)


def approved(entries: Mapping[str, Entry[RecordT]]) -> Iterator[Entry[RecordT]]:
    """Yield the records that are to be published."""
    for entry in entries.values():
        if entry.record.review.status is ReviewStatus.APPROVED:
            yield entry


def day_of(county: Entry[County] | None, environment: Mapping[str, str] = os.environ) -> date:
    """Return the day on which ages and expiry dates are counted.

    That is today; the day of SOURCE_DATE_EPOCH (reproducible-builds.org) where a build is
    repeated; and for a fictional county the day of its last update, since its clock stands
    still.
    """
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    if county is not None and county.record.sample:
        return county.record.updated
    return date.today()
