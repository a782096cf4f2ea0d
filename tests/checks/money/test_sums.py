from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.checks.money.sums import ROUNDING, sums_of
from site_builder.content.project_money import Investment
from site_builder.diagnostics import Rule
from site_builder.quantities.reading import read_quantity
from tests.county_copy import COUNTY, CountyCopy

PROJECT = "projects/cathode.yml"
MONEY = Investment.model_validate(
    {
        "total": "3.2亿元",
        "basis_year": "2026",
        "margin": "30%",
        "exchange": [{"rate": "7.10元/美元", "date": "2026-09-01"}],
    }
)


def rules(county: CountyCopy) -> list[Rule]:
    return [finding.rule for finding in county.findings()]


@pytest.mark.parametrize(
    ("written", "amount"),
    [("3.2亿元", 320_000_000), ("1000万美元", 71_000_000), ("2至4亿元", 300_000_000)],
)
def test_a_sum_is_counted_in_yuan(written: str, amount: int) -> None:
    """Dollars are counted at the brief's own rate, a range by its middle."""
    assert Fraction(amount) == MONEY.in_yuan(read_quantity(written))


def test_without_a_rate_there_is_no_sum() -> None:
    """Euros cannot be counted with a rate for dollars."""
    assert MONEY.in_yuan(read_quantity("100万欧元")) is None


@pytest.mark.parametrize(
    ("working", "found"),
    [
        ("6000万元", []),
        ("6001万元", []),
        ("5999万元", []),
        ("6001.0001万元", [Rule.SUM_MISMATCH]),
        ("5998万元", [Rule.SUM_MISMATCH]),
        ("60000000元", []),
        ("0.6亿元", []),
    ],
)
def test_parts_may_be_rounded(county: CountyCopy, working: str, found: list[Rule]) -> None:
    """A total may differ from two parts by 万元, to which parts are rounded, and by no more."""
    county.edit(PROJECT, "total: 3.2亿元", "total: 32000万元")
    county.edit(PROJECT, "working_capital: 6000万元", f"working_capital: {working}")
    assert Fraction(10_000) == ROUNDING
    assert found == rules(county)


def test_a_range_as_total_leaves_room(county: CountyCopy) -> None:
    """A total that is a range holds where the sum lies within it, and only there."""
    county.edit(PROJECT, "total: 3.2亿元", "total: 3至5亿元")
    assert rules(county) == []
    county.edit(PROJECT, "total: 3至5亿元", "total: 4至5亿元")
    assert [Rule.SUM_MISMATCH] == rules(county)


def test_interest_is_a_part_of_the_total(county: CountyCopy) -> None:
    """Interest during construction is added to fixed assets and working capital."""
    county.edit(PROJECT, "working_capital: 6000万元", "working_capital: 5600万元")
    county.edit(
        PROJECT,
        "  items:\n    - {name: {zh: 建筑",
        "  interest: 400万元\n  items:\n    - {name: {zh: 建筑",
    )
    assert rules(county) == []


@settings(deadline=None)  # it writes files
@given(parts=st.lists(st.integers(1, 10**6), min_size=1, max_size=6), error=st.integers(4, 10**5))
def test_any_error_beyond_rounding_is_found(
    tmp_path_factory: pytest.TempPathFactory, parts: list[int], error: int
) -> None:
    """Sources that add up give no finding; the same sources with an error give one."""
    county = CountyCopy.of(COUNTY, tmp_path_factory.mktemp("sums") / "county")
    text = county.file("projects/recycling.yml").read_text("utf-8")
    sources = "".join(f"    - {{kind: loan, amount: {part}万元}}\n" for part in parts)
    for total, found in ((sum(parts), []), (sum(parts) + error, [Rule.SUM_MISMATCH])):
        brief = text.replace("total: 8000万元", f"total: {total}万元\n  sources:\n{sources}", 1)
        county.file("projects/recycling.yml").write_text(brief.replace("\n\n", "\n"), "utf-8")
        assert found == rules(county)


def test_the_true_sum_is_written_as_authors_write(county: CountyCopy) -> None:
    """The finding names the sum in 亿元 or 万元, without needless digits."""
    county.edit(PROJECT, "cost: 1.6亿元", "cost: 16200万元")
    (finding,) = county.findings()
    assert ("2.6亿元", "26200万元") == (finding.facts["whole"], finding.facts["sum"])


def test_published_proposals_add_up() -> None:
    """A published proposal holds to the last digit: 7232.89 and 3538.02 make 10770.91 万元."""
    money = investment(total="10770.91万元", fixed_assets="7232.89万元", working="3538.02万元")
    assert [True] == [found.holds for found in sums_of(money)]
    money = investment(total="10773.91万元", fixed_assets="7232.89万元", working="3538.02万元")
    assert [False] == [found.holds for found in sums_of(money)]


def investment(total: str, fixed_assets: str, working: str) -> Investment:
    return Investment.model_validate(
        {
            "total": total,
            "fixed_assets": fixed_assets,
            "working_capital": working,
            "basis_year": "2026",
            "margin": "30%",
        }
    )


def test_a_slip_in_one_part_is_named(county: CountyCopy) -> None:
    """Where one digit of one part explains everything, the remedy names it."""
    county.edit(PROJECT, "{kind: loan, amount: 1.2亿元}", "{kind: loan, amount: 1.3亿元}")
    (finding,) = county.findings()
    assert "“贷款”改为 1.2亿元 即相符，是否笔误？" == finding.facts["hint_zh"]


def test_fixed_assets_that_are_wrong_are_one_mistake(county: CountyCopy) -> None:
    """Their items and the total both contradict them; that is said once, where they stand."""
    county.edit(PROJECT, "fixed_assets: 2.6亿元", "fixed_assets: 2.5亿元")
    assert ["investment.fixed_assets"] == [finding.field for finding in county.findings()]


def test_a_missing_rate_is_reported_and_nothing_added(county: CountyCopy) -> None:
    """Dollars without a rate cannot be added up."""
    county.edit(PROJECT, "{kind: loan, amount: 1.2亿元}", "{kind: loan, amount: 1000万美元}")
    assert [Rule.MISSING_FIELD] == rules(county)
