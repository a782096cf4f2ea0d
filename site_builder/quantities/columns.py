"""Numbers that stand in columns under each other: all with as many decimals, a true minus sign."""

from collections.abc import Sequence
from decimal import Decimal

_MOST_PLACES = 1
_GROUP_FROM = 10_000


def column(numbers: Sequence[Decimal], language: str) -> tuple[str, ...]:
    """Write numbers for a column; Chinese groups digits only where some number has five."""
    rounded = [round(number, _MOST_PLACES) for number in numbers]
    places = 0 if all(number == int(number) for number in rounded) else _MOST_PLACES
    grouped = language == "en" or any(abs(number) >= _GROUP_FROM for number in rounded)
    form = f"{',' if grouped else ''}.{places}f"
    return tuple(format(number + 0, form).replace("-", "−") for number in rounded)
