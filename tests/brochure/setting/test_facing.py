"""Two languages are brought level stretch by stretch."""

from site_builder.brochure.rendering.renderer import Place
from site_builder.brochure.setting.facing import lengths, missing, padded, prefixed, stretches

HTML = '<p id="a">x</p><!-- end of a --><a href="#a">y</a><i id="b"></i><!-- end of b -->'


def test_a_stretch_goes_to_the_beginning_of_the_next() -> None:
    places = {"a": Place(1, 0, 9), "b": Place(3, 0, 9)}
    assert lengths(stretches(HTML), places, 4) == {"a": 2, "b": 1}


def test_the_shorter_one_is_filled_up() -> None:
    one, other = {"a": 2, "b": 1}, {"a": 1, "b": 3}
    assert missing(one, other) == {"b": 2}
    assert missing(other, one) == {"a": 1}
    assert padded(HTML, {"b": 2}, "~").count("~") == 2


def test_every_name_of_the_second_language_is_its_own() -> None:
    assert prefixed('<i id="a" aria-labelledby="a b"><a href="#a"><use fill="url(#b)">') == (
        '<i id="en-a" aria-labelledby="en-a en-b"><a href="#en-a"><use fill="url(#en-b)">'
    )
