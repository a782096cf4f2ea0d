"""Numbers in columns have as many decimals each, however large they are."""

from decimal import Decimal

import pytest

from site_builder.quantities.columns import column


@pytest.mark.parametrize(
    ("numbers", "language", "written"),
    [
        (["1200", "-3.456"], "en", ("1,200.00", "−3.46")),
        (["1200", "-3"], "zh", ("1200", "−3")),
        (["9" * 40, "1"], "zh", ("9" * 40, "1")),
        ([f"{'9' * 27}.99", "0"], "zh", (f"{'9' * 27}.99", "0.00")),
    ],
)
def test_a_column_has_as_many_decimals_in_each_line(
    numbers: list[str], language: str, written: tuple[str, ...]
) -> None:
    """Numbers of more digits than Python reckons with by itself are written whole."""
    assert written == column([Decimal(number) for number in numbers], language)
