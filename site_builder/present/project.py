"""A project as its page, its card and its leaflet show it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from site_builder.content.dated import last_year
from site_builder.content.project_argument import Series
from site_builder.content.project_money import Investment
from site_builder.present.cash_flow import present_cash_flows
from site_builder.present.facets import facet_codes
from site_builder.present.foreign import present_foreign
from site_builder.present.links import landscape_path, leaflet_path, record_path
from site_builder.present.map_view import WayThere
from site_builder.present.navigation import ways_there
from site_builder.present.neighbours import link, links
from site_builder.present.views import (
    Bar,
    BarsView,
    KeyFigure,
    ProjectView,
    SegmentView,
    Share,
)
from site_builder.present.voice import OldYear, Shown, Voice
from site_builder.publish.public import PublicCatalog, PublicPark, PublicProject
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Quantity, common_bound
from site_builder.quantities.speaking import Spoken
from site_builder.quantities.units import BASES, Unit, parse_unit


def present_project(  # noqa: PLR0913 - a project, its neighbours, and who says it
    slug: str,
    project: PublicProject,
    catalog: PublicCatalog,
    chain: tuple[SegmentView, ...],
    voice: Voice,
    *,
    listed: Voice,
) -> ProjectView:
    """Return the view of one project; `chain` is its industry's, in reading order.

    `listed` is the voice in which projects are said that stand under each other.
    """
    industry = catalog.industries[project.industry]
    park = catalog.parks.get(project.park or "")
    return ProjectView(
        slug=slug,
        path=record_path("project", slug, voice.language),
        landscape=landscape_path("project", slug),
        leaflet=leaflet_path(slug, voice.language),
        brief=voice.shown(project),
        tint=industry.tint.value,
        industry=link("industry", project.industry, industry, voice),
        park=link("park", project.park, park, voice) if project.park and park else None,
        plots=_plots(project, park, voice),
        park_brief=voice.shown(park) if park is not None else None,
        segments=project.segments,
        chain=chain,
        figures=key_figures(project, voice),
        listed=key_figures(project, listed)[:2],
        foreign=present_foreign(project, voice),
        charts=_charts(project, voice),
        cost_shares=_cost_shares(project.investment, voice),
        source_shares=_source_shares(project.investment, voice),
        policies=links("policy", project.policies, catalog.policies, voice),
        sort=_sort_keys(project),
        codes=facet_codes(project),
        flows=present_cash_flows(project.benefits, voice),
        ways=_ways(project, park, voice),
    )


def _ways(project: PublicProject, park: PublicPark | None, voice: Voice) -> tuple[WayThere, ...]:
    """Return the ways to a project's own position, else to its park."""
    if project.position is not None:
        return ways_there(project.position.wgs84, project.title.zh, voice.words)
    if park is not None:
        return ways_there(park.position.wgs84, park.title.zh, voice.words)
    return ()


def _plots(project: PublicProject, park: PublicPark | None, voice: Voice) -> tuple[Shown, ...]:
    if park is None:
        return ()
    return tuple(voice.shown(plot) for plot in park.plots if plot.id in project.plots)


def key_figures(project: PublicProject, voice: Voice) -> tuple[KeyFigure, ...]:
    """Return the five figures that decide: money, land, payback, return, cooperation."""
    words = voice.words["figures"]
    figures = [KeyFigure(str(words.investment), voice.speaker.say(project.investment.total))]
    size = project.scale.land or project.scale.floor_area
    if size is not None:
        label = words.land if project.scale.land is not None else words.floor_area
        figures.append(KeyFigure(str(label), voice.speaker.say(size)))
    figures += _returns(project, voice)
    modes = [voice.words.choice(mode) for mode in project.cooperation.modes]
    others = str(voice.words["site"].list_joint).join(_mid_sentence(mode) for mode in modes[1:])
    note = str(words.also).format(modes=others) if others else ""
    figures.append(KeyFigure(str(words.cooperation), Spoken("", modes[0], ""), note))
    return tuple(figures)


def listing_voice(projects: Iterable[PublicProject], voice: Voice) -> Voice:
    """Return the voice in which the projects of a county are said in lists and tables."""
    sizes = ((p.investment.total, p.scale.land or p.scale.floor_area) for p in projects)
    return voice.alike((size for pair in sizes for size in pair if size is not None), rough=True)


def _mid_sentence(word: str) -> str:
    """Return a word as it stands within a sentence; BOT stays as it is."""
    return word if word[:2].isupper() else word[:1].lower() + word[1:]


