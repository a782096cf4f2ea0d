"""Writing of PDF: the usual kinds of values first, pages not counted anew for every tag.

A page that is drawn is kept as one string: its thousands of steps take ten times as much memory.
"""

from typing import Any

from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "24abdc57e2847410210fb398936cc0f7b191100870c3e7c0f438dfd6333f581f"
"""Digest of the source of what is replaced."""


def replace() -> bool:
    """Replace how numbers and references are written; return whether they are."""
    import pydyf
    from weasyprint.document import Page

    if getattr(pydyf, "is_quicker", False):
        return True
    if source_digest() != _KNOWN:
        return False
    pydyf.is_quicker = True
    _replace_numbers(pydyf)
    _replace_references(pydyf.PDF)
    _replace_painting(Page, pydyf)
    return True


def source_digest() -> str:
    """Return a digest of the source that this module replaces or relies on."""
    import pydyf
    from weasyprint import document, pdf

    return digest(pydyf, document, pdf)


def _replace_numbers(pydyf: Any) -> None:
    slow = pydyf._to_bytes  # noqa: SLF001 - what is replaced

    def to_bytes(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return bytes(item)
        if kind is float:
            if item.is_integer():
                return b"%d" % int(item)
            return f"{item:f}".rstrip("0").encode("ascii")
        if kind is int or kind is str:
            return str(item).encode("ascii")
        written: bytes = slow(item)
        return written

    pydyf._to_bytes = to_bytes  # noqa: SLF001


def _replace_references(pdf: Any) -> None:
    slow = pdf.page_references.fget

    def page_references(self: Any) -> tuple[bytes, ...]:
        count, found = getattr(self, "listed_pages", (None, ()))
        if count != len(self.pages["Kids"]):
            found = slow(self)
            self.listed_pages = (len(self.pages["Kids"]), found)
        return found

    pdf.page_references = property(page_references)


def _replace_painting(page: Any, pydyf: Any) -> None:
    slow = page.paint

    def paint(self: Any, stream: Any, scale: float = 1) -> None:
        slow(self, stream, scale)
        steps = map(pydyf._to_bytes, stream.stream)  # noqa: SLF001 - as it will be written
        stream.stream[:] = [b"\n".join(steps)]

    page.paint = paint
