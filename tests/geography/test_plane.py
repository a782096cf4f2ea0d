"""Distances, and the plane that maps are drawn on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.geography.datums import Point
from site_builder.geography.plane import Plane, distance

CENTRE = Point(28.0, 108.5)
NEAR = st.builds(Point, st.floats(27.55, 28.45), st.floats(108.0, 109.0))


def test_a_published_distance() -> None:
    # Veness, "Calculate distance between two points", movable-type.co.uk/scripts/latlong.html:
    # Land's End to John o' Groats, 50°03′59″N 5°42′53″W to 58°38′38″N 3°04′12″W, is 968.9 km.
    a = Point(50 + 3 / 60 + 59 / 3600, -(5 + 42 / 60 + 53 / 3600))
    b = Point(58 + 38 / 60 + 38 / 3600, -(3 + 4 / 60 + 12 / 3600))
    assert distance(a, b) == pytest.approx(968_900, abs=100)


def test_a_degree_of_latitude_is_111_km() -> None:
    assert distance(Point(28, 108), Point(29, 108)) == pytest.approx(111_195, abs=1)


@given(NEAR, NEAR)
def test_the_way_there_is_the_way_back(a: Point, b: Point) -> None:
    assert distance(a, b) == distance(b, a) >= 0


@given(NEAR)
def test_the_plane_is_true_over_a_county(point: Point) -> None:
    east, north = Plane(CENTRE).flat(point)
    assert (east**2 + north**2) ** 0.5 == pytest.approx(distance(CENTRE, point), rel=0.005, abs=1)
    assert (east > 0) == (point.longitude > CENTRE.longitude)
    assert (north > 0) == (point.latitude > CENTRE.latitude)


@given(NEAR)
def test_a_flat_point_goes_back_to_where_it_was(point: Point) -> None:
    plane = Plane(CENTRE)
    assert distance(plane.point(*plane.flat(point)), point) < 0.001
