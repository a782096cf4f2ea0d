"""The county map's view: one system of coordinates, numbers, distances by road."""

from pathlib import Path

import pytest

from site_builder.geography.datums import Point, from_wgs84
from site_builder.geography.plane import distance
from site_builder.present.county_map import present_map
from site_builder.present.map_view import MapView
from site_builder.present.voice import Voice
from site_builder.quantities.speaking import Speaker
from site_builder.theme import Theme
from tests.county_copy import COUNTY, CountyCopy

THEME = Path(__file__).parents[2] / "theme"


@pytest.fixture
def county(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county."""
    return CountyCopy.of(COUNTY, tmp_path / "county")


def _map(county: CountyCopy, language: str = "zh") -> MapView:
    catalog = county.public()
    words = Theme(THEME).words(language)
    rate = catalog.county.exchange.rate.reference()
    return present_map(catalog, Voice(language, words, Speaker(language, rate)))


def test_places_of_every_system_come_to_one(county: CountyCopy) -> None:
    before = _map(county).places[1].at
    mars = from_wgs84(before, "gcj02")
    county.edit(
        "county.yml",
        "{latitude: 28.15, longitude: 109.25, system: cgcs2000}",
        f"{{latitude: {mars.latitude:.6f}, longitude: {mars.longitude:.6f}, system: gcj02}}",
    )
    assert distance(before, _map(county).places[1].at) < 0.2


@pytest.mark.parametrize(
    ("language", "note"), [("zh", "9公里，15分钟"), ("en", "9 km, 15 minutes")]
)
def test_a_place_says_how_far_it_is_by_road(county: CountyCopy, language: str, note: str) -> None:
    seat, station = _map(county, language).places
    assert (seat.note, station.note) == ("", note)


def test_a_place_without_a_road_distance_says_the_straight_line(county: CountyCopy) -> None:
    county.edit(
        "county.yml",
        "白溪北站, en: Baixi North}, kind: railway, dist",
        "别处, en: Elsewhere}, kind: railway, dist",
    )
    view = _map(county)
    assert view.places[1].note == "直线约7公里"
    assert [beyond.name for beyond in view.beyond] == ["别处"]


def test_projects_are_numbered_at_their_park_or_where_they_are(county: CountyCopy) -> None:
    view = _map(county)
    assert [(project.number, project.at) for project in view.projects] == [("1", None)]
    assert view.parks[0].numbers == "项目1"
    county.edit(
        "projects/cathode.yml",
        "place: {zh: 河西镇",
        "position: {latitude: 28.2, longitude: 109.2, system: wgs84}\nplace: {zh: 河西镇",
    )
    view = _map(county)
    assert [(project.number, project.at) for project in view.projects] == [
        ("1", Point(28.2, 109.2))
    ]
    assert view.parks[0].numbers == ""


def test_without_a_boundary_the_map_says_that_it_shows_none(county: CountyCopy) -> None:
    assert "不表示行政区域界线" in _map(county).note
    assert "shows no administrative boundaries" in _map(county, "en").note
    assert _map(county).outline is None


SQUARE = (
    '{"type": "Polygon", "coordinates": [[[109.03, 27.94], [109.38, 27.94],'
    " [109.38, 28.254], [109.03, 28.254], [109.03, 27.94]]]}"
)
APPROVAL = (
    "approval: {number: 黔S（2026）001号, source: {zh: 标准地图服务系统, en: Standard Map Service}}"
)


def test_an_approved_boundary_names_number_and_source(county: CountyCopy) -> None:
    county.file("media/baixi.geojson").write_text(SQUARE, "utf-8")
    boundary = f"boundary: {{file: baixi.geojson, system: cgcs2000, {APPROVAL}}}"
    county.edit("county.yml", "exchange:\n", f"{boundary}\nexchange:\n")
    view = _map(county, "en")
    assert view.outline is not None
    assert view.approval == "Map approval: 黔S（2026）001号"
    assert "黔S（2026）001号" in view.note
    assert "Standard Map Service" in view.note


def test_a_boundary_without_approval_never_passes_the_gate(county: CountyCopy) -> None:
    county.file("media/baixi.geojson").write_text(SQUARE, "utf-8")
    boundary = "boundary: {file: baixi.geojson, system: cgcs2000}"
    county.edit("county.yml", "exchange:\n", f"{boundary}\nexchange:\n")
    assert county.public().outline is None
    assert _map(county).outline is None


def test_the_office_can_be_navigated_to(county: CountyCopy) -> None:
    assert _map(county).office == ()
    county.edit(
        "county.yml",
        "  email: invest@baixi.example\n",
        "  email: invest@baixi.example\n"
        "  position: {latitude: 28.1, longitude: 109.2, system: wgs84}\n",
    )
    assert len(_map(county).office) == 3
