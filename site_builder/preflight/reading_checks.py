"""What PDF/UA-1 (ISO 14289-1) asks for: a file that is heard as well as seen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf

from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found
from site_builder.preflight.printed_page import PrintedPage
from site_builder.preflight.structure import Figure, is_tagged

_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SHORT = 4
"""So many pages are leafed through; more need an outline."""


def check_reading_keys(
    pdf: pikepdf.Pdf, xmp: Mapping[str, Any], figures: Sequence[Figure]
) -> Iterator[Found]:
    """Yield what PDF/UA-1 asks of the file as a whole and is not there."""
    root: Any = pdf.Root
    if not is_tagged(pdf):
        yield Found(Fault.NOT_TAGGED)
    if not str(root.get("/Lang", "")):
        yield Found(Fault.LANGUAGE_MISSING)
    shows = bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))
    if not xmp.get(_TITLE) or not shows:
        yield Found(Fault.TITLE_MISSING)
    if str(xmp.get(_PART)) != "1":
        yield Found(Fault.ACCESS_KEY_MISSING)
    if len(pdf.pages) > _SHORT and "/First" not in root.get("/Outlines", {}):
        yield Found(Fault.OUTLINE_MISSING, facts={"count": len(pdf.pages)})
    for figure in figures:
        if not figure.words:
            yield Found(Fault.FIGURE_WITHOUT_WORDS, figure.page)
    for number, page in enumerate(pdf.pages, 1):
        yield from _links(page, number)


def _links(page: pikepdf.Page, number: int) -> Iterator[Found]:
    """Yield links that say nothing of where they lead (ISO 14289-1, 7.18.5)."""
    annotations: Any = page.obj.get("/Annots", [])
    if any(
        annotation.get("/Subtype") == "/Link"
        and ("/StructParent" not in annotation or not str(annotation.get("/Contents", "")))
        for annotation in annotations
    ):
        yield Found(Fault.LINK_WITHOUT_WORDS, number)


def check_tagged(page: PrintedPage) -> Iterator[Found]:
    """Yield a page with content that is neither tagged nor an artifact (ISO 14289-1, 7.1)."""
    for mark in page.printed:
        if not mark.is_tagged:
            yield Found(Fault.CONTENT_UNTAGGED, page.number, page.spot(mark.box))
            return
