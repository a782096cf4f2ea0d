import pytest

from site_builder.checks.land.density import Density
from site_builder.checks.land.land_standards import (
    least_coverage,
    least_plot_ratio,
    national_standards,
)
from site_builder.content.settings import Limits
from site_builder.diagnostics import Rule
from site_builder.quantities.reading import read_quantity
from tests.county_copy import CountyCopy

PROJECT = "projects/cathode.yml"
PARK = "parks/hexi.yml"
NO_LIMITS = Limits()


def ask(county: CountyCopy, **table: str) -> None:
    """Give the park of the tiny county a table that asks for little, but for `table`."""
    asked = {
        "investment_per_area": "1万元/亩",
        "tax_per_area": "1万元/亩",
        "plot_ratio": "0.1",
        "coverage": "1%",
    }
    lines = "".join(f"  {name}: {value}\n" for name, value in (asked | table).items())
    threshold = f"threshold:\n{lines}  source: {{zh: 准入标准, en: Standard}}\n"
    county.edit(PARK, "policies: [standard-land]\n", f"{threshold}policies: [standard-land]\n")


def land_findings(county: CountyCopy) -> list[tuple[Rule, str]]:
    """Return rule and place of the findings about land."""
    rules = (Rule.BELOW_PARK_THRESHOLD, Rule.BELOW_LAND_STANDARD, Rule.OFFICE_SHARE_HIGH)
    return [(each.rule, each.field) for each in county.breaches(*rules)]


def land_facts(county: CountyCopy) -> dict[str, str]:
    """Return the facts of the only finding about land."""
    (facts,) = [each.facts for each in county.breaches(Rule.BELOW_PARK_THRESHOLD)]
    return dict(facts)


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


def test_land_that_its_uses_do_not_make_is_reported_once(county: CountyCopy) -> None:
    """120 mu mistyped as 140 is no plot too small as well."""
    use = "    - {use: {zh: 生产用地, en: Production}, area: 50亩}\n"
    county.edit(PROJECT, "  land: 50亩\n", f"  land: 90亩\n  land_uses:\n{use}")
    rules = (Rule.LAND_MISMATCH, Rule.PLOTS_TOO_SMALL, Rule.PARK_OVERCOMMITTED)
    assert [Rule.LAND_MISMATCH] == [finding.rule for finding in county.breaches(*rules)]


def test_tax_on_each_mu_counts_where_the_sum_is_not_given(county: CountyCopy) -> None:
    """A brief may state tax by the mu alone."""
    ask(county, tax_per_area="8万元/亩")
    county.edit(PROJECT, "  revenue: 9亿元\n", "  revenue: 9亿元\n  tax_per_area: 7万元/亩\n")
    (finding,) = county.breaches(Rule.BELOW_PARK_THRESHOLD)

    assert finding.field == "benefits.tax_per_area"
    assert finding.facts["reckoned_en"] == " (350万元 ÷ 50亩)"


@pytest.mark.parametrize(
    ("park", "found"),
    [
        ("0.55", [Rule.BELOW_LAND_STANDARD, Rule.BELOW_PARK_THRESHOLD]),
        ("0.6", [Rule.BELOW_PARK_THRESHOLD]),
        ("0.7", [Rule.BELOW_PARK_THRESHOLD]),
        ("0.5", [Rule.BELOW_LAND_STANDARD]),
    ],
)
def test_the_standard_is_named_only_where_it_asks_for_more(
    county: CountyCopy, park: str, found: list[Rule]
) -> None:
    """C3985 must have 0.6; a park that asks for as much says so alone."""
    ask(county, plot_ratio=park)
    county.edit(PROJECT, "land: 50亩\n", "land: 50亩\n  plot_ratio: 0.5\n")
    assert found == [rule for rule, _ in land_findings(county)]


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


