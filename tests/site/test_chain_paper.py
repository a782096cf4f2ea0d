"""The page of a chain, printed from a browser: the map whole on the first page, no controls."""

import re

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page

from tests.site.chains import PAGES, segments

_TALL = re.compile(r'(<div class="chain-map.*?viewBox="0 0 \d+ )[\d.]+', re.DOTALL)


def printed(page: Page) -> list[str]:
    """Return the words of each printed page, without spaces."""
    document = pdfium.PdfDocument(page.pdf(format="A4", print_background=True))
    return ["".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]


@pytest.mark.parametrize("path", PAGES)
def test_the_map_is_whole_on_the_first_page(page: Page, address: str, path: str) -> None:
    """Heading, every segment, legend and source stand under the title, whatever was chosen."""
    language = "en" if path.startswith("en/") else "zh"
    page.goto(f"{address}{path}#show=gap")
    heading = "".join(page.locator("#map h2").inner_text().split())
    source = page.locator(".chain-map text").last.text_content()
    page.click("[data-zoom=in]")
    page.click("[data-zoom=in]")
    sheets = printed(page)
    (whole,) = (words for words in sheets if heading in words and "".join(source.split()) in words)
    slug = path.rstrip("/").rsplit("/", 1)[-1]
    assert whole == sheets[0]
    titles = [found["title"][language] for found in segments(slug).values()]
    assert [] == [title for title in titles if "".join(title.split()) not in whole]
    controls = page.locator(".chain-bar button, .chain-view__tools button, .chain__files a")
    words = {"".join(word.split()) for word in controls.all_inner_texts()}
    joined = "".join(sheets)
    assert [] == [word for word in words if len(word) > 6 and word in joined]


def test_a_tall_map_has_a_page_to_itself(page: Page, address: str) -> None:
    """A map that could not be read in what the title leaves begins the second page."""
    page.route(
        f"**/{PAGES[0]}",
        lambda route: route.fulfill(body=_TALL.sub(r"\g<1>1900", route.fetch().text())),
    )
    page.goto(f"{address}{PAGES[0]}")
    heading = "".join(page.locator("#map h2").inner_text().split())
    first, second, *_ = printed(page)
    assert (heading in first, heading in second) == (False, True)
