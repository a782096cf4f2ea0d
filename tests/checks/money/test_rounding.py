"""What a written number may stand for."""

from fractions import Fraction

import pytest

from site_builder.checks.money.rounding import Span, allowance, in_digits, in_percent, span
from site_builder.checks.money.slips import is_slip, power_between
from site_builder.quantities.reading import read_quantity


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("100万元", 100, 100), ("80至100万元", 80, 100), ("约100万元", 95, 105)],
)
def test_the_ends_of_a_number(written: str, low: int, high: int) -> None:
    """In 万元; 约 leaves five per cent."""
    found = span(read_quantity(written))
    assert found is not None
    assert (low * 10_000, high * 10_000) == (found.low, found.high)


@pytest.mark.parametrize(
    ("written", "other", "gap"),
    [
        ("不低于100万元", "90万元", 10),
        ("不低于100万元", "5000亿元", 0),
        ("100万元以上", "90万元", 10),
        ("不超过100万元", "120万元", 20),
        ("不超过100万元", "1元", 0),
        ("不低于100万元", "不超过90万元", 10),
    ],
)
def test_a_number_open_to_one_side_ends_on_the_other(written: str, other: str, gap: int) -> None:
    """In 万元."""
    one, two = span(read_quantity(written)), span(read_quantity(other))
    assert one is not None
    assert two is not None
    assert (gap * 10_000, gap * 10_000) == (one.gap(two), two.gap(one))
    assert Fraction(1_000_000) == one.middle


def test_an_open_number_stays_open_when_reckoned_with() -> None:
    """Profit of 300万元 at least on land of 10亩 is 30万元/亩 at least."""
    profit, land = span(read_quantity("不低于300万元")), span(read_quantity("10亩"))
    assert profit is not None
    assert land is not None
    ratio = profit.over(land)
    assert ratio is not None
    assert (True, Fraction(450)) == (ratio.is_open, ratio.middle)


@pytest.mark.parametrize(
    ("written", "low", "high", "power"),
    [(64, 640_000, 640_000, 10_000), (64, 6, 7, Fraction(1, 10)), (64, 100, 200, None)],
)
def test_a_slip_of_the_point_is_a_power_of_ten(
    written: int, low: int, high: int, power: Fraction | None
) -> None:
    assert power == power_between(Fraction(written), Fraction(low), Fraction(high))


def test_parts_may_miss_by_half_a_digit_each_but_one() -> None:
    """Five parts in 亿元 with two decimals: two hundredths; never more than half a per cent."""
    part = span(read_quantity("9.12亿元"))
    assert part is not None
    assert Fraction(2_000_000) == allowance([part] * 5)
    coarse = span(read_quantity("1亿元"))
    assert coarse is not None
    assert Fraction(1_500_000) == allowance([coarse] * 3)


def test_nothing_is_divided_by_nought() -> None:
    assert Span(Fraction(1), Fraction(1)).over(Span(Fraction(0), Fraction(1))) is None


@pytest.mark.parametrize(
    ("ratio", "written"), [("0.1687", "16.9%"), ("0.25", "25%"), ("0", "0%"), ("-0.5", "-50%")]
)
def test_ratios_are_written_in_per_cent(ratio: str, written: str) -> None:
    assert written == in_percent(Fraction(ratio))


def test_digits_end_where_they_say_something() -> None:
    assert ("1.2", "20") == (in_digits(Fraction(6, 5), 3), in_digits(Fraction(20), 1))


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        (12000, 120_000_000, True),  # 万 left out
        (8640, 6840, True),  # neighbours exchanged
        (8640, 8740, True),  # one digit
        (864, 8640, True),  # the point moved
        (8640, 9750, False),
        (8640, 8640, False),
        (0, 8640, False),
        (8640, -8640, False),
        (999, 1000, False),
    ],
)
def test_slips_of_the_hand(written: int, meant: int, slip: bool) -> None:
    assert slip == is_slip(Fraction(written), Fraction(meant))
