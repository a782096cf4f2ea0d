"""What it costs to enter a park: its land, its threshold, the prices of its utilities."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from site_builder.content.park import Plot, Tariff
from site_builder.content.project_argument import UtilityKind
from site_builder.present.neighbours import link
from site_builder.present.park_offer import KEY_UTILITIES, day_tariff, lowest_rent
from site_builder.present.trace_views import CostRow, ParkCostView
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCatalog, PublicPark
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.units import BASES, Unit

_YUAN = Unit(BASES["元"])


def land_cost(plot: Plot) -> Quantity:
    """Return a plot's starting price times its area, in yuan."""
    return _times(plot.price, plot.area)


def least_investment(plot: Plot, park: PublicPark) -> Quantity | None:
    """Return the least fixed investment for a plot, in yuan; None without a threshold."""
    return _times(park.threshold.investment_per_area, plot.area) if park.threshold else None


def _times(price: Quantity, area: Quantity) -> Quantity:
    # Yuan per square metre times square metres: exact, as the parts of a mu cancel out.
    money = price.reference() * area.reference()
    value = Decimal(money.numerator) / Decimal(money.denominator)
    return Quantity(value, value, _YUAN, "万", price.bound)


def park_costs(
    slugs: Iterable[str], catalog: PublicCatalog, voice: Voice
) -> tuple[ParkCostView, ...]:
    """Return threshold and key prices of each park that states any."""
    costs = []
    for slug in slugs:
        park = catalog.parks[slug]
        rows = (*_threshold(park, voice), *_prices(park, voice))
        source = voice.text(park.threshold.source) if park.threshold else ""
        if rows:
            costs.append(ParkCostView(link("park", slug, park, voice), rows, source))
    return tuple(costs)


def _threshold(park: PublicPark, voice: Voice) -> Iterator[CostRow]:
    if park.threshold is None:
        return
    words, say = voice.words["park"], voice.speaker.say
    yield CostRow(str(words.investment_per_area), say(park.threshold.investment_per_area), "")
    if park.threshold.output_per_area is not None:
        yield CostRow(str(words.output_per_area), say(park.threshold.output_per_area), "")
    yield CostRow(str(words.tax_per_area), say(park.threshold.tax_per_area), "")


def _prices(park: PublicPark, voice: Voice) -> Iterator[CostRow]:
    words = voice.words["gap"]
    for kind in KEY_UTILITIES:
        lowest = day_tariff(park, kind)
        if lowest is not None:
            label = words.power if kind is UtilityKind.POWER else voice.words.choice(kind)
            yield CostRow(str(label), voice.speaker.say(lowest.price), _user(lowest, voice))
    rent = lowest_rent(park)
    if rent is not None:
        yield CostRow(str(words.rent), voice.speaker.say(rent), "")


def _user(tariff: Tariff, voice: Voice) -> str:
    """Return who pays this price, at what voltage, and its year."""
    user = voice.text(tariff.user) if tariff.user else ""
    parts = [user, tariff.voltage or "", voice.year(tariff.year)]
    return str(voice.words["site"].list_joint).join(part for part in parts if part)
