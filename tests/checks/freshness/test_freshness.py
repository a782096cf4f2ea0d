"""The same county on different days: what is old depends on nothing but the day."""

from datetime import date

import pytest

from site_builder.checks.scope import day_of
from site_builder.content.dated import last_year
from site_builder.content.project_argument import Series
from site_builder.diagnostics import Rule, Severity
from tests.county_copy import CountyCopy

FRESHNESS = {
    Rule.POLICY_EXPIRED,
    Rule.FIGURE_STALE,
    Rule.FIGURE_WITHHELD,
    Rule.RECORD_STALE,
    Rule.REVIEW_OVERDUE,
    Rule.DATE_IN_FUTURE,
}


def found(county: CountyCopy, today: date) -> dict[Rule, int]:
    """Count what is out of date on a day, by rule."""
    rules = [finding.rule for finding in county.findings(today) if finding.rule in FRESHNESS]
    return {rule: rules.count(rule) for rule in FRESHNESS if rule in rules}


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 9, 18), {}),
        (date(2027, 9, 1), {}),
        # Four records were updated on the first of September, the county on the 18th.
        (date(2027, 9, 2), {Rule.RECORD_STALE: 4}),
        (date(2027, 9, 19), {Rule.RECORD_STALE: 5, Rule.REVIEW_OVERDUE: 1}),
        (
            date(2028, 1, 1),
            {Rule.RECORD_STALE: 5, Rule.REVIEW_OVERDUE: 1, Rule.FIGURE_STALE: 3},
        ),
        (
            date(2030, 1, 1),
            {
                Rule.RECORD_STALE: 5,
                Rule.REVIEW_OVERDUE: 1,
                Rule.FIGURE_WITHHELD: 3,
                Rule.POLICY_EXPIRED: 1,
            },
        ),
    ],
)
def test_the_same_county_grows_old(
    county: CountyCopy, today: date, expected: dict[Rule, int]
) -> None:
    """One after the other, records, reviews, figures and policies are out of date."""
    assert expected == found(county, today)


def test_nothing_that_is_old_stops_a_publication(county: CountyCopy) -> None:
    """An honest county may be late: all of it is warnings."""
    late = county.findings(date(2031, 1, 1))
    assert {Severity.WARNING} == {finding.severity for finding in late}


def test_dates_to_come_are_found_from_the_past(county: CountyCopy) -> None:
    """Seen from before, what is said to have happened has not; plans may lie ahead."""
    early = [
        finding.field
        for finding in county.findings(date(2024, 1, 1))
        if finding.rule is Rule.DATE_IN_FUTURE
    ]
    assert {
        "review.date",
        "updated",
        "exchange.date",
        "issued",
        "fair_competition",
        "figures.0.year",
        "market.figures.0.year",
        "market.series.0.points.2025",
    } == set(early)


def test_a_build_that_is_repeated_counts_on_the_same_day(county: CountyCopy) -> None:
    """SOURCE_DATE_EPOCH sets the day of any county, a fictional one included."""
    entry = county.catalog().county
    assert date(2029, 2, 3) == day_of(entry, {"SOURCE_DATE_EPOCH": "1864771200"})
    assert date(2026, 9, 18) == day_of(entry, {})


@pytest.mark.parametrize(
    ("points", "forecast_from", "year"),
    [
        ({"2023": "1", "2025": "2"}, None, 2025),
        ({"2023": "1", "2025": "2", "2028": "3"}, "2026", 2025),
        ({"2026": "1", "2027": "2"}, "2026", 2025),
        ({"2024": "1", "2028": "2"}, "2020", 2019),
    ],
)
def test_a_series_is_as_old_as_its_last_year_that_has_been(
    points: dict[str, str], forecast_from: str | None, year: int
) -> None:
    """A forecast makes a series no younger."""
    label = {"zh": "需求量", "en": "Demand"}
    series = Series.model_validate(
        {
            "label": label,
            "unit": "万吨",
            "points": points,
            "forecast_from": forecast_from,
            "source": label,
        }
    )
    assert year == last_year(series)


def test_only_real_pages_are_searched_for_a_policy_that_is_over(county: CountyCopy) -> None:
    """A dangling link, a folder named like a page and broken bytes stop nothing."""
    folder = county.file("docs/zh")
    (folder / "folder.md").mkdir(parents=True)
    (folder / "dangling.md").symlink_to(folder / "nowhere.md")
    (folder / "latin.md").write_bytes("caf\u00e9 policies/standard-land/".encode("latin-1"))
    (finding,) = [
        each for each in county.findings(date(2030, 1, 1)) if each.rule is Rule.POLICY_EXPIRED
    ]
    named = (
        "files that name it: projects/cathode.yml, industries/batteries.yml, "
        "parks/hexi.yml, docs/zh/latin.md"
    )
    assert named == finding.facts["named_en"]
