import io

import pytest
from PIL import Image

from site_builder.draw.chain_map import chain_map
from site_builder.draw.chain_png import chain_png
from tests.draw.chains import manganese
from tests.draw.random_chains import random_chain
from tests.draw.tokens import PALETTE


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_map_becomes_a_picture_as_wide_as_a_slide(language: str) -> None:
    svg = chain_map(manganese(language), PALETTE, titled=True)
    picture = Image.open(io.BytesIO(chain_png(svg)))
    assert picture.format == "PNG"
    assert picture.width == pytest.approx(1920, abs=1)
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24) or []}
    for role in (PALETTE.pine, PALETTE.ochre, PALETTE.seal, PALETTE.white):
        assert tuple(bytes.fromhex(role[1:])) in colours


def test_chinese_is_drawn_and_not_left_out() -> None:
    """Where the title stands there is ink; without the font there would be none, or boxes."""
    shown = [
        Image.open(io.BytesIO(chain_png(chain_map(random_chain(1, 8, "zh"), PALETTE, titled=True))))
        .convert("L")
        .crop((30, 10, 500, 110)),
        Image.open(
            io.BytesIO(chain_png(chain_map(random_chain(1, 8, "zh"), PALETTE, titled=False)))
        )
        .convert("L")
        .crop((30, 10, 500, 110)),
    ]
    dark = [sum(image.histogram()[:128]) for image in shown]
    assert dark[0] > 1000
    assert dark[0] != dark[1]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    svg = chain_map(manganese("zh"), PALETTE, titled=True)
    assert chain_png(svg) == chain_png(svg)


def test_a_large_map_is_kept_to_what_can_be_sent() -> None:
    picture = Image.open(io.BytesIO(chain_png(chain_map(random_chain(22, 200, "zh"), PALETTE))))
    assert picture.width * picture.height <= 12_100_000


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="viewBox"):
        chain_png("<svg/>")
