import gc
import os
import shutil
import sys
from pathlib import Path

import pytest

from site_builder.content.reader import read_catalog
from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy


def test_every_record_is_read_by_its_name(county: CountyCopy) -> None:
    """The name of a file is the slug of its record."""
    catalog = county.catalog()
    assert (
        sorted(catalog.projects),
        list(catalog.industries),
        list(catalog.parks),
        list(catalog.policies),
    ) == (["cathode", "recycling"], ["batteries"], ["hexi"], ["standard-land"])


def test_python_is_left_as_it_was(county: CountyCopy) -> None:
    """Reading in several processes changes how Python runs, and changes it back."""
    for number in range(60):
        shutil.copy(county.file("projects/cathode.yml"), county.file(f"projects/copy-{number}.yml"))
    before = gc.isenabled(), gc.get_freeze_count(), sys.getswitchinterval()
    assert 62 == len(county.catalog().projects)
    assert before == (gc.isenabled(), gc.get_freeze_count(), sys.getswitchinterval())


def test_an_empty_folder_is_a_county_without_its_own_file(tmp_path: Path) -> None:
    """Nothing at all gives one finding."""
    _, findings = read_catalog(tmp_path)
    assert [finding.rule for finding in findings] == [Rule.COUNTY_MISSING]


def test_a_folder_in_place_of_the_county_file(tmp_path: Path) -> None:
    """A folder named county.yml is no file."""
    (tmp_path / "county.yml").mkdir()
    _, findings = read_catalog(tmp_path)
    assert [finding.rule for finding in findings] == [Rule.COUNTY_MISSING]


def test_a_folder_in_place_of_a_record(county: CountyCopy) -> None:
    """A folder whose name ends in .yml is told, not opened."""
    county.file("parks/nanwan.yml").mkdir()
    assert [finding.rule for finding in county.findings()] == [Rule.WRONG_EXTENSION]


def test_hidden_files_are_left_alone(county: CountyCopy) -> None:
    """What editors and systems leave behind is no mistake of the author."""
    for name in (".DS_Store", "._hexi.yml", ".hexi.yml.swp"):
        county.file(f"parks/{name}").write_bytes(b"\0")
    assert county.findings() == []


def test_findings_come_in_the_order_of_files_and_lines(county: CountyCopy) -> None:
    """A reader walks through the files from top to bottom."""
    county.edit("projects/cathode.yml", "  land: 50亩", "  land: 50吨")
    county.edit("projects/cathode.yml", "stage: open", "stage: opened")
    county.edit("county.yml", "updated: 2026-09-18", "updated: gestern")
    assert [(str(finding.place.path), finding.rule) for finding in county.findings()] == [
        ("county.yml", Rule.BAD_DATE),
        ("projects/cathode.yml", Rule.BAD_CHOICE),
        ("projects/cathode.yml", Rule.WRONG_UNIT),
    ]


def test_a_mistake_in_the_file_hides_no_other(county: CountyCopy) -> None:
    """A key that is written twice does not keep the rest of the record from being judged."""
    county.edit("projects/cathode.yml", "stage: open\n", "stage: open\nstage: open\n")
    county.edit("projects/cathode.yml", "  land: 50亩", "  land: 50吨")
    assert [finding.rule for finding in county.findings()] == [Rule.DUPLICATE_KEY, Rule.WRONG_UNIT]


def test_a_folder_named_like_a_record_is_told_to_move(county: CountyCopy) -> None:
    """Renaming it would not help, so that is not what is said."""
    county.file("parks/east.yml").mkdir()
    (finding,) = county.findings()
    assert Rule.WRONG_EXTENSION is finding.rule
    assert finding.message("en") == "east.yml is not a .yml file and would not be read"
    assert finding.help("en") == "move it out of this folder: a record is one file"
    assert finding.help("zh") == "移出此目录；一条记录是一个文件"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_read(county: CountyCopy) -> None:
    """Reading one would wait for ever."""
    os.mkfifo(county.file("parks/east.yml"))
    assert [finding.rule for finding in county.findings()] == [Rule.WRONG_EXTENSION]


@pytest.mark.parametrize("name", ["\u202ex.yml", "e\u0301.yml", "a" * 250 + ".yml", "x\n.yml"])
def test_odd_names_are_said(county: CountyCopy, name: str) -> None:
    """Marks that turn the line around, a name of 254 bytes, a line break: each is one finding."""
    county.file(f"parks/{name}").write_bytes(county.file("parks/hexi.yml").read_bytes())
    assert [finding.rule for finding in county.findings()] == [Rule.BAD_SLUG]
