"""How old something is, in whole months, on the day of the check.

A figure of a year counts from the end of that year: one of 2023 is 24 months old when 2025
is over. A record counts from the day of its last update.
"""

from datetime import date
from math import ceil, floor

from site_builder.content.settings import Limits
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Quantity


def last_stale_year(today: date, limits: Limits) -> int:
    """Return the last year whose figures are marked as old today, as are those before it."""
    return _last_year(today, limits.figure_age.reference())


def last_withheld_year(today: date, limits: Limits) -> int:
    """Return the last year whose figures are no longer published: older than twice the limit."""
    return _last_year(today, 2 * limits.figure_age.reference())


def withheld_from(year: int, limits: Limits) -> str:
    """Return the first month in which a figure of `year` is not published, e.g. `2028-01`."""
    months = (year + 1) * 12 + ceil(2 * limits.figure_age.reference())
    return f"{months // 12}-{months % 12 + 1:02d}"


def is_older(day: date, limit: Quantity, today: date) -> bool:
    """Whether more time than `limit`, counted in whole months, lies between a day and today."""
    months = day.year * 12 + day.month + floor(limit.reference())
    return (today.year * 12 + today.month, today.day) > (months, day.day)


def months_in(limit: Quantity) -> str:
    """Return a limit in months as digits, e.g. `24` or `7.5`."""
    months = limit.reference()
    return str(int(months) if months.denominator == 1 else round(float(months), 1))


def _last_year(today: date, months: Fraction) -> int:
    # From the end of year y until today there are (today.year - y - 1) * 12 + today.month - 1
    # whole months; y is the last for which these reach the limit.
    return floor(today.year - 1 - (months - (today.month - 1)) / 12)
