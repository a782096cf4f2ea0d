from pathlib import Path

import pytest
from PIL import Image, ImageFile

from site_builder.checks.across.pictures import MAX_PIXELS, MAX_SIDE, problem_of
from site_builder.diagnostics import Rule
from tests.county_copy import COUNTY, CountyCopy

PROJECT = "projects/cathode.yml"


def test_the_picture_of_the_tiny_county_can_be_used() -> None:
    """A photograph from a camera has no problem."""
    assert problem_of(COUNTY / "media/hexi.jpg") is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_three_kinds_of_pictures_can_be_used(tmp_path: Path, kind: str) -> None:
    """JPEG, PNG and WebP are read by their content, whatever the file is called."""
    file = tmp_path / "picture.jpg"
    Image.new("RGB", (8, 8)).save(file, kind)
    assert problem_of(file) is None


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "PDF", "EPS"])
def test_other_kinds_cannot(tmp_path: Path, kind: str) -> None:
    """Other formats are refused even under the name of a usable one."""
    file = tmp_path / "picture.jpg"
    Image.new("RGB", (8, 8)).save(file, kind)
    assert problem_of(file) == ("内容不是图片", "its content is not a picture")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_half_a_picture_cannot_be_used(tmp_path: Path, kind: str, share: float) -> None:
    """A file that was not copied to its end is found, and not left for the build to trip on."""
    file = tmp_path / "picture.jpg"
    Image.effect_noise((64, 64), 90).convert("RGB").save(file, kind)
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    assert problem_of(file) is not None


def test_half_a_picture_is_found_beside_lenient_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is the same after a library has told Pillow to accept such files."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    file = tmp_path / "picture.jpg"
    file.write_bytes((COUNTY / "media/hexi.jpg").read_bytes()[:900])
    assert problem_of(file) == ("文件已损坏或不完整", "the file is damaged or cut short")
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


@pytest.mark.parametrize(
    ("size", "problem"),
    [
        ((MAX_SIDE, 1), None),
        ((MAX_SIDE + 1, 1), ("12001×1 像素", "12001×1 pixels")),
        ((8000, MAX_PIXELS // 8000 + 1), ("8000×5001 像素", "8000×5001 pixels")),
    ],
)
def test_a_picture_has_a_greatest_size(
    tmp_path: Path, size: tuple[int, int], problem: tuple[str, str] | None
) -> None:
    """The limits of side and area are the last sizes that pass."""
    file = tmp_path / "picture.png"
    Image.new("1", size).save(file)
    assert problem == problem_of(file)


def test_a_picture_in_a_linked_folder_is_not_read(county: CountyCopy, tmp_path: Path) -> None:
    """A link in place of a folder leads outside just as a link in place of a file does."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/hexi.jpg").write_bytes(county.file("media/hexi.jpg").read_bytes())
    county.file("media/park").symlink_to(tmp_path / "outside")
    county.edit(PROJECT, "file: hexi.jpg", "file: park/hexi.jpg")
    assert [finding.rule for finding in county.findings()] == [Rule.SYMBOLIC_LINK]


def test_a_county_without_pictures_needs_no_folder(county: CountyCopy) -> None:
    """Without media/ a picture is missing, and nothing breaks."""
    county.file("media/hexi.jpg").unlink()
    county.file("media").rmdir()
    (finding,) = county.findings()
    assert (finding.rule, finding.help("en")) == (Rule.PICTURE_MISSING, "media/ holds: (none)")
