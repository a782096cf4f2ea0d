from fractions import Fraction
from pathlib import Path

import pytest

from site_builder.content.project_money import Benefits
from site_builder.present.cash_flow import present_cash_flows
from site_builder.present.voice import Voice
from site_builder.quantities.speaking import Speaker
from site_builder.theme import Theme

THEME = Theme(Path(__file__).parents[2] / "theme")
AFTER = {"basis": "after-tax", "unit": "万元"}
BEFORE = {"basis": "before-tax", "unit": "万元"}
FLOWS = {"2027": "-9800", "2028": "4200", "2029": "6000"}


def voice(language: str) -> Voice:
    return Voice(language, THEME.words(language), Speaker(language, Fraction("7.1")))


def benefits(*cash_flows: dict[str, object]) -> Benefits:
    return Benefits.model_validate({"cash_flows": list(cash_flows)})


@pytest.mark.parametrize(
    ("language", "unit", "cells"),
    [
        ("zh", "万元", [("−9800", "−9800"), ("4200", "−5600"), ("6000", "400")]),
        ("en", "RMB million", [("−98", "−98"), ("42", "−56"), ("60", "4")]),
    ],
)
def test_a_year_has_its_flow_and_the_sum_so_far(
    language: str, unit: str, cells: list[tuple[str, str]]
) -> None:
    """In the unit of the language; the year of recovery is marked."""
    (table,) = present_cash_flows(benefits({**AFTER, "flows": FLOWS}), voice(language))
    assert unit == table.unit
    assert cells == [(cell.flow, cell.sum) for row in table.rows for cell in row.cells]
    assert ["2029"] == [row.year for row in table.rows for cell in row.cells if cell.recovered]


def test_what_is_shown_adds_up() -> None:
    """In English with the two decimals that 万元 leave of a million."""
    flows = {**FLOWS, "2028": "4135"}
    (table,) = present_cash_flows(benefits({**AFTER, "flows": flows}), voice("en"))
    assert [("−98.00", "−98.00"), ("41.35", "−56.65"), ("60.00", "3.35")] == [
        (cell.flow, cell.sum) for row in table.rows for cell in row.cells
    ]


def test_says_whether_the_investment_is_recovered() -> None:
    """Only a table with such a year explains how it is marked."""
    never = {**FLOWS, "2029": "5000"}
    tables = [
        table
        for flows in (FLOWS, never)
        for table in present_cash_flows(benefits({**AFTER, "flows": flows}), voice("zh"))
    ]
    assert [True, False] == [table.recovers for table in tables]


def test_both_bases_stand_side_by_side() -> None:
    """Where they cover the same years in the same unit; else each has its own table."""
    both = benefits({**BEFORE, "flows": FLOWS}, {**AFTER, "flows": FLOWS})
    assert [2] == [len(table.bases) for table in present_cash_flows(both, voice("zh"))]
    longer = {**FLOWS, "2030": "6000"}
    apart = benefits({**BEFORE, "flows": longer}, {**AFTER, "flows": FLOWS})
    assert [1, 1] == [len(table.bases) for table in present_cash_flows(apart, voice("zh"))]


def test_without_cash_flows_there_is_no_table() -> None:
    assert () == present_cash_flows(None, voice("zh"))
    assert () == present_cash_flows(benefits(), voice("zh"))
