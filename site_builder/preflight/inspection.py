"""All checks of one file, in the order in which a reader mends it."""

import io
import re
import struct
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pikepdf
from PIL import Image

from site_builder.diagnostics import Words, both
from site_builder.preflight.colour_checks import check_colour
from site_builder.preflight.dates import check_dates
from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Finding, Finish, Found, Spot
from site_builder.preflight.limits import BeyondError, bounded, check_limits
from site_builder.preflight.page_checks import check_boxes, check_lines, check_pictures
from site_builder.preflight.press_checks import check_press_keys
from site_builder.preflight.printed_page import PrintedPage
from site_builder.preflight.raster_checks import check_bleed, check_white_edge
from site_builder.preflight.reading_checks import check_reading_keys, check_tagged
from site_builder.preflight.stream import Walker
from site_builder.preflight.structure import Figure, figures
from site_builder.preflight.type_checks import REDUCED, check_size, check_type
from site_builder.preflight.verapdf import check_with_verapdf

_A4, _A3 = (210.0, 297.0), (297.0, 420.0)
_X_VERSION = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"

_HEADER = 1024
"""Bytes in which readers look for the mark that a PDF begins with."""

_DAMAGE = (
    pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, LookupError, AttributeError,
    ArithmeticError, AssertionError, SyntaxError, OSError, UserWarning, struct.error,
    Image.DecompressionBombError,
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
        with bounded(), _cut_content_told(), pikepdf.open(io.BytesIO(pdf)) as document:
            found = list(_found(document, pdf, finish, now or datetime.now(UTC)))
    except pikepdf.PasswordError:
        found = [Found(Fault.PDF_ENCRYPTED)]
    except BeyondError as error:
        found = [error.found]
    except _DAMAGE as error:
        found = [Found(Fault.PDF_UNREADABLE, facts=both(reason=_reason(error, pdf)))]
    return _gathered(found, name)


@contextmanager
def _cut_content_told() -> Iterator[None]:
    """Let content that ends in the middle be an error; pikepdf only warns of it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message="Unexpected end of stream")
        yield


def _reason(error: Exception, pdf: bytes) -> Words:
    """Return why a file cannot be read: what it is instead, or what qpdf says is wrong in it."""
    if not pdf:
        return Words("文件是空的", "the file is empty")
    if b"%PDF-" not in pdf[:_HEADER]:
        return Words(
            "内容是别的格式，只是扩展名可能叫 pdf",
            "its content is of another kind, whatever its name ends in",
        )
    if b"%%EOF" not in pdf[-_HEADER:]:
        return Words("文件不全，多半没有传完", "it is cut short, most likely on the way to you")
    if isinstance(error, pikepdf.PikepdfError) and str(error):
        # What qpdf was given to read is not what it is called.
        said = re.sub(r"(?:stream )?<_io\.BytesIO[^>]*>:?\s*", "", str(error)).splitlines()[0]
        return Words(said, said)
    return Words("内部结构损坏", "its inner structure is damaged")


def _found(
    document: pikepdf.Pdf, pdf: bytes, finish: Finish | None, now: datetime
) -> Iterator[Found]:
    blocked = list(_blocked(document))
    if blocked:
        yield from blocked
        return
    xmp = _metadata(document)
    finish = finish or (Finish.PRESS if _X_VERSION in xmp else Finish.SCREEN)
    pages = list(_read(document))
    drawn = figures(document)
    reduced = finish is Finish.OFFICE and REDUCED in document.trailer.get("/Info", {})
    yield from check_dates(document, xmp, now)
    for page in pages:
        if page.unknown:
            words = {"words": " ".join(sorted(page.unknown)[:3])}
            yield Found(Fault.CONTENT_BROKEN, page.number, facts=words)
        yield from check_type(page)
        if not reduced:
            yield from check_size(page, finish)
    if finish is Finish.PRESS:
        if _X_VERSION not in xmp and "/OutputIntents" not in document.Root:
            yield Found(Fault.NOT_FOR_PRESS)
        yield from check_press_keys(document, xmp)
        yield from _for_press(pages, drawn, pdf)
        return
    yield from check_reading_keys(document, xmp, drawn)
    for page in pages:
        yield from check_tagged(page)
    yield from check_with_verapdf(pdf)
    if finish is Finish.OFFICE:
        yield from _for_office(pages)
        yield from check_white_edge(pages, pdf)


def _blocked(document: pikepdf.Pdf) -> Iterator[Found]:
    """Yield why a file cannot be looked through."""
    if document.is_encrypted:
        yield Found(Fault.PDF_ENCRYPTED)
    elif len(document.pages) == 0:
        yield Found(Fault.PDF_EMPTY)
    else:
        yield from check_limits(document)


def _metadata(document: pikepdf.Pdf) -> Mapping[str, Any]:
    """Return the XMP of a file; nothing of what is no XMP, whose keys will all be missed."""
    try:
        # Only read: as a context it would bring the other metadata in line with it.
        return dict(document.open_metadata(strict=True))
    except _DAMAGE:
        return {}


def _read(document: pikepdf.Pdf) -> Iterator[PrintedPage]:
    walker = Walker()
    for number, page in enumerate(document.pages, 1):
        try:
            yield PrintedPage(number, page, tuple(walker.marks(page)), walker.unknown)
        except BeyondError as error:
            raise error.on(number) from error


def _for_press(pages: list[PrintedPage], drawn: tuple[Figure, ...], pdf: bytes) -> Iterator[Found]:
    words = {place: figure.words for figure in drawn for place in figure.sequences}
    yield from check_boxes(pages)
    for page in pages:
        yield from check_colour(page)
        yield from check_lines(page)
        yield from check_pictures(page, words)
    yield from check_bleed(pages, pdf)


def _for_office(pages: Iterable[PrintedPage]) -> Iterator[Found]:
    """Yield pages that an office printer has no paper for, or larger paper than the usual."""
    for page in pages:
        facts = {"size": f"{page.width:.4g} × {page.height:.4g} mm"}
        if not _holds(_A3, page):
            yield Found(Fault.PAPER_TOO_LARGE, page.number, facts=facts)
        elif not _holds(_A4, page):
            yield Found(Fault.PAPER_A3, page.number, facts=facts)


def _holds(paper: tuple[float, float], page: PrintedPage) -> bool:
    short, long = sorted((page.width, page.height))
    return short <= paper[0] + 1 and long <= paper[1] + 1


def _gathered(found: Iterable[Found], name: str) -> list[Finding]:
    """Return findings, those that differ in nothing but the page drawn together.

    Of a file that is not for a press at all, each kind is one finding, and what it is comes first.
    """
    found = sorted(found, key=lambda one: one.fault is not Fault.NOT_FOR_PRESS)
    is_foreign = bool(found) and found[0].fault is Fault.NOT_FOR_PRESS
    same: dict[tuple[Fault, str], tuple[Mapping[str, Any], Spot | None, list[int]]] = {}
    kinds: dict[Fault, set[str]] = {}
    for one in found:
        facts = repr(sorted(one.facts.items()))
        kinds.setdefault(one.fault, set()).add(facts)
        key = (one.fault, "" if is_foreign else facts)
        pages = same.setdefault(key, (one.facts, one.spot, []))[2]
        if one.page is not None and one.page not in pages:
            pages.append(one.page)
    return [
        Finding(
            fault,
            name,
            tuple(sorted(pages)),
            spot,
            facts,
            len(kinds[fault]) - 1 if is_foreign else 0,
        )
        for (fault, _), (facts, spot, pages) in same.items()
    ]
