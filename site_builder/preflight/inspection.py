"""All checks of one file, in the order in which a reader mends it."""

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pikepdf

from site_builder.preflight.colour_checks import check_colour
from site_builder.preflight.dates import check_dates
from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Finding, Finish, Found, Spot
from site_builder.preflight.page_checks import check_boxes, check_lines, check_pictures
from site_builder.preflight.press_checks import check_press_keys
from site_builder.preflight.raster_checks import check_bleed, check_white_edge
from site_builder.preflight.reading_checks import check_reading_keys, check_tagged
from site_builder.preflight.sheet import Sheet
from site_builder.preflight.stream import Walker
from site_builder.preflight.structure import Figure, figures
from site_builder.preflight.type_checks import check_type
from site_builder.preflight.verapdf import check_with_verapdf

_A4 = (210.0, 297.0)
_X_VERSION = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"

_DAMAGE = (
    pikepdf.PdfError, RuntimeError, ValueError, TypeError, LookupError, AttributeError,
    ArithmeticError,
)  # fmt: skip
"""What a damaged file does to its readers: values of the wrong kind, missing, or too many."""


def inspect(
    pdf: bytes, name: str, finish: Finish | None = None, *, now: datetime | None = None
) -> list[Finding]:
    """Return what is wrong with a file, errors and warnings, the same fault on many pages once.

    `name` is what the findings call it. Without a `finish` the file says it itself: one with a
    key of PDF/X is for a press, every other for the screen. `now` is the moment of inspection.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            found = list(_found(document, pdf, finish, now or datetime.now(UTC)))
    except pikepdf.PasswordError:
        found = [Found(Fault.PDF_ENCRYPTED)]
    except _DAMAGE as error:
        found = [Found(Fault.PDF_UNREADABLE, facts={"reason": _first_line(error)})]
    return _gathered(found, name)


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]


def _found(
    document: pikepdf.Pdf, pdf: bytes, finish: Finish | None, now: datetime
) -> Iterator[Found]:
    if document.is_encrypted:
        yield Found(Fault.PDF_ENCRYPTED)
        return
    if len(document.pages) == 0:
        yield Found(Fault.PDF_EMPTY)
        return
    # Only read: as a context it would bring the other metadata in line with it.
    xmp = dict(document.open_metadata())
    finish = finish or (Finish.PRESS if _X_VERSION in xmp else Finish.SCREEN)
    walker = Walker()
    sheets = [
        Sheet(number, page, tuple(walker.marks(page)), walker.unknown)
        for number, page in enumerate(document.pages, 1)
    ]
    drawn = figures(document)
    yield from check_dates(document, xmp, now)
    for sheet in sheets:
        if sheet.unknown:
            words = {"words": " ".join(sorted(sheet.unknown)[:3])}
            yield Found(Fault.CONTENT_BROKEN, sheet.number, facts=words)
        yield from check_type(sheet)
    if finish is Finish.PRESS:
        yield from check_press_keys(document, xmp)
        yield from _for_press(sheets, drawn, pdf)
        return
    yield from check_reading_keys(document, xmp, drawn)
    for sheet in sheets:
        yield from check_tagged(sheet)
    yield from check_with_verapdf(pdf)
    if finish is Finish.OFFICE:
        yield from _for_office(sheets)
        yield from check_white_edge(sheets, pdf)


def _for_press(sheets: list[Sheet], drawn: tuple[Figure, ...], pdf: bytes) -> Iterator[Found]:
    words = {place: figure.words for figure in drawn for place in figure.sequences}
    yield from check_boxes(sheets)
    for sheet in sheets:
        yield from check_colour(sheet)
        yield from check_lines(sheet)
        yield from check_pictures(sheet, words)
    yield from check_bleed(sheets, pdf)


def _for_office(sheets: Iterable[Sheet]) -> Iterator[Found]:
    """Yield pages that an office printer has no paper for."""
    for sheet in sheets:
        short, long = sorted((sheet.width, sheet.height))
        if short > _A4[0] + 1 or long > _A4[1] + 1:
            facts = {"size": f"{sheet.width:.4g} × {sheet.height:.4g} mm"}
            yield Found(Fault.PAPER_TOO_LARGE, sheet.number, facts=facts)


def _gathered(found: Iterable[Found], name: str) -> list[Finding]:
    """Return findings, those that differ in nothing but the page drawn together."""
    same: dict[tuple[Fault, str], tuple[Mapping[str, Any], Spot | None, list[int]]] = {}
    for one in found:
        key = (one.fault, repr(sorted(one.facts.items())))
        pages = same.setdefault(key, (one.facts, one.spot, []))[2]
        if one.page is not None and one.page not in pages:
            pages.append(one.page)
    return [
        Finding(fault, name, tuple(sorted(pages)), spot, facts)
        for (fault, _), (facts, spot, pages) in same.items()
    ]
