"""A county takes a rule less strictly, and everyone is told."""

import pytest
from click.testing import CliRunner, Result

from site_builder.build import ContentErrors, prepare
from site_builder.checks.run import check_county
from site_builder.cli import cli
from site_builder.diagnostics import Severity, stops
from site_builder.diagnostics.lowered import Concessions
from tests.county_copy import COUNTY, CountyCopy

THEME = COUNTY.parents[1] / "theme"
REASON = "缺口由邻县承接"


def lower(county: CountyCopy, *rules: str) -> None:
    """Lower rules in the county's settings; each is written as `code → to`."""
    lines = "".join(
        f"    - {{rule: {code}, to: {to}, reason: {REASON}}}\n"
        for code, to in (rule.split(" → ") for rule in rules)
    )
    county.edit("county.yml", "internal:\n", f"checks:\n  lowered:\n{lines}internal:\n")


def break_sum(county: CountyCopy) -> None:
    """A total that is not the sum of its parts: an error that may be lowered."""
    county.edit("projects/cathode.yml", "working_capital: 6000万元", "working_capital: 7000万元")


def break_chain(county: CountyCopy) -> None:
    """A strong segment without a firm: a warning."""
    county.edit(
        "industries/batteries.yml",
        "    strength: weak\n    action: strengthen\n",
        "    strength: strong\n",
    )


def severities(county: CountyCopy) -> dict[str, Severity]:
    return {finding.code: finding.severity for finding in county.findings()}


def check(county: CountyCopy, *options: str) -> Result:
    return CliRunner().invoke(cli, ["check", "--root", str(county.root), "--lang", "en", *options])


@pytest.mark.parametrize(
    ("to", "severity"),
    [("warning", Severity.WARNING), ("note", Severity.NOTE)],
)
def test_an_error_is_lowered(county: CountyCopy, to: str, severity: Severity) -> None:
    """An error becomes what the settings say; the finding itself stays."""
    break_sum(county)
    assert {"sum-mismatch": Severity.ERROR} == severities(county)
    lower(county, f"sum-mismatch → {to}")
    assert {"sum-mismatch": severity} == severities(county)


def test_a_warning_is_lowered_to_a_note(county: CountyCopy) -> None:
    """A warning can only be made a note."""
    break_chain(county)
    lower(county, "strong-without-firm → note")
    assert {"strong-without-firm": Severity.NOTE} == severities(county)


def test_nothing_is_raised(county: CountyCopy) -> None:
    """A warning that is lowered to a warning stays one."""
    break_chain(county)
    lower(county, "strong-without-firm → warning")
    assert {"strong-without-firm": Severity.WARNING} == severities(county)


def test_only_the_rules_named_are_lowered(county: CountyCopy) -> None:
    """Other findings stay as grave as they are."""
    break_sum(county)
    break_chain(county)
    lower(county, "strong-without-firm → note")
    assert {
        "sum-mismatch": Severity.ERROR,
        "strong-without-firm": Severity.NOTE,
    } == severities(county)


def test_a_rule_that_must_hold_is_not_lowered(county: CountyCopy) -> None:
    """The setting is an error itself, and what the rule finds stays one."""
    county.edit("projects/cathode.yml", "    - {kind: loan, amount: 1.2亿元}\n", "    - {}\n")
    lower(county, "missing-field → note")
    assert {
        "missing-field": Severity.ERROR,
        "rule-not-lowerable": Severity.ERROR,
    } == severities(county)


def test_a_code_that_no_rule_has_lowers_nothing(county: CountyCopy) -> None:
    """A misspelt code is an error, and does not lower the rule that was meant."""
    break_sum(county)
    lower(county, "sum-mismach → note")
    assert {
        "sum-mismatch": Severity.ERROR,
        "unknown-rule": Severity.ERROR,
    } == severities(county)


def test_the_rules_of_lowering_cannot_be_lowered(county: CountyCopy) -> None:
    """Nobody switches off what watches over switching off."""
    lower(county, "unknown-rule → note", "rule-not-lowerable → note")
    assert {"rule-not-lowerable": Severity.ERROR} == severities(county)


@pytest.mark.parametrize("setting", ["to: error, reason: x", "to: note", 'to: note, reason: ""'])
def test_lowering_needs_a_reason_and_a_lower_severity(county: CountyCopy, setting: str) -> None:
    """A reason is never left out, and `error` is nothing to lower to."""
    county.edit(
        "county.yml",
        "internal:\n",
        f"checks:\n  lowered:\n    - {{rule: sum-mismatch, {setting}}}\ninternal:\n",
    )
    (finding,) = county.findings()
    assert "checks.lowered.0" in finding.field


@pytest.mark.parametrize(
    ("to", "strict", "exit_code"),
    [("warning", False, 0), ("warning", True, 3), ("note", False, 0), ("note", True, 0)],
)
def test_a_lowered_error_stops_as_its_new_severity_does(
    county: CountyCopy, to: str, strict: bool, exit_code: int
) -> None:
    """A warning stops under --strict only, a note never; in `check` and before a build alike."""
    break_sum(county)
    lower(county, f"sum-mismatch → {to}")
    (finding,) = county.findings()
    assert (exit_code != 0) is stops(finding, strict=strict)
    assert exit_code == check(county, *["--strict"] * strict).exit_code
    if exit_code:
        with pytest.raises(ContentErrors):
            prepare(county.root, THEME, strict=strict)
    else:
        assert prepare(county.root, THEME, strict=strict).counties


def test_every_check_ends_with_what_is_lowered(county: CountyCopy) -> None:
    """After the findings stands each lowered rule: to what, how often, and why."""
    break_sum(county)
    lower(county, "sum-mismatch → note", "gap-without-project → warning")
    lines = check(county).stdout.splitlines()
    assert [
        f"Lowered rule: sum-mismatch → note (1 in this run). Reason: {REASON}",
        f"Lowered rule: gap-without-project → warning (0 in this run). Reason: {REASON}",
    ] == lines[-2:]
    assert "note: " in lines[0]


def test_lowering_holds_for_the_whole_county_whatever_is_listed(county: CountyCopy) -> None:
    """Limiting the list to a file does not hide what is lowered elsewhere."""
    break_sum(county)
    lower(county, "sum-mismatch → note")
    said = check(county, "parks").stdout
    assert "Lowered rule: sum-mismatch → note (1 in this run)." in said


def test_a_county_that_lowers_nothing_says_nothing(county: CountyCopy) -> None:
    """Without settings there is no such line."""
    assert Concessions() == check_county(county.root).concessions
    assert "Lowered" not in check(county).stdout


@pytest.mark.parametrize(
    ("reason", "explains"),
    [
        ("-", False),
        ("无", False),
        (".", False),
        ("暂时放宽", False),
        ("无无无无无无", False),
        ("test test test", False),
        ("n/a", False),
        ("分期口径不同", True),
        ("confirmed by finance", True),
        ("按GB 50016执行", True),
    ],
)
def test_a_reason_says_something(county: CountyCopy, reason: str, explains: bool) -> None:
    """Six Chinese characters or three words at least; a sign that stands for nothing is none."""
    county.edit(
        "county.yml",
        "internal:\n",
        f'checks: {{lowered: [{{rule: sum-mismatch, to: note, reason: "{reason}"}}]}}\ninternal:\n',
    )
    expected = [] if explains else ["lowering-unexplained"]
    assert expected == [finding.code for finding in county.findings()]
