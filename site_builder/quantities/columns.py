"""Numbers that stand in columns under each other: all with as many decimals, a true minus sign."""

from collections.abc import Sequence
from decimal import Decimal, localcontext

from site_builder.quantities.speaking import PRECISION

_MOST_PLACES = 2


def column(numbers: Sequence[Decimal], language: str) -> tuple[str, ...]:
    """Write numbers for a column, with two decimals at most; Chinese groups no digits."""
    with localcontext(prec=PRECISION):
        rounded = [round(number, _MOST_PLACES) for number in numbers]
        places = 0 if all(number == int(number) for number in rounded) else _MOST_PLACES
        form = f"{',' if language == 'en' else ''}.{places}f"
        return tuple(format(number + 0, form).replace("-", "−") for number in rounded)
