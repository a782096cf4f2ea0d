"""What follows from an industry's chain: its gaps, what they are worth, and where a trace breaks.

The trace of a gap leads from what is bought outside the county to the firm that is sought and
the regions it is in, to a project, a plot, what it costs to enter, a policy, and the person to
call. Every function is pure: records go in, values come out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from site_builder.content.industry import IndustryFields, Purchase, Segment, Strength
from site_builder.content.model import Text
from site_builder.content.park import ParkFields, Plot
from site_builder.content.project import ProjectFields
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.units import BASES, Unit

_YUAN = Unit(BASES["元"])
_DIGITS_OF_ESTIMATES = 2
_TEN_THOUSAND, _HUNDRED_MILLION = 10**4, 10**8

Projects = Mapping[str, ProjectFields]
Parks = Mapping[str, ParkFields]


class TraceLink(StrEnum):
    """A link of a gap's trace that may be missing.

    Two links have no code: what it costs to enter follows from the plot, which has a price, and
    an industry always says whom to call.
    """

    NEED = "need"
    PROFILE = "profile"
    REGIONS = "regions"
    PROJECT = "project"
    PLOT = "plot"
    POLICY = "policy"


@dataclass(frozen=True)
class Unmet:
    """What is bought from outside the county each year."""

    value: Quantity | None
    """In yuan; None if no purchase has a value."""
    counted: int
    """How many purchases are in it."""
    uncounted: int
    """How many have no value in yuan, and are not."""


@dataclass(frozen=True)
class Site:
    """A plot that suits a gap, and the park it lies in."""

    park: str
    plot: Plot


def is_gap(segment: Segment) -> bool:
    """Whether a segment is weak or missing: an investor is sought for it."""
    return segment.strength is not Strength.STRONG


def coverage(segments: Sequence[Segment]) -> Fraction:
    """Return the share of segments that are there, weak or strong; 0 for no segments."""
    there = sum(segment.strength is not Strength.MISSING for segment in segments)
    return Fraction(there, len(segments)) if segments else Fraction(0)


def unmet(purchases: Iterable[Purchase]) -> Unmet:
    """Add up what is bought outside in a year; sums in other currencies are not counted."""
    bought = list(purchases)
    values = [p.value for p in bought if p.value is not None and p.value.currency == "CNY"]
    return Unmet(_sum(values) if values else None, len(values), len(bought) - len(values))


def _sum(values: Sequence[Quantity]) -> Quantity:
    low, high = (sum((getattr(v, end) for v in values), Decimal(0)) for end in ("low", "high"))
    bounds = {value.bound for value in values}
    if len(values) > 1 and bounds != {Bound.EXACT}:
        # A sum with estimates in it is told with two digits: more would promise what is not known.
        low, high = (Decimal(f"{end:.{_DIGITS_OF_ESTIMATES - 1}e}") for end in (low, high))
    bound = bounds.pop() if len(bounds) == 1 else Bound.ABOUT
    word = "亿" if low >= _HUNDRED_MILLION else "万" if low >= _TEN_THOUSAND else ""
    return Quantity(low, high, _YUAN, word, bound)


def answers(industry: str, segment: Segment, projects: Projects) -> tuple[str, ...]:
    """Return the projects that answer a segment: those that stand on it, then those it names."""
    own = [
        slug
        for slug, project in projects.items()
        if project.industry == industry and segment.id in project.segments
    ]
    named = [slug for slug in segment.projects if slug in projects]
    return tuple(dict.fromkeys([*own, *named]))


def sites(
    segment: Segment, answering: Sequence[str], projects: Projects, parks: Parks
) -> list[Site]:
    """Return the plots of a segment: those it names, then those of the projects that answer it."""
    wanted = [(park, segment.plots) for park in segment.parks]
    wanted += [(p.park, p.plots) for slug in answering if (p := projects[slug]).park is not None]
    found = {
        (park, plot.id): Site(park, plot)
        for park, plots in wanted
        if park in parks
        for plot in parks[park].plots
        if plot.id in plots
    }
    return list(found.values())


def off_parks(answering: Sequence[str], projects: Projects) -> dict[str, Quantity]:
    """Return the land of the projects that lie outside the parks, as their briefs state it."""
    return {
        slug: project.scale.land
        for slug in answering
        if (project := projects[slug]).park is None and project.scale.land is not None
    }


def profile_of(segment: Segment, answering: Sequence[str], projects: Projects) -> Text | None:
    """Return which firm is sought: as the segment says, or the first brief that says it."""
    if segment.target_profile is not None:
        return segment.target_profile
    sought = (projects[slug].cooperation.seeks for slug in answering)
    return next((seeks for seeks in sought if seeks is not None), None)


def is_traced(segment: Segment) -> bool:
    """Whether a segment owes its reader a whole trace.

    A missing segment does; a weak one does once the county says which firm it seeks.
    """
    if segment.strength is Strength.WEAK:
        return segment.target_profile is not None
    return segment.strength is Strength.MISSING


def missing_links(
    industry: str, segment: Segment, projects: Projects, parks: Parks
) -> tuple[TraceLink, ...]:
    """Return the links that break a gap's trace, in the order in which it is read.

    Without a brief, a profile and a plot of its own will do: the firm is invited to talk. Without
    a profile, a brief will do that says whom it seeks.
    """
    answering = answers(industry, segment, projects)
    has_plot = bool(sites(segment, answering, projects, parks) or off_parks(answering, projects))
    policies = segment.policies or [p for slug in answering for p in projects[slug].policies]
    found = {
        TraceLink.NEED: bool(segment.purchases),
        TraceLink.PROFILE: profile_of(segment, answering, projects) is not None,
        TraceLink.REGIONS: bool(segment.target_regions),
        TraceLink.PROJECT: bool(answering) or (segment.target_profile is not None and has_plot),
        TraceLink.PLOT: has_plot,
        TraceLink.POLICY: bool(policies),
    }
    return tuple(link for link, is_there in found.items() if not is_there)


def open_gaps(slug: str, industry: IndustryFields, projects: Projects) -> Iterator[Segment]:
    """Yield the missing segments with neither a project nor a profile of the firm sought."""
    for segment in industry.segments:
        is_missing = segment.strength is Strength.MISSING
        if is_missing and not segment.target_profile and not answers(slug, segment, projects):
            yield segment


def without_firm(industry: IndustryFields) -> Iterator[Segment]:
    """Yield the segments said to be strong that list no firm."""
    for segment in industry.segments:
        if segment.strength is Strength.STRONG and not segment.firms:
            yield segment


def edges_to_nowhere(industry: IndustryFields) -> Iterator[tuple[int, int]]:
    """Yield the supplies that lead to no segment of the chain: the segment's and its own place."""
    known = {segment.id for segment in industry.segments}
    for index, segment in enumerate(industry.segments):
        for number, supply in enumerate(segment.supplies):
            if supply.to not in known:
                yield index, number
