"""What `zhaoshang new` writes can be read at once, and stays readable as it is filled in."""

import re
from datetime import date
from itertools import takewhile
from pathlib import Path, PurePosixPath

import pytest
import yaml
from jsonschema import Draft202012Validator

from site_builder.checks.run import check_county
from site_builder.content.field_sentences import sentence_of
from site_builder.content.ground.written import Corner
from site_builder.content.json_schema import MODELS, json_schema, record_path
from site_builder.content.reader import read_catalog
from site_builder.content.skeleton import is_slug, skeleton
from site_builder.content.yaml_text.strict_yaml import parse
from site_builder.diagnostics.printing import as_text

TODAY = date(2026, 11, 2)


def codes(root: Path, kind: str, text: str, *, checks: bool) -> set[str]:
    """Write a file into an empty county; return what is said about it."""
    path = root / record_path(kind, "county" if kind == "county" else "first")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    findings = check_county(root, TODAY).findings if checks else read_catalog(root)[1]
    print("\n".join(as_text(finding, "en") for finding in findings))  # noqa: T201
    return {finding.code for finding in findings} - {"county-missing"}


def chosen(text: str) -> str:
    """Take one `#` from every optional field, as an author does who wants them all."""
    return re.sub(r"(?m)^( *)#(?! \S)", r"\1", text)


@pytest.mark.parametrize("kind", MODELS)
def test_a_skeleton_is_read_without_findings(tmp_path: Path, kind: str) -> None:
    """A new file refers to records that do not exist yet, and a new county is a draft."""
    expected = {"unknown-reference", "county-not-approved"}

    assert codes(tmp_path, kind, skeleton(kind, TODAY), checks=True) <= expected


@pytest.mark.parametrize("kind", MODELS)
def test_a_skeleton_passes_the_schema(kind: str) -> None:
    """An editor has nothing to say about a new file either."""
    tree, _, _ = parse(skeleton(kind, TODAY), PurePosixPath("new.yml"))
    assert not list(Draft202012Validator(json_schema(kind)).iter_errors(tree))


FILES_TO_ADD = {"boundary-unusable", "plan-unreadable"}
"""What is said of a drawing that is named in a record and is not in `media/` yet."""


@pytest.mark.parametrize("kind", MODELS)
def test_optional_fields_can_be_put_to_use(tmp_path: Path, kind: str) -> None:
    """With the optional fields uncommented, level by level, the file can still be read."""
    text = skeleton(kind, TODAY)
    for _ in range(3):
        text = chosen(text)
        assert codes(tmp_path, kind, text, checks=False) <= FILES_TO_ADD
    assert text == chosen(text)


def test_corners_are_shown_as_the_land_office_gives_them(tmp_path: Path) -> None:
    """X and Y in rows, with the system and the meridian they need: they draw the plot."""
    lines = skeleton("park", TODAY).splitlines()
    (start,) = [i for i, line in enumerate(lines) if line.lstrip() == "#corners:"]
    block = list(takewhile(lambda line: line.startswith("    #"), lines[start:]))
    end = start + len(block)
    shown = "\n".join(block)
    assert "\n    #  system: cgcs2000  # 待核实\n" in shown
    assert "\n    #  meridian: 108  # 待核实\n" in shown
    for name in ("point", "x", "y", "latitude", "longitude"):
        assert f"    #    # {name}: {sentence_of(Corner, name)}" in block, name

    used = [*lines[:start], *(line.replace("#", "", 1) for line in block), *lines[end:]]
    path = tmp_path / "parks/first.yml"
    path.parent.mkdir()
    path.write_text("\n".join(used), "utf-8")
    catalog, findings = read_catalog(tmp_path)
    assert ["county-missing"] == [finding.code for finding in findings]
    (plot,) = catalog.parks["first"].record.plots
    assert plot.corners is not None
    assert 4 == len(plot.corners.points)
    assert [plot.id] == list(catalog.plans["first"].shapes)


def test_a_drawing_is_in_the_system_of_land_surveys() -> None:
    """Survey files are CGCS2000; the other systems are for points copied from maps online."""
    assert "\n#  system: cgcs2000  # 待核实\n" in skeleton("park", TODAY)
    assert "\n#  #meridian: 108  # 待核实\n" in skeleton("park", TODAY)


def test_positions_show_decimal_degrees() -> None:
    """Of a region where firms are sought, as of every other place."""
    text = skeleton("industry", TODAY)
    assert "#    #    #  latitude: 28.0583  # 待核实" in text
    assert "#    #    #  longitude: 109.6215  # 待核实" in text


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_stands_under_its_sentence(kind: str) -> None:
    """Each field of a record is in the file, required or not, below its sentence."""
    lines = skeleton(kind, TODAY).splitlines()
    for name, field in MODELS[kind].model_fields.items():
        sign = "" if field.is_required() else "#"
        (place,) = [i for i, line in enumerate(lines) if line.startswith(f"{sign}{name}:")]
        above = lines[max(0, place - 6) : place]
        assert f"# {sentence_of(MODELS[kind], name)}" in above, name


@pytest.mark.parametrize("kind", MODELS)
def test_a_skeleton_is_a_draft_that_an_editor_knows(kind: str) -> None:
    """The first line leads the editor to the schema; the review is a draft."""
    text = skeleton(kind, TODAY)
    schema = "" if kind == "county" else "../"
    expected = f"# yaml-language-server: $schema={schema}.zhaoshang/schema/{kind}.schema.json"
    assert text.splitlines()[0] == expected
    assert yaml.safe_load(text)["review"] == {"status": "draft"}


def test_the_day_and_year_are_those_given() -> None:
    """A skeleton depends on nothing but its kind and the day."""
    text = skeleton("project", TODAY)
    assert text == skeleton("project", TODAY)
    assert "\nupdated: 2026-11-02\n" in text
    assert "\n  basis_year: 2026  # 待核实\n" in text


@pytest.mark.parametrize("name", ["tea", "tea-2", "2026", "a"])
def test_names_that_can_be_addresses(name: str) -> None:
    """Lower-case letters, digits and hyphens inside make a slug."""
    assert is_slug(name)


@pytest.mark.parametrize("name", ["Tea", "tea-", "tea.yml", "nul", "com1", "茶", "", "a" * 65])
def test_names_that_cannot(name: str) -> None:
    """Anything else does not, nor does a name that Windows keeps for a device."""
    assert not is_slug(name)
