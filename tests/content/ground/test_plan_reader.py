"""A park's plots, read from a table in metres, from degrees, and from a drawing."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from shapely import Point as ShapelyPoint

from site_builder.content.catalog import Catalog
from site_builder.content.reader import read_catalog
from site_builder.geography.datums import Point, from_wgs84
from site_builder.geography.plane import Plane, distance
from site_builder.geography.polygons import point_within, polygon
from tests.case_files import all_cases
from tests.county_copy import CountyCopy

SAMPLE = Path(__file__).parents[3]
AFTER = "    price: 9.6万元/亩\n    standard: yes\n"
SQUARE = (
    Point(28.12, 109.18),
    Point(28.1215, 109.18),
    Point(28.1215, 109.1818),
    Point(28.12, 109.1818),
)


@pytest.fixture(scope="module")
def sample() -> Catalog:
    return read_catalog(SAMPLE)[0]


@pytest.mark.parametrize("park", ["jinhe", "linjiang-enclave", "nanxi"])
def test_every_plot_of_the_sample_has_the_area_it_is_said_to_have(
    sample: Catalog, park: str
) -> None:
    """Jinhe has X and Y, Linjiang latitude and longitude, Nanxi a drawing."""
    record = sample.parks[park].record
    plane = Plane(record.position.wgs84)
    for plot in record.plots:
        shape = polygon(sample.plans[park].shapes[plot.id], plane)
        assert shape is not None
        assert shape.area == pytest.approx(float(plot.area.reference()), rel=0.005)


@pytest.mark.parametrize("park", ["jinhe", "linjiang-enclave", "nanxi"])
def test_the_ground_of_the_sample_is_named_in_both_languages(sample: Catalog, park: str) -> None:
    named = [ground.name for ground in sample.plans[park].ground if ground.name is not None]
    assert {"road", "water", "green", "built"} == {g.kind for g in sample.plans[park].ground}
    assert [name for name in named if not name.en.strip() or not name.en.isascii()] == []


def _with_corners(county: CountyCopy, head: str, rows: Sequence[str]) -> tuple[Point, ...]:
    lines = "".join(f"        - {{{row}}}\n" for row in rows)
    corners = f"    corners:\n      {head}\n      points:\n{lines}"
    county.edit("parks/hexi.yml", AFTER, AFTER + corners)
    return county.catalog().plans["hexi"].shapes["hx-01"]


@pytest.mark.parametrize("system", ["wgs84", "gcj02", "bd09", "cgcs2000"])
def test_degrees_of_any_system_come_to_the_same_place(county: CountyCopy, system: str) -> None:
    rows = [
        f"latitude: {at.latitude:.6f}, longitude: {at.longitude:.6f}"
        for at in (from_wgs84(point, system) for point in SQUARE)
    ]
    found = _with_corners(county, f"system: {system}", rows)
    assert [distance(a, b) < 0.2 for a, b in zip(found, SQUARE, strict=True)] == [True] * 4


def test_a_table_that_returns_to_its_first_corner_has_no_more_corners(county: CountyCopy) -> None:
    rows = [f"latitude: {p.latitude}, longitude: {p.longitude}" for p in (*SQUARE, SQUARE[0])]
    assert len(_with_corners(county, "system: wgs84", rows)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"type": "FeatureCollection", "features": [3]}',
        "[" * 5000,
        "\x00",
        "NaN",
        "7" * 5000,
        "1e999",
        '{"type": "FeatureCollection", "features": [{"id": "hx-01", "geometry": {}}]}',
        '{"type": "FeatureCollection", "features": [{"id": "hx-01", "geometry": %s}]}'
        % ('{"type": "GeometryCollection", "geometries": [' * 900 + "{}" + "]}" * 900),
    ],
)
def test_a_drawing_that_is_none_is_told_and_never_raises(county: CountyCopy, text: str) -> None:
    plan = "plan:\n  file: hexi.geojson\n  system: wgs84\n  source: {zh: 测绘, en: Survey}\n"
    county.edit("parks/hexi.yml", "utilities:\n", plan + "utilities:\n")
    county.file("media/hexi.geojson").write_text(text, "utf-8")
    assert {finding.code for finding in county.findings()} == {"plan-unreadable"}


def test_a_plan_of_a_park_that_is_not_approved_stays_inside(county: CountyCopy) -> None:
    rows = [f"latitude: {p.latitude}, longitude: {p.longitude}" for p in SQUARE]
    _with_corners(county, "system: wgs84", rows)
    assert set(county.public().plans) == {"hexi"}
    county.edit("parks/hexi.yml", "  status: approved\n", "  status: draft\n")
    assert county.public().plans == {}


def test_a_way_to_a_plot_leads_into_it() -> None:
    """The middle of the corners of an angle lies outside of it."""
    angle = (
        Point(28.12, 109.18),
        Point(28.13, 109.18),
        Point(28.13, 109.181),
        Point(28.121, 109.181),
        Point(28.121, 109.19),
        Point(28.12, 109.19),
    )
    plane = Plane(angle[0])
    land = polygon(angle, plane)
    assert land is not None
    mean = Point(sum(p.latitude for p in angle) / 6, sum(p.longitude for p in angle) / 6)
    assert not land.contains(ShapelyPoint(plane.flat(mean)))
    assert land.contains(ShapelyPoint(plane.flat(point_within(angle))))


def test_an_island_stays_with_its_river(county: CountyCopy) -> None:
    case = next(c for c in all_cases() if c.name == "plan-unreadable/fine-island")
    case.spoil(county)
    (river,) = county.catalog().plans["hexi"].ground
    assert [len(hole) for hole in river.holes] == [3]
    assert len(river.points) == 4
    assert county.public().plans["hexi"].drawing is None
