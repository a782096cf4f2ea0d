"""Which values hold for a certain year, and so grow old."""

from functools import cache

from pydantic import BaseModel

from site_builder.content.project_argument import Series


def year_of(value: object) -> int | None:
    """Return the year that a value holds for; None for what does not grow old.

    That is the `year` of anything that has one, such as a `Figure` or a `Tariff`, and of a
    series its last year that is not a forecast.
    """
    kind: type = type(value)
    if not grows_old(kind):
        return None
    year = last_year(value) if isinstance(value, Series) else getattr(value, "year", None)
    return year if isinstance(year, int) else None


@cache
def grows_old(kind: type) -> bool:
    """Whether values of a type hold for a year."""
    return issubclass(kind, BaseModel) and (kind is Series or "year" in kind.model_fields)


def last_year(series: Series) -> int:
    """Return the last year of a series that is not a forecast.

    Where all are forecasts that is the year before the first: then they were made.
    """
    first = series.forecast_from
    if first is None:
        return max(series.points)
    return max((year for year in series.points if year < first), default=first - 1)
