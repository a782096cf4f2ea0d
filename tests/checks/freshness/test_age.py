from datetime import date
from decimal import Decimal

import pytest

from site_builder.checks.freshness.age import (
    is_older,
    last_stale_year,
    last_withheld_year,
    months_in,
    withheld_from,
)
from site_builder.content.settings import Limits
from site_builder.quantities.reading import read_quantity


def limits(figure_age: str = "24个月") -> Limits:
    return Limits(figure_age=read_quantity(figure_age))


@pytest.mark.parametrize(
    ("today", "age", "stale", "withheld"),
    [
        # A figure of 2023 is 24 months old from 2026-01-01 on, and 48 from 2028-01-01 on.
        (date(2025, 12, 31), "24个月", 2022, 2020),
        (date(2026, 1, 1), "24个月", 2023, 2021),
        (date(2026, 12, 31), "24个月", 2023, 2021),
        (date(2026, 6, 30), "6个月", 2024, 2024),
        (date(2026, 7, 1), "6个月", 2025, 2024),
        (date(2026, 7, 1), "1.5年", 2024, 2022),
        (date(2026, 11, 2), "18至30个月", 2023, 2021),
        (date(2026, 11, 2), "0个月", 2025, 2025),
        (date(2026, 11, 2), "9999年", -7974, -17973),
    ],
)
def test_a_year_counts_from_its_end(today: date, age: str, stale: int, withheld: int) -> None:
    """The last year that is old, and the last that is held back, go on with the day."""
    assert (stale, withheld) == (
        last_stale_year(today, limits(age)),
        last_withheld_year(today, limits(age)),
    )


@pytest.mark.parametrize("age", ["24个月", "6个月", "7个月", "2.5个月", "0个月", "1年"])
@pytest.mark.parametrize("year", [2019, 2023, 2025])
def test_the_month_named_is_that_in_which_a_figure_is_held_back(age: str, year: int) -> None:
    """What an author is told agrees with what the gate does on the days around it."""
    named = withheld_from(year, limits(age))
    first = date.fromisoformat(f"{named}-01")
    before = date.fromordinal(first.toordinal() - 1)
    assert (True, False) == (
        year <= last_withheld_year(first, limits(age)),
        year <= last_withheld_year(before, limits(age)),
    )


@pytest.mark.parametrize(
    ("day", "limit", "today", "older"),
    [
        (date(2025, 9, 18), "12个月", date(2026, 9, 18), False),
        (date(2025, 9, 17), "12个月", date(2026, 9, 18), True),
        (date(2025, 8, 31), "6个月", date(2026, 2, 28), False),
        (date(2025, 8, 31), "6个月", date(2026, 3, 1), True),
        (date(2024, 2, 29), "1年", date(2025, 3, 1), True),
        (date(2027, 1, 1), "0个月", date(2026, 1, 1), False),
    ],
)
def test_a_record_is_old_when_its_months_have_passed(
    day: date, limit: str, today: date, older: bool
) -> None:
    """To the day; months without such a day end early enough."""
    assert older is is_older(day, read_quantity(limit), today)


def test_a_limit_is_said_in_months() -> None:
    """Years are turned into months, and halves stay."""
    assert [("24", "12", "7.5")] == [
        tuple(months_in(read_quantity(limit)) for limit in ("24个月", "1年", "7.5个月"))
    ]
    assert Decimal(months_in(read_quantity("0.5年"))) == 6
