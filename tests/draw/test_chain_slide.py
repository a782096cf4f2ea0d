"""A chain map as a slide: of its shape, whole, as large as it can be; gaps with their sums."""

import io
import re

import pytest
from hypothesis import given, settings
from PIL import Image

from site_builder.draw.chains.chain import Chain
from site_builder.draw.chains.map import MARGIN, chain_map, draw_title
from site_builder.draw.chains.png import chain_png
from site_builder.draw.chains.slide import chain_slide
from site_builder.draw.chains.style import SCREEN
from tests.draw.chains import manganese
from tests.draw.forms import named, words
from tests.draw.random_chains import SEEDS, random_chain
from tests.draw.sample_chains import sample_chains
from tests.draw.tokens import PALETTE


def shape(svg: str) -> tuple[float, float]:
    found = re.match(r'<svg[^>]*? viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert found
    return float(found[1]), float(found[2])


@pytest.mark.parametrize("chain", sample_chains(), ids=lambda chain: chain.title)
def test_a_slide_has_its_shape_and_shows_everything(chain: Chain) -> None:
    """Sixteen to nine, with title, cards, legend, source and date, and no larger than needed."""
    svg = chain_slide(chain, PALETTE)
    assert shape(svg) == (1920, 1080)
    root = named(svg, role="img")
    found = "".join(words(root)).replace(" ", "")
    for said in (chain.title, chain.source_line, chain.legend.missing, chain.cards[-1].title):
        assert said.replace(" ", "") in found
    wide, high = shape(chain_map(chain, PALETTE))
    _, lower = draw_title(chain.title, wide, PALETTE, SCREEN)
    plain_width, plain_height = wide + 2 * MARGIN, high + lower + 2 * MARGIN
    (scale,) = re.findall(r"scale\(([\d.]+)\)", svg)
    assert float(scale) >= 1920 / max(plain_width, plain_height * 16 / 9) - 0.0001
    picture = Image.open(io.BytesIO(chain_png(svg)))
    assert picture.size == (1920, 1080)
    # Nothing touches the edge: the margin is blank all around.
    ink = picture.convert("L").point(lambda value: 255 * (value < 250)).getbbox()
    assert ink is not None
    assert min(ink[0], ink[1], 1920 - ink[2], 1080 - ink[3]) >= 12


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_any_chain_becomes_a_slide_and_always_the_same(seed: int) -> None:
    chain = random_chain(seed, 5 + seed % 60, "en")
    first = chain_slide(chain, PALETTE)
    assert first == chain_slide(chain, PALETTE)
    assert shape(first) == (1920, 1080)


def test_a_slide_leads_nowhere_and_is_one_picture() -> None:
    assert "<a " not in chain_slide(manganese("zh"), PALETTE)


@pytest.mark.parametrize("chain", sample_chains(), ids=lambda chain: chain.title)
def test_each_gap_says_what_is_bought_outside(chain: Chain) -> None:
    """A weak or missing segment with purchases shows their sum, a strong one never."""
    noted = [card for card in chain.cards if card.note]
    assert noted
    assert {card.strength for card in noted} <= {"weak", "missing"}
    drawn = "".join(words(named(chain_map(chain, PALETTE), role="group"))).replace(" ", "")
    for card in noted:
        assert re.search(r"\d", card.note)
        assert card.note.replace(" ", "") in drawn
