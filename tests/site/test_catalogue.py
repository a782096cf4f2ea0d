"""The catalogue finds projects: search, filters with counts, and the way out of an empty result."""

from collections import Counter

import pytest

from tests.site.catalogue import CODES, FACETS, Catalogue, having
from tests.site.website import Website, find


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
