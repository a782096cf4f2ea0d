from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.draw.charts import Bar, BarChart, BarLegend, Part, SplitChart, bars, split
from site_builder.draw.palette import mix
from site_builder.draw.text_width import text_width
from tests.draw.forms import NAMESPACE, named, texts, words
from tests.draw.tokens import PALETTE

SERIES = BarChart(
    key="demand",
    title="全国电池级硫酸锰需求量",
    description="2023年32万吨，2028年预计96万吨",
    bars=tuple(
        Bar(str(year), value, f"{value:g}", forecast=year > 2025)
        for year, value in ((2023, 32.0), (2024, 41.0), (2025, 53.0), (2028, 96.0))
    ),
    legend=BarLegend("实际", "预测"),
)
ITEMS = SplitChart(
    key="items",
    title="投资构成",
    description="建筑、设备与流动资金",
    parts=(
        Part("建筑工程", 8200, "8,200万元", "25.6%"),
        Part("设备购置及安装 <进口>", 14600, "14,600万元", "45.6%"),
        Part("Working capital, first year’s operation and start-up costs", 9200, "9,200", "28.8%"),
    ),
)


def test_a_series_shows_values_and_years() -> None:
    assert words(named(bars(SERIES, PALETTE))) == [
        *("实际", "预测", "32", "2023", "41", "2024", "53", "2025", "96", "2028")
    ]


def test_heights_are_in_proportion_and_forecasts_lighter() -> None:
    root = named(bars(replace(SERIES, legend=BarLegend()), PALETTE))
    rects = list(root.iter(f"{NAMESPACE}rect"))
    heights = [float(rect.get("height", "0")) for rect in rects]
    assert heights[0] / heights[3] == pytest.approx(32 / 96, abs=0.01)
    light = mix(PALETTE.pine, PALETTE.white, 0.64)
    assert [rect.get("fill") for rect in rects] == [PALETTE.pine] * 3 + [light]


@pytest.mark.parametrize("chart", [SERIES, replace(SERIES, narrow=True)])
def test_a_narrow_chart_is_360_wide(chart: BarChart) -> None:
    assert named(bars(chart, PALETTE)).get("width") == ("360" if chart.narrow else "720")


def test_a_series_of_naught_has_flat_bars() -> None:
    naught = tuple(replace(bar, value=0.0) for bar in SERIES.bars)
    root = named(bars(replace(SERIES, bars=naught, legend=BarLegend()), PALETTE))
    assert {rect.get("height") for rect in root.iter(f"{NAMESPACE}rect")} == {"0"}


def test_an_empty_series_is_still_a_drawing() -> None:
    assert words(named(bars(replace(SERIES, bars=()), PALETTE))) == []


@given(
    st.lists(st.floats(-1e6, 1e6), max_size=40),
    st.booleans(),
    st.sampled_from(["", "万吨", " million tonnes"]),
)
def test_labels_of_a_series_neither_meet_nor_leave(
    values: list[float], narrow: bool, unit: str
) -> None:
    series = tuple(Bar(f"{2000 + i}年", v, f"{v:,.0f}{unit}") for i, v in enumerate(values))
    root = named(bars(replace(SERIES, bars=series, narrow=narrow), PALETTE))
    width = float(root.get("width", "0"))
    spans = []
    for node in texts(root):
        size = float(node.get("font-size", "0"))
        assert size >= 12
        half = text_width(node.text or "", size) / 2
        x = float(node.get("x", "0"))
        assert half - 1 <= x <= width - half + 1
        if "年" in (node.text or ""):
            spans.append((x - half, x + half))
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_a_split_names_each_part_with_amount_and_share() -> None:
    found = words(named(split(ITEMS, PALETTE)))
    assert found[:3] == ["25.6%", "45.6%", "28.8%"]
    assert "设备购置及安装 <进口>" in found
    assert "8,200万元" in found


@pytest.mark.parametrize("narrow", [True, False])
def test_the_parts_fill_the_bar(narrow: bool) -> None:
    root = named(split(replace(ITEMS, narrow=narrow), PALETTE))
    rects = list(root.iter(f"{NAMESPACE}rect"))[:3]
    ends = [float(r.get("x", "0")) + float(r.get("width", "0")) for r in rects]
    assert ends[-1] == pytest.approx(360 if narrow else 720, abs=0.2)


@pytest.mark.parametrize("narrow", [True, False])
def test_names_stay_clear_of_the_figures(narrow: bool) -> None:
    root = named(split(replace(ITEMS, narrow=narrow), PALETTE))
    for node in texts(root):
        size = float(node.get("font-size", "0"))
        assert size >= 12
        if node.get("text-anchor") is None:
            end = float(node.get("x", "0")) + text_width(node.text or "", size)
            assert end <= float(root.get("width", "0")) - 90


def test_the_same_values_give_the_same_bytes() -> None:
    assert bars(SERIES, PALETTE) == bars(SERIES, PALETTE)
    assert split(ITEMS, PALETTE) == split(ITEMS, PALETTE)
