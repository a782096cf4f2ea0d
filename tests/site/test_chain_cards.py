"""The chain as cards: on a phone, without a script, in a folder, for everyone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.chains import (
    CHAINS,
    MANGANESE,
    PAGES,
    SULPHATE,
    WIDTHS,
    ids,
    in_view,
    segments,
    window_of,
)
from tests.site.website import Website, find


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Yield a tab of a phone."""
    page = window_of(browser, 375, has_touch=True)
    yield page
    page.context.close()


def test_a_sum_is_written_as_its_author_wrote_it(page: Page, address: str) -> None:
    """A card says 约1亿元, not 约10000万元: its sums stand in no column."""
    page.goto(f"{address}{MANGANESE}")
    for segment, found in segments("manganese-materials").items():
        words = page.locator(f"#seg-{segment} .chain-item__bought").all_inner_texts()
        sums = [bought["value"] for bought in found.get("purchases", ()) if "value" in bought]
        assert [] == [text for text in sums if text not in "".join(words)]


def test_on_a_phone_the_cards_are_the_map(phone: Page, address: str) -> None:
    """No shrunken picture: a card for each segment, with filters and links to jump along."""
    phone.goto(f"{address}en/{MANGANESE}")
    chain = segments("manganese-materials")
    assert not phone.locator(".chain-map").is_visible()
    assert ids(phone.locator(".chain-item:visible")) == set(chain)
    for segment, found in chain.items():
        card = phone.locator(f"#seg-{segment}")
        words = card.inner_text()
        wanted = [found["title"]["en"], *(firm["name"]["en"] for firm in found.get("firms", ()))]
        wanted += [purchase["goods"]["en"] for purchase in found.get("purchases", ())]
        assert [] == [text for text in wanted if text not in words]
        to = {a.get_attribute("href") for a in card.locator("[data-flow=out] a").all()}
        assert {f"#seg-{supply['to']}" for supply in found.get("supplies", ())} == to
    link = phone.locator(f"#seg-{SULPHATE} [data-flow=out] a").first
    target = link.get_attribute("href")
    link.tap()
    assert in_view(phone, target)
    assert ids(phone.locator(".chain-item.is-pinned")) == {target.removeprefix("#seg-")}
    phone.click("[data-filter=gap]")
    gaps = {s for s, found in chain.items() if found["strength"] != "strong"}
    assert ids(phone.locator(".chain-item:visible")) == gaps


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [375, 768])
def test_on_a_narrow_screen_cards_follow_the_filters(
    browser: Browser, address: str, path: str, width: int
) -> None:
    """Between filters and first stage there is nothing to read, and the downloads come last."""
    page = window_of(browser, width)
    page.goto(address + path)
    bar = page.locator(".chain-bar").bounding_box()
    stage = page.locator(".chain-stage__title").first.bounding_box()
    assert 0 < stage["y"] - bar["y"] - bar["height"] <= 40
    assert page.locator(".chain__files:visible").count() == 1
    last = page.locator(".chain-item").last.bounding_box()
    assert page.locator(".chain__files:visible").bounding_box()["y"] > last["y"]
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_has_room_for_every_finger(phone: Page, address: str, path: str) -> None:
    """What can be pressed in the chain is at least 44 pixels high, and nothing is cut off."""
    phone.goto(address + path)
    small = phone.evaluate(
        "[...document.querySelectorAll('.chain a, .chain button, .chain-list a, .chain-list"
        " summary')].filter(e => e.checkVisibility() && !e.closest('svg'))"
        ".filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"
    )
    assert small == []
    over = phone.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0


@pytest.mark.parametrize("width", [375, 1440])
def test_without_javascript_everything_is_there(browser: Browser, address: str, width: int) -> None:
    """Without JavaScript map or cards can be read and followed, and no dead button is shown."""
    page = window_of(browser, width, java_script_enabled=False)
    page.goto(f"{address}{MANGANESE}#seg-{SULPHATE}")
    assert page.locator(".chain-map").is_visible() == (width > 1000)
    assert page.locator(".chain-item:visible").count() == len(segments("manganese-materials"))
    assert page.locator(".chain button:visible").count() == 0
    # Which card the address means is seen, though no script could mark it.
    styles = [
        page.locator(f"#seg-{s}").evaluate("e => getComputedStyle(e).outlineStyle")
        for s in segments("manganese-materials")
    ]
    assert styles.count("solid") == 1
    link = page.locator(f"#seg-{SULPHATE} [data-flow=out] a").first
    target = link.get_attribute("href")
    link.click()
    page.wait_for_url(f"**{target}")
    page.context.close()


def test_nothing_moves_for_those_who_want_rest(browser: Browser, address: str) -> None:
    """Where motion is unwanted the map changes at once and the page jumps."""
    page = window_of(browser, 1440, reduced_motion="reduce")
    page.goto(address + MANGANESE)
    times = page.evaluate(
        "[...document.querySelectorAll('.chain-map [data-segment], .chain-map [data-from]')]"
        ".map(e => getComputedStyle(e).transitionDuration)"
    )
    assert set(times) == {"0s"}
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.context.close()


