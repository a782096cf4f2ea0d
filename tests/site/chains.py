"""The chains of the sample county as their pages show them."""

from collections.abc import Mapping

from playwright.sync_api import Browser, Locator, Page

from tests.site.website import records

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
    return set(cards.evaluate_all("cards => cards.map(c => c.getAttribute('data-segment'))"))


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


def card_on_map(page: Page, segment: str) -> Locator:
    """Return the card of a segment on the map."""
    return page.locator(f".chain-map [data-segment='{segment}']")


_IN_VIEW = """async ([selector, longest, still]) => {
  const element = document.querySelector(selector), begun = performance.now();
  const seen = box => box.top >= -1 && box.top < innerHeight && box.height > 0;
  let box = element.getBoundingClientRect(), since = begun;
  while (performance.now() - begun < longest) {
    await new Promise(requestAnimationFrame);
    const now = element.getBoundingClientRect();
    if (now.top !== box.top || !seen(now)) since = performance.now();
    box = now;
    if (performance.now() - since >= still) break;
  }
  return seen(element.getBoundingClientRect());
}"""


def in_view(page: Page, selector: str) -> bool:
    """Whether an element comes to rest within the window, at least its top.

    Pages scroll smoothly: it has 700 ms to come, and has come when it stands for 200.
    """
    return page.evaluate(_IN_VIEW, [selector, 700, 200])
