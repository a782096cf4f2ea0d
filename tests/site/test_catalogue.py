"""The catalogue in a real browser: search, filters with counts, order, address, keyboard."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from tests.site.website import Website, find, records

UNITS = {"亿元": Decimal(10000), "万元": Decimal(1), "亩": Decimal(1)}


def number(quantity: str) -> Decimal:
    """Return a quantity of the sample county in 万元 or 亩."""
    figure, unit = re.fullmatch(r"([\d.]+)(\D+)", quantity).groups()
    return Decimal(figure) * UNITS[unit]


def band(value: Decimal, edges: Sequence[int]) -> str:
    """Return the number of the half-open band that a value falls in."""
    return str(sum(value >= edge for edge in edges))


def codes(record: Mapping) -> dict[str, set[str]]:
    """Return what a project, as its author wrote it, is found under."""
    return {
        "industry": {record["industry"]},
        "park": {record.get("park", "none")},
        "investment": {band(number(record["investment"]["total"]), (10000, 30000, 50000))},
        "land": {band(number(record["scale"]["land"]), (50, 100, 200))},
        "cooperation": set(record["cooperation"]["modes"]),
        "stage": {record["stage"]},
    }


CODES = {slug: codes(record) for slug, record in records("projects").items()}
FACETS = ("industry", "park", "investment", "land", "cooperation", "stage")


def having(**chosen: str) -> set[str]:
    """Return the projects that fall under every given option."""
    return {
        slug
        for slug, found in CODES.items()
        if all(option in found[facet] for facet, option in chosen.items())
    }


class Catalogue:
    """The catalogue as a reader uses it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, path: str = "en/projects/") -> "Catalogue":
        """Open the page at a path, a selection included."""
        self.page.goto("about:blank")
        self.page.goto(self.address + path)
        return self

    def shown(self) -> list[str]:
        """Return the slugs of the visible projects, in order."""
        links = self.page.locator(".row:visible .row__link")
        return [link.get_attribute("href").split("/")[-2] for link in links.all()]

    def said(self) -> int:
        """Return the number that the page announces."""
        return int(re.search(r"\d+", self.page.locator(".catalogue__count").inner_text()).group())

    def counts(self) -> dict[tuple[str, str], int]:
        """Return the count beside every option."""
        found = self.page.evaluate(
            "[...document.querySelectorAll('.facet__option')].map(o => [o.firstChild.name,"
            " o.firstChild.value, Number(o.querySelector('.facet__count').textContent)])"
        )
        return {(name, value): count for name, value, count in found}

    def choose(self, facet: str, option: str) -> None:
        """Tick an option."""
        self.page.check(f"input[name={facet}][value='{option}']")

    def search(self, text: str) -> None:
        """Write into the search field."""
        self.page.fill("#search", text)


@pytest.fixture
def catalogue(page: Page, address: str) -> Catalogue:
    """Return the catalogue, open."""
    return Catalogue(page, address).open()


def test_all_projects_are_shown_at_first(catalogue: Catalogue) -> None:
    """Without a selection every approved project is shown, and the count says so."""
    assert set(CODES) == set(catalogue.shown())
    assert len(CODES) == catalogue.said()
    assert "" == catalogue.page.evaluate("location.hash")


@pytest.mark.parametrize(
    ("path", "text", "slugs"),
    [
        ("projects/", "酸锰", {"battery-manganese-sulphate", "manganese-phosphate-cathode"}),
        ("projects/", "外机", {"outboard-motors"}),
        ("projects/", "５万吨", {"battery-manganese-sulphate"}),
        ("projects/", "索道　云雾", {"terrace-ropeway"}),
        ("en/projects/", "MUSHROOM", {"mountain-mushrooms"}),
        ("en/projects/", "ｔｅａ ｍａｃｈｉｎｅ", {"tea-machines"}),
        ("en/projects/", "zzz", set()),
    ],
)
def test_search_finds(catalogue: Catalogue, path: str, text: str, slugs: set[str]) -> None:
    """Search finds Chinese in the middle of a word, any case, full-width letters and digits."""
    catalogue.open(path).search(text)
    shown = set(catalogue.shown())
    assert (slugs, len(shown)) == (slugs & shown, catalogue.said())
    if not slugs:
        assert set() == shown
    assert len(shown) < len(CODES) // 2


def test_search_takes_every_word(catalogue: Catalogue) -> None:
    """Each further word narrows the result, in any order."""
    catalogue.search("tea")
    one = set(catalogue.shown())
    catalogue.search("extracts tea")
    assert {"tea-extracts"} == set(catalogue.shown())
    assert {"tea-extracts", "organic-tea", "tea-machines"} <= one


def test_search_signs_are_text(catalogue: Catalogue) -> None:
    """Signs of patterns and of HTML in a search are looked for as they are."""
    for text in (".*", "[a-z]", "<b>", "\\", "%"):
        catalogue.search(text)
        assert (text, []) == (text, catalogue.shown())


