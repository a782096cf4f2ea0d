"""What a PDF says of itself: pages, words, fonts, links, outline, pictures."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import zxingcpp


def pages(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def words(file: Path) -> str:
    """Return all text without spaces: lines and columns do not matter."""
    with pypdfium2.PdfDocument(file) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return squeezed(text)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\ufffe\u00ad-]+", "", text)


def fonts(file: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield the name and the kind of every font, and whether it is embedded."""
    with pikepdf.open(file) as document:
        for item in document.objects:
            if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
                continue
            if "/DescendantFonts" in item or "/FontDescriptor" not in item:
                kind = str(item.get("/Subtype"))
                yield str(item.get("/BaseFont", "")), kind, kind == "/Type0"
                continue
            descriptor = item["/FontDescriptor"]
            embedded = any(f"/FontFile{n}" in descriptor for n in ("", "2", "3"))
            yield str(item["/BaseFont"]), str(item["/Subtype"]), embedded


def links(file: Path) -> set[str]:
    """Return the addresses that the document leads to outside of itself."""
    with pikepdf.open(file) as document:
        actions = [
            note["/A"]
            for page in document.pages
            for note in page.get("/Annots", [])  # type: ignore[call-overload]
            if "/A" in note
        ]
        return {str(action["/URI"]) for action in actions if "/URI" in action}


def outline(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [mark.get_title() for mark in document.get_toc()]


def codes(file: Path, page: int) -> list[str]:
    """Return what the QR codes of a page say when it is photographed."""
    with pypdfium2.PdfDocument(file) as document:
        picture = document[page].render(scale=150 / 72).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def about(file: Path) -> tuple[str, str, str, bool]:
    """Return title, author and language, and whether the document is tagged."""
    with pikepdf.open(file) as document:
        info, root = document.docinfo, document.Root
        marked = bool(root.get("/MarkInfo", {}).get("/Marked", False))
        return str(info["/Title"]), str(info["/Author"]), str(root["/Lang"]), marked


def found_on(file: Path, text: str) -> list[int]:
    """Return the pages a text without spaces stands on, counted from 0."""
    with pypdfium2.PdfDocument(file) as document:
        said = [squeezed(page.get_textpage().get_text_range()) for page in document]
    return [number for number, page in enumerate(said) if text in page]
