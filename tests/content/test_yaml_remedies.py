"""The commonest mistakes of YAML are named, and the mended line is one that can be read."""

from pathlib import PurePosixPath

import pytest

from site_builder.content.strict_yaml import parse
from site_builder.content.yaml_problems import ANY_SYNTAX
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
