"""The report is for internal use: it shows nothing active, nothing kept back, and stays inside."""

import re
from pathlib import Path, PurePosixPath

import pytest

from site_builder.checks.run import check_county
from site_builder.report.page import report_page
from site_builder.report.unread import internal_lines, look_into
from tests.county_copy import CountyCopy
from tests.report.reading import Report, check
from tests.site.tiny import built, publishable
from tests.site.website import COUNTY

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "</td></table><iframe src=//evil.example>",
    "{{ 7*7 }}{% raw %}",
    '&lt;b&gt; " onmouseover="alert(1)',
    "\u202e\u0007turned",
)
CATHODE = "projects/cathode.yml"


def shapes(county: CountyCopy, words: str) -> set[tuple[str, ...]]:
    """Return the kinds of elements, with their attributes, where a project says `words`."""
    source = county.file(CATHODE).read_text("utf-8")
    quoted = "'" + words.replace("'", "''") + "'"
    spoilt = re.sub(r"^title: .*", f"title: {{zh: {quoted}, en: {quoted}}}", source, flags=re.M)
    spoilt = re.sub(r"^(industry|kind): .*", rf"\1: {quoted}", spoilt, flags=re.M)
    county.file(CATHODE).write_text(spoilt, "utf-8")
    page = Report.of(county).page
    county.file(CATHODE).write_text(source, "utf-8")
    return {(e.tag, *sorted(e.attrib)) for e in page.iter() if isinstance(e.tag, str)}


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_an_author_writes_becomes_markup(county: CountyCopy, value: str) -> None:
    """The report of a hostile county has no other elements than that of one that is wrong."""
    assert shapes(county, value) == shapes(county, "plain")


def test_the_hostile_words_are_shown_as_words(county: CountyCopy) -> None:
    """A title with a script in it is read as it was written."""
    county.edit(CATHODE, 'en: "Cathode material, 20,000 tonnes a year"', f"en: '{HOSTILE[0]}'")
    assert HOSTILE[0] in Report.of(county).words()


def test_it_has_no_script_and_asks_for_nothing(county: CountyCopy) -> None:
    """One file: no script, no link, no picture or style from anywhere."""
    report = Report.of(county)
    assert [] == report.page.xpath("//script | //link | //img | //iframe | //@src | //@href")
    assert [] == re.findall(r"url\(|@import|https?://(?!www\.w3\.org/)", report.text)
    assert ["noindex, nofollow, noarchive"] == report.page.xpath("//meta[@name='robots']/@content")


def test_it_says_that_it_is_for_internal_use(county: CountyCopy) -> None:
    """The first words, in both languages, say so."""
    report = Report.of(county)
    assert ["For internal use"] == report.all(".internal__flag")
    assert ["内部使用"] == report.all(".internal__flag", "zh")


def canaries(text: str) -> set[str]:
    """Return the marked secrets in a text; the marks of drafts are meant to be seen."""
    return set(re.findall(r"(?:CANARY|ZHINTERNAL)-(?!unpublished)[\w-]*", text))


def test_no_internal_value_is_in_it(county: CountyCopy) -> None:
    """The county's files hold marked secrets; its report does not."""
    assert canaries(county.file(CATHODE).read_text("utf-8"))
    assert set() == canaries(Report.of(county).text)


@pytest.mark.parametrize(
    "wrong",
    [
        "internal: {bottom_line: *CANARY-a}\n",
        "internal: {bottom_line: !CANARY-b x}\n",
        "internal: CANARY-c\n",
        "internal: [CANARY-d]\n",
        "internal:\n  CANARY-key: CANARY-e\n",
        "internal:\n  notes: {CANARY-f: CANARY-g}\n",
        "internal:\n  notes: [CANARY-h: CANARY-i, {CANARY-j}\n",
        "internal:\n  bottom_line: 'CANARY-k\n",
        "internal:\n  targets:\n  - {name: CANARY-l, CANARY-m: x}\n",
        "internal:\n  leads: [{CANARY-n}]\n",
        "  internal:\n    leads: CANARY-o: CANARY-p\n",
        "internal:\n  leads: [a]\n  leads: [CANARY-q]\n  CANARY-r: 1\n  CANARY-r: 2\n",
    ],
)
def test_no_mistake_in_an_internal_part_gives_it_away(county: CountyCopy, wrong: str) -> None:
    """A finding on an internal value is listed without quoting it."""
    text = county.file(CATHODE).read_text("utf-8")
    county.file(CATHODE).write_text(text[: text.index("internal:")] + wrong, "utf-8")
    report = Report.of(county)
    assert [] != report.all(".project .finding")
    assert set() == canaries(report.text)


def test_nothing_internal_of_the_sample_is_in_its_report() -> None:
    """The sample county's report holds none of its marked secrets, and lists its drafts."""
    page = report_page(COUNTY, check_county(COUNTY), (), "zh")
    assert set() == canaries(page)
    assert "projects/silica-quartz.yml" in page


@pytest.mark.parametrize("folder", ["docs", "site", "media", "theme", "docs/en"])
def test_it_is_not_written_where_a_website_is_made(county: CountyCopy, folder: str) -> None:
    """A folder that is published, or will be, is refused, and nothing is written."""
    out = county.file(folder) / "report.html"
    result = check(county, "--format", "html", "--out", out)
    assert (2, False) == (result.exit_code, out.exists())


def test_no_website_has_it(tmp_path: Path) -> None:
    """A county that has a report builds the same files as one that has none."""
    county = publishable(tmp_path / "county")
    Report.of(county)
    files = built(county).files()
    assert [] == [name for name in files if "report" in name]
    assert [] == [name for name, content in files.items() if "内部使用".encode() in content]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("title: x\ninternal:\n  a: 1\n\n  b: 2\nplace: y\n", {2, 3, 4, 5}),
        ("internal: {a: 1}\ntitle: x\n", {1}),
        ("internal:\n- a\n- b\ntitle: x\n", {1, 2, 3}),
        ("title: x\n", set()),
        ("a:\n  internal:\n    b: 1\n  c: 2\n", {2, 3}),
        ("'internal' : {\n  a: 1\n}\ntitle: x\n", {1, 2, 3}),
    ],
)
def test_internal_lines_are_known_without_reading_the_file(text: str, lines: set[int]) -> None:
    """Everything indented under `internal:` belongs to it, and nothing after."""
    assert lines == internal_lines(text)


@pytest.mark.parametrize(
    "text", ["", "[]", "title: [1", "title: x", "review: []", "host: {zh: []}"]
)
def test_any_file_can_be_looked_into(text: str) -> None:
    """A file that says nothing of itself is no error."""
    unread = look_into(text, PurePosixPath("projects/x.yml"))
    assert (None, None, None) == (unread.title, unread.department, unread.status)
