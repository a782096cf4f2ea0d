from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.draw.park_plan.bars import Plot, PlotStrip, StatusWords, plot_bars
from site_builder.draw.text_width import text_width
from tests.draw.forms import NAMESPACE, named, texts, words
from tests.draw.tokens import PALETTE

STRIP = PlotStrip(
    key="nanxi",
    title="南溪化工园地块",
    description="六块，其中四块可供",
    plots=(
        Plot("NX-01", 75, "75亩"),
        Plot("NX-02", 150, "150亩"),
        Plot("NX-03", 110, "110亩", "taken"),
        Plot("NX-04", 96, "96亩"),
        Plot("NX-05", 60, "60亩"),
        Plot("NX-06", 130, "130亩", "reserved"),
    ),
    words=StatusWords("可供", "已预留", "已出让"),
)


def test_each_plot_is_named_with_its_area() -> None:
    found = words(named(plot_bars(STRIP, PALETTE)))
    assert found[:4] == ["NX-01", "75亩", "NX-02", "150亩"]
    assert found[-3:] == ["可供", "已预留", "已出让"]


def test_blocks_are_as_wide_as_the_plots_are_large() -> None:
    root = named(plot_bars(STRIP, PALETTE))
    grounds = [next(group.iter(f"{NAMESPACE}rect")) for group in root.iter(f"{NAMESPACE}g")]
    widths = [float(rect.get("width", "0")) for rect in grounds]
    assert widths[1] / widths[0] == pytest.approx(2, abs=0.01)


def test_linked_plots_make_a_group_of_links() -> None:
    linked = replace(STRIP, plots=(replace(STRIP.plots[0], href="#a&b"),))
    assert len(list(named(plot_bars(linked, PALETTE), role="group").iter(f"{NAMESPACE}a"))) == 1


def test_no_plots_make_an_empty_strip() -> None:
    assert words(named(plot_bars(replace(STRIP, plots=()), PALETTE))) == []


@given(st.lists(st.floats(1, 2000), min_size=1, max_size=40))
def test_words_stay_in_their_blocks_and_blocks_in_the_strip(areas: list[float]) -> None:
    plots = tuple(Plot(f"JH-{i:02}", area, f"{area:.0f} mu") for i, area in enumerate(areas))
    root = named(plot_bars(replace(STRIP, plots=plots), PALETTE))
    for group in root.iter(f"{NAMESPACE}g"):
        ground = next(group.iter(f"{NAMESPACE}rect"))
        start = float(ground.get("x", "0"))
        end = start + float(ground.get("width", "0"))
        assert end <= 720 + len(plots)
        for node in texts(group):
            size = float(node.get("font-size", "0"))
            assert size >= 12
            wide = text_width(node.text or "", size, bold=node.get("font-weight") == "bold")
            assert float(node.get("x", "0")) + wide <= end + 0.1
