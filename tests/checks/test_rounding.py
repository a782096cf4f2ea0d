"""What a written number may stand for."""

from fractions import Fraction

import pytest

from site_builder.checks.rounding import Span, allowance, in_digits, in_percent, span
from site_builder.checks.slips import is_slip
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


@pytest.mark.parametrize("written", ["不低于100万元", "不超过100万元"])
def test_an_open_end_cannot_be_reckoned_with(written: str) -> None:
    assert span(read_quantity(written)) is None


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
