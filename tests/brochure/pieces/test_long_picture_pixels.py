"""Long pictures as a phone opens them: the files themselves, with and without a photograph."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from site_builder.brochure.making.edition import plan_edition
from site_builder.brochure.plan import Brochure, Product
from site_builder.brochure.setting.long_picture import KINDS, as_picture
from site_builder.build import prepare
from tests.brochure import reading
from tests.brochure.conftest import THEME
from tests.brochure.proof.lines import read
from tests.brochure.set_pieces import press_of
from tests.county_copy import COUNTY, CountyCopy

PIXEL = 25.4 / 96
"""Millimetres."""
WIDE, TALLEST, BLANK = 750, 9000, 150
"""Pixels: how wide a picture is, how high it is at most, and how much of it may say nothing."""
LARGE = 24
"""Pixels from which type is large: a contrast of 3 to 1 is enough for it (WCAG 2.2, 1.4.3)."""
PICTURE = "    alt: {zh: 河西工业园, en: Hexi Park}\n"
MAP = """    kind: map
    map:
      number: GS（2024）1234号
      source: {zh: 标准地图服务系统，未作修改, en: "Standard Map Service, unchanged"}
"""


@dataclass(frozen=True)
class Opened:
    """A file of a long picture, and what it was drawn from."""

    brochure: Brochure
    address: str
    pdf: Path
    data: bytes

    @property
    def picture(self) -> Image.Image:
        """Its pixels."""
        return Image.open(io.BytesIO(self.data)).convert("RGB")


def photograph(file: Path) -> None:
    """Write hills under a sky that turns from blue to white without a step."""
    picture = Image.linear_gradient("L").resize((1600, 1200))
    sky = Image.merge(
        "RGB",
        (picture, picture.point(lambda v: 120 + v // 2), picture.point(lambda v: 200 + v // 5)),
    )
    ImageDraw.Draw(sky).polygon([(0, 1200), (0, 900), (700, 500), (1500, 1200)], "#2d5a3c")
    sky.save(file, quality=92)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> list[Opened]:
    """Return every long picture of a fair, as both files; one project of two has a photograph."""
    folder = tmp_path_factory.mktemp("opened")
    county = CountyCopy.of(COUNTY, folder / "county")
    photograph(county.file("media/hexi.jpg"))
    county.edit("projects/cathode.yml", PICTURE, PICTURE + MAP)
    county.edit("events/xiamen.yml", "stages: [open, signed]\n", "")
    county.edit("events/xiamen.yml", "size: {least: 1亿元, most: 10亿元}\n", "")
    publication = prepare(county.root, THEME)
    edition = replace(publication.events["xiamen"], products=tuple(Product))
    typesetter = press_of(publication, edition, folder).typesetter
    found = []
    for copy in plan_edition(edition, ["long-picture"]):
        assert copy.picture is not None
        project = copy.brochure.project
        assert project is not None
        pdf = folder / copy.path.replace("/", "-")
        pdf.write_bytes(typesetter.pdf(copy.brochure, {}))
        address = f"{publication.site_url}{project.path}?event=xiamen"
        found.append(
            Opened(copy.brochure, address, pdf, as_picture(pdf.read_bytes(), copy.picture))
        )
    return found


def test_every_file_opens_and_can_be_scanned(opened: list[Opened]) -> None:
    """Each is what its name says, as wide as a phone wants it, and no longer than five screens."""
    assert len(opened) == len(KINDS) * len({one.pdf.stem for one in opened}) > 2
    for one in opened:
        with Image.open(io.BytesIO(one.data)) as picture:
            assert (picture.format or "").lower() == one.pdf.suffix[1:]
            assert picture.width == WIDE
            assert 2000 < picture.height < TALLEST
        assert [code.text for code in zxingcpp.read_barcodes(one.picture)] == [one.address]
        assert len(one.data) < 1_500_000


def test_nowhere_says_nothing_for_long(opened: list[Opened]) -> None:
    """No band of one colour, from side to side, is higher than a thumb; the foot is no band."""
    for one in opened:
        picture = one.picture
        rows = (picture.crop((0, y, WIDE, y + 1)).getcolors(1) for y in range(picture.height))
        runs = (len(list(run)) for colour, run in groupby(rows) if colour)
        assert max(runs) <= BLANK


def test_every_line_can_be_read_on_its_ground(opened: list[Opened]) -> None:
    """As drawn: after the palette, or after the loss of the WebP."""
    for one in opened:
        picture = one.picture
        weak = [
            (text, round(ratio, 1))
            for text, size, box in _lines(one.pdf)
            if (ratio := _contrast(picture.crop(box))) < (3 if size >= LARGE * 4 / 3 else 4.5)
        ]
        assert weak == []


def test_a_photograph_stands_in_place_of_the_mountains(opened: list[Opened]) -> None:
    """Once, with the number of an approved map; its sky keeps its shades."""
    for one in opened:
        project = one.brochure.project
        assert project is not None
        said = reading.words(one.pdf)
        shades = len(one.picture.crop((0, 0, WIDE, 1400)).getcolors(10**6) or ())
        if project.brief.pictures:
            assert "1234号" in said
            assert shades > 1000
        else:
            assert "1234号" not in said
            assert shades <= 192


def _lines(pdf: Path) -> Iterator[tuple[str, float, tuple[int, int, int, int]]]:
    """Yield each line of a page: its text, its size and where it stands, in pixels."""
    for page in read(pdf):
        for line in page.lines:
            left, top, right, bottom = (round(edge / PIXEL) for edge in line.ink)
            text = "".join(letter.sign for letter in line.letters)
            size = min(letter.size for letter in line.letters) * 4 / 3
            yield text, size, (left - 2, top - 2, right + 2, bottom + 2)


def _contrast(line: Image.Image) -> float:
    """Return the contrast between a line's ground, its commonest colour, and its ink."""
    counted = line.getcolors(10**6) or []
    ground = _luminance(max(counted)[1])
    inks = (_luminance(colour) for _, colour in counted)
    return max((max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) for ink in inks)


def _luminance(colour: object) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    assert isinstance(colour, tuple)
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
