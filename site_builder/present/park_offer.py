"""What a park offers and asks for it: the figures that pages, traces and comparisons share."""

from collections.abc import Sequence

from site_builder.content.park import Band, PlotStatus, Tariff
from site_builder.content.plant import PlantUse
from site_builder.content.project_argument import UtilityKind
from site_builder.present.project import sum_of
from site_builder.publish.public import PublicCatalog, PublicPark
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.units import BASES, Unit

MU = Unit(BASES["亩"])
KEY_UTILITIES = (
    UtilityKind.POWER,
    UtilityKind.WATER,
    UtilityKind.GAS,
    UtilityKind.STEAM,
    UtilityKind.SEWAGE_TREATMENT,
)
"""What a factory cannot do without, in the order in which an investor asks for it."""


def available_area(parks: Sequence[PublicPark]) -> Quantity:
    """Return the area of all plots that can be had, in mu."""
    return sum_of(
        [plot.area for park in parks for plot in park.plots if plot.status is PlotStatus.AVAILABLE],
        MU,
    )


def lowest_price(park: PublicPark) -> Quantity:
    """Return the lowest starting price of the plots that can be had, or of all."""
    offered = [plot for plot in park.plots if plot.status is PlotStatus.AVAILABLE]
    return min((plot.price for plot in offered or park.plots), key=Quantity.reference)


def lowest_rent(park: PublicPark) -> Quantity | None:
    """Return the lowest rent of the ready-built factories; None if there are none."""
    rents = (plant.rent for plant in park.plants if plant.use is PlantUse.FACTORY)
    return min(rents, key=Quantity.reference, default=None)


def day_tariff(park: PublicPark, kind: UtilityKind) -> Tariff | None:
    """Return the lowest price of a utility that holds by day; those of the night may be lower.

    Where prices differ by the time of day, it is a flat one: what is stated beside them without a
    time, such as the average of a trade, is paid at no hour. Elsewhere it is any price.
    """
    stated = [tariff for tariff in park.tariffs if tariff.kind is kind]
    is_timed = any(tariff.band is not None for tariff in stated)
    by_day = [t for t in stated if t.band is (Band.FLAT if is_timed else None)]
    return min(by_day, key=lambda tariff: tariff.price.reference(), default=None)


def planned_on(park: str, catalog: PublicCatalog) -> dict[str, str]:
    """Return the slugs of the projects that are meant for the plots of a park, by plot."""
    return {
        plot: slug
        for slug, project in catalog.projects.items()
        if project.park == park
        for plot in project.plots
    }
