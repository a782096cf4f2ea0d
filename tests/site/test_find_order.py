"""What matters to an investor comes first: land, the way, power, the cost of entry."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from tests.county_copy import CountyCopy
from tests.site.finding import Finding, plots_in
from tests.site.served import serving
from tests.site.tiny import built
from tests.site.website import records

PARK = "parks/hexi.yml"
POWER = """  - {kind: power, ready: %s, detail: {zh: 35千伏, en: 35 kV}}
distances:"""
PRICES = """tariffs:
  - {kind: power, band: flat, price: %s元/千瓦时, year: 2026, source: {zh: 示例, en: Sample}}
policies: [standard-land]
"""


def test_land_that_is_too_small_is_left_out(finding: Finding) -> None:
    """Only plots of the size that is wanted are shown, in mu as in hectares, the closest first."""
    finding.point("manganese-materials").page.select_option("#by", "land")
    finding.page.fill("#size", "90")
    areas = {
        p["id"].upper(): Decimal(p["area"].removesuffix("亩"))
        for park in records("parks").values()
        for p in park["plots"]
    }
    shown = [areas[plot] for title in finding.titles("plot") for plot in plots_in([title])]
    assert sorted(shown) == shown
    assert min(shown) == 90
    finding.page.select_option("#unit", "ha")
    finding.page.fill("#size", "6")
    assert shown == [areas[p] for title in finding.titles("plot") for p in plots_in([title])]


def written_distance(slug: str, kind: str) -> Decimal | None:
    """Return how far a project lies from the nearest hub of a kind, as authors wrote it."""
    project = records("projects")[slug]
    ways = (
        records("parks")[project["park"]]["distances"]
        if "park" in project
        else project.get("conditions", {}).get("distances", [])
    )
    found = [Decimal(w["distance"].removesuffix("公里")) for w in ways if w["kind"] == kind]
    return min(found, default=None)


@pytest.mark.parametrize("hub", ["airport", "railway", "expressway", "port"])
def test_the_nearest_come_first(finding: Finding, hub: str) -> None:
    """Sorted by a distance, projects stand from near to far; those without it come last."""
    finding.page.select_option("#by", hub)
    found = [written_distance(slug, hub) for slug in finding.slugs("project")]
    assert len(records("projects")) == len(found)
    known = [way for way in found if way is not None]
    assert sorted(known) == known
    assert [None] * (len(found) - len(known)) == found[len(known) :]


def cost(title: str) -> Decimal:
    """Return what a plot costs at its starting price, in 万元, as authors wrote both."""
    plot = next(
        p
        for park in records("parks").values()
        for p in park["plots"]
        if p["id"].upper() in plots_in([title])
    )
    price = Decimal(plot["price"].removesuffix("万元/亩"))
    return price * Decimal(plot["area"].removesuffix("亩"))


def test_the_cheapest_entry_comes_first(finding: Finding) -> None:
    """Sorted by the cost of entry, plots stand from cheap to dear, rented factories by rent."""
    finding.page.select_option("#by", "cost")
    costs = [cost(title) for title in finding.titles("plot")]
    assert len(costs) > 10
    assert sorted(costs) == costs
    finding.page.select_option("#way", "rent")
    finding.titles("plant")
    said = finding.page.locator("#fits-plant .fit__facts dd:last-child").all_inner_texts()
    rents = [Decimal(found) for text in said for found in re.findall(r"RMB\s(\d+)/m²", text)]
    assert len(said) / 2 <= len(rents)
    assert sorted(rents) == rents


def test_the_cheapest_power_comes_first(finding: Finding) -> None:
    """Sorted by power, parks stand by their lowest flat price, not by the average of a trade."""
    finding.page.select_option("#by", "power")
    by_day = {
        slug: min(
            Decimal(t["price"].removesuffix("元/千瓦时"))
            for t in park["tariffs"]
            if t["kind"] == "power" and t.get("band") == "flat"
        )
        for slug, park in records("parks").items()
    }
    prices = [by_day[slug] for slug in finding.slugs("park")]
    assert sorted(by_day.values()) == prices
    assert len(prices) == len(by_day)
    assert f"{prices[0]}/kWh" in finding.page.inner_text("#fits-park .fit >> nth=0")


def test_a_park_without_power_stands_below_those_that_have_it(tiny: CountyCopy, page: Page) -> None:
    """The lowest price is worth nothing where no line reaches the plots; the reasons say so."""
    tiny.edit(PARK, "distances:", POWER % "no")
    tiny.edit(PARK, "policies: [standard-land]\n", PRICES % "0.30")
    served = tiny.file(PARK).read_text("utf-8").replace("Hexi Park", "Dongling Park")
    served = served.replace("河西工业园", "东岭工业园").replace("hx-0", "dl-0")
    served = served.replace("kind: power, ready: no", "kind: power, ready: yes")
    tiny.file("parks/dongling.yml").write_text(served.replace("0.30", "0.50"), "utf-8")
    with serving(built(tiny).folder) as address:
        finding = Finding(page, address).open()
        page.select_option("#by", "power")
        assert finding.slugs("park") == ["dongling", "hexi"]
        assert any("power" in why for why in finding.why("park", "Hexi Park"))
