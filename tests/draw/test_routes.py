"""Routes to regions: each on the paper, in its direction, with a name that meets no other."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.draw.box import Box
from site_builder.draw.routes.map import Route, RouteMap, route_map
from site_builder.draw.routes.names import Line, crosses
from site_builder.draw.text_width import text_width
from tests.draw.forms import NAMESPACE, named, texts, words
from tests.draw.tokens import PALETTE


def drawing(*routes: Route) -> RouteMap:
    return RouteMap(
        key="routes",
        title="招商路线示意",
        description="方位与直线距离",
        centre="青岚",
        routes=routes,
        ring=lambda km: f"{km}公里",
    )


CHONGQING = Route("重庆", "约260公里", 258.0, 312.0)
CHANGSHA = Route("湖南长沙", "约430公里", 434.0, 85.0)
DONGGUAN = Route("广东东莞、惠州", "约760公里", 764.0, 136.0)


def test_each_region_is_named_with_its_distance() -> None:
    found = words(named(route_map(drawing(CHONGQING, CHANGSHA), PALETTE)))
    for said in ("重庆", "约260公里", "湖南长沙", "约430公里", "青岚"):
        assert said in found


def test_points_lie_in_their_direction() -> None:
    root = named(route_map(drawing(CHONGQING, DONGGUAN), PALETTE))
    west, east = (
        {key: float(line.get(key, "0")) for key in ("x1", "y1", "x2", "y2")}
        for line in sorted(
            (e for e in root.iter(f"{NAMESPACE}line") if e.get("stroke-dasharray") is None),
            key=lambda e: float(e.get("x2", "0")),
        )
    )
    assert west["x2"] < west["x1"]
    assert west["y2"] < west["y1"]
    assert east["x2"] > east["x1"]
    assert east["y2"] > east["y1"]


def test_the_same_routes_make_the_same_drawing() -> None:
    chart = drawing(CHONGQING, CHANGSHA, DONGGUAN)
    assert route_map(chart, PALETTE) == route_map(chart, PALETTE)


def test_signs_of_html_in_a_name_stay_text() -> None:
    root = named(route_map(drawing(Route("<b>甲</b> & 乙", "约10公里", 10.0, 10.0)), PALETTE))
    assert "<b>甲</b> & 乙" in words(root)


LONG = "Changsha, Zhuzhou and Xiangtan, Hunan Province"
LONGER = "Chengdu, Deyang and Mianyang, Sichuan Province"
NAMES = st.one_of(
    st.sampled_from(["重庆", "湖南长沙、湘潭", "Dongguan and Huizhou, Guangdong", "上海", LONG]),
    st.text("长沙株洲湘潭、成都德阳绵阳（）", min_size=1, max_size=50),
    st.lists(
        st.sampled_from(["Guangdong", "Hunan", "and", "Chongqing,", "Mianyang"]),
        min_size=1,
        max_size=14,
    ).map(" ".join),
)
ROUTES = st.lists(
    st.builds(Route, NAMES, st.just("约1180公里"), st.floats(10, 2500), st.floats(0, 359.9)),
    max_size=18,
)


@settings(max_examples=200, deadline=None)
@given(ROUTES)
def test_names_stay_on_the_paper_and_apart(routes: list[Route]) -> None:
    root = named(route_map(drawing(*routes), PALETTE))
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    spans = []
    for element in texts(root):
        if element.get("text-anchor") == "middle":
            continue
        size = float(element.get("font-size", "0"))
        wide = text_width(element.text or "", size, bold=element.get("font-weight") == "bold")
        x, y = float(element.get("x", "0")), float(element.get("y", "0"))
        left = x - wide if element.get("text-anchor") == "end" else x
        assert left >= -0.5
        assert left + wide <= width + 0.5
        assert 0 <= y - size
        assert y <= height
        spans.append((left, left + wide, y - size * 0.8, y))
    for a, b in combinations(spans, 2):
        beside = a[0] >= b[1] or b[0] >= a[1]
        above = a[2] >= b[3] - 0.5 or b[2] >= a[3] - 0.5
        assert beside or above


@settings(max_examples=200, deadline=None)
@given(ROUTES, st.sampled_from(["青岚", "Qinglan", "Daozhen Gelao and Miao Autonomous County"]))
def test_directions_hold_however_long_the_names(routes: list[Route], county: str) -> None:
    """East stays east, rings are rings, and no word leaves the paper."""
    root = named(route_map(replace(drawing(*routes), centre=county), PALETTE))
    assert all(float(ring.get("r", "0")) > 0 for ring in root.iter(f"{NAMESPACE}circle"))
    ways = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in _lines(root)]
    for route in routes:
        east, south = route.flat
        # Numbers of a drawing are rounded to a tenth of a pixel.
        assert any(
            abs(x * south - y * east) <= 0.15 * route.kilometres and x * east + y * south >= 0
            for x, y in ways
        ), route
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for said, box in [*_boxes(root, rings=False), *_boxes(root, rings=True)]:
        assert box.x >= 0, said
        assert box.right <= width, said
        assert box.y >= 0, said
        assert box.bottom <= height, said


def test_two_long_names_leave_room_for_the_ways_between_them() -> None:
    chart = drawing(Route(LONG, "about 430 km", 434, 85), Route(LONGER, "about 520 km", 520, 300))
    (east, west) = (line for line in _lines(named(route_map(chart, PALETTE))))
    assert east[1][0] - east[0][0] > 60
    assert west[0][0] - west[1][0] > 60


def _boxes(root: ET.Element, *, rings: bool) -> list[tuple[str, Box]]:
    """Return the room of each text: of regions, or of the rings and the county."""
    found = []
    for element in texts(root):
        if (element.get("text-anchor") == "middle") is not rings:
            continue
        size = float(element.get("font-size", "0"))
        words_ = element.text or ""
        wide = text_width(words_, size, bold=element.get("font-weight") == "bold")
        x, y = float(element.get("x", "0")), float(element.get("y", "0"))
        left = x - {"end": wide, "middle": wide / 2}.get(element.get("text-anchor", ""), 0.0)
        found.append((words_, Box(left, y - size * 0.75, wide, size * 0.8)))
    return found


def _lines(root: ET.Element) -> list[Line]:
    """Return the routes, without the thin lines that lead to names."""
    return [
        (
            (float(line.get("x1", "0")), float(line.get("y1", "0"))),
            (float(line.get("x2", "0")), float(line.get("y2", "0"))),
        )
        for line in root.iter(f"{NAMESPACE}line")
        if line.get("stroke-dasharray") is None
    ]


@settings(max_examples=200, deadline=None)
@given(ROUTES)
def test_no_name_lies_on_a_line_a_point_or_another_name(routes: list[Route]) -> None:
    """Wherever the regions lie, their names and those of the rings can be read."""
    root = named(route_map(drawing(*routes), PALETTE))
    lines = _lines(root)
    assert len(lines) == len(routes)
    regions, middle = _boxes(root, rings=False), _boxes(root, rings=True)
    rings = [(said, box) for said, box in middle if said != "青岚"]
    ends = [Box(x - 4, y - 4, 8, 8) for _, (x, y) in lines]
    for said, box in regions + rings:
        assert [] == [line for line in lines if crosses(line, box)], said
    for said, box in regions:
        assert [] == [end for end in ends if box.meets(end)], said
    for (a, first), (b, second) in combinations(regions + middle, 2):
        assert not first.meets(second), (a, b)


@settings(max_examples=200, deadline=None)
@given(ROUTES.filter(lambda routes: len(routes) <= 3))
def test_the_name_of_the_county_is_free_of_few_routes(routes: list[Route]) -> None:
    root = named(route_map(drawing(*routes), PALETTE))
    (county,) = (box for said, box in _boxes(root, rings=True) if said == "青岚")
    assert [] == [line for line in _lines(root) if crosses(line, county)]
    assert county.x >= 0
    assert county.right <= float(root.get("width", "0"))


def test_a_line_crosses_a_box_or_passes_it() -> None:
    box = Box(10, 10, 20, 10)
    for line in (((0, 0), (40, 30)), ((15, 0), (15, 40)), ((12, 12), (14, 13))):
        assert crosses(line, box)
    for line in (((0, 0), (9, 9)), ((0, 0), (40, 5)), ((15, 0), (15, 9)), ((0, 25), (40, 25))):
        assert not crosses(line, box)


@settings(max_examples=100, deadline=None)
@given(ROUTES)
def test_on_paper_it_is_as_flat_as_asked_and_its_names_stay_on_it(routes: list[Route]) -> None:
    """The page has no more height for it, and all of its width."""
    root = named(route_map(replace(drawing(*routes), width=880.0, flat=2.07), PALETTE))
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    assert width >= 880
    assert height <= width / 2.07 + 0.5
    for said, box in _boxes(root, rings=False):
        assert box.x >= 0, said
        assert box.right <= width, said
        assert box.bottom <= height, said


def test_a_name_keeps_to_one_line_where_there_is_room() -> None:
    names = ("Dongguan and Huizhou, Guangdong", "Shenzhen and Foshan, Guangdong")
    routes = [Route(name, "about 760 km", 764.0, 136.0 + 9 * i) for i, name in enumerate(names)]
    found = words(named(route_map(drawing(*routes), PALETTE)))
    assert [name for name in names if name not in found] == []


def test_no_line_is_filled() -> None:
    """The inside of a line that is nearly level is an area too fine for a press."""
    root = named(route_map(drawing(CHONGQING, CHANGSHA, DONGGUAN), PALETTE))
    lines = list(root.iter(f"{NAMESPACE}line"))
    assert lines
    assert {line.get("fill") for line in lines} == {"none"}
