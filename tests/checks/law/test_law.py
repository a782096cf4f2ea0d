"""Maps without approval and policies without review, at the edges of the rules."""

import pytest

from tests.county_copy import CountyCopy

POLICY = "policies/standard-land.yml"
PROJECT = "projects/cathode.yml"
ALT = "alt: {zh: 河西工业园, en: Hexi Park}"
NUMBERS = [
    ("GS（2024）1234号", []),
    ("GS京(2022)0123号", []),
    ("云S〔2024〕12号", []),
    ("审图号待定", ["bad-format"]),
    ("GS1234", ["bad-format"]),
]


def _codes(county: CountyCopy) -> list[str]:
    return [finding.code for finding in county.findings()]


@pytest.mark.parametrize(
    ("day", "found"), [("2024-07-31", []), ("2024-08-01", ["policy-unreviewed"])]
)
def test_a_policy_is_to_be_reviewed_from_the_day_of_the_regulations(
    county: CountyCopy, day: str, found: list[str]
) -> None:
    """The tiny county's policy grants no money, so before that day nothing is asked."""
    county.edit(POLICY, "fair_competition: 2025-03-14\n", "")
    county.edit(POLICY, "issued: 2025-03-28", f"issued: {day}")
    assert found == _codes(county)


def test_a_policy_that_is_no_longer_published_need_not_be_reviewed(county: CountyCopy) -> None:
    """Only what investors see is judged."""
    county.edit(POLICY, "fair_competition: 2025-03-14\n", "")
    county.edit(POLICY, "status: approved", "status: withdrawn")
    assert "policy-unreviewed" not in _codes(county)


@pytest.mark.parametrize(("number", "found"), NUMBERS)
def test_the_number_of_an_approval_has_its_form(
    county: CountyCopy, number: str, found: list[str]
) -> None:
    """National and provincial numbers, with any of the brackets that are in use."""
    source = "source: {zh: 标准地图, en: Standard map}"
    county.edit(PROJECT, ALT, f"{ALT}\n    kind: map\n    map: {{number: {number}, {source}}}")
    assert found == _codes(county)


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        ("alt: {zh: 园区区位图, en: The park}", ["map-without-approval"]),
        ("alt: {zh: 园区区位图, en: The park}\n    kind: drawing", []),
        ("alt: {zh: 园区地图, en: The park}\n    kind: drawing", ["map-without-approval"]),
        ("alt: {zh: 园区鸟瞰, en: The park from a satellite view}", ["map-without-approval"]),
    ],
)
def test_a_sketch_may_be_called_a_drawing_and_a_map_may_not(
    county: CountyCopy, alt: str, found: list[str]
) -> None:
    """A sketch without boundaries needs no approval; the word 地图 leaves no choice."""
    county.edit(PROJECT, ALT, alt)
    assert found == _codes(county)


def test_the_name_of_a_file_may_tell_a_map(county: CountyCopy) -> None:
    """What is called a map by whoever saved it is looked at."""
    county.file("media/hexi.jpg").rename(county.file("media/hexi-map.jpg"))
    county.edit(PROJECT, "file: hexi.jpg", "file: hexi-map.jpg")
    assert ["map-without-approval"] == _codes(county)


SUMMARY = "summary: {zh: 出让前由政府完成区域评估。"
RENT_FREE = "summary: {zh: 标准厂房免租金三年。"


def test_a_policy_may_waive_rent_once_it_was_reviewed(county: CountyCopy) -> None:
    """Whether rent may be waived is what the review decides."""
    county.edit(POLICY, SUMMARY, RENT_FREE)
    assert "forbidden-promise" not in _codes(county)


def test_a_policy_that_was_not_reviewed_may_not_waive_rent(county: CountyCopy) -> None:
    """Without a review it is the county's own word."""
    county.edit(POLICY, SUMMARY, RENT_FREE)
    county.edit(POLICY, "fair_competition: 2025-03-14\n", "")
    assert "forbidden-promise" in _codes(county)


def test_a_reviewed_policy_may_still_not_return_tax(county: CountyCopy) -> None:
    """A review cannot allow what only the State may grant."""
    county.edit(POLICY, SUMMARY, "summary: {zh: 企业所得税先征后返。")
    assert "forbidden-promise" in _codes(county)
