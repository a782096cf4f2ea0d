"""The page of the question without JavaScript: everything is listed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.website import Website, find, only, records, resolved, words


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """Yield a tab of a phone without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("folder", ["", "en/"])
def test_without_javascript_everything_is_listed(
    plain: Page, address: str, website: Website, folder: str
) -> None:
    """Without JavaScript every industry, segment, project, park and policy is a link to follow."""
    path = f"{folder}find/"
    plain.goto(address + path)
    assert not plain.locator("#ask, #shortlist, #compare, #tray").first.is_visible()
    assert plain.locator("#no-script").is_visible()
    page = website.pages[path]
    there = {resolved(path, a.get("href").split("#")[0]) for a in find(page, "#all a")}
    wanted = {
        f"{folder}{kind}/{slug}/"
        for kind in ("industries", "projects", "parks", "policies")
        for slug in records(kind)
    }
    assert wanted <= there
    language = "en" if folder else "zh"
    listed = words(only(page, "#all"))
    for industry in records("industries").values():
        for segment in industry.get("segments", []):
            assert segment["title"][language] in listed
