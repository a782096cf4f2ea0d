"""The commonest mistakes of YAML are named, and the mended line is one that can be read."""

from pathlib import PurePosixPath

import pytest

from site_builder.content.yaml_text.problems import ANY_SYNTAX
from site_builder.content.yaml_text.strict_yaml import parse
from site_builder.diagnostics import Diagnostic, Rule

PATH = PurePosixPath("projects/a.yml")


def problem(text: str) -> Diagnostic:
    """Return the one finding of a text that cannot be read."""
    (finding,) = parse(text, PATH)[2]
    assert finding.rule is Rule.YAML_SYNTAX
    return finding


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("title: 一期: 年产2万吨", 'title: "一期: 年产2万吨"'),
        ("title: {zh: 一期: 2万吨, en: a}", 'title: {zh: "一期: 2万吨", en: "a"}'),
        ("title: {zh: 厂房 #1, en: a}", 'title: {zh: "厂房 #1", en: "a"}'),
        ("title: [一期] 年产2万吨", 'title: "[一期] 年产2万吨"'),
        ("title: {一期} 年产2万吨", 'title: "{一期} 年产2万吨"'),
        ("title: *一期* 年产2万吨", 'title: "*一期* 年产2万吨"'),
        ("title: & 年产2万吨", 'title: "& 年产2万吨"'),
        ("title: %30", 'title: "%30"'),
        ("title: @一期", 'title: "@一期"'),
        ("title: “一期: 年产2万吨”", 'title: "一期: 年产2万吨"'),
        ("title: {zh: “甲, 乙”, en: a}", 'title: {zh: "甲, 乙", en: a}'),
        ('title: "一期”', 'title: "一期"'),
        ("title：一期", "title: 一期"),
        ("title：　一期", "title: 一期"),
        ("title: ｛zh: 一期, en: a｝", "title: {zh: 一期, en: a}"),
        ("title: {zh：一期，en：a}", "title: {zh: 一期, en: a}"),
        ("title:一期", "title: 一期"),
        ("title: {zh:一期, en:a}", "title: {zh: 一期, en: a}"),
        ('title: "一期', 'title: "一期"'),
        ("title: {zh: 一期, en: a", "title: {zh: 一期, en: a}"),
        ('title: {zh: 一期, en: "a}', 'title: {zh: 一期, en: "a"}'),
        ("title: [一, 二", "title: [一, 二]"),
        ("places: - 一期", "places: ⏎   - 一期"),
    ],
)
def test_the_mended_line_is_shown(line: str, mended: str) -> None:
    """Each mistake gives one finding, whose remedy is the line as it should be."""
    finding = problem(f"kind: new-build\n{line}\nstage: open\n")
    said = finding.help("zh")
    assert mended == said.partition("：")[2], said
    assert "2" in said or said.startswith("这一行")
    assert finding.help("en").endswith(mended)


@pytest.mark.parametrize("line", ["\ttotal: 1", "　　total: 1", " \t total: 1"])
def test_indentation_is_counted_in_spaces(line: str) -> None:
    """Tabs and full-width spaces look like indentation, and the remedy says how much is meant."""
    finding = problem(f"investment:\n  basis_year: 2026\n{line}\n  margin: 30%\n")
    assert "第 3 行前面空 2 个半角空格：total: 1" == finding.help("zh")
    assert "begin line 3 with 2 spaces: total: 1" == finding.help("en")


def test_a_field_between_two_depths_is_put_where_it_belongs() -> None:
    """One space too few belongs to neither of the groups around it."""
    finding = problem("investment:\n  basis_year: 2026\n total: 1\n  margin: 30%\n")
    assert "begin line 3 with 2 spaces: total: 1" == finding.help("en")


def test_a_mistake_on_the_line_before_is_told_there() -> None:
    """What the parser notices late is mended where it stands."""
    finding = problem("stage：open\nkind: new-build\n")
    assert "stage: open" in finding.help("en")


def test_of_a_long_line_the_change_is_shown() -> None:
    """A paragraph on one line is cut around what changes."""
    finding = problem(f"title: {'甲' * 200}: {'乙' * 200}\n")
    assert len(finding.help("zh")) < 130
    assert 'title: "甲甲' in finding.help("zh")


