"""A boundary file is read whole or refused; reading none of them loads no geometry."""

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from site_builder.content.ground.boundary import LIMITS
from site_builder.diagnostics import Rule
from site_builder.geography.datums import Point, from_wgs84
from site_builder.geography.plane import distance
from tests.case_files import all_cases
from tests.county_copy import COUNTY, CountyCopy

FILE = "media/baixi.geojson"
APPROVAL = "approval: {number: 黔S（2026）001号, source: {zh: 标准地图, en: Standard map}}"
CENTRE = Point(28.1, 109.2)


@pytest.fixture
def county(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county whose boundary is to be written."""
    copy = CountyCopy.of(COUNTY, tmp_path / "county")
    line = f"boundary: {{file: baixi.geojson, system: cgcs2000, {APPROVAL}}}"
    copy.edit("county.yml", "exchange:\n", f"{line}\nexchange:\n")
    return copy


def _ring(count: int = 40, reach: float = 0.19, centre: Point = CENTRE) -> list[list[float]]:
    corners = [
        [
            round(centre.longitude + reach * math.sin(2 * math.pi * i / count), 6),
            round(centre.latitude + reach * 0.88 * math.cos(2 * math.pi * i / count), 6),
        ]
        for i in range(count)
    ]
    return [*corners, corners[0]]


def _write(county: CountyCopy, geometry: dict[str, Any]) -> None:
    county.file(FILE).write_text(json.dumps(geometry, indent=1), "utf-8")


def test_parts_and_holes_are_read(county: CountyCopy) -> None:
    main = [_ring(), _ring(12, 0.02, Point(28.05, 109.15))]
    other = [_ring(12, 0.03, Point(28.1, 109.5))]
    _write(county, {"type": "MultiPolygon", "coordinates": [main, other]})
    outline = county.catalog().outline
    assert outline is not None
    assert [len(part.holes) for part in outline.parts] == [1, 0]


def test_where_a_point_lies_is_told_in_metres(county: CountyCopy) -> None:
    lake = Point(28.05, 109.15)
    _write(county, {"type": "Polygon", "coordinates": [_ring(400), _ring(40, 0.02, lake)]})
    outline = county.catalog().outline
    assert outline is not None
    assert outline.distance(CENTRE) == 0
    assert 1_500 < outline.distance(lake) < 2_100, "the middle of a hole is outside"
    east = Point(28.1, 109.2 + 0.19 + 0.1)
    assert outline.distance(east) == pytest.approx(distance(east, Point(28.1, 109.39)), rel=0.01)


def test_the_area_is_that_of_the_shape(county: CountyCopy) -> None:
    _write(county, {"type": "Polygon", "coordinates": [_ring(400)]})
    outline = county.catalog().outline
    assert outline is not None
    radius = distance(CENTRE, Point(28.1, 109.39))
    high = distance(CENTRE, Point(28.1 + 0.19 * 0.88, 109.2))
    assert outline.area() == pytest.approx(math.pi * radius * high, rel=0.01)


def test_more_corners_than_can_be_seen_are_left_out(county: CountyCopy) -> None:
    _write(county, {"type": "Polygon", "coordinates": [_ring(20_000)]})
    outline = county.catalog().outline
    assert outline is not None
    assert 30 < len(outline.points) < 400
    assert max(outline.distance(Point(n, e)) for e, n in _ring(97)) < 40


def test_the_declared_system_is_brought_to_wgs84(county: CountyCopy) -> None:
    def mars(corner: list[float]) -> list[float]:
        point = from_wgs84(Point(corner[1], corner[0]), "gcj02")
        return [point.longitude, point.latitude]

    square = [[109.03, 27.94], [109.38, 27.94], [109.38, 28.254], [109.03, 28.254], [109.03, 27.94]]
    _write(county, {"type": "Polygon", "coordinates": [[mars(corner) for corner in square]]})
    county.edit(
        "county.yml", "file: baixi.geojson, system: cgcs2000", "file: baixi.geojson, system: gcj02"
    )
    outline = county.catalog().outline
    assert outline is not None
    for east, north in square:
        assert min(distance(Point(north, east), corner) for corner in outline.points) < 5


def test_a_fault_is_told_at_its_line_and_column(county: CountyCopy) -> None:
    ring = _ring()
    ring[7] = [27.9, 109.1]
    _write(county, {"type": "Polygon", "coordinates": [ring]})
    finding = next(f for f in county.findings() if f.rule is Rule.BOUNDARY_UNUSABLE)
    text = county.file(FILE).read_text("utf-8").splitlines()
    assert str(finding.place.path) == FILE
    # The point begins after its bracket, which stands at the end of the line before.
    assert text[finding.place.line - 1].strip() in ("[", "27.9,")
    assert "27.9, 109.1" in finding.message("en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "7",
        '"Polygon"',
        "{}",
        '{"type": "Polygon"}',
        '{"type": "Polygon", "coordinates": 3}',
        '{"type": "Polygon", "coordinates": [3]}',
        '{"type": "Polygon", "coordinates": [[3, 4, 5, 6]]}',
        '{"type": "Polygon", "coordinates": [[["a", "b"], [1, 2], [1, 2], [1, 2]]]}',
        '{"type": "Polygon", "coordinates": [[[NaN, 28], [109, 28], [109, 29], [NaN, 28]]]}',
        '{"type": "Polygon", "coordinates": [[[109, 28], [109, 28], [109, 28], [109, 28]]]}',
        '{"type": "Polygon", "coordinates": [[[109, 28], [110, 29], [109, 28], [109, 28]]]}',
        '{"type": "FeatureCollection", "features": {"a": 1}}',
        '{"type": "FeatureCollection", "features": [null]}',
        '{"type": "Feature", "geometry": null}',
        '{"type": "LineString", "coordinates": [[109, 28], [110, 28]]}',
        '{"type": "MultiPolygon", "coordinates": [[], 3]}',
        "[" * 100_000,
        "7" * 5000,
        '{"type": "Polygon", "coordinates": [[[1e999, 28], [109, 28], [109, 29], [1e999, 28]]]}',
        '{"type": "GeometryCollection", "geometries": [' * 900 + "{}" + "]}" * 900,
    ],
)
def test_whatever_is_in_the_file_is_refused_and_not_stumbled_over(
    county: CountyCopy, text: str
) -> None:
    county.file(FILE).write_text(text, "utf-8")
    found = county.findings()
    assert [finding.rule for finding in found] == [Rule.BOUNDARY_UNUSABLE]
    assert county.catalog().outline is None


def test_townships_are_one_county(county: CountyCopy) -> None:
    """Two that share an edge are one area, without the line between them, counted once."""
    case = next(c for c in all_cases() if c.name == "boundary-of-parts/townships")
    twice = next(c for c in all_cases() if c.name == "boundary-of-parts/twice")
    areas = []
    for one in (case, twice):
        county.file("county.yml").write_text((COUNTY / "county.yml").read_text("utf-8"), "utf-8")
        one.spoil(county)
        outline = county.catalog().outline
        assert outline is not None
        assert len(outline.rings) == 1
        areas.append(outline.area())
    assert areas[0] == pytest.approx(areas[1], rel=0.001)


def test_other_bytes_are_refused(county: CountyCopy) -> None:
    county.file(FILE).write_bytes(b"\xff\xfe\x00\x01")
    assert [f.rule for f in county.findings()] == [Rule.BOUNDARY_UNUSABLE]


def test_a_file_far_too_large_is_not_even_read(county: CountyCopy) -> None:
    county.file(FILE).write_bytes(b" " * (LIMITS.megabytes * 1_000_000 + 1))
    finding = county.findings()[0]
    assert finding.rule is Rule.BOUNDARY_UNUSABLE
    assert "5.0 MB" in finding.message("en")


def test_too_many_points_are_refused(county: CountyCopy) -> None:
    ring = [[round(109 + i / 1e6, 6), 28] for i in range(LIMITS.points)]
    text = json.dumps({"type": "Polygon", "coordinates": [[*ring, [109.05, 29], ring[0]]]})
    county.file(FILE).write_text(text, "utf-8")
    finding = county.findings()[0]
    assert finding.rule is Rule.BOUNDARY_UNUSABLE
    assert "points" in finding.message("en")


def test_a_link_to_elsewhere_is_refused(county: CountyCopy, tmp_path: Path) -> None:
    elsewhere = tmp_path / "secret.geojson"
    elsewhere.write_text("{}", "utf-8")
    county.file(FILE).symlink_to(elsewhere)
    assert [f.rule for f in county.findings()] == [Rule.SYMBOLIC_LINK]


def test_geometry_is_not_loaded_before_it_is_needed() -> None:
    program = (
        "import sys; from site_builder.checks.run import check_county; from pathlib import Path;"
        "check_county(Path(sys.argv[1])); print('shapely' in sys.modules)"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(COUNTY)], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "False"
