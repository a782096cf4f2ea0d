"""The command `check` in every form: what goes where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import cli
from site_builder.cli_check import FORMS
from tests.county_copy import COUNTY, CountyCopy

CATHODE = "projects/cathode.yml"
PROGRAMS = ("json", "github", "sarif")
HEAVY = ("mkdocs", "weasyprint", "jinja2", "rich.progress", "shapely", "pyproj")


def run(county: CountyCopy, *arguments: object) -> Result:
    told = [str(argument) for argument in arguments]
    return CliRunner().invoke(cli, ["check", "--root", str(county.root), *told])


@pytest.fixture
def county(county: CountyCopy) -> CountyCopy:
    """Return a copy of the tiny county with a theme, as every county has one."""
    county.file("theme").symlink_to(COUNTY.parents[1] / "theme")
    return county


@pytest.fixture
def wrong(county: CountyCopy) -> CountyCopy:
    """Return a county with one error in a project and one in a park."""
    county.edit(CATHODE, "updated: 2026-09-01", "updated: yesterday")
    county.edit("parks/hexi.yml", "updated: 2026-09-01", "updated: 昨天")
    return county


def paths_in(form: str, text: str) -> set[str]:
    """Return the files that findings name, in a form for programs."""
    if form == "json":
        return {finding["path"] for finding in json.loads(text)["diagnostics"]}
    if form == "github":
        commands = [line for line in text.splitlines() if line.startswith("::")]
        return {line.split("file=")[1].split(",")[0] for line in commands}
    results = json.loads(text)["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    return {place["artifactLocation"]["uri"] for place in places}


@pytest.mark.parametrize("form", PROGRAMS)
def test_programs_get_the_same_findings(wrong: CountyCopy, form: str) -> None:
    """Every form names the same files on stdout, and ends with the same exit code."""
    result = run(wrong, "--format", form)
    assert (1, "") == (result.exit_code, result.stderr)
    assert {CATHODE, "parks/hexi.yml"} == paths_in(form, result.stdout)


@pytest.mark.parametrize("form", PROGRAMS)
def test_paths_limit_every_form(wrong: CountyCopy, form: str) -> None:
    """Only findings under the given path are listed."""
    assert {CATHODE} == paths_in(form, run(wrong, CATHODE, "--format", form).stdout)
    assert set() == paths_in(form, run(wrong, "policies", "--format", form).stdout)


@pytest.mark.parametrize("form", FORMS)
def test_any_form_can_be_written_into_a_file(wrong: CountyCopy, tmp_path: Path, form: str) -> None:
    """--out writes the document, and stdout says how many findings and which file."""
    out = tmp_path / "new/folder/findings"
    result = run(wrong, "--format", form, "--out", out, "--lang", "en")
    assert (1, f"2 errors, 0 warnings\nWrote {out}\n") == (result.exit_code, result.stdout)
    assert CATHODE in out.read_text("utf-8")


@pytest.mark.parametrize("form", ["text", *PROGRAMS])
def test_the_file_holds_what_stdout_would(wrong: CountyCopy, tmp_path: Path, form: str) -> None:
    """A document is the same in a file and on stdout."""
    out = tmp_path / "findings"
    run(wrong, "--format", form, "--out", out)
    assert run(wrong, "--format", form).stdout == out.read_text("utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_lowered_rules_are_listed_in_every_form(
    county: CountyCopy, tmp_path: Path, form: str
) -> None:
    """Each run names the rules that the county lowers, with the reason."""
    settings = "checks: {lowered: [{rule: sum-mismatch, to: note, reason: 分期口径不同}]}\n"
    county.edit("county.yml", "exchange:\n", f"{settings}exchange:\n")
    out = tmp_path / "findings"
    run(county, "--format", form, "--out", out)
    assert "分期口径不同" in out.read_text("utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_relaxed_limits_are_listed_in_every_form(
    county: CountyCopy, tmp_path: Path, form: str
) -> None:
    """Each run names the limits that find less than the program's own, with the default."""
    settings = "checks: {limits: {figure_age: 37个月, record_age: 11个月}}\n"
    county.edit("county.yml", "exchange:\n", f"{settings}exchange:\n")
    out = tmp_path / "findings"
    run(county, "--format", form, "--out", out)
    text = out.read_text("utf-8")
    assert (True, True, False) == tuple(word in text for word in ("37个月", "24个月", "11个月"))


