"""A project that a park lets in must reach what the park asks for on its land."""

import pytest

from site_builder.diagnostics import Rule
from tests.checks.land.demands import PARK, PROJECT, ask, land_facts, land_findings
from tests.county_copy import CountyCopy


def test_less_land_or_more_money_would_meet_the_demand(county: CountyCopy) -> None:
    """2.6亿元 on 50 mu is 520万元 a mu; 600万元 a mu takes 43 mu, or 3亿元."""
    ask(county, investment_per_area="600万元/亩")
    facts = land_facts(county)

    assert facts["actual"] == "520万元/亩"
    assert facts["reckoned_zh"] == "（2.6亿元 ÷ 50亩）"
    assert (
        facts["remedy_zh"]
        == "用地由 50亩 减至 43亩，或固定资产投资增至 3亿元（增加 4000万元），即可达到 600万元/亩"
    )
    assert (
        facts["remedy_en"] == "43亩 instead of 50亩 would meet 600万元/亩, "
        "and so would fixed investment of 3亿元 (4000万元 more)"
    )


def test_where_no_mu_would_do_only_the_amount_is_named(county: CountyCopy) -> None:
    """No land is small enough for a project that invests less than one mu asks for."""
    ask(county, investment_per_area="3亿元/亩")
    facts = land_facts(county)

    assert facts["remedy_zh"] == "固定资产投资增至 150亿元（增加 147.4亿元），即可达到 3亿元/亩"
    assert facts["remedy_en"] == "fixed investment of 150亿元 (147.4亿元 more) would meet 3亿元/亩"


@pytest.mark.parametrize(
    ("money", "place"),
    [
        ("total: 3.2亿元", []),
        ("total: 2000万美元\n  exchange: [{rate: 7.10元/美元, date: 2026-09-01}]", ["total"]),
        ("total: 2000万美元", []),
        ("total: 2至3.2亿元", []),
        ("total: 2至2.9亿元", ["total"]),
        ("total: 3.2亿元\n  working_capital: 3000万元", ["total"]),
        ("total: 3.2亿元\n  working_capital: 1000万元\n  interest: 1000万元", []),
    ],
)
def test_without_fixed_assets_the_rest_of_the_total_counts(
    county: CountyCopy, money: str, place: list[str]
) -> None:
    """300万元 on each of 100 mu: the total without working capital and interest must be 3亿元."""
    ask(county, investment_per_area="300万元/亩")
    county.edit("projects/recycling.yml", "status: in-review", "status: approved")
    county.edit("projects/recycling.yml", "total: 8000万元", money)
    county.edit("projects/recycling.yml", "land: 30亩", "land: 100亩")
    county.edit("projects/recycling.yml", "plots: [hx-02]\n", "")
    found = [
        each.field
        for each in county.breaches(Rule.BELOW_PARK_THRESHOLD)
        if each.place.path.stem == "recycling"
    ]
    assert [f"investment.{name}" for name in place] == found


@pytest.mark.parametrize(
    ("land", "found"),
    [
        ("50至60亩", []),
        ("51至60亩", ["investment.fixed_assets"]),
        ("3.4公顷", ["investment.fixed_assets"]),
    ],
)
def test_a_range_of_land_counts_by_its_better_end(
    county: CountyCopy, land: str, found: list[str]
) -> None:
    """A project that could meet the demand on the least of its land is not reported."""
    ask(county, investment_per_area="520万元/亩")
    county.edit(PROJECT, "land: 50亩", f"land: {land}")
    assert found == [
        field for rule, field in land_findings(county) if rule is Rule.BELOW_PARK_THRESHOLD
    ]


def test_land_that_its_plots_do_not_have_is_reported_once(county: CountyCopy) -> None:
    """A nought too many under land is no lack of investment as well."""
    ask(county, investment_per_area="300万元/亩")
    county.edit(PROJECT, "land: 50亩", "land: 500亩")
    assert land_findings(county) == []
    assert [each.field for each in county.breaches(Rule.PLOTS_TOO_SMALL)] == ["scale.land"]


