import pytest

from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

POLICY = "policies/standard-land.yml"


def rules(county: CountyCopy) -> list[Rule]:
    return [finding.rule for finding in county.findings()]


@pytest.mark.parametrize(
    ("expires", "found"),
    [("2027-05-01", []), ("2027-04-30", [Rule.DATES_REVERSED])],
)
def test_a_policy_may_end_on_the_day_it_begins(
    county: CountyCopy, expires: str, found: list[Rule]
) -> None:
    """The same day is in order, the day before is not."""
    county.edit(POLICY, "effective: 2025-05-01", "effective: 2027-05-01")
    county.edit(POLICY, "expires: 2029-04-30", f"expires: {expires}")
    assert found == rules(county)


def test_a_policy_may_have_no_end(county: CountyCopy) -> None:
    """Without an end there is nothing to compare."""
    county.edit(POLICY, "expires: 2029-04-30\n", "")
    assert rules(county) == []


def test_a_review_lacks_both_name_and_date(county: CountyCopy) -> None:
    """Each thing that is missing is told."""
    county.edit(POLICY, "  by: 县项目审定小组\n  date: 2026-09-18\n", "")
    assert rules(county) == [Rule.REVIEW_UNSIGNED] * 2


def test_a_draft_need_not_be_signed(county: CountyCopy) -> None:
    """The project in review has neither name nor date, and no finding."""
    assert "by:" not in county.file("projects/recycling.yml").read_text("utf-8")
    assert rules(county) == []


def test_an_id_may_be_used_in_two_parks(county: CountyCopy) -> None:
    """Ids are unique within a park only."""
    text = county.file("parks/hexi.yml").read_text("utf-8")
    text = text.replace("{zh: 河西工业园, en: Hexi Park}", "{zh: 南湾工业园, en: Nanwan Park}", 1)
    county.file("parks/nanwan.yml").write_text(text, "utf-8")
    assert rules(county) == []
