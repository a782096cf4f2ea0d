"""The page of a chain, printed from a browser: the map whole on one page, and no controls."""

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page

from tests.site.chains import PAGES, segments


def printed(page: Page) -> list[str]:
    """Return the words of each printed page, without spaces."""
    document = pdfium.PdfDocument(page.pdf(format="A4", print_background=True))
    return ["".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]


@pytest.mark.parametrize("path", PAGES)
def test_the_map_is_whole_on_a_page(page: Page, address: str, path: str) -> None:
    """Heading, every segment, legend and source stand on the same sheet, whatever was chosen."""
    language = "en" if path.startswith("en/") else "zh"
    page.goto(f"{address}{path}#show=gap")
    heading = "".join(page.locator("#map h2").inner_text().split())
    source = page.locator(".chain-map text").last.text_content()
    page.click("[data-zoom=in]")
    page.click("[data-zoom=in]")
    sheets = printed(page)
    (whole,) = (words for words in sheets if heading in words and "".join(source.split()) in words)
    slug = path.rstrip("/").rsplit("/", 1)[-1]
    titles = [found["title"][language] for found in segments(slug).values()]
    assert [] == [title for title in titles if "".join(title.split()) not in whole]
    controls = page.locator(".chain-bar button, .chain-view__tools button, .chain__files a")
    words = {"".join(word.split()) for word in controls.all_inner_texts()}
    joined = "".join(sheets)
    assert [] == [word for word in words if len(word) > 6 and word in joined]
