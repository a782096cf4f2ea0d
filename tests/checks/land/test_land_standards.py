"""Factories are held to the county's own standards, then to the national table."""

import pytest

from site_builder.checks.land.land_standards import (
    least_coverage,
    least_plot_ratio,
    national_standards,
)
from site_builder.content.settings import Limits
from site_builder.diagnostics import Rule
from tests.checks.land.demands import PROJECT, ask, land_findings
from tests.county_copy import CountyCopy

NO_LIMITS = Limits()


@pytest.mark.parametrize(
    ("park", "found"),
    [
        ("0.55", [Rule.BELOW_LAND_STANDARD, Rule.BELOW_PARK_THRESHOLD]),
        ("0.6", [Rule.BELOW_PARK_THRESHOLD]),
        ("0.7", [Rule.BELOW_PARK_THRESHOLD]),
        ("0.5", [Rule.BELOW_LAND_STANDARD]),
    ],
)
def test_the_standard_is_named_only_where_it_asks_for_more(
    county: CountyCopy, park: str, found: list[Rule]
) -> None:
    """C3985 must have 0.6; a park that asks for as much says so alone."""
    ask(county, plot_ratio=park)
    county.edit(PROJECT, "land: 50亩\n", "land: 50亩\n  plot_ratio: 0.5\n")
    assert found == [rule for rule, _ in land_findings(county)]


@pytest.mark.parametrize(
    ("code", "ratio", "coverage"),
    [
        ("C1495", "1.0", "40%"),
        ("C2613", "0.6", "40%"),
        ("C25", "0.5", "40%"),
        ("C29", "0.8", "40%"),
        ("C2911", "0.8", "40%"),
        ("C2921", "1.0", "40%"),
        ("C3985", "0.6", "40%"),
        ("C3989", "1.0", "40%"),
        ("C4310", None, "40%"),
    ],
)
def test_the_closest_row_of_the_national_table_holds(
    code: str, ratio: str | None, coverage: str
) -> None:
    """Plastics are a group of C29, and a class may leave its division."""
    least, covered = least_plot_ratio(code, NO_LIMITS), least_coverage(code, NO_LIMITS)
    assert ratio == (least.written if least is not None else None)
    assert covered is not None
    assert (coverage, True) == (covered.written, covered.is_national)


def test_rows_of_the_county_come_before_the_national_ones() -> None:
    """A row for all manufacturing is less close than one for a division, and both come first."""
    source = {"zh": "省标准", "en": "Provincial standard"}
    limits = Limits.model_validate(
        {
            "land_standards": [
                {"coverage": "45%", "source": source},
                {"classification": ["C26", "C27"], "coverage": "35%", "source": source},
            ]
        }
    )
    written = [
        least.written
        for code in ("C2613", "C3989")
        for least in (least_coverage(code, limits), least_plot_ratio(code, limits))
        if least is not None
    ]
    assert written == ["35%", "0.6", "45%", "1.0"]


def test_the_national_table_covers_manufacturing_but_repair() -> None:
    """Each division from C13 to C42 has one figure, and every row says where it is from."""
    divisions = [
        code for row in national_standards() for code in row.classification if len(code) == 3
    ]
    assert sorted(divisions) == [f"C{number}" for number in range(13, 43)]
    assert all("〔" in row.source.zh for row in national_standards())


@pytest.mark.parametrize(
    ("kind", "found"), [("upgrade", True), ("expansion", True), ("reuse", False), ("ppp", False)]
)
def test_standards_hold_for_what_is_built(county: CountyCopy, kind: str, found: bool) -> None:
    """The control indicators are for new, extended and upgraded factories."""
    county.edit(PROJECT, "kind: new-build", f"kind: {kind}")
    county.edit(PROJECT, "land: 50亩\n", "land: 50亩\n  coverage: 20%\n  office_land: 10亩\n")
    expected = [
        (Rule.OFFICE_SHARE_HIGH, "scale.office_land"),
        (Rule.BELOW_LAND_STANDARD, "scale.coverage"),
    ]
    assert sorted(expected if found else []) == sorted(land_findings(county))


def test_the_county_sets_how_much_offices_may_take(county: CountyCopy) -> None:
    """A county may be stricter than 7%."""
    county.edit("county.yml", "internal:\n", "checks: {limits: {office_land: 5%}}\ninternal:\n")
    county.edit(PROJECT, "land: 50亩\n", "land: 50亩\n  office_land: 3亩\n")
    (finding,) = county.breaches(Rule.OFFICE_SHARE_HIGH)
    assert (finding.facts["share"], finding.facts["most"]) == ("6%", "2.5亩")
