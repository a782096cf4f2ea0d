"""Keeping a project, a gap, a park or a plot where it is read, and finding it on the shortlist."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.finding import Finding
from tests.site.website import KINDS, Website, find

PAGES = {
    "project": "projects/battery-manganese-sulphate/",
    "gap": "industries/manganese-materials/cathode-material/",
    "park": "parks/jinhe/",
}
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); }
});"""


def press(page: Page) -> str:
    """Keep what the page is about; return its heading."""
    page.click(".keep .keep__button")
    return page.inner_text("h1")


def names(page: Page) -> list[str]:
    """Return what stands on the shortlist that is open."""
    return page.locator(".kept__title").all_inner_texts()


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_is_read_can_be_kept(page: Page, address: str, language: str) -> None:
    """On each kind of page the button keeps the record; the link counts and leads to the list."""
    kept = []
    for number, path in enumerate(PAGES.values(), start=1):
        page.goto(f"{address}{language}{path}")
        kept.append(press(page))
        expect(page.locator(".keep__count")).to_have_text(str(number))
        expect(page.locator(".keep .keep__button")).to_have_attribute("aria-pressed", "true")
    page.click(".keep__list")
    page.wait_for_url("**/find/**")
    assert kept == names(page)
    expect(page.locator("#shortlist h2")).to_be_focused()
    expect(page.locator("#shortlist")).to_be_in_viewport()


def test_what_is_kept_can_be_let_go(page: Page, address: str) -> None:
    """Pressed again, by keyboard, the button takes the record off; an empty list has no link."""
    page.goto(address + "en/" + PAGES["project"])
    button = page.locator(".keep .keep__button")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("On the shortlist")
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    expect(button).to_have_text("Add to shortlist")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".keep__list")).to_be_hidden()


def test_a_plot_is_kept_from_the_plan(page: Page, address: str) -> None:
    """The card of a plot that can be had has a button; that of a reserved one has none."""
    page.goto(address + "en/parks/jinhe/#plot-jh-01")
    page.click(".plan__card[data-plot='jh-01'] .keep__button")
    expect(page.locator(".keep__count")).to_have_text("1")
    assert 0 == page.locator(".plan__card[data-plot='jh-08'] .keep__button").count()
    page.click(".keep__list")
    page.wait_for_url("**/find/**")
    assert ["Jinhe Industrial Park, plot JH-01"] == names(page)


def test_going_back_shows_what_was_let_go(page: Page, address: str) -> None:
    """Whoever removes a record from the list and goes back can keep it again."""
    page.goto(address + PAGES["gap"])
    press(page)
    page.click(".keep__list")
    page.click(".kept [data-keep]")
    page.go_back()
    expect(page.locator(".keep .keep__button")).to_have_attribute("aria-pressed", "false")


def test_a_full_list_says_so(page: Page, address: str) -> None:
    """One record more than a list holds is refused with a word."""
    finding = Finding(page, address).open()
    ids = [item["id"] for item in finding.page.evaluate("zhaoshangFind.items")]
    page.goto(address + "en/" + PAGES["project"])
    own = page.get_attribute(".keep .keep__button", "data-keep")
    page.evaluate("ids => zhaoshangShortlist.write(ids)", [i for i in ids if i != own][:40])
    press(page)
    expect(page.locator(".keep__said")).to_have_text(
        "A shortlist holds 40 items; remove one first."
    )
    expect(page.locator(".keep .keep__button")).to_have_attribute("aria-pressed", "false")


def test_a_browser_that_keeps_nothing_takes_the_list_along(page: Page, address: str) -> None:
    """Without storage the link carries the list, and the list then stays in the address."""
    page.add_init_script(NO_STORAGE)
    page.goto(address + "en/" + PAGES["park"])
    title = press(page)
    assert "keeps no lists" in page.inner_text(".keep__said")
    page.click(".keep__list")
    page.wait_for_url("**/find/#ids=*")
    assert [title] == names(page)
    Finding(page, address).point("logistics").press("keep", "project")
    page.reload()
    assert 2 == len(names(page))
    expect(page.locator(".shortlist__received")).to_be_hidden()


def test_from_a_folder_the_link_carries_the_list(page: Page, website: Website) -> None:
    """Where browsers give each file a storage of its own, the list still arrives."""
    page.goto((website.folder / "en" / PAGES["project"] / "index.html").as_uri())
    title = press(page)
    page.click(".keep__list")
    page.wait_for_url("**/en/find/index.html*")
    assert [title] == names(page)


@pytest.mark.parametrize("kind", PAGES)
def test_without_a_script_there_is_nothing_to_press(
    browser: Browser, address: str, kind: str
) -> None:
    """A button that could do nothing is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGES[kind])
    assert 0 == page.locator(".keep:visible, .keep__button:visible").count()
    context.close()


def test_only_what_find_my_place_leads_to_can_be_kept(website: Website) -> None:
    """Other kinds of pages have no button."""
    with_button = {
        kind for kind, path in KINDS.items() if find(website.pages[path], ".keep__button")
    }
    assert set(PAGES) == with_button


@pytest.mark.parametrize("width", [375, 768, 1440])
@pytest.mark.parametrize("path", [*PAGES.values(), *(f"en/{path}" for path in PAGES.values())])
def test_a_page_with_something_kept_serves_everyone(
    page: Page, address: str, path: str, width: int
) -> None:
    """With a record kept there is no axe violation, and nothing runs over."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    press(page)
    assert 0 == page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")
    found = Axe().run(page).response["violations"]
    assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]
