"""Figures that follow from each other: those of published proposals do, and spoilt ones do not."""

import pytest

from tests.checks.money.money_briefs import about_money, codes, rewrite
from tests.county_copy import CountyCopy

INVESTMENT = """
total: 10770.91万元
fixed_assets: 7232.89万元
working_capital: 3538.02万元
sources:
  - {kind: equity, amount: 10770.91万元}
basis_year: 2019
margin: 5%
"""
SCALE = "construction: 18个月\nland: 50亩"


def benefits(**changes: str) -> str:
    figures = {
        "revenue": "24651万元",
        "cost": "19429.97万元",
        "profit": "5221.03万元",
        "net_profit": "3915.77万元",
        "profit_rate": "48.47%",
        "tax": "2218.30万元",
        "tax_per_area": "44.37万元/亩",
        "paybacks": "[{value: 4.25年, method: static, includes_construction: yes}]",
    }
    return "\n".join(f"{name}: {value}" for name, value in (figures | changes).items())


def test_a_published_proposal_holds_in_every_figure(county: CountyCopy) -> None:
    """10,770.91 万元 of investment; revenue 24,651, cost 19,429.97; payback 4.25 years."""
    rewrite(county, scale=SCALE, investment=INVESTMENT, benefits=benefits())
    assert [] == codes(county)


@pytest.mark.parametrize(
    ("changed", "value", "code"),
    [
        ("profit", "5231.03万元", "profit-mismatch"),
        ("cost", "19400万元", None),  # taxes and surcharges may stand apart: 0.1% of revenue
        ("cost", "19100万元", "profit-mismatch"),
        ("net_profit", "3115.77万元", "net-profit-implausible"),
        ("profit_rate", "56.95%", "ratio-mismatch"),  # 投资利税率, taken for 投资利润率
        ("profit_rate", "36.36%", "ratio-mismatch"),  # 投资回报率, taken for 投资利润率
        ("profit_rate", "48.5%", None),
        ("tax_per_area", "43.1万元/亩", "ratio-mismatch"),
        (
            "paybacks",
            "[{value: 6.45年, method: static, includes_construction: yes}]",
            "payback-implausible",
        ),
    ],
)
def test_a_spoilt_figure_is_found_once(
    county: CountyCopy, changed: str, value: str, code: str | None
) -> None:
    rewrite(county, scale=SCALE, investment=INVESTMENT, benefits=benefits(**{changed: value}))
    assert ([code] if code else []) == codes(county)


def test_another_published_payback_holds(county: CountyCopy) -> None:
    """Investment is 4.95 times net profit; with a year and a half of building, 6.45 years."""
    rewrite(
        county,
        scale=SCALE,
        investment="total: 4950万元\nbasis_year: 2026\nmargin: 30%",
        benefits="net_profit: 1000万元\n"
        "paybacks: [{value: 6.45年, method: static, includes_construction: yes}]",
    )
    assert [] == codes(county)


def test_what_follows_from_a_wrong_revenue_is_not_reported_as_well(county: CountyCopy) -> None:
    """Capacity times price contradicts the revenue; profit and its rate are consequences."""
    scale = (
        "products:\n  - {name: {zh: 甲, en: A}, capacity: 2万吨/年, price: 12325.5元/吨}\n" + SCALE
    )
    rewrite(county, scale=scale, investment=INVESTMENT, benefits=benefits(revenue="42651万元"))
    (finding,) = about_money(county)
    assert ("revenue-mismatch", "24650万元") == (finding.code, finding.facts["sold"])


@pytest.mark.parametrize(
    ("capacity", "price", "found"),
    [
        ("2万吨/年", "12325.5元/吨", []),
        ("2万吨/年", "1.2至1.25万元/吨", []),
        ("2至3万吨/年", "12325.5元/吨", []),
        ("2万吨/年", "6000元/吨", ["revenue-mismatch"]),
        ("2万吨/年", "6000元/件", []),
        ("2万吨", "6000元/吨", []),
        ("2000万公斤/年", "12.3255元/千克", []),
        ("2000万公斤/年", "6元/千克", ["revenue-mismatch"]),
        ("10万平方米", "205元/平方米·月", []),
        ("10万平方米", "105元/平方米·月", ["revenue-mismatch"]),
        ("不低于2万吨/年", "6000元/吨", []),
        ("2万吨/年", "2000美元/吨", []),
        ("0吨/年", "6000元/吨", ["revenue-mismatch"]),
    ],
)
def test_sales_are_counted_where_units_fit(
    county: CountyCopy, capacity: str, price: str, found: list[str]
) -> None:
    """Other units, open bounds and currencies without a rate say nothing of the revenue."""
    product = f"products:\n  - {{name: {{zh: 甲, en: A}}, capacity: {capacity}, price: {price}}}\n"
    rewrite(county, scale=product + SCALE, investment=INVESTMENT, benefits=benefits())
    assert found == codes(county)


def test_visits_are_sold_as_well(county: CountyCopy) -> None:
    scale = "visitors: {per_year: 72万人次/年, spend: 95元/人次}\n" + SCALE
    rewrite(county, scale=scale, investment=INVESTMENT, benefits="revenue: 6840万元")
    assert [] == codes(county)
    rewrite(county, benefits="revenue: 6400万元")
    assert ["revenue-mismatch"] == codes(county)


def test_a_loss_has_no_tax_rate(county: CountyCopy) -> None:
    """Nothing is divided by a profit of nought."""
    rewrite(
        county,
        scale=SCALE,
        investment=INVESTMENT,
        benefits="revenue: 100万元\ncost: 100万元\nprofit: 0万元\nnet_profit: 0万元",
    )
    assert [] == codes(county)
