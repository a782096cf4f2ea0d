"""Land offices' X and Y: the projection, its zones, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.geography.datums import Point
from site_builder.geography.gauss_kruger import meridian_of, to_degrees, to_metres, zone_of
from site_builder.geography.plane import distance


def test_on_the_meridian_x_is_the_length_of_its_arc() -> None:
    """From the equator to 45° the meridian of GRS 80 is 4,984,944.378 m long (Moritz 1980)."""
    assert to_metres(Point(45, 108), 108) == pytest.approx((4_984_944.378, 500_000), abs=0.001)


def test_a_degree_east_is_as_far_as_on_the_ellipsoid() -> None:
    """At 30° a degree of longitude is 96,486 m; the projection stretches it by 1 in 8,700."""
    _, y = to_metres(Point(30, 109), 108)
    assert y - 500_000 == pytest.approx(96_486.3 * (1 + 1 / 26_200), rel=2e-5)


@given(st.floats(18, 53), st.floats(-1.6, 1.6), st.sampled_from([75.0, 108.0, 135.0]))
def test_metres_lead_back_to_the_same_place(latitude: float, off: float, meridian: float) -> None:
    point = Point(latitude, meridian + off)
    assert distance(point, to_degrees(*to_metres(point, meridian), meridian)) < 0.001


@pytest.mark.parametrize(
    ("y", "zone", "meridian"),
    [(36_559_871.2, 36, 108), (25_400_000, 25, 75), (18_641_005.2, 18, 105), (559_871.2, None, 0)],
)
def test_a_zone_in_front_of_y_names_its_meridian(
    y: float, zone: int | None, meridian: float
) -> None:
    assert zone_of(y) == zone
    if zone is not None:
        assert meridian_of(zone) == meridian


def test_there_is_no_zone_24() -> None:
    assert meridian_of(24) is None
