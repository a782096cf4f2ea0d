"""Memory: what a document no longer needs is let go while it is set and written.

WeasyPrint keeps what pages were made from until the document is gone, because every drawing in
it holds all that it was laid out with; and it keeps the boxes of all pages until the last tag is
written. Of a book of 100 pages nearly half of all boxes are of the first kind.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "3fd712b6e6c39c669e6fccf9214ebae4f60e69acefe00542ec1163403bfb1844"
"""Digest of the source of what is replaced, and of what the replacement relies on."""

_OF_DRAWINGS = ("font_config", "get_image_from_uri")
"""What drawings ask of the layout they stood in."""


def replace() -> bool:
    """Replace what lays out and tags documents; return whether it is replaced.

    A document is written once then: its pages are gone when its tags are there.
    """
    from weasyprint import document, pdf

    if getattr(document, "is_releasing", False):
        return True
    if source_digest() != _KNOWN:
        return False
    document.is_releasing = True
    _release_layout(document)
    _release_pages(pdf)
    return True


def source_digest() -> str:
    """Return a digest of the source that this module replaces or relies on."""
    from weasyprint import document, images, layout, pdf, svg
    from weasyprint.pdf import tags
    from weasyprint.svg import images as pictures

    return digest(document, images, layout, pdf, svg, tags, pictures)


def _release_layout(document: Any) -> None:
    slow = document.layout_document

    def layout_document(html: Any, root_box: Any, context: Any) -> list[Any]:
        pages = list(slow(html, root_box, context))
        # What was looked up holds boxes, and itself: it would stay until garbage is looked for.
        for found in vars(context.target_collector).values():
            if hasattr(found, "clear"):
                found.clear()
        for name in vars(context).keys() - set(_OF_DRAWINGS):
            delattr(context, name)
        return pages

    document.layout_document = layout_document


def _release_pages(pdf: Any) -> None:
    slow = pdf.add_tags

    def add_tags(written: Any, document: Any, *others: Any) -> None:
        # All that is asked of the document are its pages, in their order, and their number.
        slow(written, SimpleNamespace(pages=_Passing(document.pages)), *others)

    pdf.add_tags = add_tags


class _Passing:
    """Pages, each of which is let go when the next one is asked for: tags come last."""

    def __init__(self, pages: list[Any]) -> None:
        self._pages = pages

    def __len__(self) -> int:
        return len(self._pages)

    def __iter__(self) -> Iterator[Any]:
        for page in self._pages:
            yield page
            del page._page_box  # noqa: SLF001 - what takes the memory
