"""The command line: exit codes, languages, what goes to which stream and what to a terminal."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from site_builder.cli_words import Say
from site_builder.diagnostics.language import reader_language
from tests.command_line import command, run
from tests.county_copy import COUNTY


@pytest.fixture
def county(tmp_path: Path) -> Iterator[Path]:
    """A county that is approved, with drafts of other kinds, without errors."""
    for kind, slug in (("county", "county"), ("industry", "tea"), ("policy", "land")):
        assert run("new", kind, slug, "--root", tmp_path).exit_code == 0
    file = tmp_path / "county.yml"
    text = file.read_text("utf-8")
    for placeholder, written in (
        ("featured: [to-be-written]", "featured: []"),
        ("待填写", "某县"),
        ("To be written", "Some county"),
        ("to-be-written", "somewhere"),
        ("  # 待核实", ""),
        ("  status: draft", f"  status: approved\n  by: 县项目审定小组\n  date: {date.today()}"),
    ):
        text = text.replace(placeholder, written)
    file.write_text(text, "utf-8")
    return tmp_path


def add_warning(root: Path) -> None:
    """A record that has not been brought up to date for years is a warning."""
    file = root / "county.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(?m)^updated: .*$", "updated: 2021-03-01", text), "utf-8")


def add_error(root: Path) -> None:
    (root / "parks").mkdir()
    (root / "parks/bare.yml").write_text("title: 1\n", "utf-8")


def test_check_passes_a_county_without_faults(county: Path) -> None:
    """A county whose drafts hold passes, and the summary says so on stdout."""
    result = run("check", "--root", county, "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, "0 errors, 0 warnings\n")
    assert result.stderr == ""


def test_an_error_is_exit_code_1(county: Path) -> None:
    """An error in any file ends with 1, and names file, line and column."""
    add_error(county)
    result = run("check", "--root", county)
    assert result.exit_code == 1
    assert "parks/bare.yml:1:8: " in result.stdout


def test_a_warning_fails_only_under_strict(county: Path) -> None:
    """A warning is listed and passes; with --strict it ends with 3."""
    add_warning(county)
    assert run("check", "--root", county).exit_code == 0
    assert run("check", "--root", county, "--strict").exit_code == 3


def test_an_error_outweighs_a_warning_under_strict(county: Path) -> None:
    """With errors and warnings together, the exit code is that of errors."""
    add_warning(county)
    add_error(county)
    assert run("check", "--root", county, "--strict").exit_code == 1


def test_a_missing_county_file_is_a_finding(tmp_path: Path) -> None:
    """An empty folder is a content error with its remedy, not a wrong usage."""
    result = run("check", "--root", tmp_path, "--lang", "en")
    assert result.exit_code == 1
    assert "[county-missing]" in result.stdout
    assert "zhaoshang new county county" in result.stdout


def test_paths_limit_what_is_reported(county: Path) -> None:
    """Only findings under the given paths are listed and counted."""
    add_error(county)
    assert run("check", "industries", "--root", county).exit_code == 0
    assert run("check", county / "parks", "--root", county).exit_code == 1
    assert run("check", "parks/bare.yml", "--root", county).exit_code == 1
    assert run("check", county, "--root", county).exit_code == 1


def test_paths_that_cannot_be_meant_are_wrong_usage(county: Path, tmp_path: Path) -> None:
    """A path that does not exist, or lies outside the county, ends with 2."""
    assert run("check", "nowhere.yml", "--root", county).exit_code == 2
    assert run("check", "/", "--root", county).exit_code == 2
    assert run("check", "--root", tmp_path / "nowhere").exit_code == 2


def test_json_is_one_document_on_stdout(county: Path) -> None:
    """--format json prints one document and nothing else."""
    add_error(county)
    result = run("check", "--root", county, "--format", "json", "--lang", "zh")
    document = json.loads(result.stdout)
    assert document["schema_version"] == 1
    assert {finding["path"] for finding in document["diagnostics"]} == {"parks/bare.yml"}
    assert result.stderr == ""


@pytest.mark.parametrize(("language", "word"), [("zh", "错误 0 处"), ("en", "0 errors")])
def test_language_can_be_chosen(county: Path, language: str, word: str) -> None:
    """--lang decides the language of what is printed."""
    assert word in run("check", "--root", county, "--lang", language).stdout


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "C"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh"}, "zh"),
        ({}, "en"),
    ],
)
def test_language_follows_the_locale(environment: dict[str, str], language: str) -> None:
    """The first of LC_ALL, LC_MESSAGES and LANG that is set decides."""
    assert reader_language(environment) == language


def test_everything_is_said_in_both_languages() -> None:
    """Both texts of a phrase exist and take the same facts."""
    for phrase in Say:
        zh, en = phrase.value
        assert zh
        assert en
        names = [{part.split("}")[0].split(":")[0] for part in t.split("{")[1:]} for t in (zh, en)]
        assert names[0] == names[1], phrase.name


def test_the_module_runs_and_prints_no_colour_into_a_pipe(county: Path) -> None:
    """`python -m site_builder.cli` works, and a pipe gets plain text."""
    add_error(county)
    result = command("check", "--root", county)
    assert result.returncode == 1
    assert b"\x1b" not in result.stdout + result.stderr


def test_a_terminal_gets_colour(county: Path) -> None:
    """On a terminal, findings are coloured."""
    add_error(county)
    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("this computer gives no pseudo-terminals")
    process = subprocess.Popen(
        [sys.executable, "-m", "site_builder.cli", "check", "--root", str(county)],
        stdout=theirs,
        env={k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm-256color"},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    assert process.wait() == 1
    assert b"\x1b[31m" in seen


def test_a_terminal_without_chinese_is_no_traceback(county: Path) -> None:
    """Where the encoding has no Chinese, escapes are printed and the exit code stays."""
    add_error(county)
    result = command("check", "--root", county, "--lang", "zh", PYTHONIOENCODING="ascii")
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert rb"\u9519" in result.stdout


def test_unreadable_files_are_a_sentence(county: Path) -> None:
    """A folder in the place of a file is said in a sentence, without a traceback."""
    (county / "county.yml").unlink()
    (county / "county.yml").mkdir()
    result = run("check", "--root", county)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "county.yml" in result.output


@pytest.mark.parametrize("epoch", ["abc", "1e9", "99999999999999", "-99999999999999", "9" * 5000])
def test_a_day_that_is_none_is_a_sentence(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """A day to repeat that is not on the calendar stops with its name, without a traceback."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("check", "--root", COUNTY)
    assert result.exit_code == 2
    assert f"SOURCE_DATE_EPOCH is {epoch[:40]}" in " ".join(result.output.split())


def test_version_and_unknown_commands() -> None:
    """--version prints the version; a command that does not exist is wrong usage."""
    assert run("--version").stdout.startswith("zhaoshang, version ")
    assert run("fly").exit_code == 2