def test_a_map_works_from_a_folder(page: Page, website: Website) -> None:
    """From file:// the map lights up, filters, zooms, and leads to a card and on to a page."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((website.folder / "en" / MANGANESE / "index.html").as_uri() + f"#seg-{SULPHATE}")
    assert ids(page.locator(".is-pinned")) == {SULPHATE}
    page.keyboard.press("Escape")
    assert page.locator(".is-pinned").count() == 0
    page.click("[data-filter=gap]")
    page.click("[data-zoom=in]")
    page.click(f"#seg-{SULPHATE} .chain-item__gap a")
    page.wait_for_url(f"**/{SULPHATE}/index.html")
    assert errors == []


@pytest.mark.parametrize("path", PAGES)
def test_a_chain_serves_everyone(browser: Browser, address: str, path: str) -> None:
    """With filters set, and with a segment lit, axe finds nothing, on three screens."""
    for width in WIDTHS:
        page = window_of(browser, width)
        page.goto(address + path)
        page.click("[data-filter=gap]")
        page.click("[data-role][data-filter]")
        if page.locator(".chain-map").is_visible():
            page.click("[data-zoom=in]")
        assert (width, "filtered", []) == (width, "filtered", violations(page))
        page.click("[data-filter=gap]")
        page.click("[data-role][data-filter]")
        first = page.locator(".chain-item").first.get_attribute("data-segment")
        page.evaluate(f"location.hash = 'seg-{first}'")
        page.wait_for_selector(f"#seg-{first}.is-pinned")
        if page.locator(".chain-map").is_visible():
            page.wait_for_selector(".chain-map.is-lit")
            page.wait_for_timeout(250)
        assert (width, "lit", []) == (width, "lit", violations(page))
        page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_full_screen_shows_the_whole_map(browser: Browser, address: str, path: str) -> None:
    """The map fills the screen whole, can be left again, and axe finds nothing meanwhile."""
    page = window_of(browser, 1440)
    page.goto(address + path)
    button = page.locator("[data-zoom=full]")
    word, before = button.inner_text(), page.locator(".chain-map > svg").bounding_box()
    button.click()
    page.wait_for_function("document.fullscreenElement !== null")
    page.wait_for_timeout(250)
    assert button.inner_text() not in ("", word)
    seen = page.locator(".chain-map > svg").bounding_box()
    size = page.viewport_size
    assert (seen["x"] >= 0, seen["y"] >= 0) == (True, True)
    assert seen["x"] + seen["width"] <= size["width"] + 1
    assert seen["y"] + seen["height"] <= size["height"] + 1
    assert violations(page) == []
    page.click("[data-filter=gap]")
    segment = page.locator(".chain-map [data-segment]:not(.is-away)").first
    segment.locator("text").first.hover()
    page.wait_for_selector(".chain-map.is-lit")
    page.wait_for_timeout(250)
    assert violations(page) == []
    # What can be pressed lies on the screen, and the line beneath the map as well.
    says = page.locator(".chain-view__says").bounding_box()
    assert says["y"] + says["height"] <= size["height"] + 1
    page.click("[data-filter=gap]")
    button.click()
    page.wait_for_function("document.fullscreenElement === null")
    page.wait_for_timeout(250)
    assert button.inner_text() == word
    after = page.locator(".chain-map > svg").bounding_box()
    assert (after["width"], after["height"]) == (before["width"], before["height"])
    page.context.close()


def test_in_full_screen_a_card_leads_to_its_text(browser: Browser, address: str) -> None:
    """A press on a card leaves the full screen, as its text stands on the page behind."""
    page = window_of(browser, 1440)
    page.goto(address + MANGANESE)
    page.click("[data-zoom=full]")
    page.wait_for_function("document.fullscreenElement !== null")
    page.locator(f".chain-map [data-segment='{SULPHATE}'] text").first.click()
    page.wait_for_function("document.fullscreenElement === null")
    page.wait_for_url(f"**#seg-{SULPHATE}")
    assert in_view(page, f"#seg-{SULPHATE}")
    page.context.close()


def test_each_chain_can_be_taken_along(website: Website) -> None:
    """Every file that a page offers for slides lies beside it."""
    for path in PAGES:
        links = find(website.pages[path], ".chain__files a[download]")
        assert links
        for link in links:
            assert (website.folder / path / link.get("href")).stat().st_size > 1000


def test_strips_show_stages_and_lead_to_segments(page: Page, address: str) -> None:
    """On the home page each chain stands stage by stage, and a segment opens its card."""
    page.goto(address)
    for slug, row in zip(
        sorted(CHAINS, key=lambda s: int(CHAINS[s].get("order", 100))),
        page.locator(".chain-row").all(),
        strict=True,
    ):
        chain = segments(slug)
        stages = {found["stage"] for found in chain.values()}
        assert (slug, len(stages)) == (slug, row.locator(".stages__stage").count())
        assert len(chain) == row.locator(".strip__segment").count()
    page.locator(f"a[href$='#seg-{SULPHATE}']").first.click()
    page.wait_for_selector(f"#seg-{SULPHATE}.is-pinned")
