"""The chain map on the screen: light, filters, links, zoom, and its cards on a phone."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from tests.site.website import Website, find, records

CHAINS = {slug: record for slug, record in records("industries").items() if record.get("segments")}
MANGANESE = "industries/manganese-materials/"
SULPHATE = "high-purity-sulphate"
PAGES = [f"{folder}industries/{slug}/" for folder in ("", "en/") for slug in CHAINS]
WIDTHS = (375, 768, 1440)


def segments(slug: str) -> dict[str, Mapping]:
    """Return the segments of a chain as their author wrote them, by id."""
    return {segment["id"]: segment for segment in CHAINS[slug]["segments"]}


def neighbours(slug: str, segment: str) -> set[str]:
    """Return a segment, what supplies it, and what it supplies."""
    links = [(a, s["to"]) for a, found in segments(slug).items() for s in found.get("supplies", ())]
    return {segment} | {b for a, b in links if a == segment} | {a for a, b in links if b == segment}


def ids(cards: Locator) -> set[str]:
    """Return the segments that cards stand for."""
    return {card.get_attribute("data-segment") for card in cards.all()}


def dimmed(page: Page) -> set[str]:
    """Return the segments that stand back on the map, once it has come to rest."""
    page.wait_for_timeout(250)
    return set(
        page.evaluate(
            "[...document.querySelectorAll('.chain-map [data-segment]')]"
            ".filter(c => getComputedStyle(c).opacity < .5).map(c => c.dataset.segment)"
        )
    )


def window_of(browser: Browser, width: int, **more: object) -> Page:
    """Return a tab in a window of its own."""
    return browser.new_context(viewport={"width": width, "height": 900}, **more).new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Yield a tab of a phone."""
    page = window_of(browser, 375, has_touch=True)
    yield page
    page.context.close()


def card_on_map(page: Page, segment: str) -> Locator:
    """Return the card of a segment on the map."""
    return page.locator(f".chain-map [data-segment='{segment}']")


@pytest.mark.parametrize("slug", CHAINS)
def test_the_pointer_lights_up_what_a_segment_needs_and_feeds(
    page: Page, address: str, slug: str
) -> None:
    """On every card of every chain all but its neighbours stand back, and again none."""
    page.goto(f"{address}industries/{slug}/")
    every = set(segments(slug))
    assert every == ids(page.locator(".chain-map [data-segment]"))
    for segment in every:
        card_on_map(page, segment).locator("text").first.hover()
        assert (segment, every - neighbours(slug, segment)) == (segment, dimmed(page))
    page.mouse.move(2, 2)
    assert dimmed(page) == set()


@pytest.mark.parametrize(("folder", "language"), [("", "zh"), ("en/", "en")])
def test_a_line_says_it_in_words(page: Page, address: str, folder: str, language: str) -> None:
    """The line under the map names the goods and segments on both sides, for all to hear."""
    page.goto(f"{address}{folder}{MANGANESE}")
    says = page.locator(".chain-view__says")
    assert says.get_attribute("aria-live") == "polite"
    hint = says.inner_text()
    chain = segments("manganese-materials")
    card_on_map(page, SULPHATE).locator("text").first.hover()
    words = says.inner_text()
    assert chain[SULPHATE]["title"][language] in words
    for other, segment in chain.items():
        for supply in segment.get("supplies", ()):
            if SULPHATE in (other, supply["to"]):
                far = chain[supply["to"] if other == SULPHATE else other]["title"][language]
                assert supply["goods"][language] in words
                assert far in words
    page.mouse.move(2, 2)
    assert hint == says.inner_text()


def test_the_line_never_comes_between_pointer_and_card(page: Page, address: str) -> None:
    """A card at the very bottom of the window stays lit under the pointer and can be clicked."""
    page.goto(address + MANGANESE)
    top = card_on_map(page, SULPHATE).bounding_box()
    page.evaluate(f"scrollTo({{top: {top['y']} - innerHeight + 30, behavior: 'instant'}})")
    page.mouse.move(top["x"] + 100, 880)
    page.mouse.move(top["x"] + 104, 882)
    page.wait_for_timeout(250)
    assert SULPHATE in ids(page.locator(".chain-map .is-self"))
    page.mouse.click(top["x"] + 104, 882)
    page.wait_for_url(f"**#seg-{SULPHATE}")


def test_the_keyboard_lights_up_as_the_pointer_does(page: Page, address: str) -> None:
    """Tab goes from card to card; the one in focus lights up its neighbours."""
    page.goto(address + MANGANESE)
    page.locator(".chain-map").focus()
    seen = []
    for _ in segments("manganese-materials"):
        page.keyboard.press("Tab")
        segment = page.evaluate(
            "document.activeElement.closest('.chain-map [data-segment]').dataset.segment"
        )
        seen.append(segment)
        lit = ids(page.locator(".chain-map .is-near"))
        assert neighbours("manganese-materials", segment) == lit
    assert sorted(seen) == sorted(segments("manganese-materials"))
    page.keyboard.press("Tab")
    assert page.locator(".chain-map.is-lit").count() == 0


