"""Figures are compared whole only where a first look leaves a doubt."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.translation.parity import compared_figures
from site_builder.quantities.first_look import states_the_same
from tests.checks.translation.pairs import AGREE, DIFFER, ONE_SIDED

CHINESE = (
    *[
        "3",
        "2026",
        "18",
        "1,200",
        "0.5",
        "３",
        "亿",
        "万",
        "元",
        "亩",
        "吨",
        "年",
        "月",
        "日",
        "度",
    ],
    *[
        "个月",
        "个半",
        "半",
        "倍",
        "第",
        "每亩",
        "/吨",
        "/千克",
        "每",
        "kV",
        "DN",
        "-",
        "至",
        "，",
        " ",
    ],
)
ENGLISH = (
    *["3", "2026", "18", "1,200", "0.5", "million", "RMB", "yuan", "mu", "ha", "t", "kg", "year"],
    *["kilowatt", "kilowatt-hours", "hours", "USD", "US", "dollars", "fen", "m³", "/MWh"],
    *["months", "March", "May,", "a", "per", "/kg", "/t", "-", "to", "(", "DN", "kV", "%", "times"],
)


def _texts(pieces: tuple[str, ...], glue: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=9).map(glue.join)


@given(_texts(CHINESE, ""), _texts(ENGLISH, " ") | _texts(ENGLISH, ""))
def test_the_first_look_passes_only_what_agrees(zh: str, en: str) -> None:
    """A pair that is passed would have had no finding."""
    assert [] == (compared_figures(zh, en) if states_the_same(zh, en) else [])


@pytest.mark.parametrize(
    ("zh", "en", "slip"), [pair for pair in DIFFER if re.search("[0-9]", pair[2])]
)
def test_a_slip_is_never_passed(zh: str, en: str, slip: str) -> None:
    """Figures that differ are not taken for the same."""
    assert (False, True) == (states_the_same(zh, en), slip in en)


@pytest.mark.parametrize(("zh", "en", "_zh", "_en"), ONE_SIDED)
def test_a_figure_left_out_is_never_passed(zh: str, en: str, _zh: str, _en: str) -> None:
    """Nor is a figure that only one text has."""
    assert not states_the_same(zh, en)


def test_most_that_agrees_is_passed() -> None:
    """What is plainly the same needs no second look, in whatever order it stands."""
    passed = [zh for zh, en in AGREE if states_the_same(zh, en)]
    assert len(passed) * 2 > len(AGREE)
    assert states_the_same("2026年3月，120亩", "120 mu (8 ha), March 2026")


@pytest.mark.parametrize(("hectares", "passed"), [("33.3", True), ("33", True), ("33.4", False)])
def test_hectares_behind_mu_may_be_rounded(hectares: str, passed: bool) -> None:
    """500 mu are 33.33 ha: rounded to the digits that stand there, and no others."""
    assert passed == states_the_same("用地500亩", f"500 mu ({hectares} ha) of land")
