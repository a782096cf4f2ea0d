"""A project as one long picture: for a phone, small, with a code that can be scanned."""

import io
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from site_builder.brochure.chapters.accounts import gains, uses
from site_builder.brochure.making.edition import plan_edition
from site_builder.brochure.making.manifest import listed
from site_builder.brochure.plan import Brochure, Product
from site_builder.brochure.setting.long_picture import KINDS, Kind, as_picture
from site_builder.build import prepare
from tests.brochure import reading
from tests.brochure.conftest import THEME
from tests.brochure.proof.lines import read
from tests.brochure.set_pieces import pieces_of, press_of
from tests.county_copy import COUNTY

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Long:
    """A long picture: what it is of, where its code leads, and its PDF."""

    brochure: Brochure
    address: str
    file: Path

    def drawn(self, kind: Kind) -> Image.Image:
        return Image.open(io.BytesIO(as_picture(self.file.read_bytes(), kind))).convert("RGB")


@pytest.fixture(scope="module", params=LANGUAGES)
def long(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Long:
    folder = tmp_path_factory.mktemp("long")
    publication = prepare(COUNTY, THEME)
    edition = replace(publication.events["xiamen"], products=tuple(Product))
    brochure = pieces_of(edition, "long-picture")[request.param]
    file = folder / "long.pdf"
    file.write_bytes(press_of(publication, edition, folder).typesetter.pdf(brochure, {}))
    assert brochure.project is not None
    return Long(brochure, f"{publication.site_url}{brochure.project.path}?event=xiamen", file)


@pytest.mark.parametrize("kind", KINDS)
def test_is_750_pixels_wide_and_its_code_can_be_scanned(long: Long, kind: Kind) -> None:
    """Also when the phone shows it at half its size."""
    picture = long.drawn(kind)
    assert picture.width == 750
    assert picture.height > 2000
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == long.address
    assert code.position.top_right.x - code.position.top_left.x >= 220
    half = picture.resize((375, picture.height // 2))
    assert [found.text for found in zxingcpp.read_barcodes(half)] == [long.address]


def test_ends_where_its_text_ends(long: Long) -> None:
    """One page; the dark ground of its foot reaches the last line of pixels."""
    assert reading.pages(long.file) == 1
    picture = long.drawn("png")
    foot = {picture.getpixel((x, picture.height - 3)) for x in range(0, 750, 50)}
    assert len(foot) == 1
    assert max(next(iter(foot))) < 100  # type: ignore[arg-type, type-var]


def test_says_title_figures_and_whom_to_call(long: Long) -> None:
    project, county = long.brochure.project, long.brochure.county
    assert project is not None
    assert long.brochure.event is not None
    said = reading.words(long.file)
    expected = [
        str(project.brief.title),
        str(project.brief.tagline),
        str(project.brief.summary),
        str(project.brief.contacts[0].phone),
        str(county.brief.name),
        str(county.voice.words["site"]["sample"]),
        long.brochure.event.name,
        *(figure.value.number for figure in project.figures),
        *(entry.amount for entry in uses(project).entries),
        *(entry.amount for entry in gains(project).entries),
    ]
    assert [text for text in expected if reading.squeezed(text) not in said] == []


def test_an_edition_has_it_as_both_pictures_for_the_screen_only(long: Long) -> None:
    """In one language each; the manifest has its size in pixels."""
    edition = replace(prepare(COUNTY, THEME).events["xiamen"], products=tuple(Product))
    copies = plan_edition(edition, ["long-picture"])
    assert {copy.path for copy in copies} == {
        f"{language}/screen/long-picture-{slug}.{kind}"
        for language in edition.languages
        if language != "both"
        for slug in edition.counties["zh"].by_slug
        for kind in KINDS
    }
    for copy in copies[:2]:
        assert copy.picture is not None
        entry = listed(copy, as_picture(long.file.read_bytes(), copy.picture), "")
        assert entry.trim == long.drawn(copy.picture).size


def test_is_read_on_a_phone(long: Long) -> None:
    """A phone shows it at half its size: no letter is less than 12 pixels there; ten screens."""
    (page,) = read(long.file)
    pixels = {round(letter.size * 4 / 3, 1) for line in page.lines for letter in line.letters}
    assert min(pixels) >= 24
    assert long.drawn("png").height < 10 * 1624


def test_is_small_and_the_same_each_time(long: Long) -> None:
    pdf = long.file.read_bytes()
    files = {kind: as_picture(pdf, kind) for kind in KINDS}
    assert len(files["webp"]) < len(files["png"]) < 1_000_000
    assert len(files["webp"]) < 300_000
    assert files == {kind: as_picture(pdf, kind) for kind in KINDS}
