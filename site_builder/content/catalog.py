"""All records of a county, joined by slug, each with the file it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from site_builder.content.county import County
from site_builder.content.event import Event
from site_builder.content.ground.park_shapes import SitePlan
from site_builder.content.industry import Industry
from site_builder.content.model import ReviewStatus
from site_builder.content.park import Park
from site_builder.content.policy import Policy
from site_builder.content.printed import Printed
from site_builder.content.project import Project
from site_builder.content.source import Source
from site_builder.geography.outline import Outline

RecordT = TypeVar("RecordT", County, Event, Industry, Park, Policy, Project)
Record = County | Event | Industry | Park | Policy | Project

KINDS: Mapping[str, type[Event] | type[Industry] | type[Park] | type[Policy] | type[Project]] = {
    "project": Project,
    "industry": Industry,
    "park": Park,
    "policy": Policy,
    "event": Event,
}
"""The kinds of records that there are many of, by the word authors use for them."""

FOLDERS: Mapping[str, str] = {
    "project": "projects",
    "industry": "industries",
    "park": "parks",
    "policy": "policies",
    "event": "events",
}


@dataclass(frozen=True, eq=False)
class Entry(Generic[RecordT]):
    """A record with its slug and its source."""

    slug: str
    record: RecordT
    source: Source

    @property
    def is_approved(self) -> bool:
        """Whether the record's review lets it be published."""
        return self.record.review.status is ReviewStatus.APPROVED


AnyEntry = (
    Entry[County] | Entry[Project] | Entry[Industry] | Entry[Park] | Entry[Policy] | Entry[Event]
)
"""A record of any kind."""


@dataclass(frozen=True)
class Catalog:
    """Everything a county keeps.

    `named` holds the slugs of all files by kind, those that could not be read included, so
    that a reference to a broken record is not reported as a reference to nothing. A kind
    whose folder could not be looked into is left out.
    """

    root: Path
    county: Entry[County] | None
    projects: Mapping[str, Entry[Project]] = field(default_factory=dict)
    industries: Mapping[str, Entry[Industry]] = field(default_factory=dict)
    parks: Mapping[str, Entry[Park]] = field(default_factory=dict)
    policies: Mapping[str, Entry[Policy]] = field(default_factory=dict)
    events: Mapping[str, Entry[Event]] = field(default_factory=dict)
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    outline: Outline | None = None
    """The county's own boundary, if it has one that may be shown."""
    plans: Mapping[str, SitePlan] = field(default_factory=dict)
    """Where the plots of a park lie, by the park's slug, as far as that is written."""
    printed: Mapping[str, Printed] = field(default_factory=dict)
    """What was printed for an event, by the event's slug."""

    def entries(self) -> Iterator[AnyEntry]:
        """Walk through every record."""
        if self.county is not None:
            yield self.county
        yield from self.projects.values()
        yield from self.industries.values()
        yield from self.parks.values()
        yield from self.policies.values()
        yield from self.events.values()
