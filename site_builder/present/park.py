"""A park as it is shown."""

from collections.abc import Iterator, Sequence

from site_builder.content.project_argument import UtilityKind
from site_builder.present.links import landscape_path, record_path
from site_builder.present.map_view import WayThere
from site_builder.present.navigation import ways_there
from site_builder.present.neighbours import link, links
from site_builder.present.park_offer import (
    available_area,
    day_tariff,
    lowest_price,
    lowest_rent,
    planned_on,
)
from site_builder.present.plan import PlanView, present_plan
from site_builder.present.plots import plots_said
from site_builder.present.views import KeyFigure, ParkView, PlotView, ProjectView
from site_builder.present.voice import OldYear, Voice
from site_builder.present.words import Choice
from site_builder.publish.public import PublicCatalog, PublicPark
from site_builder.quantities.speaking import Spoken


def present_park(
    slug: str, projects: Sequence[ProjectView], catalog: PublicCatalog, voice: Voice
) -> ParkView:
    """Return the view of one park; `projects` are those planned in it."""
    park = catalog.parks[slug]
    plan = present_plan(catalog.plans[slug], voice) if slug in catalog.plans else None
    plots = _plots(slug, catalog, plan, voice)
    return ParkView(
        slug=slug,
        path=record_path("park", slug, voice.language),
        landscape=landscape_path("park", slug),
        brief=voice.shown(park),
        figures=_figures(park, voice),
        price=voice.speaker.say(lowest_price(park)),
        rent=_lowest_rent(park, voice),
        plots=plots,
        available=voice.speaker.say(available_area([park])),
        projects=tuple(projects),
        industries=links("industry", park.industries, catalog.industries, voice),
        policies=links("policy", park.policies, catalog.policies, voice),
        ways=ways_there(park.position.wgs84, park.title.zh, voice.words),
        plan=plan,
        plots_said=plots_said(plots, voice),
    )


def _plots(
    slug: str, catalog: PublicCatalog, plan: PlanView | None, voice: Voice
) -> tuple[PlotView, ...]:
    planned = {
        plot: link("project", name, catalog.projects[name], voice)
        for plot, name in planned_on(slug, catalog).items()
    }
    park = catalog.parks[slug]
    rows = voice.alike(amount for plot in park.plots for amount in (plot.area, plot.price))
    return tuple(
        PlotView(
            rows.shown(plot),
            Choice(plot.status.value, voice.words.choice(plot.status)),
            float(plot.area.reference()),
            planned.get(plot.id),
            _ways(plot.id, plan, park, voice),
        )
        for plot in park.plots
    )


def _ways(plot: str, plan: PlanView | None, park: PublicPark, voice: Voice) -> tuple[WayThere, ...]:
    """Return the ways to the middle of a plot; none where its corners are not known."""
    if plan is None or plot not in plan.middles:
        return ()
    # As its park is called in these programs, in either language.
    name = f"{park.title.zh} {plot.upper()}"
    return ways_there(plan.middles[plot], name, voice.words)


def _figures(park: PublicPark, voice: Voice) -> tuple[KeyFigure, ...]:
    """Return what decides between parks: land to be had, its price, power, the way there."""
    words, say = voice.words["park"], voice.speaker.say
    figures = [
        KeyFigure(str(words.available), say(available_area([park]))),
        KeyFigure(str(words.price), say(lowest_price(park))),
        *_power(park, voice),
    ]
    if park.distances:
        nearest = min(park.distances, key=lambda way: way.distance.reference())
        label = str(words.nearest).format(place=voice.text(nearest.to))
        figures.append(KeyFigure(label, say(nearest.distance)))
    return tuple(figures)


def _power(park: PublicPark, voice: Voice) -> Iterator[KeyFigure]:
    """Yield the lowest price of power that holds by day; those of the night may be lower."""
    words = voice.words["park"]
    cheapest = day_tariff(park, UtilityKind.POWER)
    if cheapest is not None:
        prices = [tariff for tariff in park.tariffs if tariff.kind is UtilityKind.POWER]
        lowest = min(tariff.price.reference() for tariff in prices)
        is_lowest = cheapest.price.reference() == lowest
        label = words.lowest_power if is_lowest else words.lowest_flat_power
        year = voice.year(cheapest.year)
        note = year if isinstance(year, OldYear) else ""
        yield KeyFigure(str(label), voice.speaker.say(cheapest.price), note)


def _lowest_rent(park: PublicPark, voice: Voice) -> Spoken | None:
    rent = lowest_rent(park)
    return voice.speaker.say(rent) if rent is not None else None
