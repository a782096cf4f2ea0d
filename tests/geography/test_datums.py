"""Conversions of coordinates, against published points and an independent library."""

from itertools import pairwise

import prcoords
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.geography.datums import DATUMS, Point, from_wgs84, in_china_box, to_wgs84
from site_builder.geography.plane import distance

CITIES = {
    "Beijing": Point(39.9042, 116.4074),
    "Shanghai": Point(31.2304, 121.4737),
    "Chongqing": Point(29.5630, 106.5516),
    "Guiyang": Point(26.6470, 106.6300),
    "Guangzhou": Point(23.1291, 113.2644),
}
# Away from the edge of the box, where a point and its image may lie on both sides.
INSIDE = st.builds(Point, st.floats(3, 54), st.floats(73, 136))


def test_a_published_point_from_gps_to_baidu() -> None:
    # gcoord, README: gcoord.transform([116.403988, 39.914266], gcoord.WGS84, gcoord.BD09)
    found = from_wgs84(Point(39.914266, 116.403988), "bd09")
    assert found.longitude == pytest.approx(116.41661560068297, abs=1e-9)
    assert found.latitude == pytest.approx(39.92196580126834, abs=1e-9)


def test_a_published_point_from_mars_to_baidu() -> None:
    # pycoordtrans, README: gcj02 (116.306411, 39.981839) is bd09ll
    # (116.31290580529193, 39.98791010079803).
    found = from_wgs84(to_wgs84(Point(39.981839, 116.306411), "gcj02"), "bd09")
    assert distance(found, Point(39.98791010079803, 116.31290580529193)) < 0.01


@pytest.mark.parametrize("city", CITIES)
def test_the_offsets_are_as_large_as_they_are_known_to_be(city: str) -> None:
    here = CITIES[city]
    assert 450 < distance(here, from_wgs84(here, "gcj02")) < 640
    assert 900 < distance(here, from_wgs84(here, "bd09")) < 1500


@given(INSIDE)
def test_an_independent_library_gives_the_same(point: Point) -> None:
    mars = prcoords.wgs_gcj(tuple(point))
    baidu = prcoords.wgs_bd(tuple(point))
    assert distance(from_wgs84(point, "gcj02"), Point(*mars)) < 0.001
    assert distance(from_wgs84(point, "bd09"), Point(*baidu)) < 0.001


@given(INSIDE, st.sampled_from(DATUMS))
def test_there_and_back_is_the_same_place(point: Point, datum: str) -> None:
    assert distance(point, to_wgs84(from_wgs84(point, datum), datum)) < 0.001


@given(INSIDE, st.sampled_from(DATUMS))
def test_back_and_there_is_the_same_place(point: Point, datum: str) -> None:
    assert distance(point, from_wgs84(to_wgs84(point, datum), datum)) < 0.001


def test_the_national_system_is_that_of_gps_at_this_scale() -> None:
    here = CITIES["Guiyang"]
    assert from_wgs84(here, "cgcs2000") == here == to_wgs84(here, "cgcs2000")


@pytest.mark.parametrize(
    "abroad", [Point(48.8566, 2.3522), Point(-33.8688, 151.2093), Point(40.7128, -74.006)]
)
def test_places_outside_china_stay_where_they_are(abroad: Point) -> None:
    assert not in_china_box(abroad)
    for datum in DATUMS:
        assert from_wgs84(abroad, datum) == abroad == to_wgs84(abroad, datum)


def test_neighbours_stay_neighbours() -> None:
    row = [from_wgs84(Point(28, 108 + step / 1000), "bd09") for step in range(200)]
    steps = [distance(a, b) for a, b in pairwise(row)]
    assert max(steps) / min(steps) < 1.05


def test_an_unknown_system_is_refused() -> None:
    for convert in (from_wgs84, to_wgs84):
        with pytest.raises(ValueError, match="unknown datum: utm"):
            convert(Point(28, 108), "utm")
