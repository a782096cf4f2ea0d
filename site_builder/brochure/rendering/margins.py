"""Running heads and folios as artifacts: no part of what is read (ISO 14289-1:2014, 7.8).

WeasyPrint 70 tags them as content, and leaves their tags out of the tree. A reader program then
finds words of which nobody says where they belong. `set_margins` replaces what marks and what
lists them, if their source is that of version 70; otherwise they stay as WeasyPrint has them.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "fc919ccb0852fe93f621f5db53f34dee4888fdbcb88817d550876dfbcb92e902"
"""Digest of the source of what is replaced."""


def set_margins() -> bool:
    """Replace what has to be replaced, once in a process; return whether it is."""
    from weasyprint import document
    from weasyprint.pdf import tags
    from weasyprint.pdf.stream import Stream

    if getattr(Stream, "knows_margins", False):
        return True
    if source_digest() != _KNOWN:
        return False
    _replace(document, tags, Stream)
    return True


def source_digest() -> str:
    """Return a digest of the source that this module replaces or relies on."""
    from weasyprint import document
    from weasyprint.pdf import stream, tags

    return digest(document, tags, stream)


def _replace(document: Any, tags: Any, stream: Any) -> None:
    from weasyprint.formatting_structure.boxes import MarginBox

    draw_page, marked, build = document.draw_page, stream.marked, tags._build_box_tree  # noqa: SLF001 - what is replaced
    beside: set[Any] = set()

    def draw_page_knowing(page: Any, on: Any) -> None:
        beside.clear()
        for margin in (box for box in page.children if isinstance(box, MarginBox)):
            beside.update(margin.descendants(placeholders=True))
        draw_page(page, on)

    def marked_unless_beside(self: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        found: AbstractContextManager[None] = (
            self.artifact() if box in beside else marked(self, box, tag)
        )
        return found

    def build_without_margins(box: Any, *around: Any) -> Iterator[Any]:
        if not isinstance(box, MarginBox):
            yield from build(box, *around)

    stream.knows_margins = True
    document.draw_page = draw_page_knowing
    stream.marked = marked_unless_beside
    tags._build_box_tree = build_without_margins  # noqa: SLF001
