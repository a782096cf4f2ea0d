"""A park's plan: to scale, words inside their plots, the same every time."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Polygon, box

from site_builder.draw.park_plan.plan import ParkPlan, PlanGround, PlanPlot, PlanWords, park_plan
from site_builder.draw.text_width import text_width
from tests.draw.forms import NAMESPACE, named, words
from tests.draw.tokens import PALETTE

WORDS = PlanWords(
    statuses=(("available", "可供"), ("reserved", "预留"), ("taken", "已用")),
    kinds=(("built", "已建"), ("green", "绿地"), ("water", "水面")),
    north="北",
    metres="{metres}米",
)
Corners = tuple[tuple[float, float], ...]


def _rectangle(x: float, y: float, wide: float, high: float) -> Corners:
    return ((x, y), (x, y + high), (x + wide, y + high), (x + wide, y))


def _plan(*outlines: Corners, ground: tuple[PlanGround, ...] = (), href: bool = True) -> ParkPlan:
    statuses = ("available", "reserved", "taken")
    plots = tuple(
        PlanPlot(
            id=f"jh-0{number}",
            name=f"JH-0{number}",
            area=f"{60 + number}亩",
            status=statuses[number % 3],
            word="状态",
            outline=outline,
            href=f"#plot-jh-0{number}" if href else None,
        )
        for number, outline in enumerate(outlines)
    )
    return ParkPlan("k", "金河", "三块地", plots, ground, WORDS)


THREE = _plan(
    _rectangle(0, 0, 400, 300),
    _rectangle(420, 0, 200, 300),
    _rectangle(0, 330, 620, 150),
    ground=(
        PlanGround("road", ((-900, 315), (1500, 315)), closed=False, name="金河大道", width=24),
        PlanGround("water", _rectangle(-900, -90, 2400, 80), closed=True, name="金河"),
        PlanGround("green", _rectangle(650, -60, 400, 360), closed=True, name="绿地"),
    ),
)


def _shapes(svg: str) -> dict[str, Polygon]:
    """Return the outline of each plot in pixels."""
    found = {}
    for link in named(svg, "group").iter(f"{NAMESPACE}a"):
        data = next(p for p in link.iter(f"{NAMESPACE}path") if p.get("data-shape"))
        points = re.findall(r"(-?[\d.]+) (-?[\d.]+)", data.get("d", ""))
        found[link.get("data-plot", "")] = Polygon([(float(x), float(y)) for x, y in points])
    return found


def _texts(svg: str) -> Iterator[tuple[str, str, float, Polygon]]:
    """Yield the plot, the words, their size and their room, of every line on a plot."""
    for link in named(svg, "group").iter(f"{NAMESPACE}a"):
        for line in link.iter(f"{NAMESPACE}text"):
            size, said = float(line.get("font-size", "0")), line.text or ""
            half = text_width(said, size, bold=line.get("font-weight") == "bold") / 2
            x, y = float(line.get("x", "0")), float(line.get("y", "0"))
            room = box(x - half, y - 0.75 * size, x + half, y + 0.1 * size)
            yield link.get("data-plot", ""), said, size, room


@pytest.mark.parametrize(("width", "height"), [(820, 600), (420, 500), (720, 360)])
def test_plots_are_drawn_to_one_scale(width: int, height: int) -> None:
    svg = park_plan(THREE, PALETTE, width=width, height=height)
    areas = {plot.id: Polygon(plot.outline).area for plot in THREE.plots}
    scales = [math.sqrt(s.area / areas[plot]) for plot, s in _shapes(svg).items()]
    assert len(scales) == 3
    assert max(scales) - min(scales) < 0.002


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    svg = park_plan(THREE, PALETTE)
    scale = math.sqrt(_shapes(svg)["jh-00"].area / (400 * 300))
    (said,) = re.findall(r">(\d+)米<", svg)
    halves = [
        float(rect.get("width", "0"))
        for rect in named(svg, "group").iter(f"{NAMESPACE}rect")
        if rect.get("height") == "6"
    ]
    assert sum(halves) == pytest.approx(int(said) * scale, abs=0.3)


def test_north_is_up() -> None:
    shapes = _shapes(park_plan(THREE, PALETTE))
    assert shapes["jh-02"].centroid.y < shapes["jh-00"].centroid.y
    assert shapes["jh-01"].centroid.x > shapes["jh-00"].centroid.x


def test_status_is_told_by_word_and_hatch_besides_colour() -> None:
    root = named(park_plan(THREE, PALETTE), "group")
    hatches = {
        link.get("data-plot"): len(list(link.iter(f"{NAMESPACE}path")))
        for link in root.iter(f"{NAMESPACE}a")
    }
    assert hatches == {"jh-00": 1, "jh-01": 2, "jh-02": 2}
    assert words(root)[-5:] == ["可供", "预留", "已用", "绿地", "水面"]


def test_the_ground_is_named_where_no_plot_lies() -> None:
    said = words(named(park_plan(THREE, PALETTE), "group"))
    assert {"金河大道", "金河"} <= set(said)


def test_without_links_nothing_can_be_chosen() -> None:
    svg = park_plan(_plan(_rectangle(0, 0, 100, 100), href=False), PALETTE)
    assert "<a " not in svg
    assert 'role="img"' in svg


def test_the_frame_is_never_higher_than_asked_for() -> None:
    tall = _plan(_rectangle(0, 0, 50, 900))
    assert (
        float(named(park_plan(tall, PALETTE, width=400, height=300), "group").get("height", "0"))
        <= 300
    )


def test_words_on_paper_can_be_read() -> None:
    """The handbook sets 720 units on 178 mm; nothing there may be below 6.5 pt."""
    svg = park_plan(THREE, PALETTE, width=720, height=360)
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)]
    assert min(sizes) * 178 / 720 / 25.4 * 72 >= 6.5


@st.composite
def parks(draw: st.DrawFn) -> ParkPlan:
    """Draw a park of up to nine plots in three columns, each some quadrangle of its own."""
    count = draw(st.integers(1, 9))
    lengths = st.floats(30, 180)
    outlines = []
    for number in range(count):
        x, y = number % 3 * 210.0, number // 3 * 210.0
        wide, high, slant = draw(lengths), draw(lengths), draw(st.floats(0, 25))
        outlines.append(((x, y), (x + slant, y + high), (x + wide, y + high), (x + wide, y)))
    return _plan(*outlines)


@settings(max_examples=40, deadline=None)
@given(parks(), st.sampled_from([(820, 600), (420, 500), (720, 360)]))
def test_words_lie_within_their_plot_and_no_two_touch(
    plan: ParkPlan, size: tuple[int, int]
) -> None:
    """A plot too small for its number keeps it in its middle; all others hold what they say."""
    svg = park_plan(plan, PALETTE, width=size[0], height=size[1])
    assert svg == park_plan(plan, PALETTE, width=size[0], height=size[1])
    shapes = _shapes(svg)
    lines: dict[str, list[Polygon]] = {}
    for plot, said, font, room in _texts(svg):
        assert font >= 11
        fits = shapes[plot].buffer(0.6).contains(room)
        assert fits or (said == plot[3:] and font == 11)
        lines.setdefault(plot, []).append(room)
    for rooms in lines.values():
        assert not any(a.intersects(b) for a, b in pairwise(rooms))
