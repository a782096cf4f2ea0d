import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import combinations
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from site_builder.draw.box import Box
from site_builder.draw.locator.ground import distance, far_places, lay_ground, scale_km
from site_builder.draw.locator.layout import Label, Spot, place_spots
from site_builder.draw.locator.locator import KINDS, MapWords
from site_builder.draw.locator.map import (
    LocatorMap,
    Place,
    UnapprovedBoundaryError,
    locator_map,
)
from site_builder.geography.datums import Point
from site_builder.geography.outline import Outline, Part
from site_builder.geography.plane import distance as metres
from tests.draw.forms import named, words
from tests.draw.places import county
from tests.draw.tokens import PALETTE

FRAME = Box(0, 0, 720, 480)


def _named(chart: LocatorMap, name: str) -> Place:
    return next(place for place in chart.places if place.name == name)


def _labels(spots: Iterable[Spot]) -> list[Label]:
    return [spot.label for spot in spots if spot.label]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [400, 720])
def test_labels_do_not_overlap_and_none_is_lost(language: str, width: int) -> None:
    chart = replace(county(language), notes=width > 400)
    spots = place_spots(chart, lay_ground(chart, Box(0, 0, width, 480)), ())
    assert len(_labels(spots)) == len(chart.places)
    for a, b in combinations(_labels(spots), 2):
        assert not a.room.meets(b.room)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_lines_of_a_label_fit_its_room_in_the_real_font(language: str) -> None:
    chart = county(language)
    for label in _labels(place_spots(chart, lay_ground(chart, FRAME), ())):
        for line in label.lines:
            font = _font(line.tone)
            assert font.getlength(line.words) * line.size / 100 <= label.room.width


