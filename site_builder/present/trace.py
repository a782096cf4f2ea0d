"""The trace of a gap: from what is bought outside to the person to call."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from site_builder.content.chain import Site, answers, is_gap, off_parks, profile_of, sites, unmet
from site_builder.content.industry import Purchase, Segment
from site_builder.content.model import Contact
from site_builder.content.park import PlotStatus
from site_builder.content.project_argument import UtilityKind
from site_builder.present.entry_cost import (
    land_cost,
    least_investment,
    open_land_costs,
    park_costs,
)
from site_builder.present.links import gap_path, landscape_path, record_path
from site_builder.present.neighbours import link
from site_builder.present.park_offer import MU, day_tariff, planned_on
from site_builder.present.project import sum_of
from site_builder.present.regions import present_region
from site_builder.present.trace_views import (
    MeasureView,
    NeighbourView,
    OpenLandView,
    SiteView,
    TraceView,
)
from site_builder.present.views import KeyFigure, Link, ProjectView, SegmentView
from site_builder.present.voice import Shown, SpokenDay, Voice
from site_builder.present.words import Choice
from site_builder.publish.public import PublicCatalog, PublicIndustry
from site_builder.quantities.quantity import Bound, Quantity

_HUNDRED_MILLION = 10**8
_MILLION = 10**6


def present_traces(
    slug: str,
    chain: Sequence[SegmentView],
    projects: Mapping[str, ProjectView],
    catalog: PublicCatalog,
    voice: Voice,
) -> tuple[TraceView, ...]:
    """Return the gaps of an industry in the order of its `chain`, each as one reading."""
    segments = {segment.id: segment for segment in catalog.industries[slug].segments}
    return tuple(
        _trace(slug, segments[view.id], chain, projects, catalog, voice=voice)
        for view in chain
        if is_gap(segments[view.id])
    )


def _trace(  # noqa: PLR0913 - a gap, what stands around it, and who says it
    slug: str,
    segment: Segment,
    chain: Sequence[SegmentView],
    projects: Mapping[str, ProjectView],
    catalog: PublicCatalog,
    *,
    voice: Voice,
) -> TraceView:
    industry = catalog.industries[slug]
    views = {view.id: view for view in chain}
    answering = answers(slug, segment, catalog.projects)
    found = sites(segment, answering, catalog.projects, catalog.parks)
    open_land = off_parks(answering, catalog.projects)
    need = present_need(segment.purchases, voice)
    return TraceView(
        slug=segment.id,
        path=gap_path(slug, segment.id, voice.language),
        industry=link("industry", slug, industry, voice),
        landscape=landscape_path("industry", slug),
        tint=industry.tint.value,
        segment=views[segment.id],
        brief=voice.shown(segment),
        office=voice.text(industry.office) if industry.office else "",
        updated=SpokenDay(industry.updated, voice.language),
        need=need,
        figures=tuple(_figures(need, found, open_land, catalog, voice)),
        suppliers=_neighbours(slug, views[segment.id].supplied_by, views, voice),
        buyers=_neighbours(slug, views[segment.id].supplies, views, voice),
        profile=_profile(segment, answering, catalog, voice),
        regions=tuple(
            present_region(region, catalog.county, voice) for region in segment.target_regions
        ),
        projects=tuple(projects[name] for name in answering),
        sites=_sites(found, catalog, voice),
        open_land=tuple(_open_land(open_land, catalog, voice)),
        costs=(
            *park_costs(dict.fromkeys(site.park for site in found), catalog, voice),
            *open_land_costs(open_land, catalog, voice),
        ),
        policies=_policies(segment, answering, catalog, voice),
        contacts=_contacts(industry, answering, found, catalog, voice),
    )


def present_need(purchases: Iterable[Purchase], voice: Voice) -> KeyFigure | None:
    """Return what is bought outside in a year: in money, or the first amount without a value."""
    bought, words = list(purchases), voice.words["gap"]
    need = unmet(bought, voice.speaker.yuan_per_dollar)
    if need.value is not None:
        more = str(words.uncounted).format(count=need.uncounted) if need.uncounted else ""
        return KeyFigure(str(words.need), voice.speaker.say(_at_first_sight(need.value)), more)
    amounts = [purchase for purchase in bought if purchase.amount is not None]
    if not amounts or amounts[0].amount is None:
        return None
    note = voice.text(amounts[0].goods)
    return KeyFigure(str(words.need), voice.speaker.say(amounts[0].amount), note)


def _at_first_sight(value: Quantity) -> Quantity:
    """Return a sum as it is told: from 1亿元 on to the million, so 10066万元 is about 1.01亿元."""
    low, high = (
        (end / _MILLION).quantize(Decimal(1), ROUND_HALF_UP) * _MILLION
        for end in (value.low, value.high)
    )
    if value.low < _HUNDRED_MILLION or (low, high) == (value.low, value.high):
        return value
    bound = Bound.ABOUT if value.bound is Bound.EXACT else value.bound
    return replace(value, low=low, high=high, word="亿", bound=bound)


def _figures(
    need: KeyFigure | None,
    found: Sequence[Site],
    open_land: Mapping[str, Quantity],
    catalog: PublicCatalog,
    voice: Voice,
) -> Iterator[KeyFigure]:
    """Yield what stands large: the need, the land for it, its price, power."""
    words, say = voice.words["gap"], voice.speaker.say
    if need is not None:
        yield need
    free = [site for site in found if site.plot.status is not PlotStatus.TAKEN]
    if free:
        ids = str(voice.words["site"].list_joint).join(site.plot.id.upper() for site in free)
        yield KeyFigure(str(words.land), say(sum_of([s.plot.area for s in free], MU)), ids)
        lowest = min((site.plot.price for site in free), key=Quantity.reference)
        yield KeyFigure(str(words.price), say(lowest))
    elif open_land:
        yield KeyFigure(str(words.land), say(next(iter(open_land.values()))))
    parks = [catalog.parks[slug] for slug in dict.fromkeys(site.park for site in free)]
    power = [(t.price, park) for park in parks if (t := day_tariff(park, UtilityKind.POWER))]
    if power:
        price, park = min(power, key=lambda found: found[0].reference())
        yield KeyFigure(str(words.power), say(price), voice.text(park.title))


def _neighbours(
    slug: str, flows: Sequence[Link], views: Mapping[str, SegmentView], voice: Voice
) -> tuple[NeighbourView, ...]:
    chain = record_path("industry", slug, voice.language)
    return tuple(
        NeighbourView(
            title=flow.title,
            path=views[flow.path].path or f"{chain}#seg-{flow.path}",
            goods=flow.note,
            strength=views[flow.path].strength,
            firms=views[flow.path].firms,
        )
        for flow in flows
    )


def _sites(found: Sequence[Site], catalog: PublicCatalog, voice: Voice) -> tuple[SiteView, ...]:
    planned = {
        (park, plot): link("project", name, catalog.projects[name], voice)
        for park in {site.park for site in found}
        for plot, name in planned_on(park, catalog).items()
    }
    rows = voice.alike(amount for s in found for amount in (s.plot.area, s.plot.price))
    costs = [land_cost(site.plot) for site in found]
    sums = voice.alike(costs)
    least = [least_investment(site.plot, catalog.parks[site.park]) for site in found]
    leasts = voice.alike(money for money in least if money is not None)
    return tuple(
        SiteView(
            park=link("park", site.park, catalog.parks[site.park], voice),
            plot=rows.shown(site.plot),
            status=Choice(site.plot.status.value, voice.words.choice(site.plot.status)),
            cost=sums.speaker.say(cost),
            least=leasts.speaker.say(money) if money is not None else None,
            project=planned.get((site.park, site.plot.id)),
        )
        for site, cost, money in zip(found, costs, least, strict=True)
    )


def _open_land(
    lands: Mapping[str, Quantity], catalog: PublicCatalog, voice: Voice
) -> Iterator[OpenLandView]:
    """Yield the land outside the parks, with the project that it is meant for."""
    for name, land in lands.items():
        project = catalog.projects[name]
        yield OpenLandView(
            project=link("project", name, project, voice),
            place=voice.text(project.place),
            land=voice.speaker.say(land),
            investment=voice.speaker.say(project.investment.total),
        )


def _profile(
    segment: Segment, answering: Sequence[str], catalog: PublicCatalog, voice: Voice
) -> str:
    sought = profile_of(segment, answering, catalog.projects)
    return str(voice.show(sought)) if sought is not None else ""


def _policies(
    segment: Segment, answering: Sequence[str], catalog: PublicCatalog, voice: Voice
) -> tuple[MeasureView, ...]:
    """Return the policies of a segment; without any, those of the projects that answer it."""
    slugs = segment.policies or [s for name in answering for s in catalog.projects[name].policies]
    return tuple(measure(slug, catalog, voice) for slug in dict.fromkeys(slugs))


def measure(slug: str, catalog: PublicCatalog, voice: Voice) -> MeasureView:
    """Return one policy with its number and what it grants."""
    policy = catalog.policies[slug]
    way = link("policy", slug, policy, voice)
    return MeasureView(way.title, way.path, policy.number, voice.text(policy.summary))


def _contacts(
    industry: PublicIndustry,
    answering: Sequence[str],
    found: Sequence[Site],
    catalog: PublicCatalog,
    voice: Voice,
) -> tuple[Shown, ...]:
    """Return whom to call: the industry's first office, the project's, the park's; each once."""
    contacts: list[Contact] = [industry.contacts[0]]
    contacts += [catalog.projects[name].contacts[0] for name in answering]
    contacts += [catalog.parks[site.park].contacts[0] for site in found]
    seen = {(contact.unit.zh, contact.phone): contact for contact in reversed(contacts)}
    ordered = dict.fromkeys((contact.unit.zh, contact.phone) for contact in contacts)
    return tuple(voice.shown(seen[key]) for key in ordered)
