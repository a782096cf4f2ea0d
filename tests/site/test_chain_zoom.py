"""A large chain map is moved and enlarged, and never gets in the way of the page."""

import pytest
from playwright.sync_api import Page

from tests.site.chains import MANGANESE


def size(page: Page) -> float:
    """Return how wide the map is drawn."""
    return page.locator(".chain-map > svg").bounding_box()["width"]


def place(page: Page) -> list[float]:
    """Return how far the map is moved, and the page."""
    return page.evaluate(
        "(m => [m.scrollLeft, m.scrollTop, scrollY])(document.querySelector('.chain-map'))"
    )


def test_buttons_and_keys_zoom_and_move(page: Page, address: str) -> None:
    """Plus and minus zoom, arrows move what is zoomed, 0 and the button show all again."""
    page.goto(address + MANGANESE)
    first = size(page)
    page.click("[data-zoom=in]")
    page.click("[data-zoom=in]")
    larger = size(page)
    assert larger == pytest.approx(first * 1.25**2, rel=0.01)
    assert page.locator(".chain-map").bounding_box()["width"] == pytest.approx(first, abs=1)
    page.locator(".chain-map").focus()
    before = place(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    after = place(page)
    assert (after[0] > before[0], after[1] > before[1]) == (True, True)
    page.keyboard.press("-")
    assert first < size(page) < larger
    page.keyboard.press("0")
    assert size(page) <= first + 1
    assert page.locator("[data-zoom=out]").is_disabled()


def test_a_zoomed_map_is_dragged_and_a_drag_opens_nothing(page: Page, address: str) -> None:
    """Dragging moves a zoomed map, and its end is no click on the card beneath."""
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.goto(address + MANGANESE)
    page.locator(".chain-view").scroll_into_view_if_needed()
    for _ in range(3):
        page.click("[data-zoom=in]")
    page.evaluate("document.querySelector('.chain-map').scrollTo(200, 100)")
    box = page.locator(".chain-map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 200
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 30, steps=4)
    page.mouse.up()
    assert place(page)[:2] == [260, 130]
    assert page.url == address + MANGANESE


def test_the_wheel_scrolls_the_page_and_zooms_with_ctrl_only(page: Page, address: str) -> None:
    """Over a zoomed map the wheel still scrolls the page; Ctrl and the wheel zoom the map."""
    page.goto(address + MANGANESE)
    page.click("[data-zoom=in]")
    first = size(page)
    page.evaluate("document.querySelector('.chain-view').scrollIntoView({behavior: 'instant'})")
    box = page.locator(".chain-map").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    left, top, scrolled = place(page)
    page.mouse.wheel(0, 120)
    page.wait_for_function("y => scrollY > y", arg=scrolled)
    assert place(page)[:2] == [left, top]
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    page.wait_for_function(
        "w => document.querySelector('.chain-map > svg').getBoundingClientRect().width > w + 20",
        arg=first,
    )
