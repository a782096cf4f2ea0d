import io
from dataclasses import replace

import pytest
from PIL import Image

from site_builder.draw.chains.map import chain_map
from site_builder.draw.chains.png import chain_png
from site_builder.draw.chains.slide import chain_slide
from tests.draw.chains import manganese
from tests.draw.random_chains import random_chain
from tests.draw.tokens import PALETTE


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_map_becomes_a_picture_as_wide_as_a_slide(language: str) -> None:
    svg = chain_slide(manganese(language), PALETTE)
    picture = Image.open(io.BytesIO(chain_png(svg)))
    assert picture.format == "PNG"
    assert picture.width == pytest.approx(1920, abs=1)
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24) or []}
    for role in (PALETTE.pine, PALETTE.ochre, PALETTE.seal, PALETTE.white):
        assert tuple(bytes.fromhex(role[1:])) in colours


def test_chinese_is_drawn_and_not_left_out() -> None:
    """Other characters leave other ink: without the font both titles were blank, or boxes."""
    pictures = [_title("锰系新材料"), _title("生态茶食品")]
    assert all(sum(picture.histogram()[:128]) > 200 for picture in pictures)
    assert pictures[0].tobytes() != pictures[1].tobytes()


def _title(text: str) -> Image.Image:
    """Return what is drawn above the stages of a map with this title."""
    chain = replace(random_chain(1, 8, "zh"), title=text)
    picture = Image.open(io.BytesIO(chain_png(chain_slide(chain, PALETTE)))).convert("L")
    top = next(y for y in range(picture.height) if _inked(picture, y))
    return picture.crop((0, top, picture.width, top + 30))


def _inked(picture: Image.Image, y: int) -> bool:
    darkest, _ = picture.crop((0, y, picture.width, y + 1)).getextrema()
    return isinstance(darkest, (int, float)) and darkest < 128


def test_the_same_drawing_gives_the_same_bytes() -> None:
    svg = chain_slide(manganese("zh"), PALETTE)
    assert chain_png(svg) == chain_png(svg)


def test_a_large_map_is_kept_to_what_can_be_sent() -> None:
    picture = Image.open(io.BytesIO(chain_png(chain_map(random_chain(22, 200, "zh"), PALETTE))))
    assert picture.width * picture.height <= 12_100_000


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="viewBox"):
        chain_png("<svg/>")