@cache
def _font(tone: str) -> ImageFont.FreeTypeFont:
    bold = tone in ("strong", "project")
    style = "Bold" if bold else "Regular"
    found = run(
        ["fc-match", "-f", "%{file}\n%{index}", f"Noto Sans CJK SC:style={style}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return ImageFont.truetype(found[0], 100, index=int(found[1]))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_map_is_a_named_drawing(language: str) -> None:
    found = words(named(locator_map(county(language), PALETTE), role="group"))
    assert ("10公里" if language == "zh" else "10 km") in found
    assert ("高速出口" if language == "zh" else "Expressway exit") in found


def test_only_the_enclave_is_far() -> None:
    chart = county("zh")
    assert [place.name for place in far_places(chart)] == ["临江飞地产业园"]


def test_a_far_place_stands_at_the_edge_with_its_distance() -> None:
    chart = county("zh")
    places = tuple(replace(place, note="") for place in chart.places)
    km = round(distance(chart, _named(chart, "临江飞地产业园")))
    assert 110 < km < 118
    found = words(named(locator_map(replace(chart, places=places), PALETTE), role="group"))
    assert found[found.index("临江飞地产业园") + 1] == f"直线约{km}公里"


def test_a_narrow_map_leaves_the_notes_of_near_places_out() -> None:
    chart = replace(county("zh"), notes=False)
    found = words(named(locator_map(chart, PALETTE, width=400, height=460), role="group"))
    assert found.count("14公里，20分钟") == 1, "the enclave's alone"


def test_distances_are_to_scale_both_ways() -> None:
    chart = county("zh")
    ground = lay_ground(chart, FRAME)
    seat, airport = _named(chart, "城关镇"), _named(chart, "云屏机场")
    (ax, ay), (bx, by) = ground.at(seat.at), ground.at(airport.at)
    drawn = ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 / ground.pixels_per_km
    assert drawn == pytest.approx(distance(chart, airport), rel=0.01)
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
    one = LocatorMap("k", "t", "d", (Place("A <&>", "park", Point(28, 108)),))
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
            at=st.builds(Point, st.floats(27.8, 28.3), st.floats(108.2, 108.9)),
            note=st.sampled_from(["", "13公里，19分钟", "28 km, 45 minutes"]),
            number=st.sampled_from(["", "", "7", "18"]),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_labels_never_overlap(places: list[Place]) -> None:
    chart = LocatorMap("k", "t", "d", tuple(places))
    spots = place_spots(chart, lay_ground(chart, FRAME), ())
    rooms = [label.room for label in _labels(spots)]
    assert all(not a.meets(b) for a, b in combinations(rooms, 2))
    for spot in spots:
        assert 0 < spot.at[0] < 720
        assert 0 < spot.at[1] < 480
    named(locator_map(chart, PALETTE))


def test_every_mark_stands_to_scale_or_beside_a_dot_that_does() -> None:
    chart = county("zh")
    ground = lay_ground(chart, FRAME)
    for spot in place_spots(chart, ground, ()):
        if spot.away:
            continue
        x, y = ground.at(spot.place.at)
        stands = spot.true or spot.at
        assert abs(stands[0] - x) < 20
        assert abs(stands[1] - y) < 20
        if spot.true:
            assert spot.true == (x, y)


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    chart = county("zh")
    ground = lay_ground(chart, FRAME)
    km = scale_km(ground)
    corner = ground.plane.point(0, 0)
    right = ground.plane.point(km * 1000, 0)
    assert metres(corner, right) / 1000 == pytest.approx(km, rel=0.005)
    (ax, _), (bx, _) = ground.at(corner), ground.at(right)
    bar = f"h{bx - ax:.1f}".rstrip("0").rstrip(".")
    assert f"{bar}v-5" in locator_map(chart, PALETTE, height=480 + 36)


SQUARE = (
    Point(27.8, 108.3),
    Point(27.8, 108.7),
    Point(28.25, 108.7),
    Point(28.25, 108.3),
    Point(27.8, 108.3),
)
LAKE = (
    Point(27.95, 108.6),
    Point(27.95, 108.65),
    Point(28.0, 108.65),
    Point(28.0, 108.6),
    Point(27.95, 108.6),
)


def test_a_boundary_is_drawn_with_its_holes_under_its_number() -> None:
    outline = Outline((Part(SQUARE, (LAKE,)),))
    chart = replace(
        county("zh"),
        outline=outline,
        approval="审图号：黔S（2026）001号",
        words=MapWords(county("zh").words.kinds, boundary="县界"),
    )
    drawn = locator_map(chart, PALETTE)
    found = words(named(drawn, role="group"))
    assert "审图号：黔S（2026）001号" in found
    assert "县界" in found
    area = re.search(r'<path d="(M[^"]*Z)" fill="#[0-9a-f]{6}" fill-rule="evenodd"', drawn)
    assert area
    assert area[1].count("Z") == 2
    assert area[1].count("L") == 2 * 3, "four corners each"


def test_a_boundary_without_its_number_is_never_drawn() -> None:
    chart = replace(county("zh"), outline=Outline((Part(SQUARE),)))
    with pytest.raises(UnapprovedBoundaryError):
        locator_map(chart, PALETTE)


def test_the_whole_boundary_is_in_the_frame() -> None:
    chart = replace(county("zh"), outline=Outline((Part(SQUARE),)), approval="审图号")
    ground = lay_ground(chart, FRAME)
    for point in SQUARE:
        x, y = ground.at(point)
        assert 0 < x < FRAME.width
        assert 0 < y < FRAME.height


def test_nothing_within_the_boundary_is_beyond_the_edge() -> None:
    """A township 33 km off, in a county as long as that, stands where it is."""
    ring = (
        Point(28.2, 108.8),
        Point(28.2, 109.3),
        Point(27.6, 109.3),
        Point(27.6, 108.8),
        Point(28.2, 108.8),
    )
    places = (
        Place("县城", "county-seat", Point(28.0, 109.0)),
        Place("甲镇", "township", Point(28.03, 109.05)),
        Place("乙镇", "township", Point(28.06, 109.0)),
        Place("丙镇", "township", Point(27.7, 109.1)),
        Place("飞地园区", "park", Point(29.2, 110.0)),
    )
    chart = LocatorMap("k", "t", "d", places, seat=places[0].at)
    assert [place.name for place in far_places(chart)] == ["丙镇", "飞地园区"]
    chart = replace(chart, outline=Outline((Part(ring),)), approval="审图号")
    assert [place.name for place in far_places(chart)] == ["飞地园区"]
    ground = lay_ground(chart, FRAME)
    spot = next(s for s in place_spots(chart, ground, ()) if s.place.name == "丙镇")
    assert spot.away is None
    assert spot.at == ground.at(places[3].at)
