"""Amounts that stand under each other in a table are read in one unit."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.content.model import Figure
from site_builder.content.park import Wage
from site_builder.content.project_money import Investment
from site_builder.present.county_view import CountyView
from site_builder.present.project import listing_voice
from site_builder.present.voice import Voice

THEME = Path(__file__).parents[2] / "theme"
NAME = {"zh": "设备", "en": "Equipment"}


@pytest.fixture(scope="module")
def counties() -> Mapping[str, CountyView]:
    """Return the sample county in both languages."""
    return prepare(THEME.parent, THEME).counties


def investment(voice: Voice) -> list[str]:
    """Return the sums of an investment in the order of its table."""
    model = Investment.model_validate(
        {
            "total": "3.2亿元",
            "fixed_assets": "26380万元",
            "working_capital": "5620万元",
            "items": [{"name": NAME, "cost": "1.8亿元"}, {"name": NAME, "cost": "8380万元"}],
            "basis_year": "2026",
            "margin": "30%",
        }
    )
    shown = voice.show(model)
    items = [item.cost.short for item in shown.items]
    return [shown.total.short, shown.fixed_assets.short, shown.working_capital.short, *items]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["32000万元", "26380万元", "5620万元", "18000万元", "8380万元"]),
        ("en", [f"RMB {n} million" for n in ("320", "263.8", "56.2", "180", "83.8")]),
    ],
)
def test_an_account_is_kept_in_one_unit(
    counties: Mapping[str, CountyView], language: str, said: list[str]
) -> None:
    """The sum and its parts, whether they are fields or items."""
    assert said == investment(counties[language].voice)


def test_a_column_is_kept_in_one_unit(counties: Mapping[str, CountyView]) -> None:
    """Wages of 4200元 and 1.2万元 a month."""
    source = {"year": "2026"}
    pays = ("4200元/月", "1.2万元/月")
    wages = tuple(Wage.model_validate({"job": NAME, "pay": pay, **source}) for pay in pays)
    shown = counties["zh"].voice.show(wages)
    assert ["4200元/月", "12000元/月"] == [wage.pay.short for wage in shown]


def test_figures_of_different_things_keep_their_units(counties: Mapping[str, CountyView]) -> None:
    """Output of tea in tons beside that of ore in ten thousand tons."""
    values = ("1.07万吨", "9600吨")
    figures = tuple(
        Figure.model_validate({"label": NAME, "value": value, "year": "2025", "source": NAME})
        for value in values
    )
    shown = counties["zh"].voice.show(figures)
    assert list(values) == [figure.value.short for figure in shown]


def test_projects_are_listed_in_one_unit(counties: Mapping[str, CountyView]) -> None:
    """In catalogue and index 亿元 stands above 亿元; on its own page a project has its own word."""
    zh = counties["zh"]
    assert {"亿元"} == {project.listed[0].value.unit for project in zh.projects}
    assert {"亿元", "万元"} == {project.figures[0].value.unit for project in zh.projects}
    assert zh.voice is listing_voice((), zh.voice)


def test_every_sum_of_a_leaflet_has_the_unit_of_its_total(
    counties: Mapping[str, CountyView],
) -> None:
    """Uses and sources of funds are said as the total under them is; dollars stay dollars."""
    for county in counties.values():
        for project in county.projects:
            unit = project.brief.investment.total.unit
            shares = [share.shown for share in (*project.cost_shares, *project.source_shares)]
            yuan = [shown for shown in shares if "USD" not in shown and "美元" not in shown]
            assert (project.slug, []) == (
                project.slug,
                [shown for shown in yuan if not shown.endswith(unit)],
            )
