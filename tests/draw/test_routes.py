"""Routes to regions: each on the paper, in its direction, with a name that meets no other."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.draw.routes import Route, RouteMap, route_map
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


NAMES = st.sampled_from(["重庆", "湖南长沙、湘潭", "Dongguan and Huizhou, Guangdong", "上海"])
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
