"""The lists that go with a chain map: read on any screen, no cell over its neighbour."""

import pytest
from playwright.sync_api import Page

from tests.site.chains import MANGANESE, PAGES

OVER = """() => [...document.querySelectorAll("#lists :is(.table, th, td)")]
  .filter(box => box.clientWidth && box.scrollWidth > box.clientWidth)
  .map(box => `${box.scrollWidth} > ${box.clientWidth}: ${box.textContent.trim().slice(0, 40)}`)"""
BROKEN = """() => [...document.querySelectorAll("#lists :is(th, td)")].flatMap(cell => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const word of node.data.matchAll(/[A-Za-z]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (lines.size > 1) broken.push(word[0]);
    }
  }
  return broken;
})"""

LEAST_TYPE = """() => {
  const drawn = document.querySelector(".routes__picture svg");
  const sizes = [...drawn.querySelectorAll("text")].map(e => +e.getAttribute("font-size"));
  const wide = drawn.getBoundingClientRect().width;
  return wide && Math.min(...sizes) * wide / drawn.viewBox.baseVal.width;
}"""
BATTERIES = f"{MANGANESE}battery-recycling/"


@pytest.mark.parametrize("width", [768, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_no_cell_is_narrower_than_its_words(
    page: Page, address: str, path: str, width: int
) -> None:
    """Nothing runs over the cell beside it, nothing is scrolled, no word is broken in two."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    assert page.locator("#lists tbody tr").count()
    assert [] == page.evaluate(OVER)
    assert [] == page.evaluate(BROKEN)


@pytest.mark.parametrize("path", [MANGANESE, f"en/{MANGANESE}", BATTERIES, f"en/{BATTERIES}"])
def test_routes_are_drawn_only_where_their_names_can_be_read(
    page: Page, address: str, path: str
) -> None:
    """Names have 11 pixels or there is no drawing; the list of regions is always there."""
    page.goto(address + path)
    drawn = {}
    for width in (375, 600, 768, 900, 1000, 1199, 1200, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        drawn[width] = page.evaluate(LEAST_TYPE)
        assert page.locator("#list-regions tbody th, .regions__name").first.is_visible()
    assert {} == {width: size for width, size in drawn.items() if size and size < 10.99}
    assert (0, True, True) == (drawn[375], drawn[768] > 0, drawn[1440] > 0)


@pytest.mark.parametrize("path", [MANGANESE, f"en/{MANGANESE}"])
def test_the_regions_stand_beside_their_drawing_on_a_wide_screen(
    page: Page, address: str, path: str
) -> None:
    """The list takes the room to the right of the drawing and begins level with it."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address + path)
    picture = page.locator("#list-regions .routes__picture").bounding_box()
    listed = page.locator("#list-regions .table").bounding_box()
    assert listed["x"] > picture["x"] + picture["width"]
    assert abs(listed["y"] - picture["y"]) <= 8
