import pytest

from site_builder.draw.palette import SKIES, MissingColourError, contrast, mix, read_palette
from tests.draw.tokens import CSS, PALETTE


def test_colours_are_read_by_their_names() -> None:
    assert PALETTE.ink_soft == "#4d5b57"
    assert PALETTE.white == "#ffffff"
    assert tuple(PALETTE.skies) == SKIES


def test_the_screen_colours_come_before_the_print_colours() -> None:
    assert PALETTE.ink == "#16211f"


def test_a_missing_colour_is_named() -> None:
    with pytest.raises(MissingColourError, match="--sky-tea"):
        read_palette(CSS.replace("--sky-tea", "--sky-coffee"))


def test_a_colour_in_another_form_is_named() -> None:
    with pytest.raises(MissingColourError, match=r"--seal is 'crimson'"):
        read_palette(CSS.replace("--seal: #b5341f", "--seal: crimson"))


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast(PALETTE.pine, PALETTE.white) > 4.5
    assert contrast(PALETTE.ink, PALETTE.ochre_soft) > 4.5
