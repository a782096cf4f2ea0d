"""The set PDF made ready for the press."""

from pikepdf import Dictionary, Matrix, Page, Pdf

from site_builder.brochure.finish.boxes import PressSheet, set_boxes, sheet
from site_builder.brochure.finish.colours import Recolouring, recolour
from site_builder.brochure.finish.images import convert_images, inks_of
from site_builder.brochure.finish.marks import add_registration, crop_marks, fold_marks
from site_builder.brochure.finish.padding import pad
from site_builder.brochure.finish.pdfx import VERSION, mark_up, strip
from site_builder.brochure.finish.placing import place, size
from site_builder.brochure.finish.profile import read_profile
from site_builder.brochure.finish.settings import PressSettings
from site_builder.brochure.finish.turned import turned
from site_builder.brochure.finish.writing import opened, written
from site_builder.preflight.geometry import MM


def press(pdf: bytes, settings: PressSettings) -> bytes:
    """Return a set PDF as PDF/X-4: four inks, bleed, boxes, marks, nothing interactive.

    The set PDF's pages are the trim; what it draws beyond them becomes the bleed. A book is
    padded to a multiple of four and its landscape pages are turned. The same input gives
    the same bytes. Raises `FinishError` saying what cannot be printed, and on which page.
    """
    profile = read_profile(settings.profile)
    with opened(pdf) as document:
        strip(document)
        recolour(document, Recolouring(settings.inks, lambda rgb: inks_of(rgb, profile.data)))
        convert_images(document, profile.data)
        sheets = _onto_one_trim(document) if settings.book else _each_its_own(document)
        if settings.book:
            trim = size(document.pages[0])
            pad(document, trim, settings.bleed * MM, settings.inks, settings.language)
            added = len(document.pages) - len(sheets)
            sheets[-1:-1] = [(Matrix(), trim)] * added
        for number, (page, (turn, trim)) in enumerate(zip(document.pages, sheets, strict=True)):
            marks = _marks(sheet(*trim, settings.bleed, marks=settings.marks), settings, number)
            _lay(document, page, turn, *marks)
        mark_up(document, pdf + settings.said.encode(), profile, settings.day)
        return written(document, VERSION)


def _onto_one_trim(pdf: Pdf) -> list[tuple[Matrix, tuple[float, float]]]:
    """Return how every page is turned and its trim: that of the cover."""
    trim = size(pdf.pages[0])
    return [(turned(size(page), trim, number), trim) for number, page in enumerate(pdf.pages, 1)]


def _each_its_own(pdf: Pdf) -> list[tuple[Matrix, tuple[float, float]]]:
    return [(Matrix(), size(page)) for page in pdf.pages]


def _marks(sheet: PressSheet, settings: PressSettings, number: int) -> tuple[PressSheet, bytes]:
    """Return a sheet with the marks of the page of this number, counted from 0."""
    if not settings.marks:
        return sheet, b""
    folds = settings.folds[number] if number < len(settings.folds) else ()
    folded = (fold_marks(sheet, sheet.trim[0] + x * MM) for x in folds)
    return sheet, crop_marks(sheet) + b"".join(folded)


def _lay(pdf: Pdf, page: Page, turn: Matrix, sheet: PressSheet, marks: bytes) -> None:
    """Put a page's content on its sheet, cut at the bleed, with marks beside it."""
    left, bottom, _, _ = page.mediabox
    at_origin = Matrix(1, 0, 0, 1, -float(left), -float(bottom))
    on_sheet = at_origin @ turn @ Matrix(1, 0, 0, 1, sheet.slug, sheet.slug)
    if marks:
        if "/Resources" not in page.obj:
            page.obj.Resources = Dictionary()
        add_registration(pdf, page.resources)
    place(page, on_sheet, sheet.bled, marks)
    set_boxes(page, sheet)