def _returns(project: PublicProject, voice: Voice) -> list[KeyFigure]:
    words, benefits = voice.words["figures"], project.benefits
    if benefits is None:
        return [KeyFigure(str(words.construction), voice.speaker.say(project.scale.construction))]
    found = []
    if payback := benefits.told_payback:
        with_building = payback.includes_construction
        note = words.with_construction if with_building else words.without_construction
        found.append(KeyFigure(str(words.payback), voice.speaker.say(payback.value), str(note)))
    if rate := benefits.told_return:
        note = voice.words.choice(rate.basis)
        found.append(KeyFigure(str(words.irr), voice.speaker.say(rate.value), note))
    return found


def _charts(project: PublicProject, voice: Voice) -> tuple[BarsView, ...]:
    if project.market is None:
        return ()
    return tuple(_bars(series, voice) for series in project.market.series)


def _bars(series: Series, voice: Voice) -> BarsView:
    words = voice.words["chart"]
    parsed = parse_unit(series.unit)
    word, unit = parsed if parsed is not None else ("", Unit(BASES["个"]))
    axis, factor = voice.speaker.axis(word, unit, max(abs(v) for v in series.points.values()))
    bars = tuple(
        Bar(
            str(year),
            float(value * factor),
            voice.speaker.number(value * factor),
            series.forecast_from is not None and year >= series.forecast_from,
        )
        for year, value in sorted(series.points.items())
    )
    note = str(words.forecast_note) if series.forecast_from is not None else ""
    year = voice.year(last_year(series))
    old = year if isinstance(year, OldYear) else ""
    return BarsView(voice.text(series.label), axis, bars, voice.text(series.source), note, old)


def _cost_shares(money: Investment, voice: Voice) -> tuple[Share, ...]:
    parts = [(voice.text(item.name), item.cost) for item in money.items]
    if not parts:
        return ()
    words = voice.words["figures"]
    if money.interest is not None:
        parts.append((str(words.interest), money.interest))
    if money.working_capital is not None:
        parts.append((str(words.working_capital), money.working_capital))
    return _shares(parts, money, voice)


def _source_shares(money: Investment, voice: Voice) -> tuple[Share, ...]:
    parts = [
        (voice.words.choice(source.kind), source.amount)
        for source in money.sources
        if source.amount is not None
    ]
    return _shares(parts, money, voice)


def _shares(
    parts: Sequence[tuple[str, Quantity]], money: Investment, voice: Voice
) -> tuple[Share, ...]:
    amounts = [money.in_yuan(amount) for _, amount in parts]
    counted = [amount for amount in amounts if amount is not None]
    whole = sum(counted, Fraction(0))
    if not whole or len(counted) < len(parts):
        return ()
    within = voice.within(money)
    tenths = _tenths([amount / whole for amount in counted])
    said = [(name, within.speaker.say(quantity)) for name, quantity in parts]
    return tuple(
        Share(name, value.short, float(amount * 100 / whole), f"{tenth / 10:.1f}%", value)
        for (name, value), amount, tenth in zip(said, counted, tenths, strict=True)
    )


def _tenths(shares: Sequence[Fraction]) -> list[int]:
    """Return shares that add up to 1 in tenths of a per cent that add up to 1000.

    The largest remainders are rounded up, which is how seats are given to lists (Hare).
    """
    tenths = [int(share * 1000) for share in shares]
    left = 1000 - sum(tenths)
    by_remainder = sorted(range(len(shares)), key=lambda n: (tenths[n] - shares[n] * 1000, n))
    for n in by_remainder[:left]:
        tenths[n] += 1
    return tenths


def _sort_keys(project: PublicProject) -> dict[str, float]:
    land = project.scale.land
    return {
        "investment": float(project.investment.total_in_yuan),
        "land": float(land.reference()) if land is not None else 0.0,
        "updated": float(project.updated.toordinal()),
    }


def sum_of(quantities: Sequence[Quantity], unit: Unit, word: str = "") -> Quantity:
    """Return the sum of quantities of one dimension in one unit; of ranges it is a range."""
    low, high = (
        sum((end.reference() for end in ends), Fraction(0)) / unit.factor
        for ends in ([q.lowest for q in quantities], [q.highest for q in quantities])
    )
    least, most = (Decimal(end.numerator) / Decimal(end.denominator) for end in (low, high))
    return Quantity(least, most, unit, word, common_bound(q.bound for q in quantities))
