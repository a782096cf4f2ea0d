from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.draw.box import Box
from site_builder.draw.locator import KINDS
from site_builder.draw.locator_layout import (
    distance,
    far_places,
    lay_ground,
    place_spots,
)
from site_builder.draw.locator_map import LocatorMap, Place, locator_map
from tests.draw.forms import named, words
from tests.draw.places import county
from tests.draw.tokens import PALETTE

FRAME = Box(0, 0, 720, 480)


def _named(chart: LocatorMap, name: str) -> Place:
    return next(place for place in chart.places if place.name == name)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_labels_do_not_overlap_and_none_is_lost(language: str) -> None:
    chart = county(language)
    spots = place_spots(chart, lay_ground(chart.places, FRAME), ())
    rooms = [spot.label for spot in spots]
    assert None not in rooms
    for a, b in combinations([room for room in rooms if room], 2):
        assert not a.meets(b)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_map_is_a_named_drawing(language: str) -> None:
    found = words(named(locator_map(county(language), PALETTE), role="group"))
    assert ("10公里" if language == "zh" else "10 km") in found
    assert ("高速出口" if language == "zh" else "Expressway exit") in found


def test_only_the_enclave_is_far() -> None:
    chart = county("zh")
    assert [place.name for place in far_places(chart.places)] == ["临江飞地产业园"]


def test_a_far_place_stands_at_the_edge_with_its_distance() -> None:
    chart = county("zh")
    km = round(distance(chart.places, _named(chart, "临江飞地产业园")))
    assert 110 < km < 118
    assert f"临江飞地产业园 直线约{km}公里" in words(
        named(locator_map(chart, PALETTE), role="group")
    )


def test_distances_are_to_scale_both_ways() -> None:
    chart = county("zh")
    ground = lay_ground(chart.places, FRAME)
    seat, airport = _named(chart, "城关镇"), _named(chart, "云屏机场")
    (ax, ay), (bx, by) = ground.at(seat), ground.at(airport)
    drawn = ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 / ground.pixels_per_km
    assert drawn == pytest.approx(distance(chart.places, airport), rel=0.01)
    assert bx > ax
    assert by > ay, "the airport lies south-east"


def test_the_ground_is_the_same_in_both_languages() -> None:
    def relief(svg: str) -> str:
        return next(part for part in svg.split("/>") if 'stroke-width="1"' in part)

    plain = [replace(county(name), words=county("zh").words) for name in ("zh", "en")]
    drawn = [relief(locator_map(chart, PALETTE)) for chart in plain]
    assert drawn[0] == drawn[1]


def test_a_map_of_nothing_and_of_one_place_is_drawn() -> None:
    named(locator_map(LocatorMap("k", "t", "d", ()), PALETTE))
    one = LocatorMap("k", "t", "d", (Place("A <&>", "park", 28, 108),))
    assert "A <&>" in words(named(locator_map(one, PALETTE)))


def test_the_same_places_give_the_same_bytes() -> None:
    assert locator_map(county("zh"), PALETTE) == locator_map(county("zh"), PALETTE)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Place,
            name=st.sampled_from(["青岚北站", "Jinhe Industrial Park", "南溪"]),
            kind=st.sampled_from(KINDS),
            lat=st.floats(27.8, 28.3),
            lon=st.floats(108.2, 108.9),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_labels_never_overlap(places: list[Place]) -> None:
    chart = LocatorMap("k", "t", "d", tuple(places))
    spots = place_spots(chart, lay_ground(chart.places, FRAME), ())
    rooms = [spot.label for spot in spots if spot.label]
    assert all(not a.meets(b) for a, b in combinations(rooms, 2))
    for spot in spots:
        assert 0 < spot.at[0] < 720
        assert 0 < spot.at[1] < 480
    named(locator_map(chart, PALETTE))
