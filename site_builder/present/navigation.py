"""Links that open a place in the map programs people have, each in the datum it reckons in.

They are plain links, followed only when clicked; nothing is loaded from the maps' hosts.
Their forms are those of the makers' URI interfaces for web pages, which need no key: 高德
(Amap) and 腾讯 (Tencent) take GCJ-02, 百度 (Baidu) BD-09 when told so; 高德 puts longitude
first, the others latitude. 百度 cannot plan a way without knowing its start, so its link shows
the place, from where the way is one step; the other two ask for the way at once.
"""

from urllib.parse import quote, urlencode

from site_builder.geography.datums import Point, from_wgs84
from site_builder.present.map_view import WayThere
from site_builder.present.words import Words

# About a metre, which is less than any of these positions is known to.
_DIGITS = 5
_CALLER = "zhaoshang"


def ways_there(at: Point, name: str, words: Words) -> tuple[WayThere, ...]:
    """Return a link for each map program that leads to a WGS-84 point called `name`."""
    mars, baidu = _rounded(from_wgs84(at, "gcj02")), _rounded(from_wgs84(at, "bd09"))
    called = words["navigate"]
    return (
        WayThere(str(called["amap"]), _amap(mars, name)),
        WayThere(str(called["baidu"]), _baidu(baidu, name)),
        WayThere(str(called["tencent"]), _tencent(mars, name)),
    )


def _amap(at: Point, name: str) -> str:
    query = {
        # The three are parted at commas.
        "to": f"{at.longitude},{at.latitude},{name.replace(',', '')}",
        "mode": "car",
        "coordinate": "gaode",
        "src": _CALLER,
        "callnative": "1",
    }
    return "https://uri.amap.com/navigation?" + _written(query)


def _baidu(at: Point, name: str) -> str:
    query = {
        "location": f"{at.latitude},{at.longitude}",
        "title": name,
        "content": name,
        "output": "html",
        "coord_type": "bd09ll",
        "src": f"webapp.{_CALLER}.map",
    }
    return "https://api.map.baidu.com/marker?" + _written(query)


def _tencent(at: Point, name: str) -> str:
    query = {
        "type": "drive",
        "to": name,
        "tocoord": f"{at.latitude},{at.longitude}",
        "referer": _CALLER,
    }
    return "https://apis.map.qq.com/uri/v1/routeplan?" + _written(query)


def _rounded(point: Point) -> Point:
    return Point(round(point.latitude, _DIGITS), round(point.longitude, _DIGITS))


def _written(query: dict[str, str]) -> str:
    return urlencode(query, safe=",", quote_via=quote)
