import pytest

from site_builder.draw.seal import seal
from tests.draw.forms import named, parsed, words
from tests.draw.tokens import PALETTE


@pytest.mark.parametrize("characters", ["青", "青岚", "青岚县", "投资青岚"])
def test_every_character_is_cut_in_order(characters: str) -> None:
    assert words(parsed(seal(characters, PALETTE, size=96))) == list(characters)


def test_a_named_seal_has_its_name() -> None:
    assert named(seal("青岚", PALETTE, size=48, title="青岚县", key="head"))[0].text == "青岚县"


def test_four_characters_are_read_from_the_right() -> None:
    root = parsed(seal("投资青岚", PALETTE, size=100))
    across = [node.get("transform", "") for node in root if node.tag.endswith("text")]
    assert [float(t.split("(")[1].split()[0]) > 50 for t in across] == [True, True, False, False]


@pytest.mark.parametrize("characters", ["", "一二三四五"])
def test_other_numbers_are_refused(characters: str) -> None:
    with pytest.raises(ValueError, match="one to four"):
        seal(characters, PALETTE, size=96)


def test_markup_is_escaped() -> None:
    assert words(parsed(seal("<&", PALETTE, size=96))) == ["<", "&"]
