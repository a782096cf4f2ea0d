"""SARIF logs, held against the schema of the standard.

`sarif-2.1.0.schema.json` is the JSON Schema of SARIF 2.1.0, an OASIS standard, unchanged from
the npm package @microsoft/sarif-multitool-linux 5.7.0 (MIT).
"""

import json
from pathlib import Path, PurePosixPath

import pytest
from jsonschema import Draft202012Validator

from site_builder.diagnostics import Diagnostic, Rule, Severity
from site_builder.diagnostics.printing import as_sarif
from site_builder.diagnostics.rules import rule_texts
from tests.diagnostics.findings import CONCESSIONS, LOWERED, NONE, finding

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.schema.json").read_text("utf-8"))
LANGUAGES = ("zh", "en")


def run_of(findings: list[Diagnostic], language: str = "en", folder: str = "") -> dict:
    return json.loads(as_sarif(findings, CONCESSIONS, language, folder))["runs"][0]


def fingerprints(*findings: Diagnostic) -> list[str]:
    results = run_of(list(findings))["results"]
    return [next(iter(result["partialFingerprints"].values())) for result in results]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_log_holds_to_the_standard(language: str) -> None:
    """A log with findings of each severity breaks nothing in the schema."""
    findings = [
        finding(lowered_to=severity) for severity in (None, Severity.WARNING, Severity.NOTE)
    ]
    log = json.loads(as_sarif(findings, CONCESSIONS, language))
    assert [] == [error.message for error in Draft202012Validator(SCHEMA).iter_errors(log)]


def test_the_schema_finds_faults() -> None:
    """The schema is the one of SARIF, or the test above would prove nothing."""
    log = json.loads(as_sarif([finding()], NONE, "en"))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert 1 == len(list(Draft202012Validator(SCHEMA).iter_errors(log)))


def test_a_finding_is_a_result() -> None:
    """Rule, text, and place: lines and columns from 1, the end after the last character."""
    run = run_of([finding()])
    (result,) = run["results"]
    assert "bad-date" == result["ruleId"]
    assert "bad-date" == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
    assert "昨天 is not a date\nwrite year-month-day, e.g. 2026-09-18" == result["message"]["text"]
    assert {
        "artifactLocation": {"uri": "projects/tea.yml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 10, "endColumn": 12},
    } == result["locations"][0]["physicalLocation"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_described(language: str) -> None:
    """All rules are listed, with subject and source, and no text has a place left for a fact."""
    rules = run_of([], language)["tool"]["driver"]["rules"]
    assert list(rule_texts()) == [rule["id"] for rule in rules]
    texts = ("shortDescription", "fullDescription", "help")
    assert [] == [rule["id"] for rule in rules if any("{" in rule[name]["text"] for name in texts)]
    assert [] == [rule["id"] for rule in rules if not all(rule["properties"].values())]
    assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules} == {
        code: text.severity.value for code, text in rule_texts().items()
    }


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("projects/茶.yml", "projects/%E8%8C%B6.yml"),
        ("projects/a b#c?.yml", "projects/a%20b%23c%3F.yml"),
        ("projects/100%.yml", "projects/100%25.yml"),
    ],
)
def test_paths_are_addresses(path: str, uri: str) -> None:
    """A path is percent-encoded, its slashes are not."""
    (result,) = run_of([finding(path=PurePosixPath(path))], folder="my county")["results"]
    place = result["locations"][0]["physicalLocation"]
    assert f"my%20county/{uri}" == place["artifactLocation"]["uri"]


def test_a_finding_is_known_again_after_lines_have_moved() -> None:
    """The same rule in the same field is the same finding, whatever stands above it."""
    assert fingerprints(finding(line=7)) == fingerprints(finding(line=300))


def test_different_findings_are_told_apart() -> None:
    """Another file, rule, field or turn in one field is another finding."""
    prints = fingerprints(
        finding(),
        finding(line=8),
        finding(field="review.date"),
        finding(rule=Rule.BAD_FORMAT),
        finding(path=PurePosixPath("projects/silk.yml")),
    )
    assert 5 == len(set(prints))


def test_what_a_county_accepts_is_suppressed_with_its_reason() -> None:
    """A rule lowered to a note is an accepted result; one lowered to a warning is not."""
    accepted = finding(rule=Rule.SUM_MISMATCH, lowered_to=Severity.NOTE)
    doubted = finding(rule=Rule.SUM_MISMATCH, lowered_to=Severity.WARNING)
    first, second = run_of([accepted, doubted])["results"]
    assert [
        {"kind": "external", "status": "accepted", "justification": "分期口径不同，100% 已批"}
    ] == first["suppressions"]
    assert "suppressions" not in second


def test_lowered_rules_are_listed() -> None:
    """Rules that a county lowers stand in the log, even when nothing breaks them."""
    assert [{"rule": "sum-mismatch", "to": "note", "reason": LOWERED.reason, "count": 1}] == run_of(
        []
    )["properties"]["loweredRules"]


def test_relaxed_limits_are_listed() -> None:
    """So do limits that find less than by default."""
    assert [{"limit": "figure_age", "value": "36个月", "default": "24个月"}] == run_of([])[
        "properties"
    ]["relaxedLimits"]
