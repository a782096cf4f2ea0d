"""The places of a county and an enclave far away, in both languages."""

from site_builder.draw.locator.map import Kind, LocatorMap, MapWords, Place
from site_builder.geography.datums import Point

_PLACES: tuple[tuple[str, str, Kind, float, float], ...] = (
    ("城关镇", "Chengguan Town", "county-seat", 28.012, 108.512),
    ("金河镇", "Jinhe Town", "township", 28.061, 108.602),
    ("南溪镇", "Nanxi Town", "township", 27.902, 108.448),
    ("云雾坪镇", "Yunwuping Town", "township", 28.148, 108.391),
    ("青岚北站", "Qinglan North Station", "railway", 28.054, 108.541),
    ("云屏机场", "Yunping Airport", "airport", 27.842, 108.842),
    ("青岚东出口", "Qinglan East exit", "expressway", 28.024, 108.571),
    ("南溪出口", "Nanxi exit", "expressway", 27.921, 108.472),
    ("云雾山", "Yunwu Mountain", "scenic", 28.201, 108.352),
    ("金河工业园", "Jinhe Industrial Park", "park", 28.066, 108.611),
    ("南溪化工园", "Nanxi Chemical Park", "park", 27.898, 108.462),
    ("临江飞地产业园", "Linjiang Enclave Park", "park", 28.742, 109.318),
    ("高山有机茶", "Organic tea", "project", 28.139, 108.401),
    ("东门老街更新", "East Gate renewal", "project", 28.013, 108.515),
)
_KINDS: dict[str, dict[Kind, str]] = {
    "zh": {
        "county-seat": "县城",
        "park": "园区",
        "project": "项目",
        "railway": "高铁站",
        "airport": "机场",
        "expressway": "高速出口",
        "scenic": "景区",
        "township": "乡镇",
    },
    "en": {
        "county-seat": "County seat",
        "park": "Park",
        "project": "Project",
        "railway": "High-speed rail",
        "airport": "Airport",
        "expressway": "Expressway exit",
        "scenic": "Scenic area",
        "township": "Town",
    },
}


def county(language: str) -> LocatorMap:
    """Return the map of the county in `zh` or `en`."""
    chinese = language == "zh"
    words = (
        MapWords(_KINDS["zh"], "北", "{km}公里", "直线约{km}公里")
        if chinese
        else MapWords(_KINDS["en"], "N", "{km} km", "about {km} km")
    )
    places = tuple(
        Place(
            zh if chinese else en,
            kind,
            Point(lat, lon),
            note="14公里，20分钟" if chinese else "14 km, 20 minutes",
            href="#p" if kind == "park" else None,
        )
        for zh, en, kind, lat, lon in _PLACES
    )
    title = "区位图" if chinese else "Location"
    seat = next(place.at for place in places if place.kind == "county-seat")
    return LocatorMap(f"map-{language}", title, "…", places, words, seat)
