"""Links into map programs carry the coordinates that each reckons in."""

from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.geography.datums import Point, from_wgs84, to_wgs84
from site_builder.geography.plane import distance
from site_builder.present.map_view import WayThere
from site_builder.present.navigation import ways_there
from site_builder.present.words import Words

WORDS = Words({"navigate": {"amap": "高德", "baidu": "百度", "tencent": "腾讯"}}, "")
HERE = Point(28.066, 108.611)


@pytest.fixture
def ways() -> dict[str, WayThere]:
    """Return the links to a park whose name has signs that a link must write otherwise."""
    return {way.name: way for way in ways_there(HERE, "金河 & 南溪工业园", WORDS)}


def _query(way: WayThere) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(way.url).query).items()}


def test_amap_is_given_longitude_first_in_mars_coordinates(ways: dict[str, WayThere]) -> None:
    query = _query(ways["高德"])
    east, north, name = query["to"].split(",")
    assert query["coordinate"] == "gaode"
    assert name == "金河 & 南溪工业园"
    assert distance(Point(float(north), float(east)), from_wgs84(HERE, "gcj02")) < 1
    assert urlsplit(ways["高德"].url).netloc == "uri.amap.com"


def test_a_comma_in_a_name_does_not_end_it_for_amap() -> None:
    """Amap parts longitude, latitude and name at commas; a name keeps to its part."""
    amap = ways_there(HERE, "Park, plot JH-01", WORDS)[0]
    assert _query(amap)["to"].split(",")[2:] == ["Park plot JH-01"]


def test_baidu_is_given_latitude_first_in_its_own_coordinates(ways: dict[str, WayThere]) -> None:
    query = _query(ways["百度"])
    north, east = map(float, query["location"].split(","))
    assert (query["coord_type"], query["output"]) == ("bd09ll", "html")
    assert query["title"] == "金河 & 南溪工业园"
    assert distance(Point(north, east), from_wgs84(HERE, "bd09")) < 1
    assert urlsplit(ways["百度"].url).netloc == "api.map.baidu.com"


def test_tencent_is_given_latitude_first_in_mars_coordinates(ways: dict[str, WayThere]) -> None:
    query = _query(ways["腾讯"])
    north, east = map(float, query["tocoord"].split(","))
    assert (query["type"], query["to"]) == ("drive", "金河 & 南溪工业园")
    assert distance(Point(north, east), from_wgs84(HERE, "gcj02")) < 1
    assert urlsplit(ways["腾讯"].url).netloc == "apis.map.qq.com"


def test_every_program_is_led_to_the_same_place(ways: dict[str, WayThere]) -> None:
    east, north, _ = _query(ways["高德"])["to"].split(",")
    mars = to_wgs84(Point(float(north), float(east)), "gcj02")
    there = Point(*map(float, _query(ways["百度"])["location"].split(",")))
    assert distance(mars, to_wgs84(there, "bd09")) < 2
    assert distance(mars, HERE) < 2
