from decimal import Decimal
from fractions import Fraction

import pytest

from site_builder.quantities.columns import column
from site_builder.quantities.precision import (
    decimal_step,
    last_digit,
    restated,
    rounded,
    significant,
    significant_digits,
)
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.writing import as_written
from site_builder.quantities.yearly import yearly_sales, years


@pytest.mark.parametrize(
    ("written", "digit"),
    [
        ("3.25亿元", "1000000"),
        ("26800万元", "10000"),
        ("16.8%", "0.001"),
        ("2至3.5亿元", "10000000"),
        ("6.1年", "1.2"),
        ("120亩", "2000/3"),
    ],
)
def test_the_last_digit_written(written: str, digit: str) -> None:
    """In reference units: yuan, months, square metres."""
    assert Fraction(digit) == last_digit(read_quantity(written))


@pytest.mark.parametrize(
    ("written", "digits"),
    [("14036万元", 5), ("26800万元", 3), ("1.0224亿元", 5), ("0.85亿元", 2), ("0元", 1)],
)
def test_digits_that_count(written: str, digits: int) -> None:
    """Noughts at either end do not."""
    assert digits == significant_digits(read_quantity(written))


def test_a_number_with_fewer_digits() -> None:
    assert "14040万元" == as_written(rounded(read_quantity("14036万元"), 4))
    assert Fraction(14040) == significant(Fraction(14036), 4)
    assert Fraction(0) == significant(Fraction(0), 4)


@pytest.mark.parametrize(
    ("like", "amount", "written"),
    [
        ("16.8%", "0.16871", "16.9%"),
        ("2.16亿元", "212134567", "2.12亿元"),
        ("约6.1年", "85", "7.1年"),
        ("25.8万元/亩", "400", "26.7万元/亩"),
    ],
)
def test_another_amount_is_written_as_exactly(like: str, amount: str, written: str) -> None:
    assert written == as_written(restated(read_quantity(like), Fraction(amount)))


def test_the_step_of_a_bare_number() -> None:
    assert (Fraction(1, 100), Fraction(1)) == (
        decimal_step(Decimal("0.85")),
        decimal_step(Decimal(12)),
    )


@pytest.mark.parametrize(
    ("capacity", "price", "yuan"),
    [
        ("5万吨/年", "6200元/吨", 310_000_000),
        ("26000平方米", "95元/平方米·月", 29_640_000),
        ("1000吨/月", "1元/公斤", 12_000_000),
        ("300床", "200元/人次", None),
        ("5万吨", "6200元/吨", None),
        ("2400人次/天", "95元/人次", None),
        ("5万吨/年", "6200元/吨·年", None),
    ],
)
def test_sales_of_a_year(capacity: str, price: str, yuan: int | None) -> None:
    """Only money a time is a revenue."""
    assert yuan == yearly_sales(read_quantity(capacity), read_quantity(price))


def test_durations_in_years() -> None:
    assert Fraction(3, 2) == years(read_quantity("18个月"))


@pytest.mark.parametrize(
    ("numbers", "language", "shown"),
    [
        (("-17420", "5268", "0"), "zh", ("−17420", "5268", "0")),
        (("-9800", "5268"), "zh", ("−9800", "5268")),
        (("-9800", "5268"), "en", ("−9,800", "5,268")),
        (("-174.2", "75", "52.68"), "en", ("−174.20", "75.00", "52.68")),
        (("-0.001", "1"), "en", ("0", "1")),
    ],
)
def test_a_column_of_numbers(
    numbers: tuple[str, ...], language: str, shown: tuple[str, ...]
) -> None:
    """All have as many decimals, and a minus is no hyphen."""
    assert shown == column([Decimal(number) for number in numbers], language)
