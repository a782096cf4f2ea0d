"""The menu leads from anywhere to the page for those who know only what they make."""

import pytest
from playwright.sync_api import Page

from tests.site.website import Website, find, resolved

TOPS = """() => [...document.querySelectorAll(".masthead__list a")].filter(
  link => link.offsetParent).map(link => link.getBoundingClientRect().top)"""


def test_every_page_leads_to_find_my_place(website: Website) -> None:
    """The link stands in the menu of each page, in its own language."""
    without = [
        path
        for path, page in website.pages.items()
        if ("en/find/" if path.startswith("en/") else "find/")
        not in {resolved(path, link.get("href")) for link in find(page, ".masthead__list a")}
    ]
    assert [] == without


@pytest.mark.parametrize("width", [700, 768, 1081, 1240, 1241, 1440])
@pytest.mark.parametrize("path", ["find/", "en/find/"])
def test_the_menu_is_one_line(page: Page, address: str, path: str, width: int) -> None:
    """Beside or below the county's name the entries stand in one line, and nothing runs over."""
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(address + path)
    tops = page.evaluate(TOPS)
    assert len(tops) >= 7
    assert 1 == len(set(tops))
    assert 0 == page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")


def test_on_a_phone_the_menu_has_all_of_it(page: Page, address: str) -> None:
    """What a short line leaves out stands in the menu that opens."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(address + "en/")
    page.click(".masthead__menu")
    assert page.locator(".masthead__item--about a").is_visible()
    assert page.locator(".masthead__item--find a").is_visible()
