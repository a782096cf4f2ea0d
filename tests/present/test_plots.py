"""The plots of a park on paper: what all of them share is said once, what differs in each row."""

from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.present.views import PlotsView
from tests.brochure.conftest import THEME
from tests.county_copy import COUNTY, CountyCopy

PARK = "parks/hexi.yml"
FIRST = "    use: industrial-2\n    status: available\n    price: 9.6万元/亩\n    standard: yes\n"


def said(root: Path, first: str) -> PlotsView:
    """Return how the park tells its two plots, the first of them as it is written here."""
    county = CountyCopy.of(COUNTY, root / "county")
    county.edit(PARK, FIRST, first)
    (park,) = prepare(county.root, THEME).counties["en"].parks
    return park.plots_said


def test_what_all_plots_share_is_said_once(tmp_path: Path) -> None:
    found = said(tmp_path, FIRST)
    alike = {name: value.replace("\xa0", " ") for name, value in found.alike}
    assert alike == {"Planned use": "Industrial class 2", "Starting price": "RMB 96,000/mu"}
    assert found.columns == ()
    assert found.standard == "Standard plot"


@pytest.mark.parametrize(
    ("written", "other", "column"),
    [
        ("9.6万元/亩", "11万元/亩", "price"),
        ("industrial-2", "industrial-1", "use"),
        ("standard: yes", "standard: yes\n    plot_ratio: 0.8", "plot_ratio"),
    ],
)
def test_what_differs_has_a_column(tmp_path: Path, written: str, other: str, column: str) -> None:
    assert said(tmp_path, FIRST.replace(written, other)).columns == (column,)


def test_no_mark_is_explained_where_no_plot_has_it(tmp_path: Path) -> None:
    assert said(tmp_path, FIRST.replace("    standard: yes\n", "")).standard == ""
