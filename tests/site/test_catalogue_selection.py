"""What a reader has chosen in the catalogue: its order, its address, on a keyboard and a phone."""

import pytest

from tests.site.catalogue import CODES, Catalogue, having, number
from tests.site.website import records

EXPECTED = [
    "battery-trimanganese-tetroxide",
    "battery-recycling",
    "battery-manganese-sulphate",
    "traction-battery-packs",
    "manganese-phosphate-cathode",
]
"""Open to a shareholding, in Jinhe or Nanxi, about manganese: the least investment first."""


@pytest.mark.parametrize(
    ("order", "sign"), [("investment-desc", -1), ("investment-asc", 1), ("land-desc", -1)]
)
def test_orders_by_size_are_right(catalogue: Catalogue, order: str, sign: int) -> None:
    """Sorted by investment or land, the figures follow the authors' quantities."""
    catalogue.page.select_option("#sort", order)
    written = records("projects")
    sizes = [
        number(
            written[slug]["investment"]["total"]
            if "inv" in order
            else written[slug]["scale"]["land"]
        )
        for slug in catalogue.shown()
    ]
    assert len(CODES) == len(sizes)
    assert sorted(sizes, key=lambda size: sign * size) == sizes


def test_the_order_by_date_is_right(catalogue: Catalogue) -> None:
    """Sorted by date, the last updated comes first; the first order comes back."""
    before = catalogue.shown()
    catalogue.page.select_option("#sort", "updated-desc")
    days = [records("projects")[slug]["updated"] for slug in catalogue.shown()]
    assert sorted(days, reverse=True) == days
    catalogue.page.select_option("#sort", "")
    assert before == catalogue.shown()


def select(catalogue: Catalogue) -> list[str]:
    """Make a selection of every kind; return what it shows."""
    catalogue.choose("cooperation", "equity")
    catalogue.choose("park", "jinhe")
    catalogue.choose("park", "nanxi")
    catalogue.search("a & b")
    catalogue.search("manganese")
    catalogue.page.select_option("#sort", "investment-asc")
    return catalogue.shown()


def test_the_address_holds_the_selection(catalogue: Catalogue) -> None:
    """After a reload, and for whoever is sent the address, the selection is the same."""
    shown = select(catalogue)
    assert EXPECTED == shown
    url = catalogue.page.url
    assert (
        "#q=manganese&park=jinhe,nanxi&cooperation=equity&sort=investment-asc"
        == url[url.index("#") :]
    )
    catalogue.page.reload()
    assert shown == catalogue.shown()
    path = url.removeprefix(catalogue.address)
    assert (
        shown == Catalogue(catalogue.page.context.new_page(), catalogue.address).open(path).shown()
    )
    assert shown == catalogue.open(path.replace("en/", "").replace("manganese", "锰")).shown()


@pytest.mark.parametrize("text", ["a&b=c", "50%", "茶 叶", "#", "+"])
def test_any_search_survives_a_reload(catalogue: Catalogue, text: str) -> None:
    """Signs with a meaning in addresses are kept."""
    catalogue.search(text)
    catalogue.page.reload()
    assert text == catalogue.page.input_value("#search")


@pytest.mark.parametrize(
    "path", ["#q=%E0%A4%A", "#sort=nonsense", "#park=nowhere", "#=&&", "#__proto__=1"]
)
def test_a_damaged_address_shows_everything(catalogue: Catalogue, path: str) -> None:
    """An address that nobody could have made shows all projects."""
    catalogue.open(f"en/projects/{path}")
    assert set(CODES) == set(catalogue.shown())


def test_the_way_back_keeps_the_selection(catalogue: Catalogue) -> None:
    """From a project, the browser's way back leads to the same selection."""
    shown = select(catalogue)
    catalogue.page.click(".row__link:visible >> nth=0")
    catalogue.page.wait_for_url(f"**/{shown[0]}/")
    catalogue.page.go_back()
    assert shown == catalogue.shown()


def test_clear_takes_everything_back(catalogue: Catalogue) -> None:
    """The button clears search, filters, order and address."""
    before = catalogue.shown()
    select(catalogue)
    catalogue.page.click(".filters__clear")
    catalogue.page.wait_for_function("location.hash === ''")
    assert before == catalogue.shown()
    assert ["", ""] == [catalogue.page.input_value(field) for field in ("#search", "#sort")]
    assert 0 == catalogue.page.locator(".facet input:checked").count()


def test_everything_can_be_done_from_the_keyboard(catalogue: Catalogue) -> None:
    """With Tab, space, arrows and Enter a reader searches, filters, sorts and opens a project."""
    page = catalogue.page
    page.focus("#search")
    page.keyboard.type("manganese")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked") is True
    assert {"name": "industry"} == page.evaluate("({name: document.activeElement.name})")
    narrowed = catalogue.shown()
    assert 1 <= len(narrowed) < len(CODES)
    while page.evaluate("document.activeElement.id") != "sort":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert "investment-desc" == page.input_value("#sort")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "row__link"
    first = catalogue.shown()[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{first}/")


def test_the_number_is_announced(catalogue: Catalogue) -> None:
    """The count is a live status, and says how many there are after each change."""
    status = catalogue.page.get_by_role("status")
    catalogue.choose("industry", "tea-food")
    assert f"Projects: {len(having(industry='tea-food'))}" == status.inner_text()


def test_filters_are_behind_a_button_on_a_phone(catalogue: Catalogue) -> None:
    """On a phone the filters open and close with a button that says which."""
    page = catalogue.page
    page.set_viewport_size({"width": 375, "height": 800})
    toggle, facets = page.locator(".filters__toggle"), page.locator("#facets")
    assert ("false", False) == (toggle.get_attribute("aria-expanded"), facets.is_visible())
    toggle.click()
    assert ("true", True) == (toggle.get_attribute("aria-expanded"), facets.is_visible())
    catalogue.choose("stage", "negotiating")
    assert having(stage="negotiating") == set(catalogue.shown())
