"""A market figure and the chart beside it are compared, as exactly as they are written."""

import pytest

from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

BRIEF = "projects/cathode.yml"
FIGURE = "      value: 53万吨\n"
CHART = "      unit: 万吨\n      points: {2024: 44, 2025: 53, 2028: 92}\n"


def found(county: CountyCopy, figure: str, unit: str, point: str) -> list[tuple[Rule, str]]:
    """Return what is found with another figure, and another unit and point of the chart."""
    county.edit(BRIEF, FIGURE, f"      value: {figure}\n")
    chart = CHART.replace("unit: 万吨", f"unit: {unit}").replace("2025: 53", f"2025: {point}")
    county.edit(BRIEF, CHART, chart)
    return [(finding.rule, finding.field) for finding in county.findings()]


@pytest.mark.parametrize(
    ("figure", "unit", "point"),
    [
        ("53万吨", "吨", "530000"),
        ("53万吨", "万吨", "52.6"),
        ("53.4万吨", "万吨", "53"),
        ("2亿元", "亿元", "2.4"),
        ("50万至60万吨", "万吨", "53"),
        ("约53万吨", "万吨", "51"),
        ("不低于50万吨", "万吨", "53"),
        ("53万吨/年", "万吨", "53"),
        ("53万吨", "亿元", "12"),
        ("53亿美元", "亿元", "12"),
        ("60元/平方米·月", "元/平方米", "700"),
        ("0吨", "万吨", "0"),
    ],
)
def test_one_number_may_be_written_in_two_ways(
    county: CountyCopy, figure: str, unit: str, point: str
) -> None:
    """Rounded, roughly, as a range, by the year; another unit is another figure."""
    assert [] == found(county, figure, unit, point)


@pytest.mark.parametrize(
    ("figure", "unit", "point"),
    [
        ("53万吨", "吨", "53"),
        ("53万吨", "万吨", "54"),
        ("53.4万吨", "万吨", "53.6"),
        ("约53万吨", "万吨", "49"),
        ("50万至60万吨", "万吨", "61"),
        ("不低于60万吨", "万吨", "53"),
        ("5万吨/年", "万吨", "53"),
        ("0吨", "万吨", "53"),
    ],
)
def test_two_numbers_for_one_year_are_a_contradiction(
    county: CountyCopy, figure: str, unit: str, point: str
) -> None:
    """It is told once, at the figure."""
    expected = [(Rule.FIGURE_CONTRADICTS_SERIES, "market.figures.0.value")]
    assert expected == found(county, figure, unit, point)


def test_the_line_of_the_year_is_named(county: CountyCopy) -> None:
    """A chart may stand on many lines; that of the year is the one to compare."""
    county.edit(BRIEF, FIGURE, "      value: 58万吨\n")
    lines = (
        "      unit: 万吨\n      points:\n        2024: 44\n        2025: 53\n        2028: 92\n"
    )
    county.edit(BRIEF, CHART, lines)
    written = county.file(BRIEF).read_text("utf-8").splitlines()
    [finding] = county.findings()
    assert str(written.index("        2025: 53") + 1) == finding.facts["line"]
