"""The chain map on the screen: light, filters, links."""

from collections import Counter

import pytest
from playwright.sync_api import Page

from tests.site.chains import (
    CHAINS,
    MANGANESE,
    SULPHATE,
    card_on_map,
    dimmed,
    ids,
    in_view,
    neighbours,
    segments,
)


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
