"""Mistakes in figures: sums, ratios, returns, land."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from site_builder.checks.land.classification import is_manufacturing
from site_builder.checks.money.benefits import SURCHARGES, surcharges
from site_builder.content.park import PlotStatus
from site_builder.content.project_money import TaxBasis
from site_builder.content.source import Loc
from site_builder.diagnostics import Rule
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.writing import yuan_as_written
from tests.planting.field import Plant, Planted, plants
from tests.planting.kind import kind


def _scaled(plant: Plant, loc: Loc, factor: str) -> str:
    """Return a sum of money that stands at `loc`, times a factor, as an author writes it."""
    amount = _quantity(plant, loc).reference() * Fraction(factor)
    return yuan_as_written(Fraction(f"{float(amount):.2e}"))


def _quantity(plant: Plant, loc: Loc) -> Quantity:
    return read_quantity(plant.written(loc))


def _expected_at(planted: Planted, plant: Plant, loc: Loc, *, key: bool = False) -> Planted:
    """Return the planting with its finding expected at another value, or key, of a file."""
    span = plant.span(loc)
    line, column = (span.key_line, span.key_column) if key else (span.line, span.column)
    return Planted(planted.path, planted.text, line + 1, column + 1, plant.path)


@kind(Rule.SUM_MISMATCH)
def cost_that_breaks_the_sum() -> Iterator[Planted]:
    for plant in plants("projects"):
        loc = ("investment", "items", 0, "cost")
        planted = plant.write(loc, _scaled(plant, loc, "1.2"))
        yield _expected_at(planted, plant, ("investment", "fixed_assets"))


@kind(Rule.SUM_MISMATCH)
def source_that_breaks_the_sum() -> Iterator[Planted]:
    for plant in plants("projects"):
        loc = ("investment", "sources", 0, "amount")
        planted = plant.write(loc, _scaled(plant, loc, "0.9"))
        yield _expected_at(planted, plant, ("investment", "total"))


@kind(Rule.SHARE_MISMATCH)
def shares_of_more_than_the_whole() -> Iterator[Planted]:
    for plant in plants("projects"):
        shares = list(plant.locs(r"cooperation\.parties\.\d+\.share"))
        # «At least 51 %» leaves room for anything.
        if len(shares) > 1 and all(plant.written(loc)[0].isdigit() for loc in shares):
            for loc in shares[:2]:
                planted = plant.write(loc, "97%")
                yield _expected_at(planted, plant, ("cooperation", "parties"), key=True)


@kind(Rule.LAND_MISMATCH)
def land_uses_that_do_not_add_up() -> Iterator[Planted]:
    for plant in plants("projects"):
        for loc in list(plant.locs(r"scale\.land_uses\.0\.area")):
            area = _quantity(plant, loc)
            planted = plant.write(loc, f"{area.low * 2:f}亩")
            yield _expected_at(planted, plant, ("scale", "land_uses"), key=True)


@kind(Rule.PROFIT_MISMATCH)
def cost_that_leaves_another_profit() -> Iterator[Planted]:
    for plant in plants("projects"):
        if surcharges(plant.record.classification) > SURCHARGES:
            continue  # so much of revenue may be taxes that a tenth of the cost can hide in it
        loc = ("benefits", "cost")
        planted = plant.write(loc, _scaled(plant, loc, "0.9"))
        yield _expected_at(planted, plant, ("benefits", "profit"))


@kind(Rule.REVENUE_MISMATCH)
def price_with_a_digit_changed() -> Iterator[Planted]:
    for plant in plants("projects"):
        loc = ("scale", "products", 0, "price")
        if loc not in plant.entry.source.spans or plant.record.scale.visitors:
            continue
        price = re.match(r"[\d.]+", plant.written(loc))
        if price is not None:
            planted = plant.write(loc, f"9{plant.written(loc)}")
            yield _expected_at(planted, plant, ("benefits", "revenue"))


@kind(Rule.NET_PROFIT_IMPLAUSIBLE)
def net_profit_above_profit() -> Iterator[Planted]:
    for plant in plants("projects"):
        yield plant.write(("benefits", "net_profit"), _scaled(plant, ("benefits", "profit"), "1.2"))


@kind(Rule.RATIO_MISMATCH)
def profit_rate_of_another_total() -> Iterator[Planted]:
    for plant in plants("projects"):
        yield plant.write(("benefits", "profit_rate"), "31.7%")


@kind(Rule.RATIO_MISMATCH)
def plot_ratio_that_is_not_floor_over_land() -> Iterator[Planted]:
    for plant in plants("projects"):
        floor = plant.record.scale.floor_area
        if floor is not None:
            ratio = floor.reference() / plant.record.scale.land.reference()
            yield plant.write(("scale", "plot_ratio"), f"{float(ratio) * 3:.2f}")


@kind(Rule.FALSE_PRECISION)
def estimate_to_the_last_yuan() -> Iterator[Planted]:
    for plant in plants("projects"):
        for index, value in enumerate(plant.record.benefits.present_values):
            loc = ("benefits", "present_values", index, "value")
            # One yuan more: nothing else can notice.
            yuan = value.value.low + 1
            yield plant.write(loc, f"{yuan:f}元")
            break


@kind(Rule.IRR_MISMATCH)
def rate_of_return_one_point_too_high() -> Iterator[Planted]:
    for plant in plants("projects"):
        bases = {flow.basis for flow in plant.record.benefits.cash_flows}
        for index, rate in enumerate(plant.record.benefits.returns):
            if rate.basis in bases:
                loc = ("benefits", "returns", index, "value")
                yield plant.write(loc, f"{rate.value.low + 1:f}%")


@kind(Rule.NPV_MISMATCH)
def present_value_a_tenth_too_high() -> Iterator[Planted]:
    for plant in plants("projects"):
        bases = {flow.basis for flow in plant.record.benefits.cash_flows}
        for index, value in enumerate(plant.record.benefits.present_values):
            if value.basis in bases:
                loc = ("benefits", "present_values", index, "value")
                yield plant.write(loc, f"{value.value.low * 11 / 100_000:.0f}万元")


@kind(Rule.PAYBACK_MISMATCH)
def payback_half_a_year_too_short() -> Iterator[Planted]:
    for plant in plants("projects"):
        if plant.record.benefits.cash_flows:
            for index, payback in enumerate(plant.record.benefits.paybacks):
                loc = ("benefits", "paybacks", index, "value")
                years = re.match(r"[\d.]+", plant.written(loc))
                if years is not None and payback.includes_construction:
                    yield plant.write(loc, f"{float(years[0]) - 0.5:.1f}年")


@kind(Rule.RETURNS_CONTRADICT)
def after_tax_above_before_tax() -> Iterator[Planted]:
    for plant in plants("projects"):
        if plant.record.benefits.cash_flows:
            continue
        rates = {rate.basis.value: i for i, rate in enumerate(plant.record.benefits.returns)}
        before = plant.record.benefits.returns[rates["before-tax"]].value.low
        yield plant.write(("benefits", "returns", rates["after-tax"], "value"), f"{before + 1:f}%")


@kind(Rule.BELOW_PARK_THRESHOLD)
def coverage_below_the_parks() -> Iterator[Planted]:
    for plant in plants("projects"):
        if plant.record.park is not None and is_manufacturing(plant.record.classification or ""):
            yield plant.write(("scale", "coverage"), "38%")


@kind(Rule.OFFICE_SHARE_HIGH)
def offices_on_a_fifth_of_the_land() -> Iterator[Planted]:
    for plant in plants("projects"):
        made = is_manufacturing(plant.record.classification or "")
        if made and plant.record.scale.office_land is not None:
            land = plant.record.scale.land.low
            yield plant.write(("scale", "office_land"), f"{land / 5:f}亩")


def _age(plant: Plant) -> tuple[date, str]:
    return plant.record.updated, str(plant.path)


@kind(Rule.PLOT_PROMISED_TWICE)
def plot_of_another_project() -> Iterator[Planted]:
    taken = {
        slug: (plant.record.park, _age(plant))
        for plant in plants("projects")
        for slug in plant.record.plots
    }
    for plant in plants("projects"):
        for slug, (park, age) in taken.items():
            # The earlier promise stands.
            if park == plant.record.park and age < _age(plant):
                own = plant.record.plots[0]
                yield plant.write(("plots", 0), f"{own}, {slug}", at=len(own) + 2)


@kind(Rule.PLOTS_TOO_SMALL)
def more_land_than_the_plot_has() -> Iterator[Planted]:
    promised = {slug for plant in plants("projects") for slug in plant.record.plots}
    parks = {plant.path.stem: plant.record for plant in plants("parks")}
    for plant in plants("projects"):
        for plot in parks[plant.record.park].plots if plant.record.park else ():
            small = float(plot.area.reference()) * 1.1 < float(plant.record.scale.land.reference())
            if plot.status is PlotStatus.AVAILABLE and plot.id not in promised and small:
                planted = plant.write(("plots", 0), plot.id)
                yield _expected_at(planted, plant, ("scale", "land"))


@kind(Rule.PLOT_AREA_MISMATCH)
def area_of_a_plot_mistyped() -> Iterator[Planted]:
    for plant in plants("parks"):
        for index, plot in enumerate(plant.record.plots):
            yield plant.write(("plots", index, "area"), f"{plot.area.low / 2:f}亩")


@kind(Rule.TEXT_CONTRADICTS_FIELD)
def summary_with_another_total() -> Iterator[Planted | None]:
    for plant in plants("projects"):
        found = re.search(r"总投资([\d.]+)(亿|万)元", plant.record.summary.zh)
        if found is None:
            continue
        millions = Decimal(found[1]) * (100 if found[2] == "亿" else Decimal("0.01"))
        english = f"RMB {millions.normalize():f} million"
        doubled = f"总投资{Decimal(found[1]) * 2:f}{found[2]}元"
        planted = plant.within(("summary", "zh"), found[0], doubled, at=3)
        # Both languages are changed: neither alone would show it.
        if planted is not None and planted.text.count(english) >= 1:
            text = planted.text.replace(english, f"RMB {millions * 2:f} million", 1)
            yield replace(planted, text=text)


@kind(Rule.PHASES_MISMATCH)
def phases_much_longer_than_construction() -> Iterator[Planted]:
    for plant in plants("projects"):
        phases = plant.record.investment.phases
        if phases:
            first, last = ("investment", "phases", 0), ("investment", "phases", len(phases) - 1)
            for planted in (
                plant.write((*first, "start"), "2021-03"),
                plant.write((*last, "end"), "2036-12"),
            ):
                yield _expected_at(planted, plant, ("scale", "construction"))


@kind(Rule.RETURN_IMPLAUSIBLE)
def present_value_of_many_times_the_investment() -> Iterator[Planted]:
    for plant in plants("projects"):
        if plant.record.benefits.cash_flows:
            continue
        for index, value in enumerate(plant.record.benefits.present_values):
            # That after tax must stay below that before it.
            if value.basis is TaxBasis.BEFORE_TAX:
                loc = ("benefits", "present_values", index, "value")
                yield plant.write(loc, _scaled(plant, ("investment", "total"), "20"))


@kind(Rule.FIGURE_CONTRADICTS_SERIES)
def market_figure_with_a_digit_before_it() -> Iterator[Planted]:
    for plant in plants("projects"):
        market = plant.record.market
        if market is None:
            continue
        charted = {(series.label, year) for series in market.series for year in series.points}
        for index, figure in enumerate(market.figures):
            if (figure.label, figure.year) in charted:
                loc = ("market", "figures", index, "value")
                yield plant.write(loc, re.sub(r"(?=\d)", "9", plant.written(loc), count=1))
