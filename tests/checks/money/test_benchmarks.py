"""Benchmarks are found by class, the longest code first; a county's own comes before them."""

from fractions import Fraction

import pytest

from site_builder.checks.money.benchmarks import benchmark_of
from site_builder.quantities.reading import read_quantity


@pytest.mark.parametrize(
    ("classification", "percent"),
    [
        ("A0142", 6),
        ("A0314", 7),
        ("C2613", 10),
        ("C2612", 11),
        ("C2614", 11),
        ("C2651", 13),
        ("C2653", 14),
        ("C2659", 12),
        ("C2811", 14),
        ("C2710", 15),
        ("C2740", 18),
        ("C3571", 8),
        ("C3531", 12),
        ("C36", 12),
        ("D4415", 5),
    ],
)
def test_the_benchmark_of_a_class(classification: str, percent: int) -> None:
    """The rates of the third edition, 2006."""
    found = benchmark_of(classification)
    assert found is not None
    assert Fraction(percent, 100) == found.rate
    assert "2006" in found.trade.zh


@pytest.mark.parametrize("classification", ["C26", "C3985", "N7861", "A05"])
def test_where_the_table_says_nothing_there_is_no_benchmark(classification: str) -> None:
    """Chemicals have no benchmark as a whole."""
    assert benchmark_of(classification) is None


def test_the_county_s_own_rate_comes_first() -> None:
    found = benchmark_of("C2613", read_quantity("8%"))
    assert found is not None
    assert Fraction(8, 100) == found.rate