def test_tax_on_each_mu_counts_where_the_sum_is_not_given(county: CountyCopy) -> None:
    """A brief may state tax by the mu alone."""
    ask(county, tax_per_area="8万元/亩")
    county.edit(PROJECT, "  revenue: 9亿元\n", "  revenue: 9亿元\n  tax_per_area: 7万元/亩\n")
    (finding,) = county.breaches(Rule.BELOW_PARK_THRESHOLD)

    assert finding.field == "benefits.tax_per_area"
    assert finding.facts["reckoned_en"] == " (350万元 ÷ 50亩)"


def test_without_land_a_ratio_is_still_held_against_the_table(county: CountyCopy) -> None:
    """A ratio needs no land; then there is no land to reduce."""
    ask(county, plot_ratio="0.8")
    county.edit(PROJECT, "  land: 50亩\n", "  plot_ratio: 0.7\n")

    assert land_facts(county)["remedy_zh"] == "把容积率提高到 0.8"


@pytest.mark.parametrize("use", ["commercial", "storage"])
def test_shops_are_not_held_against_the_table_of_industry(county: CountyCopy, use: str) -> None:
    """A hotel on a commercial plot of a park need not invest like a factory."""
    ask(county, investment_per_area="600万元/亩")
    plot = "id: hx-01\n    area: 50亩\n    use: "
    county.edit(PARK, f"{plot}industrial-2", f"{plot}{use}")
    assert (use == "storage") == bool(land_findings(county))


@pytest.mark.parametrize(
    ("code", "kind", "found"),
    [
        ("C3985", "industrial", True),
        ("G5930", "logistics", True),
        ("G5930", "industrial", False),
        ("A0314", "industrial", False),
        ("D4620", "industrial", False),
        ("A0314", "logistics", False),
    ],
)
def test_the_table_is_for_manufacturing_and_for_warehouses_in_a_logistics_park(
    county: CountyCopy, code: str, kind: str, found: bool
) -> None:
    """Goats and sewage works need not earn on each mu what a factory earns."""
    ask(county, investment_per_area="600万元/亩")
    county.edit(PARK, "kind: industrial", f"kind: {kind}")
    county.edit(PROJECT, "classification: C3985", f"classification: {code}")
    assert found == bool(county.breaches(Rule.BELOW_PARK_THRESHOLD))


@pytest.mark.parametrize("land", ["0亩", "0平方米"])
def test_land_of_no_size_is_not_divided_by(county: CountyCopy, land: str) -> None:
    """What is nonsense is no density."""
    ask(county, investment_per_area="600万元/亩")
    county.edit(PROJECT, "land: 50亩\n", f"land: {land}\n  office_land: {land}\n  coverage: 60%\n")
    assert land_findings(county) == []


@pytest.mark.parametrize("land", ["999999999999999万亿平方公里", "0.000000001平方米", "约50亩"])
@pytest.mark.parametrize("money", ["999999999999999万亿元", "0.000000001元", "不超过2.6亿元"])
def test_no_number_is_too_large_or_too_small(county: CountyCopy, land: str, money: str) -> None:
    """Every figure that can be read can be judged, and said."""
    ask(county, investment_per_area="999999999999999万亿元/平方米", plot_ratio="999999999999")
    county.edit(PARK, "planned_area: 3000亩", "planned_area: 0.000000001平方米")
    county.edit(
        PROJECT, "land: 50亩\n", f"land: {land}\n  office_land: {land}\n  plot_ratio: 0.000001\n"
    )
    county.edit(PROJECT, "fixed_assets: 2.6亿元", f"fixed_assets: {money}")
    fields = {field for _, field in land_findings(county)}
    assert {"scale.plot_ratio", "scale.office_land"} <= fields
    for finding in county.breaches(*(rule for rule, _ in land_findings(county))):
        assert "E+" not in finding.help("zh") + finding.message("en")
