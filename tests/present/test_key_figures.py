"""The figures that stand large over projects and parks, and the words under them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.present.county_view import CountyView
from tests.county_copy import COUNTY

THEME = Path(__file__).parents[2] / "theme"


@pytest.fixture(scope="module")
def counties() -> Mapping[str, CountyView]:
    """Return the tiny county in both languages."""
    return prepare(COUNTY, THEME).counties


@pytest.mark.parametrize(
    ("language", "first", "note"),
    [("zh", "独资", "也可合资"), ("en", "Wholly owned", "also joint venture")],
)
def test_other_modes_of_cooperation_are_open_as_well(
    counties: Mapping[str, CountyView], language: str, first: str, note: str
) -> None:
    """The first mode stands large; the others do not contradict it."""
    figures = counties[language].projects[0].figures
    assert (first, note) == (figures[-1].value.number, figures[-1].note)


@pytest.mark.parametrize(("language", "label"), [("zh", "距白溪北站"), ("en", "to Baixi North")])
def test_a_distance_says_whereto(
    counties: Mapping[str, CountyView], language: str, label: str
) -> None:
    """A bare place under a number could be anything."""
    assert label in [figure.label for figure in counties[language].parks[0].figures]
