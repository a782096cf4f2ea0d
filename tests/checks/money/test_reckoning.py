"""Returns are reckoned as textbooks, standards and spreadsheets reckon them.

The examples are published ones; each names where. Where an example counts its first flow as
that of year nought, its paybacks are a year shorter than ours, which count from the beginning
of the year of the first flow.
"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.money.reckoning import (
    has_one_rate,
    internal_rate,
    payback,
    present_value,
    turns,
)


def flows(*amounts: float) -> list[Fraction]:
    return [Fraction(str(amount)) for amount in amounts]


@pytest.mark.parametrize(
    ("amounts", "rate"),
    [
        # Microsoft, documentation of the Excel function IRR: -2.1% after four years, 8.7% after 5.
        ((-70000, 12000, 15000, 18000, 21000), "-0.021"),
        ((-70000, 12000, 15000, 18000, 21000, 26000), "0.087"),
        # NumPy 1.16, documentation of numpy.irr, after Gitman, Principles of Managerial Finance.
        ((-100, 39, 59, 55, 20), "0.28095"),
        ((-100, 0, 0, 74), "-0.0955"),
        ((-100, 100, 0, 7), "0.06206"),
        # numpy-financial 1.0, front page of the documentation.
        ((-250000, 100000, 150000, 200000, 250000, 300000), "0.56723"),
    ],
)
def test_the_internal_rate_is_the_published_one(amounts: tuple[float, ...], rate: str) -> None:
    """The rate agrees to all the digits that the source prints."""
    found = internal_rate(flows(*amounts))
    assert found is not None
    assert Fraction(rate) == round(found, len(rate.partition(".")[2]))


@pytest.mark.parametrize(
    ("amounts", "discount", "value", "within"),
    [
        # Adobe LiveCycle, FormCalc reference, NPV.
        ((500, 1500, 4000, 10000), "0.10", "11529.60863329007", "0.000001"),
        # MESCIUS Spread, formula reference, NPV.
        ((-10000, 3000, 3400, 7700), "0.065", "2055.38", "0.005"),
        # 全国一级建造师考试用书《建设工程经济》第四版, example of FNPV with ic = 8%: 101.21 with
        # factors of four digits, 101.50 exactly.
        ((-4200, -2700, 1500, 2500, 2500, 2500), "0.08", "101.21", "0.3"),
    ],
)
def test_the_present_value_is_the_published_one(
    amounts: tuple[float, ...], discount: str, value: str, within: str
) -> None:
    """The first flow is discounted once, as spreadsheets and the Chinese standard do."""
    found = present_value(flows(*amounts), Fraction(discount))
    assert found is not None
    assert Fraction(within) >= abs(found - Fraction(value))


@pytest.mark.parametrize(
    ("amounts", "discount", "published", "first_year"),
    [
        # 一级建造师《建设工程经济》, question on 静态投资回收期: 4.8年.
        ((-800, -700, 400, 600, 600, 600, 600), "0", "4.8", 1),
        # The same, one year of building for 800万元: 4.25年.
        ((-800, 220, 242, 266, 293), "0", "4.25", 1),
        # 造价工程师 2015, chapter 4, flows of years 0 to 5: 3.125年.
        ((-1000, -500, 600, 800, 800, 800), "0", "3.125", 0),
        # University of California, Berkeley, CE 167 Engineering Economy, spring 2008, assignment
        # 5, problem 1: 4.7 years, 7.2 years at 5%. The sums dip below nought once more.
        ((-180, -90, 0, 100, 100, 100, -90, 100, 100), "0", "4.7", 0),
        ((-180, -90, 0, 100, 100, 100, -90, 100, 100), "0.05", "7.2", 0),
        # 动态投资回收期, 1000 of outlay and 200 a year at 10%: 7.28年.
        ((-1000, 200, 200, 200, 200, 200, 200, 200, 200), "0.10", "7.28", 0),
    ],
)
def test_the_payback_is_the_published_one(
    amounts: tuple[float, ...], discount: str, published: str, first_year: int
) -> None:
    """Static and discounted paybacks, interpolated within the year, to the printed digits."""
    found = payback(flows(*amounts), Fraction(discount))
    assert found is not None
    digit = Fraction(1, 10 ** len(published.partition(".")[2]))
    # Some round the last digit, some cut it off.
    assert digit > abs(found - 1 + first_year - Fraction(published))


def test_flows_that_never_recover_have_no_payback() -> None:
    assert payback(flows(-100, 20, 20, 20)) is None
    assert payback(flows(-100, 60, 50), Fraction(20, 100)) is None


def test_flows_of_one_sign_have_no_rate() -> None:
    assert internal_rate(flows(-1, -2, -3)) is None
    assert internal_rate(flows(0, 0, 0)) is None


@pytest.mark.parametrize("discount", [Fraction(-1), Fraction(-2)])
def test_a_discount_that_loses_everything_gives_nothing(discount: Fraction) -> None:
    assert present_value(flows(-1, 2), discount) is None
    assert payback(flows(-1, 2), discount) is None


@pytest.mark.parametrize(
    ("amounts", "times", "one_rate"),
    [
        ((-100, 60, 60), 1, True),
        ((-100, 60, -10, 90, 90), 3, True),
        ((-100, 230, -132), 2, False),
        ((0, -100, 0, 120), 1, True),
    ],
)
def test_changes_of_sign_decide_whether_a_rate_is_the_only_one(
    amounts: tuple[float, ...], times: int, one_rate: bool
) -> None:
    """-100, 230, -132 is the textbook case: it is worth nothing at 10% and at 20%."""
    assert (times, one_rate) == (turns(flows(*amounts)), has_one_rate(flows(*amounts)))


@given(
    outlay=st.integers(1, 10**8),
    income=st.lists(st.integers(0, 10**8), min_size=2, max_size=30),
    discount=st.fractions(min_value=0, max_value=1, max_denominator=1000),
)
def test_value_and_rate_are_on_the_same_side(
    outlay: int, income: list[int], discount: Fraction
) -> None:
    """Flows are worth more than nothing exactly where their rate is above the discount."""
    row = flows(-outlay, *income)
    rate, value = internal_rate(row), present_value(row, discount)
    if rate is not None and value is not None and abs(rate - discount) > Fraction(1, 1000):
        assert (rate > discount) == (value > 0)


@given(
    outlay=st.integers(1, 10**8),
    income=st.lists(st.integers(1, 10**8), min_size=2, max_size=30),
    discount=st.fractions(min_value=0, max_value=1, max_denominator=1000),
)
def test_discounting_never_shortens_a_payback(
    outlay: int, income: list[int], discount: Fraction
) -> None:
    row = flows(-outlay, *income)
    static, dynamic = payback(row), payback(row, discount)
    assert dynamic is None or (static is not None and dynamic >= static - Fraction(1, 10**9))
