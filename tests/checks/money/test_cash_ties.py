"""Cash flows are those of the brief: its investment, its profit, its dates."""

import pytest

from tests.checks.money.money_briefs import codes, rewrite
from tests.county_copy import CountyCopy

INVESTMENT = """
total: 10000万元
fixed_assets: 8000万元
working_capital: 2000万元
basis_year: 2026
margin: 30%
"""


@pytest.mark.parametrize(
    ("flows", "detached"),
    [
        ("{2027: -5000, 2028: -5000, 2029: 1800, 2030: 1800, 2031: 1800, 2032: 3800}", False),
        # Working capital is paid out of the first income.
        ("{2027: -4000, 2028: -3900, 2029: 300, 2030: 1800, 2031: 1800, 2032: 3800}", False),
        ("{2027: -5000, 2028: -6500, 2029: 1800, 2030: 1800, 2031: 1800, 2032: 3800}", True),
        ("{2027: -1000, 2028: -1000, 2029: 1800, 2030: 1800, 2031: 1800, 2032: 3800}", True),
        # Net profit of 1000 with depreciation of at most 15% of 8000, and a tenth more.
        ("{2027: -5000, 2028: -5000, 2029: 2400, 2030: 2400, 2031: 2400, 2032: 3800}", False),
        ("{2027: -5000, 2028: -5000, 2029: 2500, 2030: 2500, 2031: 2500, 2032: 3800}", True),
        ("{2027: -5000, 2028: -5000, 2029: 800, 2030: 800, 2031: 800, 2032: 9800}", True),
        ("{2031: -5000, 2032: -5000, 2033: 1800, 2034: 1800, 2035: 1800, 2036: 3800}", False),
        ("{2032: -5000, 2033: -5000, 2034: 1800, 2035: 1800, 2036: 1800, 2037: 3800}", True),
        ("{2024: -5000, 2025: -5000, 2026: 1800, 2027: 1800, 2028: 1800, 2029: 3800}", True),
    ],
)
def test_flows_go_with_investment_profit_and_dates(
    county: CountyCopy, flows: str, detached: bool
) -> None:
    """Amounts in 万元; prices are those of 2026."""
    rewrite(
        county,
        scale="construction: 24个月",
        investment=INVESTMENT,
        benefits=f"net_profit: 1000万元\n"
        f"cash_flows:\n  - {{basis: after-tax, unit: 万元, flows: {flows}}}",
    )
    assert (["cash-flow-detached"] if detached else []) == codes(county)


@pytest.mark.parametrize("total", ["不低于1亿元", "0元", "1000万美元", "约1亿元"])
def test_odd_investments_are_no_reason_to_stop(county: CountyCopy, total: str) -> None:
    """Nothing is said where the investment is open, nought, or in a currency without a rate."""
    flows = "{2027: -5000, 2028: -5000, 2029: 1800, 2030: 1800, 2031: 1800}"
    rewrite(
        county,
        scale="construction: 24个月",
        investment=f"total: {total}\nbasis_year: 2026\nmargin: 30%",
        benefits=f"cash_flows:\n  - {{basis: after-tax, unit: 万元, flows: {flows}}}",
    )
    assert "cash-flow-detached" not in codes(county)


PHASES = """
phases:
  - name: {zh: 一期, en: Phase 1}
    content: {zh: 主厂房。, en: The main hall.}
    investment: 5000万元
    start: 2021-03
    end: 2027-12
  - name: {zh: 二期, en: Phase 2}
    content: {zh: 仓库。, en: A warehouse.}
    investment: 5000万元
    start: 2028-01
    end: 2028-12
"""


@pytest.mark.parametrize(
    ("phases", "first", "expected"),
    [
        # The start of a phase is wrong, which its length shows: nothing is said of the flows.
        (PHASES, 2027, ["phases-mismatch"]),
        # Both flows begin in the same wrong year: that is one mistake.
        ("", 2033, ["cash-flow-detached"]),
    ],
)
def test_a_wrong_year_is_told_once(
    county: CountyCopy, phases: str, first: int, expected: list[str]
) -> None:
    """Flows before and after tax share their years, and phases share them with construction."""
    amounts = (-5000, -5000, 1800, 1800, 1800, 3800)
    flows = ", ".join(f"{first + year}: {amount}" for year, amount in enumerate(amounts))
    rewrite(
        county,
        scale="construction: 24个月",
        investment=INVESTMENT + phases,
        benefits="profit: 1300万元\nnet_profit: 1000万元\ncash_flows:\n"
        f"  - {{basis: before-tax, unit: 万元, flows: {{{flows}}}}}\n"
        f"  - {{basis: after-tax, unit: 万元, flows: {{{flows}}}}}",
    )
    told = {"phases-mismatch", "cash-flow-detached"}
    assert expected == [found.code for found in county.findings() if found.code in told]
