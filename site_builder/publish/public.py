"""What is public: values that have no place for anything internal."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.content.county import CountyFields
from site_builder.content.event import EventFields
from site_builder.content.ground.park_shapes import SitePlan
from site_builder.content.industry import IndustryFields
from site_builder.content.park import ParkFields
from site_builder.content.policy import PolicyFields
from site_builder.content.printed import Printed
from site_builder.content.project import ProjectFields
from site_builder.geography.outline import Outline


class PublicCounty(CountyFields):
    """A county as the public may see it."""


class PublicProject(ProjectFields):
    """A project as the public may see it."""


class PublicIndustry(IndustryFields):
    """An industry as the public may see it."""


class PublicPark(ParkFields):
    """A park as the public may see it."""


class PublicPolicy(PolicyFields):
    """A policy as the public may see it."""


class PublicEvent(EventFields):
    """An event as the public may see it."""


@dataclass(frozen=True)
class PublicCatalog:
    """Everything that may be shown, by slug, in the order in which it is shown."""

    county: PublicCounty
    projects: Mapping[str, PublicProject]
    industries: Mapping[str, PublicIndustry]
    parks: Mapping[str, PublicPark]
    policies: Mapping[str, PublicPolicy]
    ended: frozenset[str]
    """The policies that are not shown because they are over; prose may still name them."""
    last_stale_year: int
    """Figures of this year and of those before it are shown as old."""
    outline: Outline | None = None
    """The county's own boundary, which its approval lets be shown."""
    plans: Mapping[str, SitePlan] = field(default_factory=dict)
    """Where the plots of a park lie, by the park's slug."""
    events: Mapping[str, PublicEvent] = field(default_factory=dict)
    """The earliest first."""
    printed: Mapping[str, Printed] = field(default_factory=dict)
    """What was printed for an event, by its slug: it is out, whatever became of the event."""
