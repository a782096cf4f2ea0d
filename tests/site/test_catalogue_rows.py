"""What a row of the catalogue tells of its project, on any screen."""

import pytest
from playwright.sync_api import Page

from tests.site.catalogue import CODES
from tests.site.website import Website, find

STAGES = """rows => rows.map(row => {
  const stages = row.querySelectorAll(".row__stage"), stage = stages[0];
  const box = stage.getBoundingClientRect(), whole = row.getBoundingClientRect();
  return {
    count: stages.length,
    text: stage.innerText,
    seen: stage.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0,
    beyond: box.right - whole.right,
    below: box.bottom - whole.bottom,
  };
})"""
"""What a reader sees of the stage in every row, and how far it reaches out of it, in pixels."""


@pytest.mark.parametrize(("folder", "name"), [("", "进展"), ("en/", "Stage")])
@pytest.mark.parametrize("width", [375, 768, 1080, 1440])
def test_every_row_says_how_far_its_project_is(
    page: Page, address: str, folder: str, name: str, width: int
) -> None:
    """The stage and its name are seen on any screen, within the row."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{folder}projects/")
    rows = page.locator("#rows .row").evaluate_all(STAGES)
    assert len(CODES) == len(rows)
    for row in rows:
        assert row["count"] == 1
        assert row["seen"]
        assert name in row["text"].split("\n") + row["text"].split(" ")
        assert row["beyond"] <= 1
        assert row["below"] <= 0.01


def test_all_sums_of_the_catalogue_are_in_one_unit(website: Website) -> None:
    """One column, one unit: nobody takes 6500万元 for more than 3.2亿元."""
    for path, unit in (("projects/", "亿元"), ("en/projects/", "million")):
        numbers = find(website.pages[path], ".row__figure:nth-child(3) .row__number")
        assert len(CODES) == len(numbers)
        assert {unit} == {"".join(find(n, "small")[-1].itertext()).strip() for n in numbers}
