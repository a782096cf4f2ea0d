"""Every planned page exists in both languages, says what it is, and speaks one language."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from lxml import html

from tests.site.website import (
    SITE_URL,
    Website,
    find,
    language_of,
    only,
    planned_paths,
    resolved,
    seen_texts,
    twin_of,
)

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3001\u3002\uff0c\uff1b\uff1a]")
LEFTOVER = re.compile(r"ZSMARK|zsframe|\bNone\b|\b[Uu]ndefined\b|\bNaN\b|[{}]|Shown object")
STANDARD = re.compile(r"^[A-Z]+(?:/T)? [\d.]+-\d{4}$")
NOTICE = {"zh-CN": "虚构县", "en": "fictional county"}


def test_every_planned_page_exists_and_no_other(website: Website) -> None:
    """The pages are the sections, the prose and the approved records, in two languages."""
    assert planned_paths() == set(website.pages)


def test_the_language_switch_leads_to_the_twin_and_back(website: Website) -> None:
    """On each page the switch leads to the same page in the other language."""
    switched = {
        path: resolved(path, only(page, "a.masthead__language").get("href"))
        for path, page in website.pages.items()
    }
    assert {path: twin_of(path) for path in website.pages} == switched


def test_each_page_names_its_alternates(website: Website) -> None:
    """The hreflang links of a page name itself and its twin."""
    for path, page in website.pages.items():
        tags = {"en": twin_of(path), "zh-CN": path}
        if path.startswith("en/"):
            tags = {"en": path, "zh-CN": twin_of(path)}
        links = find(page, "head link[rel=alternate][hreflang]")
        found = {link.get("hreflang"): link.get("href") for link in links}
        assert {tag: SITE_URL + target for tag, target in tags.items()} == found


def test_the_canonical_address_is_the_page_itself(website: Website) -> None:
    """The canonical link of a page is its own address."""
    found = {
        path: only(page, "link[rel=canonical]").get("href") for path, page in website.pages.items()
    }
    assert {path: SITE_URL + path for path in website.pages} == found


@pytest.mark.parametrize("folder", ["", "en/"])
def test_titles_are_unique(website: Website, folder: str) -> None:
    """No two pages of a language have the same title, and none is empty."""
    pages = [p for path, p in website.pages.items() if path.startswith("en/") == bool(folder)]
    titles = [only(page, "head title").text for page in pages]
    assert len(pages) == len(set(titles))
    assert all(len(title) >= 4 for title in titles)


def test_descriptions_are_sentences(website: Website) -> None:
    """Each page has a description between 10 and 500 characters, without markup."""
    found = {
        path: only(page, "meta[name=description]").get("content")
        for path, page in website.pages.items()
    }
    assert {} == {
        path: text for path, text in found.items() if not re.fullmatch(r"[^<>*_`]{10,500}", text)
    }


def test_each_page_has_one_first_heading(website: Website) -> None:
    """A page has exactly one h1, and it has words."""
    for page in website.everything().values():
        assert only(page, "h1").text_content().strip() != ""


def _levels(page: html.HtmlElement) -> Iterator[int]:
    for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        yield int(element.tag[1])


def test_heading_levels_do_not_jump(website: Website) -> None:
    """A heading is at most one level below the one before it; the first is an h1."""
    jumps = {}
    for path, page in website.everything().items():
        levels = [0, *_levels(page)]
        pairs = [f"h{a} h{b}" for a, b in pairwise(levels) if b > a + 1]
        if pairs:
            jumps[path] = pairs
    assert {} == jumps


def test_each_page_names_its_language(website: Website) -> None:
    """The html element says zh-CN on Chinese pages and en on English ones."""
    for path, page in website.everything().items():
        assert ("en" if path.startswith("en/") else "zh-CN") == page.get("lang")


def test_the_sample_notice_stands_on_every_page(website: Website) -> None:
    """Every page, 404.html too, says on top and at its foot that the county is fictional."""
    for page in website.everything().values():
        notice = NOTICE[page.get("lang")]
        assert notice in only(page, ".sample-notice").text_content()
        assert notice in only(page, "footer").text_content()


def test_english_pages_have_no_unmarked_chinese(website: Website) -> None:
    """On English pages Chinese stands only in elements that are marked as Chinese."""
    found = {
        f"{path} <{element.tag} class={element.get('class')}>: {text.strip()}"
        for path, page in website.pages.items()
        if path.startswith("en/")
        for element, text in seen_texts(page)
        if HAN.search(text) and language_of(element) == "en"
    }
    assert set() == found


def test_elements_marked_as_chinese_hold_chinese(website: Website) -> None:
    """What is marked as Chinese on an English page is Chinese, or the number of a standard."""
    marked = {
        element.text_content()
        for path, page in website.pages.items()
        if path.startswith("en/")
        for element in find(page, "body [lang=zh-CN]")
    }
    assert {"中文", "投资青岚"} <= marked
    assert set() == {text for text in marked if not HAN.search(text) and not STANDARD.search(text)}


def test_nothing_is_left_over(website: Website) -> None:
    """No marker, placeholder or missing value is shown on any page."""
    found = {
        f"{path}: {text.strip()}"
        for path, page in website.everything().items()
        for element, text in seen_texts(page)
        if LEFTOVER.search(text) and not element.get("data-count")
    }
    assert set() == found


def test_no_marker_is_left_in_any_source(website: Website) -> None:
    """No frame and no marker of a frame is published."""
    names = {
        name for name, data in website.files().items() if b"ZSMARK" in data or b"zsframe" in data
    }
    assert set() == names
    assert [] == [name for name in website.files() if "zsframe" in name]


def test_ids_are_unique(website: Website) -> None:
    """No id stands twice on a page, and every link within a page has its target."""
    for path, page in website.everything().items():
        ids = [element.get("id") for element in find(page, "[id]")]
        assert (path, sorted(set(ids))) == (path, sorted(ids))
        targets = {link.get("href")[1:] for link in find(page, "a[href^='#']")}
        assert (path, set()) == (path, targets - set(ids))
