"""Claims are held against the cash flows of their own basis, and against each other."""

import pytest

from tests.checks.money.money_briefs import about_money, rewrite
from tests.checks.money.money_briefs import codes as all_codes
from tests.county_copy import CountyCopy

STATIC = "method: static, includes_construction: yes"
DYNAMIC = "method: dynamic, includes_construction: yes"
INVESTMENT = "total: 3亿元\nbasis_year: 2026\nmargin: 30%"
# 一级建造师《建设工程经济》: recovered after 4.83 years.
FLOWS = "{2027: -800, 2028: -700, 2029: 400, 2030: 600, 2031: 600, 2032: 600, 2033: 600}"


def codes(county: CountyCopy) -> list[str]:
    """Return what is found; the flows here are those of textbooks, and not of the investment."""
    return [code for code in all_codes(county) if code != "cash-flow-detached"]


def brief(county: CountyCopy, claims: str, flows: str = FLOWS, unit: str = "万元") -> None:
    rewrite(
        county,
        scale="construction: 24个月",
        investment=INVESTMENT,
        benefits=f"{claims}\ncash_flows:\n  - {{basis: after-tax, unit: {unit}, flows: {flows}}}",
    )


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ("paybacks: [{value: 4.8年, method: static, includes_construction: yes}]", []),
        ("paybacks: [{value: 58个月, method: static, includes_construction: yes}]", []),
        ("paybacks: [{value: 2.8年, method: static, includes_construction: no}]", []),
        ("paybacks: [{value: 约5年, method: static, includes_construction: yes}]", []),
        ("paybacks: [{value: 4至5年, method: static, includes_construction: yes}]", []),
        ("paybacks: [{value: 不超过5年, method: static, includes_construction: yes}]", []),
        (
            "paybacks: [{value: 4.5年, method: static, includes_construction: yes}]",
            ["payback-mismatch"],
        ),
        # Of another basis there are no flows, and so nothing to check with.
        (
            f"paybacks: [{{value: 4.5年, {STATIC}, basis: before-tax}}]",
            [],
        ),
        # Without a rate of discount a dynamic payback cannot be reckoned.
        ("paybacks: [{value: 6.5年, method: dynamic, includes_construction: yes}]", []),
        (
            f"paybacks: [{{value: 6.5年, {DYNAMIC}, discount: 8%}}]",
            ["payback-mismatch"],
        ),
        (
            f"paybacks: [{{value: 10年, {DYNAMIC}, discount: 30%}}]",
            ["payback-mismatch"],
        ),
    ],
)
def test_paybacks_are_counted_as_claimed(county: CountyCopy, claims: str, found: list[str]) -> None:
    brief(county, claims)
    assert found == codes(county)


@pytest.mark.parametrize(
    ("rate", "found"),
    [("16.4%", []), ("16.6%", []), ("16%", []), ("15至17%", []), ("17.1%", ["irr-mismatch"])],
)
def test_rates_may_be_off_by_the_county_s_tolerance(
    county: CountyCopy, rate: str, found: list[str]
) -> None:
    """1000 that comes back as 600 and 657.5 in two years yields 16.46%."""
    brief(
        county,
        f"returns: [{{value: {rate}, basis: after-tax}}]",
        "{2027: -1000, 2028: 600, 2029: 657.5}",
    )
    assert found == codes(county)


@pytest.mark.parametrize(
    ("value", "unit", "flows", "found"),
    [
        # MESCIUS Spread, formula reference: 2055.38 at 6.5%.
        ("2055.38万元", "万元", "{2027: -10000, 2028: 3000, 2029: 3400, 2030: 7700}", []),
        ("0.206亿元", "万元", "{2027: -10000, 2028: 3000, 2029: 3400, 2030: 7700}", []),
        ("2055万元", "亿元", "{2027: -1, 2028: 0.3, 2029: 0.34, 2030: 0.77}", []),
        (
            "2189万元",  # discounted from the beginning of the first year
            "万元",
            "{2027: -10000, 2028: 3000, 2029: 3400, 2030: 7700}",
            ["npv-mismatch"],
        ),
        # Dollars without a rate cannot be compared with yuan.
        ("1万元", "万美元", "{2027: -10000, 2028: 3000, 2029: 3400, 2030: 7700}", []),
    ],
)
def test_present_values_are_those_of_year_ends(
    county: CountyCopy, value: str, unit: str, flows: str, found: list[str]
) -> None:
    claims = (
        f"present_values: [{{value: {value}, discount: 6.5%, basis: after-tax}}]\n"
        "returns: [{value: 16.3%, basis: after-tax}]"
    )
    brief(county, claims, flows, unit)
    expected = [code for code in codes(county) if code != "false-precision"]
    assert found == expected


def test_one_wrong_flow_is_one_finding(county: CountyCopy) -> None:
    """Where no claim agrees with the flows, the flows are looked at first."""
    brief(
        county,
        "returns: [{value: 16.6%, basis: after-tax}]\n"
        "paybacks: [{value: 4.8年, method: static, includes_construction: yes}]",
        FLOWS.replace("-800", "-80"),
    )
    (finding,) = about_money(county)
    assert ("irr-mismatch", "benefits.returns.0.value") == (finding.code, finding.field)
    assert "所得税后各项指标都与现金流量不符" in finding.help("zh")


def test_a_payback_without_a_basis_may_be_of_either(county: CountyCopy) -> None:
    """Both are given, and the payback agrees with the flows before tax."""
    brief(county, "paybacks: [{value: 4.8年, method: static, includes_construction: yes}]")
    county.edit(
        "projects/cathode.yml",
        "cash_flows:\n",
        "cash_flows:\n    - {basis: before-tax, unit: 万元, flows: {2027: -9, 2028: 4, 2029: 9}}\n",
    )
    assert [] == codes(county)
    county.edit("projects/cathode.yml", "4.8年", "2.6年")
    assert [] == codes(county)
    county.edit("projects/cathode.yml", "2.6年", "3.6年")
    assert ["payback-mismatch"] == codes(county)


@pytest.mark.parametrize(
    "flows",
    [
        "{2027: 0, 2028: 0, 2029: 0}",
        "{2027: -1, 2028: -1, 2029: -1}",
        "{2027: -999999999999, 2028: 999999999999, 2029: 0.000001}",
        "{2027: -0.000001, 2028: 999999999999, 2029: 999999999999}",
    ],
)
@pytest.mark.parametrize(
    "claims",
    [
        "returns: [{value: 0%, basis: after-tax}]",
        "present_values: [{value: 0元, discount: 0%, basis: after-tax}]",
        "present_values: [{value: -3至5万亿元, discount: 1至3%, basis: after-tax}]",
        "paybacks: [{value: 0年, method: static, includes_construction: yes}]",
        "paybacks: [{value: 1至2年, method: dynamic, includes_construction: no, discount: 99999%}]",
    ],
)
def test_extreme_numbers_give_findings_at_most(county: CountyCopy, flows: str, claims: str) -> None:
    brief(county, claims, flows, "万亿元")
    known = {"cash-flow-unusable", "irr-mismatch", "npv-mismatch", "payback-mismatch"}
    known |= {"returns-contradict", "payback-implausible", "return-implausible"}
    assert set(codes(county)) <= known
