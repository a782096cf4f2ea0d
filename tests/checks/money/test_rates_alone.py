"""Rates of return and present values without cash flows."""

from fractions import Fraction

import pytest

from site_builder.checks.money.benchmarks import check_benchmarks
from site_builder.checks.money.rates_alone import check_rates_alone
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.reader import read_catalog
from site_builder.content.settings import Limits
from tests.county_copy import CountyCopy
from tests.site.website import COUNTY as SAMPLE

PROJECT = "projects/cathode.yml"
LIMITS = Limits()


def test_what_honest_briefs_claim_is_possible() -> None:
    """Without their cash flows, the briefs of the sample are not called too good."""
    looked_at = 0
    for entry in read_catalog(SAMPLE)[0].projects.values():
        benefits = entry.record.benefits
        if benefits is None:
            continue
        alone = benefits.model_copy(update={"cash_flows": ()})
        record = entry.record.model_copy(update={"benefits": alone})
        assert [] == list(
            check_rates_alone(Entry(entry.slug, record, entry.source), LIMITS, set(), set())
        )
        looked_at += bool(alone.returns)
    assert looked_at >= 10


def with_claims(county: CountyCopy, claims: str) -> Entry[Project]:
    """Return a brief of 3.2亿元, 2.6亿元 of it fixed, built in 18 months, without cash flows."""
    text = county.file(PROJECT).read_text("utf-8")
    start, end = text.index("  returns: ["), text.index("  assumptions:\n")
    county.edit(PROJECT, text[start:end], f"  profit: 6000万元\n  net_profit: 4500万元\n{claims}")
    return county.catalog().projects["cathode"]


# (4500 + 2600) × 1.3 = 9230万元 a year; over 32000万元 that is 28.84%.
YEARLY, TOTAL = Fraction(9230), Fraction(32000)
RATE = "  returns: [{{value: {value}, basis: {basis}}}]\n"


@pytest.mark.parametrize(
    ("value", "basis", "found"),
    [
        ("28.8%", "after-tax", False),
        ("28.9%", "after-tax", True),
        ("约29%", "after-tax", False),
        # (6000 + 2600) × 1.3 = 11180万元 a year before tax, which is 34.94%.
        ("34.9%", "before-tax", False),
        ("35%", "before-tax", True),
    ],
)
def test_a_rate_is_at_most_a_year_over_the_investment(
    county: CountyCopy, value: str, basis: str, found: bool
) -> None:
    """What may be rounded or about so much is left alone."""
    entry = with_claims(county, RATE.format(value=value, basis=basis))
    assert found is bool(list(check_rates_alone(entry, LIMITS, set(), set())))


@pytest.mark.parametrize("discount", [8, 10])
def test_a_value_is_at_most_that_of_normal_years_for_ever(
    county: CountyCopy, discount: int
) -> None:
    """The investment is discounted as if all of it were paid at the end of construction."""
    rate = Fraction(discount, 100)
    most = int(YEARLY / rate - TOTAL / (1 + rate) ** 2)
    claims = (
        "  present_values:\n"
        f"    - {{value: {most - 1}万元, discount: {discount}%, basis: after-tax}}\n"
        f"    - {{value: {most + 2}万元, discount: {discount}%, basis: after-tax}}\n"
    )
    entry = with_claims(county, claims)
    assert ["benefits.present_values.1.value"] == [
        finding.field for finding in check_rates_alone(entry, LIMITS, set(), set())
    ]


def test_nothing_is_said_where_cash_flows_or_doubts_are(county: CountyCopy) -> None:
    """Figures that are in doubt give no second finding."""
    entry = with_claims(county, RATE.format(value="90%", basis="after-tax"))
    loc = ("benefits", "returns", 0, "value")
    assert [] == list(check_rates_alone(entry, LIMITS, {"profit"}, set()))
    assert [] == list(check_rates_alone(entry, LIMITS, set(), {loc}))


@pytest.mark.parametrize(
    ("classification", "value"),
    # That of C3985 is three times the benchmark of its trade; P8391 has no benchmark.
    [("C3985", "60%"), ("P8391", "60%"), ("C3985", "35%")],
)
def test_a_rate_that_is_far_too_good_is_told_once(
    county: CountyCopy, classification: str, value: str
) -> None:
    """A benchmark, or else profit and investment, shows that a rate before tax is too good."""
    entry = with_claims(county, RATE.format(value=value, basis="before-tax"))
    record = entry.record.model_copy(update={"classification": classification})
    entry = Entry(entry.slug, record, entry.source)
    found = [
        *check_benchmarks(entry, LIMITS, set()),
        *check_rates_alone(entry, LIMITS, set(), set()),
    ]
    assert ["return-implausible"] == [finding.code for finding in found]
