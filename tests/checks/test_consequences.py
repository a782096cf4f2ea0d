"""One mistake gives one finding: what only follows from another is not told."""

import pytest

from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

BRIEF = "projects/cathode.yml"
SUMMARY = (
    "summary: {zh: 在河西工业园50亩用地上建设年产2万吨正极材料生产线。, "
    'en: "A plant for 20,000 tonnes a year on 50 mu in Hexi Park."}'
)
TOTAL = 'summary: {zh: 总投资3.2亿元，用地50亩。, en: "RMB 320 million, on 50 mu in Hexi Park."}'


def found(county: CountyCopy) -> list[tuple[Rule, str]]:
    return [(finding.rule, finding.field) for finding in county.findings()]


def test_a_total_that_is_no_sum_is_not_held_against_the_summary(county: CountyCopy) -> None:
    """The sum shows which of the two is wrong; the summary was right all along."""
    county.edit(BRIEF, SUMMARY, TOTAL)
    assert [] == found(county)
    county.edit(BRIEF, "  total: 3.2亿元", "  total: 3.5亿元")
    assert [(Rule.SUM_MISMATCH, "investment.total")] == found(county)


def test_a_summary_that_is_wrong_too_is_told_once_the_sum_holds(county: CountyCopy) -> None:
    county.edit(BRIEF, SUMMARY, TOTAL.replace("3.2亿", "3.6亿").replace("320", "360"))
    assert [(Rule.TEXT_CONTRADICTS_FIELD, "summary.zh")] == found(county)


def test_a_chinese_figure_that_nothing_else_agrees_with_is_told_once(county: CountyCopy) -> None:
    """Field and English agree: only the Chinese is to be mended, and that is where it is told."""
    county.edit(BRIEF, SUMMARY, TOTAL.replace("用地50亩", "用地80亩"))
    assert [(Rule.TEXT_CONTRADICTS_FIELD, "summary.zh")] == found(county)


def test_an_english_figure_is_still_held_against_the_chinese(county: CountyCopy) -> None:
    county.edit(BRIEF, SUMMARY, TOTAL.replace("50 mu", "80 mu"))
    assert [(Rule.NUMBER_MISMATCH, "summary.en")] == found(county)


def test_two_mistakes_in_one_text_are_two(county: CountyCopy) -> None:
    """Only the figure that contradicts its field is left out of the comparison."""
    wrong = TOTAL.replace("用地50亩", "用地80亩").replace("320", "330")
    county.edit(BRIEF, SUMMARY, wrong)
    expected = [(Rule.TEXT_CONTRADICTS_FIELD, "summary.zh"), (Rule.NUMBER_MISMATCH, "summary.en")]
    assert expected == found(county)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("measure: {zh: 分期投入,", "measure: {zh: not applicable,", Rule.SAYS_NOTHING),
        ("- name: {zh: 烧结车间,", "- name: {zh: To be confirmed,", Rule.PLACEHOLDER_LEFT),
    ],
)
def test_english_that_says_nothing_is_told_as_that(
    county: CountyCopy, old: str, new: str, told: Rule
) -> None:
    """Put into Chinese, it would still stand for nothing."""
    county.edit(BRIEF, old, new)
    assert [told] == [rule for rule, field in found(county) if field.endswith(".zh")]


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("2024", (Rule.FIGURE_CONTRADICTS_SERIES, "market.figures.0.value")),
        ("2028", (Rule.DATE_IN_FUTURE, "market.figures.0.year")),
    ],
)
def test_a_figure_with_another_year_is_told_once(
    county: CountyCopy, year: str, told: tuple[Rule, str]
) -> None:
    """Where the year cannot stand, the value is not held against the chart as well."""
    county.edit(BRIEF, "value: 53万吨\n      year: 2025", f"value: 53万吨\n      year: {year}")
    assert [told] == found(county)


def test_an_old_figure_is_not_held_against_the_chart(county: CountyCopy) -> None:
    """It has to be replaced anyway."""
    county.edit(BRIEF, "points: {2024: 44,", "points: {2023: 38, 2024: 44,")
    county.edit(BRIEF, "value: 53万吨\n      year: 2025", "value: 53万吨\n      year: 2023")
    assert [(Rule.FIGURE_STALE, "market.figures.0.year")] == found(county)


def test_a_plot_id_given_twice_is_told_alone(county: CountyCopy) -> None:
    """The project and the segment that name the displaced plot are right all along."""
    county.edit("parks/hexi.yml", "id: hx-02", "id: hx-01")
    assert [(Rule.DUPLICATE_ID, "plots.1.id")] == found(county)


def test_a_segment_id_given_twice_is_told_alone(county: CountyCopy) -> None:
    """What is supplied to the displaced segment, and who stands on it, is right all along."""
    county.edit("industries/batteries.yml", "  - id: cathode\n", "  - id: salts\n")
    assert [Rule.DUPLICATE_ID] == [rule for rule, _ in found(county)]


def test_a_reference_to_nothing_elsewhere_is_told_beside_an_id_given_twice(
    county: CountyCopy,
) -> None:
    county.edit("industries/batteries.yml", "  - id: cathode\n", "  - id: salts\n")
    county.edit("projects/recycling.yml", "plots: [hx-02]", "plots: [hx-09]")
    rules = [rule for rule, _ in found(county)]
    assert [Rule.DUPLICATE_ID, Rule.UNKNOWN_REFERENCE] == sorted(rules)
