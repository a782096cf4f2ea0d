"""What a row of the catalogue tells of its project, on any screen."""

import pytest
from playwright.sync_api import Page

from tests.site.catalogue import CODES
from tests.site.website import Website, find


@pytest.mark.parametrize(("folder", "name"), [("", "进展"), ("en/", "Stage")])
@pytest.mark.parametrize("width", [375, 768, 1080, 1440])
def test_every_row_says_how_far_its_project_is(
    page: Page, address: str, folder: str, name: str, width: int
) -> None:
    """The stage and its name are seen on any screen, within the row."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{folder}projects/")
    rows = page.locator("#rows .row")
    assert len(CODES) == rows.count()
    for row in rows.all():
        stage, whole = row.locator(".row__stage"), row.bounding_box()
        assert stage.is_visible()
        assert name in stage.inner_text().split("\n") + stage.inner_text().split(" ")
        box = stage.bounding_box()
        assert box["x"] + box["width"] <= whole["x"] + whole["width"] + 1
        assert box["y"] + box["height"] <= whole["y"] + whole["height"]


def test_all_sums_of_the_catalogue_are_in_one_unit(website: Website) -> None:
    """One column, one unit: nobody takes 6500万元 for more than 3.2亿元."""
    for path, unit in (("projects/", "亿元"), ("en/projects/", "million")):
        numbers = find(website.pages[path], ".row__figure:nth-child(3) .row__number")
        assert len(CODES) == len(numbers)
        assert {unit} == {"".join(find(n, "small")[-1].itertext()).strip() for n in numbers}
