"""The land that a project takes in its park is what its uses leave there."""

import pytest

from site_builder.diagnostics import Rule
from tests.checks.land.demands import PROJECT
from tests.county_copy import CountyCopy


def test_land_that_its_uses_do_not_make_is_reported_once(county: CountyCopy) -> None:
    """120 mu mistyped as 140 is no plot too small as well."""
    use = "    - {use: {zh: 生产用地, en: Production}, area: 50亩}\n"
    county.edit(PROJECT, "  land: 50亩\n", f"  land: 90亩\n  land_uses:\n{use}")
    rules = (Rule.LAND_MISMATCH, Rule.PLOTS_TOO_SMALL, Rule.PARK_OVERCOMMITTED)
    assert [Rule.LAND_MISMATCH] == [finding.rule for finding in county.breaches(*rules)]


@pytest.mark.parametrize(
    ("code", "tenure", "found"),
    [
        ("A0314", "transfer-of-use", False),
        ("A0314", "leased", False),
        ("C1353", "transfer-of-use", False),
        ("C1353", "leased", True),
        ("A0314", "transferred", True),
    ],
)
def test_forage_land_is_not_taken_in_the_park(
    county: CountyCopy, code: str, tenure: str, found: bool
) -> None:
    """Of 850 mu 800 are farmed elsewhere; a factory that leases land takes it in the park."""
    uses = (
        "    - {use: {zh: 养殖用地, en: Barns}, area: 50亩, tenure: transferred}\n"
        f"    - {{use: {{zh: 饲草基地, en: Forage}}, area: 800亩, tenure: {tenure}}}\n"
    )
    county.edit(PROJECT, "  land: 50亩\n", f"  land: 850亩\n  land_uses:\n{uses}")
    county.edit(PROJECT, "classification: C3985", f"classification: {code}")
    rules = (Rule.PLOTS_TOO_SMALL, Rule.PARK_OVERCOMMITTED)
    assert ([Rule.PLOTS_TOO_SMALL] if found else []) == [
        finding.rule for finding in county.breaches(*rules)
    ]
