"""The inks of tokens, and of what drawings mix from them."""

import pytest

from site_builder.brochure.finish import Inks, MissingInkError, read_inks
from site_builder.draw.palette import SKIES, mix, read_palette
from tests.brochure.finish.conftest import TOKENS

PALETTE = read_palette(TOKENS.read_text(encoding="utf-8"))


def rgb(value: str) -> tuple[int, int, int]:
    red, green, blue = (int(value[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def mixed(inks: Inks, a: str, b: str, part: float) -> list[float]:
    pairs = zip(inks.token(a), inks.token(b), strict=True)
    return [p * (1 - part) + q * part for p, q in pairs]


def test_text_is_black_ink_only_and_white_is_no_ink(inks: Inks) -> None:
    assert inks.printed(rgb("#16211f")) == (0, 0, 0, 1)
    assert inks.printed((0, 0, 0)) == (0, 0, 0, 1)
    assert inks.printed((255, 255, 255)) == (0, 0, 0, 0)
    assert inks.printed((128, 128, 128))[:3] == (0, 0, 0)
    assert inks.token("ink-soft")[:3] == (0, 0, 0)


def test_no_token_takes_more_ink_than_paper_holds(inks: Inks) -> None:
    assert len(inks.tokens) > 20
    assert max(sum(token.cmyk) for token in inks.tokens) <= 3.0


@pytest.mark.parametrize("sky", SKIES)
def test_ridges_and_their_terraces_keep_the_mix_of_the_drawing(inks: Inks, sky: str) -> None:
    for step in range(1, 40):
        ridge = mix(PALETTE.skies[sky], PALETTE.pine, step / 40)
        expected = mixed(inks, f"sky-{sky}", "pine", step / 40)
        assert inks.printed(rgb(ridge)) == pytest.approx(expected, abs=0.02), step
        terrace = mix(ridge, PALETTE.paper, 0.2)
        lighter = [part * 0.8 for part in expected]
        assert inks.printed(rgb(terrace)) == pytest.approx(lighter, abs=0.04), step


@pytest.mark.parametrize(
    ("a", "b", "part"),
    [
        ("pine", "white", 0.12),
        ("pine", "white", 0.64),
        ("pine", "white", 0.82),
        ("ochre", "white", 0.32),
        ("ochre", "white", 0.66),
        ("ochre-soft", "ochre", 0.4),
        ("mist", "paper", 0.45),
        ("sky-sand", "ink-soft", 0.35),
        ("line", "ink-soft", 0.25),
    ],
)
def test_a_tint_keeps_the_mix_of_the_drawing(inks: Inks, a: str, b: str, part: float) -> None:
    colours = {token.name: "#" + bytes(token.rgb).hex() for token in inks.tokens}
    found = inks.printed(rgb(mix(colours[a], colours[b], part)))
    assert found == pytest.approx(mixed(inks, a, b, part), abs=0.035)


def test_a_colour_of_its_own_is_not_explained(inks: Inks) -> None:
    assert inks.printed((255, 0, 255)) is None


@pytest.mark.parametrize(
    "inks_written", ["", "--press-pine: 90 40 65;", "--press-pine: 1 2 3 101;"]
)
def test_a_token_without_inks_is_named(inks_written: str) -> None:
    with pytest.raises(MissingInkError, match="--press-pine"):
        read_inks(f":root {{ --pine: #0f4c46; {inks_written} }}")