def test_json_has_the_keys_that_programs_know(wrong: CountyCopy) -> None:
    """The first form for programs has exactly these keys."""
    document = json.loads(run(wrong, "--format", "json").stdout)
    assert ["schema_version", "diagnostics", "lowered_rules", "relaxed_limits"] == list(document)
    assert {("code", "severity", "path", "line", "column", "field", "message", "help")} == {
        tuple(finding) for finding in document["diagnostics"]
    }


def from_folder(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "site_builder.cli", "check", *arguments],
        capture_output=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(COUNTY.parents[1]), "PYTHONIOENCODING": "utf-8"},
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_a_county_within_a_repository_is_found_there(wrong: CountyCopy, form: str) -> None:
    """Services that show findings beside files are told the way from the repository."""
    said = from_folder(wrong.root.parent, "--root", "county", "--format", form).stdout
    assert {f"county/{CATHODE}", "county/parks/hexi.yml"} == paths_in(form, said)


@pytest.mark.parametrize("form", ["text", *PROGRAMS])
def test_what_is_run_on_every_save_loads_little(county: CountyCopy, form: str) -> None:
    """Only the report needs templates; nothing that builds is loaded for any form."""
    code = (
        "import sys; from click.testing import CliRunner; from site_builder.cli import cli; "
        f"CliRunner().invoke(cli, ['check', '--root', {str(county.root)!r}, '--format', {form!r}]);"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert b"[]\n" == result.stdout


def test_what_paths_leave_out_is_counted(wrong: CountyCopy) -> None:
    """Who asks for one file is told how many findings there are in others."""
    result = run(wrong, wrong.file("parks/hexi.yml"), "--lang", "en")
    assert "1 error, 0 warnings\n1 more elsewhere in the county" in result.output
    assert "more elsewhere" not in run(wrong, "--lang", "en").output


def test_a_folder_without_a_county_is_never_fine(county: CountyCopy) -> None:
    """Run one folder too deep, a check of one file says that there is no county."""
    deep = CountyCopy(county.file("projects"))
    result = run(deep, deep.file("cathode.yml"), "--lang", "en")
    assert "[county-missing]" in result.output
    assert 1 == result.exit_code


def test_drafts_can_be_judged_before_they_are_approved(county: CountyCopy) -> None:
    """Whoever is to approve a draft sees what would stop it then; nothing is changed."""
    county.edit("projects/recycling.yml", "tagline: {zh: ", "tagline: {zh: 内部资料，")
    assert "[secrecy-word]" not in run(county, "--lang", "en").output
    result = run(county, "--drafts", "--lang", "en")
    assert "[secrecy-word]" in result.output
    assert "[review-unsigned]" not in result.output
    assert 1 == result.exit_code


@pytest.mark.parametrize("form", PROGRAMS)
@pytest.mark.parametrize("into_a_file", [False, True])
def test_a_name_that_is_no_utf8_can_be_said(
    county: CountyCopy, form: str, *, into_a_file: bool
) -> None:
    """An archive made on another system leaves names of other bytes; each form can name them."""
    county.file("docs").mkdir()
    county.file(os.fsdecode("docs/界.md".encode("gbk"))).write_text("独家经营权\n", "utf-8")
    county.file(os.fsdecode("parks/界.yml".encode("gbk"))).write_bytes(b"title: x\n")
    out = county.file("out")
    told = ["--format", form, *(("--out", out) if into_a_file else ())]
    command = [sys.executable, "-m", "site_builder.cli", "check", "--root", county.root, *told]
    result = subprocess.run(command, capture_output=True, check=False)
    assert b"Traceback" not in result.stderr
    assert 1 == result.returncode
    assert "bad-slug" in (out.read_text("utf-8") if into_a_file else result.stdout.decode())
