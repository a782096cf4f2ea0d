"""The commands `new` and `schema`: which files they write, and which they leave alone."""

import json
from datetime import date
from pathlib import Path

import pytest

from site_builder.checks.scope import day_of
from site_builder.cli import KINDS
from site_builder.content.json_schema import MODELS
from site_builder.content.reader import read_county
from tests.command_line import run
from tests.county_copy import COUNTY


@pytest.mark.parametrize("kind", KINDS)
def test_new_writes_a_file_and_says_where(tmp_path: Path, kind: str) -> None:
    """`new` writes one file that `check` reads, and tells the next step."""
    slug = "county" if kind == "county" else "first-one"
    result = run("new", kind, slug, "--root", tmp_path, "--lang", "en")
    (written,) = tmp_path.rglob("*.yml")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert f"Wrote {written}" in result.stderr
    assert f"zhaoshang check {written}" in result.stderr


def test_new_never_overwrites(tmp_path: Path) -> None:
    """A file that exists stays byte for byte, and the command ends with 2."""
    (tmp_path / "projects").mkdir()
    file = tmp_path / "projects/tea.yml"
    file.write_text("mine\n", "utf-8")
    result = run("new", "project", "tea", "--root", tmp_path)
    assert result.exit_code == 2
    assert file.read_text("utf-8") == "mine\n"


@pytest.mark.parametrize(
    "slug", ["Tea", "tea_1", "../tea", "茶", "-tea", "con", "lpt1", "a" * 65, ""]
)
def test_new_refuses_names_that_cannot_be_addresses(tmp_path: Path, slug: str) -> None:
    """A name the reader would refuse is wrong usage, and nothing is written."""
    assert run("new", "project", "--root", tmp_path, "--", slug).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_there_is_one_county_file(tmp_path: Path) -> None:
    """`new county` takes no other name than county."""
    assert run("new", "county", "qinglan", "--root", tmp_path).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_schema_writes_every_kind_and_the_editor_settings(tmp_path: Path) -> None:
    """Five schemas are written, and settings that lead an editor to them."""
    assert run("schema", "--root", tmp_path).exit_code == 0
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text("utf-8"))
    assert len(settings["yaml.schemas"]) == len(KINDS)
    for path, files in settings["yaml.schemas"].items():
        schema = json.loads((tmp_path / path).read_text("utf-8"))
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert files.endswith(".yml")


def test_schema_keeps_the_settings_of_an_editor(tmp_path: Path) -> None:
    """Settings that exist are not touched; --out decides where schemas go."""
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text("{}", "utf-8")
    out = tmp_path / "elsewhere"
    assert run("schema", "--root", tmp_path, "--out", out).exit_code == 0
    assert settings.read_text("utf-8") == "{}"
    assert sorted(file.name for file in out.iterdir()) == sorted(f"{k}.schema.json" for k in KINDS)


def test_every_kind_of_file_can_be_begun() -> None:
    """The kinds that `new` offers are those that there are models of."""
    assert list(MODELS) == list(KINDS)


@pytest.mark.parametrize(("sample", "stands_still"), [("sample: yes\n", True), ("", False)])
def test_a_record_begins_on_the_day_on_which_it_is_checked(
    tmp_path: Path, sample: str, stands_still: bool
) -> None:
    """The clock of a fictional county stands still; today would lie in its future."""
    text = (COUNTY / "county.yml").read_text("utf-8").replace("sample: yes\n", sample)
    (tmp_path / "county.yml").write_text(text, "utf-8")
    assert run("new", "event", "fair", "--root", tmp_path).exit_code == 0
    day = day_of(read_county(tmp_path, []), {})
    assert stands_still == (day == date(2026, 9, 18) and day != date.today())
    assert f"\nupdated: {day}\n" in (tmp_path / "events/fair.yml").read_text("utf-8")