def test_what_nothing_explains_keeps_the_general_remedy() -> None:
    """No line is made up: where no mended line can be read, the remedy says what to look for."""
    finding = problem("title: 一期\n]\n")
    assert ANY_SYNTAX.zh == finding.help("zh")


@pytest.mark.parametrize(
    ("lines", "number", "column", "mended"),
    [
        (("interest: 1万元",), 2, 1, "begin line 2 with 2 spaces: interest: 1万元"),
        (("　　interest: 1万元",), 2, 1, "begin line 2 with 2 spaces: interest: 1万元"),
        (("  interest:\u00a01万元",), 2, 12, "write this line as: interest: 1万元"),
        (("  interest:　1万元",), 2, 12, "write this line as: interest: 1万元"),
        (
            ("  items:", "    -cost: 1万元", "      share: 1%"),
            3,
            6,
            "write this line as: - cost: 1万元",
        ),
        (
            ("  items:", "    — cost: 1万元", "      share: 1%"),
            3,
            5,
            "write this line as: - cost: 1万元",
        ),
        (
            ("  items:", "    ·cost: 1万元", "      share: 1%"),
            3,
            5,
            "write this line as: - cost: 1万元",
        ),
    ],
)
def test_the_place_is_the_line_to_mend(
    lines: tuple[str, ...], number: int, column: int, mended: str
) -> None:
    """The parser stumbles lines below the mistake; an author is sent to the mistake."""
    finding = problem("\n".join(("investment:", *lines, "  total: 1万元", "  margin: 30%", "")))
    assert (number, column) == (finding.place.line, finding.place.column)
    assert mended == finding.help("en")


def test_every_line_with_signs_of_full_width_is_told_at_once() -> None:
    """A clerk whose keyboard writes full-width signs mends all lines in one go."""
    text = "title：一期\nkind: new-build\nstage:open\nwho: {zh: 甲，en: a}\n\tland: 1亩\n"
    findings = parse(text, PATH)[2]
    assert [1, 3, 4, 5] == [finding.place.line for finding in findings]
    assert "write this line as: who: {zh: 甲, en: a}" == findings[2].help("en")


def test_no_more_is_looked_for_behind_a_guess() -> None:
    """Where a brace belongs is a guess; what the parser says of the rest may follow from it."""
    findings = parse("title: {zh: 一期, en: a\nkind：new-build\nstage：open\n", PATH)[2]
    assert 1 == len(findings)


@pytest.mark.parametrize(
    ("line", "column", "mended"),
    [
        ("  zh: 采用 #2 线设备，年产2万吨", 10, '  zh: "采用 #2 线设备，年产2万吨"'),
        ("  zh: #1 厂房已经建成", 7, '  zh: "#1 厂房已经建成"'),
        ("  zh: #厂房已经建成", 7, '  zh: "#厂房已经建成"'),
    ],
)
def test_a_text_that_a_number_sign_cuts_short_is_told(line: str, column: int, mended: str) -> None:
    """All after ` #` is a remark to YAML: half of the sentence would be published."""
    finding = problem(f"title:\n{line}\n  en: a\n")
    assert (2, column) == (finding.place.line, finding.place.column)
    assert mended.strip() in finding.help("en")


@pytest.mark.parametrize(
    "line",
    [
        "  zh: 采用二号线设备 # 1号线停用",
        "  zh: 采用二号线设备  #待核实",
        '  zh: "采用二号线设备" #2 待核实',
        "  zh: 采用C#2号线",
        "  zh: |\n    采用 #2 线设备",
        '  zh: "采用\n    zh: a #2 线设备"',
    ],
)
def test_a_remark_stays_a_remark(line: str) -> None:
    """A remark has a space behind its sign, or stands behind a closed quotation mark."""
    assert [] == parse(f"title:\n{line}\n  en: a\n", PATH)[2]


def test_a_remark_behind_a_figure_stays_a_remark() -> None:
    """Only a text can be cut short."""
    assert [] == parse("land: 120亩 #3月核对\n", PATH)[2]
