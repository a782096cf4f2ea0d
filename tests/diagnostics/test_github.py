"""Workflow commands, as GitHub reads them."""

import re
from pathlib import PurePosixPath

import pytest

from site_builder.diagnostics import Severity
from site_builder.diagnostics.lowered import Concessions
from site_builder.diagnostics.printing import as_github
from tests.diagnostics.findings import LOWERED, NONE, finding

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command back, the way the runner does."""
    command, properties, text = COMMAND.fullmatch(line).groups()
    named = dict(part.split("=", 1) for part in properties.split(","))
    return command, {name: unescaped(value) for name, value in named.items()}, unescaped(text)


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_a_finding_is_one_command() -> None:
    """The command of a finding, to the letter."""
    assert as_github([finding()], NONE, "en") == (
        "::error file=projects/tea.yml,line=7,endLine=7,col=10,endColumn=12,title=bad-date"
        "::昨天 is not a date%0Awrite year-month-day, e.g. 2026-09-18"
    )


@pytest.mark.parametrize(
    "path", ["projects/a,b.yml", "projects/a:b.yml", "projects/100%.yml", "projects/茶 叶.yml"]
)
def test_any_file_name_comes_back(path: str) -> None:
    """A name with the signs that separate properties is the same after reading."""
    line = as_github([finding(path=PurePosixPath(path))], NONE, "zh")
    assert path == read(line)[1]["file"]


@pytest.mark.parametrize("value", ["100%", "a\r\n::error::b", "%0A::stop-commands::x", "a::b,c=d"])
def test_no_value_becomes_a_command(value: str) -> None:
    """What an author wrote stays in its line, and nothing of it begins another command."""
    said = as_github([finding(value)], NONE, "en")
    assert 1 == len(said.splitlines())
    assert "error" == read(said)[0]


@pytest.mark.parametrize(
    ("lowered_to", "command"),
    [(None, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_severities_have_their_commands(lowered_to: Severity | None, command: str) -> None:
    """A note is what GitHub calls a notice."""
    assert command == read(as_github([finding(lowered_to=lowered_to)], NONE, "en"))[0]


def test_lowered_rules_are_notices() -> None:
    """A lowered rule is listed with its reason; it belongs to no file."""
    assert as_github([], Concessions((LOWERED,)), "zh") == (
        "::notice title=sum-mismatch::已降级的规则：sum-mismatch → note（本次 1 处）。"
        "理由：分期口径不同，100%25 已批"
    )


def test_files_are_named_from_where_the_program_runs() -> None:
    """A county in a folder of a larger repository is found there."""
    assert (
        "counties/qinglan/projects/tea.yml"
        == (read(as_github([finding()], NONE, "en", "counties/qinglan"))[1]["file"])
    )
