"""Files that are not records by their name, and what they could be called."""

import pytest

from site_builder.content.file_names import not_a_record, not_an_address
from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

DOCUMENT = (
    "this is a Word, Excel or compressed file: write what it says into a file made by "
    "`zhaoshang new`"
)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("tea.yaml", "rename it to tea.yml, or move it out of this folder"),
        ("tea.YML", "rename it to tea.yml, or move it out of this folder"),
        ("tea.txt", "rename it to tea.yml, or move it out of this folder"),
        ("tea.yml.txt", "rename it to tea.yml, or move it out of this folder"),
        ("Tea Extracts.yaml", "rename it to tea-extracts.yml, or move it out of this folder"),
        (
            "茶叶.yaml",
            "rename it to battery-manganese.yml or the like, or move it out of this folder",
        ),
        (
            "tea.docx",
            (
                "write what it says into a file made by `zhaoshang new`, "
                "and move this one out of the folder"
            ),
        ),
        (
            "~$tea.docx",
            (
                "write what it says into a file made by `zhaoshang new`, "
                "and move this one out of the folder"
            ),
        ),
    ],
)
def test_only_a_text_becomes_a_record_by_its_name(name: str, remedy: str) -> None:
    """A Word file called .yml would be no record; that its name changes is no remedy."""
    assert remedy == not_a_record(name).en


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Battery Recycling.yml", "rename it to battery-recycling.yml"),
        ("tea_extracts.yml", "rename it to tea-extracts.yml"),
        ("茶叶.yml", "use lower-case letters, digits and hyphens, e.g. battery-manganese.yml"),
        (
            "tea - 副本.yml",
            "use lower-case letters, digits and hyphens, e.g. battery-manganese.yml",
        ),
        ("con.yml", "use lower-case letters, digits and hyphens, e.g. battery-manganese.yml"),
    ],
)
def test_a_name_is_offered_where_its_letters_allow(name: str, remedy: str) -> None:
    assert remedy == not_an_address(name).en


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        (b"PK\x03\x04\x14\x00\xff", DOCUMENT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", DOCUMENT),
        ("标题: 甲".encode("gb18030"), "save the file again with the encoding UTF-8"),
    ],
)
def test_a_document_is_not_saved_as_a_text(county: CountyCopy, content: bytes, remedy: str) -> None:
    """A Word file whose name ends in .yml cannot be saved as UTF-8: what it says can be typed."""
    (county.root / "projects/tea.yml").write_bytes(content)
    (finding,) = county.breaches(Rule.NOT_UTF8)
    assert remedy == finding.help("en")
