"""Land offices' X and Y: the projection and its zones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from site_builder.geography.datums import Point
from site_builder.geography.gauss_kruger import meridian_of, to_degrees, zone_of
from site_builder.geography.plane import distance

REGISTERED = {75.0: 4534, 108.0: 4545, 135.0: 4554}
"""The numbers in the EPSG register of CGCS2000's zones of three degrees, by their meridian."""


def to_metres(point: Point, meridian: float) -> tuple[float, float]:
    """Return X and Y of a point as the register has the zone of this meridian."""
    x, y = Transformer.from_crs(4490, REGISTERED[meridian]).transform(
        point.latitude, point.longitude
    )
    return float(x), float(y)


def test_on_the_meridian_x_is_the_length_of_its_arc() -> None:
    """From the equator to 45° the meridian of GRS 80 is 4,984,944.378 m long (Moritz 1980)."""
    assert distance(Point(45, 108), to_degrees(4_984_944.378, 500_000, 108)) < 0.001


def test_a_degree_east_is_as_far_as_on_the_ellipsoid() -> None:
    """At 30° a degree of longitude is 96,486 m; the projection stretches it by 1 in 8,700."""
    x, _ = to_metres(Point(30, 109), 108)
    found = to_degrees(x, 500_000 + 96_486.3 * (1 + 1 / 26_200), 108)
    assert distance(Point(30, 109), found) < 2


@given(st.floats(18, 53), st.floats(-1.6, 1.6), st.sampled_from(sorted(REGISTERED)))
def test_metres_lead_to_the_place_that_the_register_says(
    latitude: float, off: float, meridian: float
) -> None:
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
