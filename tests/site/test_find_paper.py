"""What an investor prints: places side by side, and a shortlist with its code."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page

from tests.site.finding import CHINESE, ENGLISH, Finding, choose_four, keep_some


def printed(page: Page, folder: Path, part: str = "") -> pypdfium2.PdfDocument:
    """Print the page, or the one part of it that its button prints."""
    if part:
        page.evaluate("part => document.documentElement.setAttribute('data-print', part)", part)
    page.pdf(path=folder / "page.pdf", prefer_css_page_size=True, print_background=True)
    return pypdfium2.PdfDocument(folder / "page.pdf")


def size(sheet: pypdfium2.PdfPage) -> tuple[int, int]:
    """Return width and height in millimetres."""
    return round(sheet.get_width() / 72 * 25.4), round(sheet.get_height() / 72 * 25.4)


def text_of(sheet: pypdfium2.PdfPage) -> str:
    """Return the words of a sheet without white space."""
    return "".join(sheet.get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("path", [CHINESE, ENGLISH])
def test_a_comparison_prints_on_one_sheet(finding: Finding, tmp_path: Path, path: str) -> None:
    """Four places side by side fill one A4 sheet, laid across, with every title and mark."""
    titles = choose_four(finding.open(path))
    document = printed(finding.page, tmp_path, "compare")
    assert [(297, 210)] == [size(sheet) for sheet in document]
    text = text_of(document[0])
    assert [] == [title for title in titles if "".join(title.split()) not in text]
    assert "◆" in text


def test_a_shortlist_prints_with_its_code(finding: Finding, tmp_path: Path) -> None:
    """The printed list has every title, the link and a code that a phone reads from paper."""
    titles = keep_some(finding)
    link = finding.page.input_value("#shortlist-link")
    document = printed(finding.page, tmp_path, "shortlist")
    assert [(210, 297)] == [size(sheet) for sheet in document]
    text = text_of(document[0])
    assert [] == [title for title in [*titles, link] if "".join(title.split()) not in text]
    picture = document[0].render(scale=150 / 72).to_pil()
    assert [link] == [code.text for code in zxingcpp.read_barcodes(picture)]


def test_the_buttons_print_their_part(finding: Finding) -> None:
    """While the browser prints, only the wanted part is on the page; afterwards all of it is."""
    finding.page.evaluate(
        "window.print = () => { window.part = document.documentElement.dataset.print }"
    )
    choose_four(finding)
    finding.press("keep", "project")
    for part in ("compare", "shortlist"):
        finding.page.click(f".{part}__print")
        assert part == finding.page.evaluate("window.part")
        assert None is finding.page.evaluate("document.documentElement.dataset.print || null")
