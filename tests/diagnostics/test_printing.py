import json
import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.diagnostics import Diagnostic, Place, Rule, Severity
from site_builder.diagnostics.printing import as_json, as_text, summary
from tests.diagnostics.findings import CONCESSIONS, DAY

PATH = PurePosixPath("projects/tea.yml")
LANGUAGES = ("zh", "en")


def finding(excerpt: str, column: int, length: int, value: str = "x") -> Diagnostic:
    place = Place(PATH, 7, column, length, excerpt)
    return Diagnostic(Rule.BAD_DATE, place, "updated", {"value": value, **DAY})


def test_a_finding_says_where_what_and_what_to_do() -> None:
    """The four lines of a finding, to the letter."""
    text = as_text(finding("updated: 昨天", 10, 2, "昨天"), "en")
    assert text == (
        "projects/tea.yml:7:10: updated: 昨天 is not a date [bad-date]\n"
        "  7 | updated: 昨天\n"
        "    |          ^^^^\n"
        "  help: write year-month-day, e.g. 2026-09-18"
    )


def test_the_other_language_says_the_same() -> None:
    """The same finding in Chinese."""
    text = as_text(finding("updated: 昨天", 10, 2, "昨天"), "zh")
    assert text == (
        "projects/tea.yml:7:10: updated: 昨天 不是日期 [bad-date]\n"
        "  7 | updated: 昨天\n"
        "    |          ^^^^\n"
        "  处理: 写成 年-月-日，如 2026-09-18"
    )


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "mark"),
    [
        ("a: b", 4, 1, "   ^"),
        ("投资: 3亿", 5, 2, "      ^^^"),
        ("a: 茶", 4, 1, "   ^^"),
        ("\ta: b", 2, 1, "\t^"),
        ("e\u0301: b", 5, 1, "   ^"),
        ("a: ", 4, 1, "   ^"),
    ],
)
def test_the_mark_stands_under_the_value(excerpt: str, column: int, length: int, mark: str) -> None:
    """Wide characters take two columns, accents none, and a tab stays a tab."""
    lines = as_text(finding(excerpt, column, length), "en").split("\n")
    assert f"    | {mark}" == lines[2]


def test_a_long_line_is_cut_around_the_value() -> None:
    """The mark stays under its value where the line is longer than a screen."""
    excerpt = "文" * 200 + "错" + "字" * 200
    line, mark = as_text(finding(excerpt, 201, 1), "en").split("\n")[1:3]
    assert line == ("  7 | …" + "文" * 30 + "错" + "字" * 19 + "…")
    assert mark == ("    | " + " " * 61 + "^^")


def test_no_mark_without_a_line() -> None:
    """A finding on a file as a whole shows no line."""
    whole = Diagnostic(Rule.SYMBOLIC_LINK, Place(PATH), "", {"name": "tea.yml"})
    assert as_text(whole, "en") == (
        "projects/tea.yml:1:1: tea.yml is a symbolic link and is not read [symbolic-link]\n"
        "  help: put the file itself in its place"
    )


def test_a_warning_is_called_one() -> None:
    """Only errors go without a label, in either language."""
    warning = Diagnostic(Rule.STRONG_WITHOUT_FIRM, Place(PATH))
    assert as_text(warning, "en").startswith("projects/tea.yml:1:1: warning: the segment")
    assert as_text(warning, "zh").startswith("projects/tea.yml:1:1: 警告: 环节")


def test_a_terminal_is_not_commanded() -> None:
    """Escape sequences and turned writing from a file are shown, not obeyed."""
    text = as_text(finding("a: \x1b[31m\u202e", 4, 6, "\x1b[31m\u202e\nb"), "en")
    assert text.split("\n")[:2] == [
        "projects/tea.yml:7:4: updated: �[31m� b is not a date [bad-date]",
        "  7 | a: �[31m�",
    ]


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=300),
    st.integers(1, 300),
    st.integers(1, 300),
)
def test_any_line_is_printed_on_lines_of_its_own(excerpt: str, column: int, length: int) -> None:
    """Whatever stands in a file, a finding takes two or four lines that a terminal can show."""
    text = as_text(finding(excerpt, min(column, len(excerpt) + 1), length), "zh")
    assert len(text.split("\n")) == (4 if excerpt.strip() else 2)
    unseen = {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"}}
    assert unseen <= {"\n", "\t"}


def test_json_holds_every_finding() -> None:
    """Programs read the same findings, with the same words."""
    document = json.loads(as_json([finding("updated: x", 10, 1)], CONCESSIONS, "en"))
    assert document == {
        "schema_version": 1,
        "diagnostics": [
            {
                "code": "bad-date",
                "severity": "error",
                "path": "projects/tea.yml",
                "line": 7,
                "column": 10,
                "field": "updated",
                "message": "x is not a date",
                "help": "write year-month-day, e.g. 2026-09-18",
            }
        ],
        "lowered_rules": [
            {
                "rule": "sum-mismatch",
                "to": "note",
                "reason": "分期口径不同，100%\n已批",
                "count": 1,
            }
        ],
        "relaxed_limits": [{"limit": "figure_age", "value": "36个月", "default": "24个月"}],
    }


@pytest.mark.parametrize(
    ("errors", "warnings", "en", "zh"),
    [
        (0, 0, "0 errors, 0 warnings", "错误 0 处，警告 0 处"),
        (1, 2, "1 error, 2 warnings", "错误 1 处，警告 2 处"),
        (2, 1, "2 errors, 1 warning", "错误 2 处，警告 1 处"),
    ],
)
def test_the_summary_counts(errors: int, warnings: int, en: str, zh: str) -> None:
    """Errors and warnings are counted apart, in the right number."""
    found = [finding("", 1, 1)] * errors
    found += [Diagnostic(Rule.STRONG_WITHOUT_FIRM, Place(PATH))] * warnings
    assert (en, zh) == (summary(found, "en"), summary(found, "zh"))


@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.code)
def test_a_rule_says_the_same_facts_in_both_languages(rule: Rule) -> None:
    """A message and its remedy are written in both languages, and differ."""
    assert rule.severity in Severity
    assert "" not in {
        text(language) for text in (rule.message, rule.help) for language in LANGUAGES
    }
    assert rule.message("zh") != rule.message("en")


def test_no_two_rules_share_their_texts() -> None:
    """Two rules with equal texts would be one member with two names."""
    assert len(Rule.__members__) == len(list(Rule))


def test_codes_are_names_in_kebab_case() -> None:
    """A code can be searched for as it is printed."""
    assert Rule.SUM_MISMATCH.code == "sum-mismatch"
