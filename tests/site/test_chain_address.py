"""What is chosen on a chain map stands in its address, so that it can be sent as a link."""

import pytest
from playwright.sync_api import Browser, Page

from tests.site.chains import (
    CHAINS,
    MANGANESE,
    SULPHATE,
    WIDTHS,
    dimmed,
    ids,
    in_view,
    neighbours,
    segments,
    window_of,
)
from tests.site.website import Website

CHAIN = segments("manganese-materials")
GAPS = {s for s, found in CHAIN.items() if found["strength"] != "strong"}
MATERIALS = {s for s, found in CHAIN.items() if found["role"] == "material"}


def left(page: Page) -> set[str]:
    """Return the segments whose cards are shown."""
    return ids(page.locator(".chain-item:visible"))


@pytest.mark.parametrize("slug", CHAINS)
def test_every_filter_can_be_sent(page: Page, browser: Browser, address: str, slug: str) -> None:
    """The address after a press shows the same cards to whoever opens it, at every width."""
    page.goto(f"{address}industries/{slug}/")
    windows = {width: window_of(browser, width) for width in WIDTHS}
    for button in page.locator("[data-filter]").all():
        button.click()
        sent, seen = page.url, left(page)
        assert "#show=" in sent
        for width, other in windows.items():
            # Left between two addresses, or only the script of the first would hear of the second.
            other.goto("about:blank")
            other.goto(sent)
            assert (sent, width, seen) == (sent, width, left(other))
            assert in_view(other, "#map")
        button.click()
        assert page.url == f"{address}industries/{slug}/"
    for other in windows.values():
        other.context.close()


def test_filters_and_a_segment_share_an_address(page: Page, address: str) -> None:
    """A segment that is looked at keeps the filters, in the address and on the map."""
    page.goto(f"{address}{MANGANESE}#show=gap,material")
    assert left(page) == GAPS & MATERIALS
    page.click(f"#seg-{SULPHATE} [data-show]")
    page.wait_for_url(f"**#seg-{SULPHATE}&show=gap,material")
    assert left(page) == GAPS & MATERIALS
    page.reload()
    assert left(page) == GAPS & MATERIALS
    assert ids(page.locator(".is-pinned")) == {SULPHATE}
    assert set(CHAIN) - neighbours("manganese-materials", SULPHATE) == dimmed(page)
    assert in_view(page, f"#seg-{SULPHATE}")
    page.keyboard.press("Escape")
    page.wait_for_url("**#show=gap,material")
    page.keyboard.press("Escape")
    page.wait_for_url(address + MANGANESE)
    assert left(page) == set(CHAIN)


def test_a_filter_that_hides_the_segment_lets_go_of_it(page: Page, address: str) -> None:
    """The address never names a segment and a filter that would hide it."""
    strong = next(s for s, f in CHAIN.items() if f["strength"] == "strong")
    page.goto(f"{address}{MANGANESE}#seg-{strong}")
    page.click("[data-filter=gap]")
    assert page.url.endswith("#show=gap")
    assert page.locator(".is-pinned").count() == 0
    # Such an address, made by hand, shows the segment.
    page.goto(f"{address}{MANGANESE}#seg-{strong}&show=gap")
    assert left(page) == set(CHAIN)
    assert ids(page.locator(".is-pinned")) == {strong}


@pytest.mark.parametrize("from_folder", [False, True])
def test_back_and_forward_undo_and_redo(
    page: Page, website: Website, address: str, *, from_folder: bool
) -> None:
    """Each press and each segment is a step of the history, from a folder as well."""
    folder = (website.folder / MANGANESE / "index.html").as_uri()
    page.goto(folder if from_folder else address + MANGANESE)
    page.click("[data-filter=gap]")
    page.click("[data-role=material][data-filter]")
    page.click(f"#seg-{SULPHATE} [data-show]")
    assert page.url.endswith(f"#seg-{SULPHATE}&show=gap,material")
    page.go_back()
    page.wait_for_url("**#show=gap,material")
    assert (left(page), page.locator(".is-pinned").count()) == (GAPS & MATERIALS, 0)
    page.go_back()
    assert left(page) == GAPS
    page.go_back()
    assert left(page) == set(CHAIN)
    assert page.locator("[aria-pressed=true]").count() == 0
    page.go_forward()
    page.go_forward()
    assert left(page) == GAPS & MATERIALS
    page.click("[data-clear]")
    assert "#" not in page.url
    page.go_back()
    assert left(page) == GAPS & MATERIALS


def test_the_lists_of_the_page_leave_the_filters_alone(page: Page, address: str) -> None:
    """A link to another part of the page changes nothing on the map; nonsense shows all."""
    page.goto(f"{address}{MANGANESE}#show=gap")
    page.locator("a[href='#list-gaps']").click()
    page.wait_for_url("**#list-gaps")
    assert left(page) == GAPS
    page.goto(f"{address}{MANGANESE}#show=,,%E0%A4%A,nothing&seg-nowhere&&")
    assert left(page) == set(CHAIN)
    assert page.locator(".is-pinned").count() == 0


@pytest.mark.parametrize("name", ["constructor", "toString", "__proto__", "nothing"])
def test_an_address_that_names_no_segment_breaks_nothing(
    page: Page, address: str, name: str
) -> None:
    """Whatever stands after #seg-, the map still listens to filters and links."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}en/{MANGANESE}#seg-{name}")
    assert page.locator(".chain-item.is-pinned").count() == 0
    page.goto(f"{address}en/{MANGANESE}#seg-{SULPHATE}")
    page.wait_for_selector(".chain-item.is-pinned")
    assert errors == []


@pytest.mark.parametrize("from_folder", [False, True])
def test_what_is_chosen_goes_to_the_other_language(
    page: Page, website: Website, address: str, *, from_folder: bool
) -> None:
    """The link to the other language keeps filters and segment, and forgets them with the page."""
    folder = (website.folder / MANGANESE / "index.html").as_uri()
    page.goto(f"{folder if from_folder else address + MANGANESE}#show=gap")
    page.click("[data-role=material][data-filter]")
    page.click(f"#seg-{SULPHATE} [data-show]")
    page.click(".masthead__language")
    page.wait_for_url(f"**/en/**#seg-{SULPHATE}&show=gap,material")
    assert left(page) == GAPS & MATERIALS
    assert ids(page.locator(".is-pinned")) == {SULPHATE}
    page.keyboard.press("Escape")
    page.click("[data-clear]")
    page.click(".masthead__language")
    page.wait_for_function("document.documentElement.lang.startsWith('zh')")
    assert (left(page), "#" in page.url) == (set(CHAIN), False)
