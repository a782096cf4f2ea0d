"""The renderer reads only what belongs to the county, and lets no warning pass."""

from pathlib import Path

import pytest
from PIL import Image

from site_builder.brochure.rendering.fonts import STANDARD, cut_fonts, fonts_folder
from site_builder.brochure.rendering.renderer import BrochureError, Renderer, guarded_fetcher

FONTS = cut_fonts(STANDARD, fonts_folder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "media"
    inside.mkdir()
    (inside / "a.txt").write_text("in", "utf-8")
    (tmp_path / "b.txt").write_text("out", "utf-8")
    return inside


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/a.jpg", "https://www.qinglan.example/a.jpg", "ftp://qinglan.example/a"],
)
def test_refuses_every_host(folder: Path, address: str) -> None:
    with pytest.raises(ValueError, match="disallowed protocol"):
        guarded_fetcher({"media": folder}).fetch(address)


@pytest.mark.parametrize(
    "way", ["media/../b.txt", "media/%2e%2e/b.txt", "b.txt", "etc/passwd", "media//etc/passwd"]
)
def test_refuses_files_outside_its_folders(folder: Path, way: str) -> None:
    with pytest.raises(ValueError, match="outside the folders"):
        guarded_fetcher({"media": folder}).fetch(f"file:///{way}")


def test_refuses_links_that_lead_outside(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "b.txt")
    with pytest.raises(ValueError, match="outside the folders"):
        guarded_fetcher({"media": folder}).fetch("file:///media/link.txt")


def test_reads_its_folders_and_data(folder: Path) -> None:
    fetcher = guarded_fetcher({"media": folder})
    assert fetcher.fetch("file:///media/a.txt").read() == b"in"
    assert fetcher.fetch("data:text/plain,in").read() == b"in"


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p style='colour: red'>a</p>", "colour"),
        ("<p style='font-family: \"Noto Sans CJK SC\"'>\U0010fffd</p>", "glyph"),
        ("<a href='#nowhere'>a</a>", "nowhere"),
    ],
)
def test_a_warning_is_an_error_that_names_the_document(
    folder: Path, html: str, reason: str
) -> None:
    renderer = Renderer({"media": folder}, [], FONTS)
    page = f"<html lang='en'><title>t</title>{html}</html>"
    with pytest.raises(BrochureError, match=reason) as caught:
        renderer.lay_out(page, "leaflet.pdf").pdf()
    assert caught.value.name == "leaflet.pdf"


def test_a_missing_picture_is_an_error(folder: Path) -> None:
    renderer = Renderer({"media": folder}, [], FONTS)
    with pytest.raises(BrochureError, match=r"gone\.jpg"):
        renderer.lay_out("<img src='media/gone.jpg' alt='a'>", "leaflet.pdf")


def test_a_photograph_keeps_its_dots_whatever_was_set_before(folder: Path) -> None:
    """A document that shows it small makes its own copy smaller, nobody else's."""
    Image.radial_gradient("L").convert("RGB").resize((1200, 800)).save(folder / "hills.jpg")
    small, large = (
        f'<html lang="en"><head><title>Hills</title></head><body>'
        f'<img src="media/hills.jpg" alt="Hills" style="width: {width}mm"></body></html>'
        for width in (30, 100)
    )

    def renderer() -> Renderer:
        return Renderer({"media": folder}, [], FONTS)

    alone = renderer().lay_out(large, "large").pdf()
    after = renderer()
    assert len(after.lay_out(small, "small").pdf()) < len(alone)
    assert after.lay_out(large, "large").pdf() == alone
