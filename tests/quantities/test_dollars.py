"""Dollars in brackets are the yuan before them, rounded to the digits they have."""

import pytest

from site_builder.quantities.dollars import misconverted
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.rewriting import in_english

RATES = [read_quantity("7.10元/美元"), read_quantity("6.40元/美元")]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "RMB 320 million (about USD 45 million)", []),
        ("en", "RMB 320 million (USD 50 million)", []),
        ("en", "RMB 320 million (USD 54 million)", [("USD 54 million", "USD 45 million")]),
        ("en", "RMB 1 billion ($285.1 million)", [("$285.1 million", "USD 140.8 million")]),
        ("en", "RMB 26 to 30 million (USD 3 to 9 million)", []),
        ("en", "RMB 320 million in all; USD 90 million", []),
        ("en", "RMB 320 million (of it USD 9 million paid in), (USD 45 million)", []),
        ("en", "RMB 0 (USD 5)", []),
        ("en", "Turnover was RMB 50 million, exports (USD 3 million) included.", []),
        ("en", "The total is RMB 320 million. Exports (USD 30 million) grow.", []),
        ("en", "RMB 320 million and loans (USD 30 million)", []),
        ("en", "RMB 320 million (USD 10 million of it from abroad)", []),
        ("en", "RMB 320 million (USD 10 million foreign)", []),
        (
            "en",
            "RMB 320 million in all (USD 90 million at 7.1)",
            [("USD 90 million", "USD 45 million")],
        ),
        (
            "en",
            "RMB 320 million a year (USD 90 million a year)",
            [("USD 90 million a year", "USD 45 million/year")],
        ),
        ("en", "RMB 320 million (USD 90 million, in 2026)", [("USD 90 million", "USD 45 million")]),
        ("zh", "产值3.2亿元、出口（3000万美元）居首", []),
        ("zh", "总投资3.2亿元和外资（1000万美元）", []),
        ("zh", "总投资3.2亿元（1000万美元为外资）", []),
        ("zh", "总投资3.2亿元（9000万美元，按当日汇率）", [("9000万美元", "USD 45 million")]),
        ("zh", "3.2亿元（约4.5亿美元）", [("4.5亿美元", "USD 45 million")]),
        ("zh", "3.2亿元（约4500万美元）", []),
        ("zh", "4500万美元（折合人民币3.9亿元）", [("3.9亿元", "RMB 320 million")]),
    ],
)
def test_dollars_are_held_against_the_rates(
    language: str, text: str, found: list[tuple[str, str]]
) -> None:
    """One of the rates is enough; what is off is said as it would be at the first."""
    told = misconverted(text, language, RATES)
    assert found == [(one.stated.written, in_english(one.right, one.stated)) for one in told]
