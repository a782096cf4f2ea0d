"""`zhaoshang explain` and `zhaoshang reference`: plain text, both languages, exit codes."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import cli
from site_builder.diagnostics.rules import rule_texts, subjects
from site_builder.reference.readable import readable

ROOT = Path(__file__).parents[2]
LANGUAGES = ["zh", "en"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_a_rule_is_explained_in_full() -> None:
    """Code, severity, whether it may be lowered; fact, remedy, reason, source, an example."""
    result = run("explain", "duplicate-key", "--lang", "en")
    text = rule_texts()["duplicate-key"]
    first, message, remedy, why, source, *example = result.stdout.splitlines()
    assert 0 == result.exit_code
    assert "duplicate-key: error, cannot be lowered" == first
    assert "  the key … appears twice, first on line …" == message
    assert "  help: keep one of them" == remedy
    assert f"  why: {text.why_en}" == why
    assert f"  source: {text.source_en}" == source
    assert [
        "  example (projects/cathode.yml):",
        "    written    total: 3.5亿元",
        "    said     the key total appears twice, first on line 61",
        "    help     keep one of them",
    ] == example


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", rule_texts())
def test_every_rule_can_be_explained(code: str, language: str) -> None:
    """No rule leaves a template's braces or an empty line."""
    result = run("explain", code, "--lang", language)
    assert 0 == result.exit_code
    lines = [line for line in result.stdout.splitlines() if line.strip()]
    assert lines[5].startswith("  示例（" if language == "zh" else "  example (")
    labels = [line.split()[0] for line in lines[6:] if line[4] != " "]
    known = (
        ["写成", "提示", "处理", "改为"]
        if language == "zh"
        else ["written", "said", "help", "mended"]
    )
    assert labels == known[: len(labels)]
    assert len(labels) >= 3
    assert [] == re.findall(r"\{[a-z_]+\}", "\n".join(lines[:5]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_code_all_rules_are_listed(language: str) -> None:
    """Every rule stands once, under its subject, in the order of the subjects."""
    lines = run("explain", "--lang", language).stdout.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert list(rule_texts()) == listed
    names = [name.zh if language == "zh" else name.en for name in subjects().values()]
    assert names == [line for line in lines if line and line[0] != " "][: len(names)]


def test_codes_can_be_cut_out_of_the_list() -> None:
    """The list is plain text in columns: a shell can go through it."""
    lines = run("explain", "--lang", "en").stdout.splitlines()
    columns = {line.index(line.split()[1]) for line in lines if line.startswith("  ")}
    assert 1 == len(columns)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "没有 sum-mismach 这条规则；是否应为 sum-mismatch"),
        ("en", "did you mean sum-mismatch"),
    ],
)
def test_an_unknown_code_is_wrong_usage(language: str, said: str) -> None:
    """The nearest codes are suggested, on stderr, with exit code 2."""
    result = run("explain", "sum-mismach", "--lang", language)
    assert 2 == result.exit_code
    assert "" == result.stdout
    assert said in result.stderr


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{a} is not {b}", "… is not …"),
        ("{parts}{more}；改正其中一项", "…；改正其中一项"),
        ("{a} {b}", "…"),
        ("write {{zh: …}}", "write {zh: …}"),
        ("nothing", "nothing"),
    ],
)
def test_templates_are_made_readable(template: str, text: str) -> None:
    """Facts become ellipses, several in a row one."""
    assert text == readable(template)


def test_the_reference_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    """--out names the folder; without a theme there the words of choices are left out."""
    out = tmp_path / "pages"
    result = run("reference", "--root", str(ROOT), "--out", str(out), "--lang", "en")
    assert 0 == result.exit_code
    assert "" == result.stdout
    assert f"Wrote {out / 'rules.zh-CN.md'}" in result.stderr
    assert (out / "schema/project.schema.json").is_file()
    assert 0 == run("reference", "--root", str(tmp_path)).exit_code
    assert (tmp_path / "reference/fields.md").is_file()
