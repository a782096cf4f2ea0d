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
from site_builder.content.plant import PlantUse
from site_builder.content.project import ProjectFields
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Bound, Quantity, exactly
from site_builder.quantities.units import BASES, Unit

_YUAN, _DOLLARS = Unit(BASES["元"]), "USD"
_DIGITS_OF_ESTIMATES = 2
_TEN_THOUSAND, _HUNDRED_MILLION = 10**4, 10**8

Projects = Mapping[str, ProjectFields]
Parks = Mapping[str, ParkFields]


class TraceLink(StrEnum):
    """A link of a gap's trace that may be missing; an industry always says whom to call."""

    NEED = "need"
    PROFILE = "profile"
    REGIONS = "regions"
    PROJECT = "project"
    PLOT = "plot"
    COST = "cost"
    POLICY = "policy"


@dataclass(frozen=True)
class Unmet:
    """What is bought from outside the county each year."""

    value: Quantity | None
    """In yuan; None if no purchase has a value."""
    counted: int
    """How many purchases are in it."""
    uncounted: int
    """How many have no value, and are not."""


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


def unmet(purchases: Iterable[Purchase], yuan_per_dollar: Fraction) -> Unmet:
    """Add up what is bought outside in a year; dollars are counted at this rate."""
    bought = list(purchases)
    values = [p.value for p in bought if p.value is not None]
    total = _sum(values, yuan_per_dollar) if values else None
    return Unmet(total, len(values), len(bought) - len(values))


def in_yuan(value: Quantity, yuan_per_dollar: Fraction) -> Quantity:
    """Return a sum in yuan; one in dollars becomes an estimate, as the rate is of one day."""
    if value.currency != _DOLLARS:
        return value
    low, high = (exactly(end) * yuan_per_dollar for end in (value.low, value.high))
    return Quantity(_decimal(low), _decimal(high), _YUAN, value.word, Bound.ABOUT)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _sum(stated: Sequence[Quantity], yuan_per_dollar: Fraction) -> Quantity:
    values = [in_yuan(value, yuan_per_dollar) for value in stated]
    low, high = (sum((getattr(v, end) for v in values), Decimal(0)) for end in ("low", "high"))
    bounds = {value.bound for value in values}
    is_reckoned = len(values) > 1 or values[0] != stated[0]
    if is_reckoned and bounds != {Bound.EXACT}:
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


def has_entry_cost(
    segment: Segment, answering: Sequence[str], projects: Projects, parks: Parks
) -> bool:
    """Whether a gap says what it costs to enter.

    By the price of a plot; on land outside the parks by the brief's investment on it in yuan;
    in a park by the rent of a ready-built factory.
    """
    if sites(segment, answering, projects, parks):
        return True
    if any(
        projects[slug].investment.in_yuan(projects[slug].investment.total) is not None
        for slug in off_parks(answering, projects)
    ):
        return True
    near = {*segment.parks, *(projects[slug].park for slug in answering)}
    return any(
        plant.use is PlantUse.FACTORY
        for slug, park in parks.items()
        if slug in near
        for plant in park.plants
    )


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
        TraceLink.COST: has_entry_cost(segment, answering, projects, parks),
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
