"""The print shop's profile is looked at again where it is opened: files change between."""

from pathlib import Path

import pytest

from site_builder.brochure.finish.errors import FinishError
from site_builder.brochure.finish.profile import read_profile
from site_builder.edition import material

NAME = "media/press.icc"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a county's folder with a file for a profile."""
    folder = tmp_path / "county"
    (folder / "media").mkdir(parents=True)
    (folder / NAME).write_bytes(b"a profile")
    return folder


def test_the_county_s_own_profile_is_copied(root: Path, tmp_path: Path) -> None:
    """Whatever happens to the file, all press files are made by the same bytes."""
    copy = material._copied(root, NAME, tmp_path / "work")
    (root / NAME).write_bytes(b"another")
    assert (copy.name, copy.read_bytes()) == ("press.icc", b"a profile")


@pytest.mark.parametrize("linked", ["file", "folder"])
def test_a_link_is_not_followed(root: Path, tmp_path: Path, linked: str) -> None:
    """Neither the file nor a folder on the way to it may lead out of the county."""
    outside = tmp_path / "outside"
    (root / "media").rename(outside)
    if linked == "folder":
        (root / "media").symlink_to(outside)
    else:
        (root / "media").mkdir()
        (root / NAME).symlink_to(outside / "press.icc")
    with pytest.raises(FinishError, match="is a link"):
        material._copied(root, NAME, tmp_path / "work")


def test_what_is_too_large_or_gone_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its name in the county's folder."""
    monkeypatch.setattr(material, "MOST_BYTES", 4)
    with pytest.raises(FinishError, match=r"media/press\.icc is too large"):
        material._copied(root, NAME, tmp_path / "work")
    (root / NAME).unlink()
    with pytest.raises(FinishError, match=r"media/press\.icc cannot be read") as gone:
        material._copied(root, NAME, tmp_path / "work")
    with pytest.raises(FinishError) as unreadable:
        read_profile(tmp_path)
    assert "读不了 media/press.icc（没有这个文件或目录）" in gone.value.words.zh
    assert "读不了（那是目录，不是文件）" in unreadable.value.words.zh