@pytest.mark.parametrize("slug", CHAINS)
def test_filters_leave_what_they_count(page: Page, address: str, slug: str) -> None:
    """Each filter leaves as many cards as stand on it, and the map dims the rest."""
    page.goto(f"{address}en/industries/{slug}/")
    chain = segments(slug)
    gaps = {segment for segment, found in chain.items() if found["strength"] != "strong"}
    roles = Counter(found["role"] for found in chain.values())
    buttons = page.locator("[data-filter]")
    shown = {b.get_attribute("data-role") for b in page.locator("[data-filter=role]").all()}
    assert set(roles) == shown
    for button in buttons.all():
        count = int(button.locator(".chain-bar__count").inner_text())
        button.click()
        left = ids(page.locator(".chain-item:visible"))
        kind, role = button.get_attribute("data-filter"), button.get_attribute("data-role")
        assert count == len(left)
        assert set(chain) - left == dimmed(page)
        if kind == "gap":
            assert gaps == left
        if kind == "role":
            assert (role, roles[role]) == (role, count)
        assert str(count) == page.locator("[data-shown]").inner_text()
        button.click()
    assert set(chain) == ids(page.locator(".chain-item:visible"))


def test_filters_narrow_each_other(page: Page, address: str) -> None:
    """Two roles add up, a gap narrows them, and nothing left is said and can be undone."""
    page.goto(f"{address}en/{MANGANESE}")
    chain = segments("manganese-materials")
    page.click("[data-role=material][data-filter]")
    page.click("[data-role=product][data-filter]")
    either = {s for s, found in chain.items() if found["role"] in ("material", "product")}
    assert either == ids(page.locator(".chain-item:visible"))
    page.click("[data-filter=gap]")
    gaps = {s for s in either if chain[s]["strength"] != "strong"}
    assert gaps == ids(page.locator(".chain-item:visible"))
    assert gaps < either
    page.click("[data-clear]")
    assert set(chain) == ids(page.locator(".chain-item:visible"))
    assert page.locator("[aria-pressed=true]").count() == 0
    # A chain without a project leaves nothing.
    page.evaluate("document.querySelectorAll('.chain-item').forEach(c => c.dataset.projects = '0')")
    page.click("[data-filter=project]")
    assert page.locator(".chain-view__none").inner_text() != ""
    page.keyboard.press("Escape")
    assert set(chain) == ids(page.locator(".chain-item:visible"))
    assert page.locator(".chain-view__none").inner_text() == ""


def in_view(page: Page, selector: str) -> bool:
    """Whether an element lies within the window, at least its top."""
    page.wait_for_timeout(700)
    return page.evaluate(
        "s => { const b = document.querySelector(s).getBoundingClientRect();"
        " return b.top >= -1 && b.top < innerHeight && b.height > 0 }",
        selector,
    )


def test_a_link_leads_to_its_segment(page: Page, address: str) -> None:
    """An address with a segment shows its card and lights it up on the map; Escape clears."""
    page.goto(f"{address}{MANGANESE}#seg-{SULPHATE}")
    assert in_view(page, f"#seg-{SULPHATE}")
    assert ids(page.locator(".is-pinned")) == {SULPHATE}
    assert page.locator(".is-pinned").count() == 2
    every = set(segments("manganese-materials"))
    assert every - neighbours("manganese-materials", SULPHATE) == dimmed(page)
    page.keyboard.press("Escape")
    assert page.locator(".is-pinned").count() == 0
    assert dimmed(page) == set()
    page.wait_for_url(address + MANGANESE)


def test_map_and_cards_lead_to_each_other(page: Page, address: str) -> None:
    """A card on the map opens the card in the list, which leads back to the map."""
    page.goto(address + MANGANESE)
    card_on_map(page, SULPHATE).locator("text").first.click()
    page.wait_for_url(f"**#seg-{SULPHATE}")
    assert in_view(page, f"#seg-{SULPHATE}")
    page.click("#seg-cathode-material [data-show]")
    page.wait_for_url("**#seg-cathode-material")
    assert in_view(page, ".chain-map [data-segment='cathode-material']")
    assert ids(page.locator(".is-pinned")) == {"cathode-material"}


def test_a_link_to_a_filtered_segment_brings_it_back(page: Page, address: str) -> None:
    """What a link leads to is never hidden by a filter."""
    page.goto(address + MANGANESE)
    page.click("[data-filter=gap]")
    strong = next(
        s for s, f in segments("manganese-materials").items() if f["strength"] == "strong"
    )
    assert not page.locator(f"#seg-{strong}").is_visible()
    page.evaluate(f"location.hash = 'seg-{strong}'")
    page.wait_for_selector(f"#seg-{strong}.is-pinned")
    assert in_view(page, f"#seg-{strong}")


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
    """With a segment lit and a filter set axe finds nothing, on three screens."""
    for width in WIDTHS:
        page = window_of(browser, width)
        page.goto(address + path)
        page.click("[data-filter=gap]")
        if page.locator(".chain-map").is_visible():
            page.click("[data-zoom=in]")
        found = Axe().run(page).response["violations"]
        page.context.close()
        assert (width, []) == (
            width,
            [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]],
        )


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
