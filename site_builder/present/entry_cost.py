"""What it costs to enter: land, threshold and utilities of a park, or land outside the parks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from site_builder.content.park import Plot, Tariff
from site_builder.content.project_argument import UtilityKind
from site_builder.present.neighbours import link
from site_builder.present.park_offer import KEY_UTILITIES, MU, day_tariff, lowest_rent
from site_builder.present.trace_views import CostRow, EntryCostView
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCatalog, PublicPark, PublicProject
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Bound, Quantity, common_bound
from site_builder.quantities.units import BASES, Unit

_YUAN = Unit(BASES["元"])
_YUAN_A_MU = Unit(BASES["元"], (BASES["亩"],))
_DIGITS = 3
_OF_LAND = re.compile("土地|用地|征地")


def land_cost(plot: Plot) -> Quantity:
    """Return a plot's starting price times its area, in yuan."""
    return _times(plot.price, plot.area)


def unit_cost(plots: Sequence[Plot]) -> float:
    """Return what a square metre of some plots costs at their starting prices, in yuan.

    Of a range it is the lower end. All plots together count as one.
    """
    area = sum((plot.area.lowest.reference() for plot in plots), Fraction(0))
    cost = sum((land_cost(plot).lowest.reference() for plot in plots), Fraction(0))
    return float(cost / area)


def least_investment(plot: Plot, park: PublicPark) -> Quantity | None:
    """Return the least fixed investment for a plot, in yuan; None without a threshold."""
    return _times(park.threshold.investment_per_area, plot.area) if park.threshold else None


def _times(price: Quantity, area: Quantity) -> Quantity:
    """Return the least price for the least area to the most for the most, in yuan."""
    low, high = (
        _yuan(getattr(price, end).reference() * getattr(area, end).reference())
        for end in ("lowest", "highest")
    )
    return Quantity(low, high, _YUAN, "万", common_bound((price.bound, area.bound)))


def _yuan(money: Fraction) -> Decimal:
    # Yuan per square metre times square metres: exact, as the parts of a mu cancel out.
    return Decimal(money.numerator) / Decimal(money.denominator)


def park_costs(
    slugs: Iterable[str], catalog: PublicCatalog, voice: Voice
) -> tuple[EntryCostView, ...]:
    """Return threshold and key prices of each park that states any."""
    costs = []
    for slug in slugs:
        park = catalog.parks[slug]
        rows = (*_threshold(park, voice), *_prices(park, voice))
        source = voice.text(park.threshold.source) if park.threshold else ""
        if rows:
            costs.append(EntryCostView(link("park", slug, park, voice), rows, source))
    return tuple(costs)


def open_land_costs(
    lands: Mapping[str, Quantity], catalog: PublicCatalog, voice: Voice
) -> tuple[EntryCostView, ...]:
    """Return for each project outside the parks what its brief says of the cost of its land.

    That is its own lines about land, on what title each part is had, and what is invested on a mu.
    """
    return tuple(
        EntryCostView(
            link("project", slug, catalog.projects[slug], voice),
            tuple(_open_land(catalog.projects[slug], land, voice)),
        )
        for slug, land in lands.items()
    )


def _open_land(project: PublicProject, land: Quantity, voice: Voice) -> Iterator[CostRow]:
    words, say = voice.words["gap"], voice.speaker.say
    for item in project.investment.items:
        if _OF_LAND.search(item.name.zh):
            yield CostRow(voice.text(item.name), say(item.cost), "")
    money = project.investment.in_yuan(project.investment.total)
    if money is not None and land.lowest.reference():
        yield CostRow(str(words.per_mu_invested), say(_on_a_mu(money, land)), "")
    for part in project.scale.land_uses:
        tenure = voice.words.choice(part.tenure) if part.tenure is not None else ""
        yield CostRow(voice.text(part.use), say(part.area), tenure)


def _on_a_mu(money: Fraction, land: Quantity) -> Quantity:
    # An estimate of a brief has no more than three digits to give.
    per_mu = _yuan(money / (land.reference() / MU.factor))
    value = Decimal(f"{per_mu:.{_DIGITS - 1}e}")
    bound = Bound.EXACT if value == per_mu else Bound.ABOUT
    return Quantity(value, value, _YUAN_A_MU, "万", bound)


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
