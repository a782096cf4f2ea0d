"""What a check may look at: the catalog, the county's limits, the day it is checked on."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from site_builder.checks.repeated_day import repeated_day
from site_builder.content.catalog import Catalog, Entry, RecordT
from site_builder.content.county import County
from site_builder.content.settings import CheckSettings, GlossaryTerm, Limits
from site_builder.quantities.quantity import Quantity


@dataclass(frozen=True)
class Terms:
    """What every record is held against: the county's limits and terms, and the day."""

    today: date
    limits: Limits
    glossary: tuple[GlossaryTerm, ...] = ()
    """The terms that the county translates in its own way."""
    dollar: Quantity | None = None
    """The county's stated rate, in yuan for a US dollar."""


@dataclass(frozen=True)
class Scope:
    """All records of a county, as those checks see them that compare one with another."""

    catalog: Catalog
    terms: Terms

    @cached_property
    def approved(self) -> Catalog:
        """The records that are to be published; the names are those of all files."""
        catalog = self.catalog
        county = catalog.county
        return replace(
            catalog,
            county=county if county is not None and county.is_approved else None,
            projects=_approved(catalog.projects),
            industries=_approved(catalog.industries),
            parks=_approved(catalog.parks),
            policies=_approved(catalog.policies),
            events=_approved(catalog.events),
        )

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
    # A limit that makes no sense is told as that, and does not change what else is found.
    dollar = county.record.exchange.rate if county is not None else None
    return Terms(today or day_of(county), settings.limits.sound(), settings.glossary, dollar)


def day_of(county: Entry[County] | None, environment: Mapping[str, str] = os.environ) -> date:
    """Return the day on which ages and expiry dates are counted.

    That is today; the day of SOURCE_DATE_EPOCH (reproducible-builds.org) where a build is
    repeated; and for a fictional county the day of its last update, since its clock stands
    still. Raises `UnreadableDayError` for an epoch that is none.
    """
    if day := repeated_day(environment):
        return day
    if county is not None and county.record.sample:
        return county.record.updated
    return date.today()


def _approved(entries: Mapping[str, Entry[RecordT]]) -> Mapping[str, Entry[RecordT]]:
    return {slug: entry for slug, entry in entries.items() if entry.is_approved}
