"""What an author is told to write instead is worked out from what was written."""

import pytest

from site_builder.content.source import Loc
from site_builder.content.worked_remedies import list_of, worked


@pytest.mark.parametrize(
    ("code", "loc", "value", "remedy"),
    [
        ("bare-number", ("investment", "margin"), "30", "write 30%"),
        ("bare-number", ("scale", "coverage"), "0.45", "add a unit, one of %, e.g. 45%"),
        ("bad-date", ("updated",), "2026年9月15日", "write 2026-09-15"),
        ("bad-date", ("updated",), "2026/9/5", "write 2026-09-05"),
        ("bad-date", ("updated",), "2026.9.15", "write 2026-09-15"),
        ("bad-date", ("updated",), "20260915", "write 2026-09-15"),
        ("bad-date", ("updated",), "2026-9-15", "write 2026-09-15"),
        ("bad-date", ("updated",), "2026-09-31", "September 2026 has 30 days: check the day"),
        ("bad-date", ("updated",), "2027年2月29日", "February 2027 has 28 days: check the day"),
        ("bad-date", ("updated",), "2026-13-01", "write year-month-day, e.g. 2026-09-18"),
        ("bad-date", ("updated",), "0000-01-31", "write year-month-day, e.g. 2026-09-18"),
        ("bad-date", ("updated",), "28.3.2025", "write year-month-day, e.g. 2026-09-18"),
        (
            "bad-date",
            ("updated",),
            "2026-09",
            "write the day as well: year-month-day, e.g. 2026-09-18",
        ),
        (
            "bad-number",
            ("market", "series", 0, "points", "2025"),
            "53万吨",
            "write the number alone, counted in `unit`: 53 if that is 万吨",
        ),
        (
            "bad-number",
            ("benefits", "cash_flows", 0, "flows", "2029"),
            "-5,268 万元",
            "write the number alone, counted in `unit`: -5268 if that is 万元",
        ),
        ("bad-number", ("position", "latitude"), "28.01度", "write the number alone: 28.01"),
        (
            "bad-number",
            ("position", "latitude"),
            "28°03'30\"",
            "write it in decimal degrees: 28.058333",
        ),
        (
            "bad-number",
            ("position", "longitude"),
            "东经109度37分17.4秒",
            "write it in decimal degrees: 109.621500",
        ),
        (
            "bad-number",
            ("plots", 0, "corners", "points", 0, "latitude"),
            "28°3.5′N",
            "write it in decimal degrees: 28.058333",
        ),
        (
            "bad-number",
            ("position", "latitude"),
            "北纬二十八度",
            "write decimal degrees, such as 28.0583",
        ),
        (
            "bad-number",
            ("position", "longitude"),
            "28°75'10\"",
            "write decimal degrees, such as 109.6215",
        ),
        ("bad-number", ("order",), "1,200", "write the number alone: 1200"),
        ("bad-number", ("scale", "plot_ratio"), "80%", "write for example 1.2"),
        (
            "bad-format",
            ("park",),
            "金河工业园",
            "write the name of a file in parks/ without .yml, e.g. jinhe for parks/jinhe.yml",
        ),
        ("bad-format", ("park",), "parks/jinhe.yml", "write jinhe"),
        ("bad-format", ("policies", 0), "Standard-Land", "write standard-land"),
        ("bad-format", ("segments", 0), "a-b，c", "put an ASCII comma between them: a-b, c"),
        ("bad-format", ("segments", 0), "a-b、c", "put an ASCII comma between them: a-b, c"),
        (
            "bad-format",
            ("segments", 0),
            "高纯",
            "write the `id` of a segment of the industry, as in its file",
        ),
        ("bad-format", ("plots", 0), "三号", "write the `id` of a plot, as in the park's file"),
        ("bad-format", ("id",), "高纯", "write it like this: battery-manganese"),
    ],
)
def test_the_remedy_says_what_to_write(code: str, loc: Loc, value: str, remedy: str) -> None:
    facts = {"value": value, "units": "%", "example": "1.2", "expected": "slug"}
    if code != "bad-number":
        facts["example"] = "45%" if code == "bare-number" else "battery-manganese"
    assert remedy == worked(code, loc, facts).en


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("jh-03", "[jh-03]"),
        ("［jh-03］", "[jh-03]"),
        ("jh-03、jh-04", "[jh-03, jh-04]"),
        ("jh-03，jh-04", "[jh-03, jh-04]"),
        ("jh-03 jh-04", "[jh-03, jh-04]"),
        ("- jh-03", ""),
        ("一段文字：很长", ""),
        ("", ""),
    ],
)
def test_a_list_written_as_a_line_is_shown_as_a_list(written: str, expected: str) -> None:
    """Only where the items are names: a sentence may be one item or several."""
    assert expected == list_of(written)
