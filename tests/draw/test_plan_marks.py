"""The marks of a plan cover no plot, its words are large enough on a phone, no name is lost."""

import re

import pytest
from shapely import Polygon, box

from site_builder.draw.park_plan.plan import ParkPlan, PlanGround, PlanPlot, PlanWords, park_plan
from tests.draw.forms import NAMESPACE, named, words
from tests.draw.tokens import PALETTE

WORDS = PlanWords(
    statuses=(("available", "可供"),),
    kinds=(("built", "已建"), ("green", "绿地"), ("water", "水面")),
    north="北",
    metres="{metres}米",
)
SIZES = [(820, 600), (340, 500), (720, 390)]
Corners = tuple[tuple[float, float], ...]


def _rectangle(x: float, y: float, wide: float, high: float) -> Corners:
    return ((x, y), (x, y + high), (x + wide, y + high), (x + wide, y))


def _plan(*outlines: Corners, ground: tuple[PlanGround, ...] = ()) -> ParkPlan:
    plots = tuple(
        PlanPlot(f"lj-{n:02}", f"LJ-{n:02}", "60亩", "available", "可供", outline)
        for n, outline in enumerate(outlines, 1)
    )
    return ParkPlan("k", "金河", "地块", plots, ground, WORDS)


ROUND = {
    "one plot fills the frame": (_rectangle(0, 0, 600, 400),),
    "a plot in every corner": tuple(_rectangle(x, y, 250, 180) for x in (0, 350) for y in (0, 220)),
    "only the lower right is free": (_rectangle(0, 220, 600, 180), _rectangle(0, 0, 250, 180)),
    "a tall park": (_rectangle(0, 0, 80, 500), _rectangle(90, 0, 80, 500)),
}


def _shapes(svg: str) -> list[Polygon]:
    found = []
    for shape in named(svg).iter(f"{NAMESPACE}path"):
        if shape.get("data-shape"):
            points = re.findall(r"(-?[\d.]+) (-?[\d.]+)", shape.get("d", ""))
            found.append(Polygon([(float(x), float(y)) for x, y in points]))
    return found


def _marks(svg: str) -> dict[str, Polygon]:
    """Return the room of the north arrow and of the scale bar."""
    found = {}
    for part in named(svg).iter(f"{NAMESPACE}rect"):
        if name := part.get("data-mark"):
            x, y = float(part.get("x", "0")), float(part.get("y", "0"))
            wide, high = float(part.get("width", "0")), float(part.get("height", "0"))
            found[name] = box(x, y, x + wide, y + high)
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("outlines", ROUND.values(), ids=ROUND.keys())
def test_no_mark_covers_a_plot_or_another_mark(
    outlines: tuple[Corners, ...], size: tuple[int, int]
) -> None:
    svg = park_plan(_plan(*outlines), PALETTE, width=size[0], height=size[1])
    marks = _marks(svg)
    assert set(marks) == {"north", "scale"}
    shapes = _shapes(svg)
    assert len(shapes) >= len(outlines)
    covered = [
        n for n, mark in marks.items() for s in shapes[: len(outlines)] if mark.intersects(s)
    ]
    assert covered == []
    assert not marks["north"].intersects(marks["scale"])
    assert all(0 <= m.bounds[0] and m.bounds[2] <= size[0] for m in marks.values())


def test_a_name_too_wide_for_its_ground_is_a_number_that_the_legend_explains() -> None:
    long = "沿江防护林与雨水调蓄湿地公园一期工程"
    svg = park_plan(
        _plan(
            _rectangle(0, 0, 600, 400),
            _rectangle(660, 0, 100, 400),
            ground=(
                PlanGround("green", _rectangle(610, 100, 40, 300), closed=True, name=long),
                PlanGround("water", _rectangle(-60, -40, 900, 30), closed=True, name="金河"),
            ),
        ),
        PALETTE,
        width=340,
        height=500,
    )
    said = words(named(svg))
    assert said.count("1") == 2
    assert long in said
    assert said.index(long) > said.index("水面")
    assert "金河" in said


def test_a_name_that_nothing_on_the_plan_bears_is_not_explained() -> None:
    away = PlanGround("green", _rectangle(9000, 9000, 40, 300), closed=True, name="远山")
    svg = park_plan(_plan(_rectangle(0, 0, 600, 400), ground=(away,)), PALETTE)
    assert "远山" not in words(named(svg))


def test_a_plot_too_narrow_for_its_name_bears_its_number() -> None:
    wide, narrow = _rectangle(0, 0, 600, 300), _rectangle(610, 0, 40, 300)
    svg = park_plan(_plan(wide, narrow), PALETTE, width=340, height=500)
    said = words(named(svg))
    assert "LJ-01" in said
    assert "02" in said
    assert "LJ-02" not in said


def test_the_number_of_a_road_does_not_stand_on_another_road() -> None:
    long = "沿江开发区第一期工程南北大通道"
    roads = (
        PlanGround("road", ((310, -90), (310, 490)), closed=False, name=long, width=18),
        PlanGround("road", ((-900, 208), (1500, 208)), closed=False, name="金河大道", width=18),
    )
    outlines = tuple(_rectangle(x, y, 300, 198) for x in (0, 320) for y in (0, 218))
    svg = park_plan(_plan(*outlines, ground=roads), PALETTE, width=340, height=500)
    disc = next(named(svg).iter(f"{NAMESPACE}circle"))
    upper, lower = (_shapes(svg)[n].bounds for n in (1, 0))
    crossing = (upper[3] + lower[1]) / 2
    assert abs(float(disc.get("cy", "0")) - crossing) > float(disc.get("r", "0"))