@pytest.mark.parametrize(
    ("code", "tenure", "found"),
    [
        ("A0314", "transfer-of-use", False),
        ("A0314", "leased", False),
        ("C1353", "transfer-of-use", False),
        ("C1353", "leased", True),
        ("A0314", "transferred", True),
    ],
)
def test_forage_land_is_not_taken_in_the_park(
    county: CountyCopy, code: str, tenure: str, found: bool
) -> None:
    """Of 850 mu 800 are farmed elsewhere; a factory that leases land takes it in the park."""
    uses = (
        "    - {use: {zh: 养殖用地, en: Barns}, area: 50亩, tenure: transferred}\n"
        f"    - {{use: {{zh: 饲草基地, en: Forage}}, area: 800亩, tenure: {tenure}}}\n"
    )
    county.edit(PROJECT, "  land: 50亩\n", f"  land: 850亩\n  land_uses:\n{uses}")
    county.edit(PROJECT, "classification: C3985", f"classification: {code}")
    rules = (Rule.PLOTS_TOO_SMALL, Rule.PARK_OVERCOMMITTED)
    assert ([Rule.PLOTS_TOO_SMALL] if found else []) == [
        finding.rule for finding in county.breaches(*rules)
    ]


@pytest.mark.parametrize(
    ("code", "ratio", "coverage"),
    [
        ("C1495", "1.0", "40%"),
        ("C2613", "0.6", "40%"),
        ("C25", "0.5", "40%"),
        ("C29", "0.8", "40%"),
        ("C2911", "0.8", "40%"),
        ("C2921", "1.0", "40%"),
        ("C3985", "0.6", "40%"),
        ("C3989", "1.0", "40%"),
        ("C4310", None, "40%"),
    ],
)
def test_the_closest_row_of_the_national_table_holds(
    code: str, ratio: str | None, coverage: str
) -> None:
    """Plastics are a group of C29, and a class may leave its division."""
    least, covered = least_plot_ratio(code, NO_LIMITS), least_coverage(code, NO_LIMITS)
    assert ratio == (least.written if least is not None else None)
    assert covered is not None
    assert (coverage, True) == (covered.written, covered.is_national)


def test_rows_of_the_county_come_before_the_national_ones() -> None:
    """A row for all manufacturing is less close than one for a division, and both come first."""
    source = {"zh": "省标准", "en": "Provincial standard"}
    limits = Limits.model_validate(
        {
            "land_standards": [
                {"coverage": "45%", "source": source},
                {"classification": ["C26", "C27"], "coverage": "35%", "source": source},
            ]
        }
    )
    written = [
        least.written
        for code in ("C2613", "C3989")
        for least in (least_coverage(code, limits), least_plot_ratio(code, limits))
        if least is not None
    ]
    assert written == ["35%", "0.6", "45%", "1.0"]


def test_the_national_table_covers_manufacturing_but_repair() -> None:
    """Each division from C13 to C42 has one figure, and every row says where it is from."""
    divisions = [
        code for row in national_standards() for code in row.classification if len(code) == 3
    ]
    assert sorted(divisions) == [f"C{number}" for number in range(13, 43)]
    assert all("〔" in row.source.zh for row in national_standards())


@pytest.mark.parametrize(
    ("kind", "found"), [("upgrade", True), ("expansion", True), ("reuse", False), ("ppp", False)]
)
def test_standards_hold_for_what_is_built(county: CountyCopy, kind: str, found: bool) -> None:
    """The control indicators are for new, extended and upgraded factories."""
    county.edit(PROJECT, "kind: new-build", f"kind: {kind}")
    county.edit(PROJECT, "land: 50亩\n", "land: 50亩\n  coverage: 20%\n  office_land: 10亩\n")
    expected = [
        (Rule.OFFICE_SHARE_HIGH, "scale.office_land"),
        (Rule.BELOW_LAND_STANDARD, "scale.coverage"),
    ]
    assert sorted(expected if found else []) == sorted(land_findings(county))


def test_the_county_sets_how_much_offices_may_take(county: CountyCopy) -> None:
    """A county may be stricter than 7%."""
    county.edit("county.yml", "internal:\n", "checks: {limits: {office_land: 5%}}\ninternal:\n")
    county.edit(PROJECT, "land: 50亩\n", "land: 50亩\n  office_land: 3亩\n")
    (finding,) = county.breaches(Rule.OFFICE_SHARE_HIGH)
    assert (finding.facts["share"], finding.facts["most"]) == ("6%", "2.5亩")


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


def test_a_mu_is_the_same_in_the_test_and_in_the_program() -> None:
    """3.4 hectares are 51 mu."""
    area = read_quantity("3.4公顷").reference()
    assert Density(area, area, area).most_mu() == 0
    assert area == 51 * read_quantity("1亩").reference()
