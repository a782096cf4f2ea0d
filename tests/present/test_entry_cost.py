"""What it costs to enter: exact for an exact price, a range for a range, by day and by park."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.content.park import Plot
from site_builder.content.project_argument import UtilityKind
from site_builder.present.county_view import CountyView
from site_builder.present.entry_cost import land_cost
from site_builder.present.park_offer import day_tariff
from site_builder.present.trace_views import TraceView
from site_builder.quantities.reading import read_quantity
from tests.county_copy import COUNTY, CountyCopy

THEME = Path(__file__).parents[2] / "theme"
PARK, INDUSTRY, PROJECT = "parks/hexi.yml", "industries/batteries.yml", "projects/cathode.yml"
SOURCE = 'year: 2026, source: {zh: 省电网价格公告，2026年, en: "Price list of the grid, 2026"}'
AVERAGE = f"  - {{kind: power, price: 0.42元/千瓦时, {SOURCE}}}\n"
FLAT = f"  - {{kind: power, band: flat, price: 0.49元/千瓦时, {SOURCE}}}\n"
LOWER = f"  - {{kind: power, band: flat, price: 0.46元/千瓦时, {SOURCE}}}\n"
VALLEY = f"  - {{kind: power, band: valley, price: 0.24元/千瓦时, {SOURCE}}}\n"


def with_tariffs(county: CountyCopy, *tariffs: str) -> CountyCopy:
    """Let the park state these prices."""
    before = "policies: [standard-land]\n"
    county.edit(PARK, before, f"tariffs:\n{''.join(tariffs)}{before}")
    return county


def prepared(county: CountyCopy) -> Mapping[str, CountyView]:
    """Return what pages are given."""
    return prepare(county.root, THEME).counties


def gap(county: CountyCopy, language: str, slug: str) -> TraceView:
    """Return a gap of the tiny county."""
    traces = prepared(county)[language].traces["batteries"]
    return next(trace for trace in traces if trace.slug == slug)


@pytest.mark.parametrize(
    ("price", "area", "cost"),
    [
        ("9.6万元/亩", "50亩", "480万元"),
        ("144元/平方米", "50亩", "480万元"),
        ("8—12万元/亩", "50亩", "400—600万元"),
        ("10万元/亩", "40—60亩", "400—600万元"),
        ("8—12万元/亩", "约50亩", "约400—600万元"),
        ("不低于8万元/亩", "50亩", "不低于400万元"),
        ("约8万元/亩", "不超过50亩", "约400万元"),
    ],
)
def test_a_plot_costs_its_price_times_its_area(price: str, area: str, cost: str) -> None:
    """The least price for the least area to the most for the most, no more exact than they are."""
    fields = {"id": "a", "use": "storage", "status": "available", "price": price, "area": area}
    assert read_quantity(cost) == land_cost(Plot.model_validate(fields))


def test_a_range_of_prices_is_read_as_a_range(county: CountyCopy) -> None:
    """Neither the page of the gap nor the comparison takes its middle for the price."""
    county.edit(
        PARK,
        "area: 50亩\n    use: industrial-2\n    status: available\n    price: 9.6万元/亩",
        "area: 50亩\n    use: industrial-2\n    status: available\n    price: 8—12万元/亩",
    )
    (site,) = gap(county, "zh", "cathode").sites
    assert site.cost.short == "400至600万元"
    items = {item.key: item for item in prepared(county)["zh"].find.items}
    assert items["hexi/hx-01"].measures.said["cost"] == "400至600万元"
    assert items["cathode"].measures.said["cost"] == "400至600万元"


@pytest.mark.parametrize(
    ("tariffs", "price"),
    [
        ((AVERAGE, FLAT, LOWER, VALLEY), "0.46元/千瓦时"),
        ((AVERAGE,), "0.42元/千瓦时"),
        ((VALLEY,), None),
    ],
)
def test_power_by_day_is_a_flat_price(
    county: CountyCopy, tariffs: tuple[str, ...], price: str | None
) -> None:
    """An average is no flat price where flat prices are stated; the price of the night is none."""
    (park,) = with_tariffs(county, *tariffs).public().parks.values()
    found = day_tariff(park, UtilityKind.POWER)
    assert (read_quantity(price) if price else None) == (found.price if found else None)


def test_the_lowest_power_is_that_of_the_cheapest_park_and_says_whose(county: CountyCopy) -> None:
    """Of two parks that suit a gap, the figure is the lower price, with the park's name."""
    with_tariffs(county, FLAT)
    text = county.file(PARK).read_text("utf-8")
    second = text.replace("河西工业园", "东岭工业园").replace("Hexi Park", "Dongling Park")
    second = second.replace("hx-0", "dl-0").replace("0.49元", "0.46元")
    county.file("parks/dongling.yml").write_text(second, "utf-8")
    county.edit(
        INDUSTRY,
        "    parks: [hexi]\n    plots: [hx-01]\n",
        "    parks: [hexi, dongling]\n    plots: [hx-01, dl-01]\n",
    )
    figures = {figure.label: figure for figure in gap(county, "en", "cathode").figures}
    power = figures["Lowest flat-rate power"]
    assert ("RMB 0.46/kWh", "Dongling Park") == (power.value.short, power.note)


def test_land_outside_the_parks_costs_what_its_brief_says(county: CountyCopy) -> None:
    """The brief's own cost of land, what is invested on a mu, and on what title the land is had."""
    county.edit(PROJECT, "park: hexi\nplots: [hx-01]\n", "")
    county.edit(INDUSTRY, "    parks: [hexi]\n    plots: [hx-01]\n", "")
    (cost,) = gap(county, "en", "cathode").costs
    assert cost.of.path == "en/projects/cathode/"
    rows = {row.label: row.value.short for row in cost.rows}
    assert rows["Investment per mu"] == "RMB 6.4 million/mu"


def test_the_price_list_of_a_park_is_named_after_it() -> None:
    """A gap on a plot of a park is given the costs of that park."""
    county = prepare(COUNTY, THEME).counties["en"]
    for trace in county.traces["batteries"]:
        assert {cost.of.title for cost in trace.costs} <= {"Hexi Park"}