@pytest.mark.parametrize("path", ["projects/", "en/projects/"])
def test_counts_beside_filters_are_right(catalogue: Catalogue, path: str) -> None:
    """Every option that a project has is offered, with the number of its projects."""
    catalogue.open(path)
    wanted = Counter(
        (facet, option) for found in CODES.values() for facet in FACETS for option in found[facet]
    )
    assert dict(wanted) == catalogue.counts()


def test_counts_stand_in_the_page_without_javascript(website: Website) -> None:
    """The counts that the script shows at first are those the page was written with."""
    page = website.pages["en/projects/"]
    written = {
        (box.get("name"), box.get("value")): int(only_count(box))
        for box in find(page, ".facet input")
    }
    assert all(len(having(**{facet: option})) == n for (facet, option), n in written.items())
    assert set(FACETS) == {facet for facet, _ in written}


def only_count(box: object) -> str:
    """Return the count in the label of an option."""
    return find(box.getparent(), ".facet__count")[0].text


@pytest.mark.parametrize("facet", FACETS)
def test_each_option_of_a_facet_filters(catalogue: Catalogue, facet: str) -> None:
    """Each option alone shows exactly its projects; two of one facet show both."""
    options = sorted({option for found in CODES.values() for option in found[facet]})
    for option in options:
        catalogue.choose(facet, option)
        assert (option, having(**{facet: option})) == (option, set(catalogue.shown()))
        catalogue.page.uncheck(f"input[name={facet}][value='{option}']")
    catalogue.choose(facet, options[0])
    catalogue.choose(facet, options[1])
    both = having(**{facet: options[0]}) | having(**{facet: options[1]})
    assert both == set(catalogue.shown())


def test_facets_combine_and_counts_follow(catalogue: Catalogue) -> None:
    """Options of different facets narrow together; a count is what its choice would give."""
    catalogue.choose("park", "jinhe")
    catalogue.choose("cooperation", "equity")
    assert having(park="jinhe", cooperation="equity") == set(catalogue.shown())
    counts = catalogue.counts()
    for facet, option in counts:
        chosen = {"park": "jinhe", "cooperation": "equity"} | {facet: option}
        assert (facet, option, len(having(**chosen))) == (facet, option, counts[facet, option])


def test_filters_and_search_combine(catalogue: Catalogue) -> None:
    """A search within a filter shows what has both, and counts what the search leaves."""
    catalogue.choose("industry", "tea-food")
    catalogue.search("extract")
    assert {"tea-extracts"} == set(catalogue.shown()) & having(industry="tea-food")
    assert set(catalogue.shown()) <= having(industry="tea-food")
    assert 1 == catalogue.counts()["stage", "open"]
    assert 0 == catalogue.counts()["stage", "negotiating"]


def test_an_empty_result_says_which_filter_to_give_up(catalogue: Catalogue) -> None:
    """Each button names a filter and how many projects come back, and brings them back."""
    assert set() == having(park="nanxi", industry="tea-food")
    catalogue.choose("park", "nanxi")
    catalogue.choose("industry", "tea-food")
    assert ([], 0) == (catalogue.shown(), catalogue.said())
    buttons = catalogue.page.locator(".catalogue__empty button")
    wanted = [
        f"Try without Industry ({len(having(park='nanxi'))})",
        f"Try without Park ({len(having(industry='tea-food'))})",
    ]
    assert wanted == buttons.all_inner_texts()
    buttons.nth(1).click()
    assert having(industry="tea-food") == set(catalogue.shown())
    assert not catalogue.page.locator(".catalogue__empty").is_visible()


def test_an_empty_search_can_be_given_up(catalogue: Catalogue) -> None:
    """Where the search alone finds nothing, the button names it and gives it up."""
    catalogue.choose("park", "nanxi")
    catalogue.search("giraffe")
    button = catalogue.page.locator(".catalogue__empty button")
    assert [f"Try without “giraffe” ({len(having(park='nanxi'))})"] == button.all_inner_texts()
    button.click()
    assert having(park="nanxi") == set(catalogue.shown())
    assert "" == catalogue.page.input_value("#search")


def test_where_nothing_single_helps_all_can_be_cleared(catalogue: Catalogue) -> None:
    """Where giving up one thing would not help, the way out is to clear everything."""
    catalogue.choose("park", "nanxi")
    catalogue.choose("industry", "tea-food")
    catalogue.search("giraffe")
    button = catalogue.page.locator(".catalogue__empty button")
    assert ["Clear filters"] == button.all_inner_texts()
    button.click()
    assert set(CODES) == set(catalogue.shown())


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
    assert ["battery-manganese-sulphate", "manganese-phosphate-cathode"] == shown
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
    catalogue.page.wait_for_url("**/battery-manganese-sulphate/")
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
