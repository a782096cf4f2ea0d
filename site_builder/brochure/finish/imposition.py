"""Saddle stitch: two pages side by side, so that folded sheets lie in each other."""

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from site_builder.brochure.finish.boxes import PressSheet, set_boxes
from site_builder.brochure.finish.errors import FinishError
from site_builder.brochure.finish.marks import add_registration, crop_marks, fold_marks
from site_builder.brochure.finish.padding import LEAF, lacking
from site_builder.brochure.finish.pdfx import VERSION, mark_instance
from site_builder.brochure.finish.placing import new_page, numbers, size
from site_builder.brochure.finish.writing import opened, written
from site_builder.preflight.geometry import MM
from site_builder.preflight.page_checks import MOST_STAPLED

_SLUG = 10 * MM


def order(pages: int) -> list[tuple[int, int]]:
    """Return the left and right page of every side, counted from 0, outermost first.

    Fronts and backs take turns: (last, first), (second, last but one), and so on.
    """
    sides = []
    for front in range(0, pages // 2, 2):
        sides.append((pages - 1 - front, front))
        sides.append((front + 1, pages - 2 - front))
    return sides


def is_stapled(pdf: bytes) -> bool:
    """Whether a set book, padded to whole sheets, is thin enough to be folded and stapled."""
    with opened(pdf) as document:
        pages = len(document.pages)
    return pages + lacking(pages) <= MOST_STAPLED


def imposed(press_pdf: bytes) -> bytes:
    """Return a press file's pages as printer's spreads with bleed, crop and fold marks.

    The fold has no bleed. It is the same document as the press file, and another instance.
    Raises `FinishError` if pages are no multiple of four, too many, or not all of one trim.
    """
    with opened(press_pdf) as document:
        pages = list(document.pages)
        if len(pages) % LEAF:
            raise FinishError(
                f"骑马订的页数要是 4 的倍数，这份文件有 {len(pages)} 页。请按书来制作。",
                f"Saddle stitch takes a multiple of four pages, and there are {len(pages)}. "
                "Make it as a book.",
            )
        if len(pages) > MOST_STAPLED:
            raise FinishError(
                f"骑马订最多 {MOST_STAPLED} 页，这份文件有 {len(pages)} 页。请用锁线或胶装。",
                f"Up to {MOST_STAPLED} pages are stapled, and there are {len(pages)}. Have it sewn "
                "or perfect bound.",
            )
        trim = _trim(pages)
        halves = [_half(document, page) for page in pages]
        for left, right in order(len(pages)):
            document.pages.append(_side(document, trim, (halves[left], halves[right])))
        del document.pages[: len(pages)]
        mark_instance(document, press_pdf)
        return written(document, VERSION)


def _trim(pages: list[Page]) -> PressSheet:
    """Return the sheet of one page, the same for all."""
    boxes = {
        tuple(round(float(part), 2) for box in (page.trimbox, page.bleedbox) for part in box)
        for page in pages
    }
    if len(boxes) != 1:
        raise FinishError(
            "各页的成品尺寸不同，不能拼版。请按书来制作。",
            "Pages differ in trim and cannot be imposed. Make it as a book.",
        )
    left, bottom, right, top = (float(part) for part in pages[0].trimbox)
    return PressSheet(right - left, top - bottom, left - float(pages[0].bleedbox[0]), left)


def _half(pdf: Pdf, page: Page) -> Stream:
    """Return a page as a form; where it stands, it is cut by what draws it."""
    page.contents_coalesce()
    width, height = size(page)
    return pdf.make_stream(
        page.obj.Contents.read_bytes(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(width, 4), round(height, 4)]),
        Resources=page.obj.Resources,
    )


def _side(pdf: Pdf, single: PressSheet, halves: tuple[Stream, Stream]) -> Page:
    whole = PressSheet(2 * single.width, single.height, single.bleed, _SLUG)
    fold = whole.slug + single.width
    left, bottom, right, top = whole.bled
    drawn = b""
    for name, x, (start, end) in (
        (b"/left", whole.slug, (left, fold)),
        (b"/right", fold, (fold, right)),
    ):
        clip = numbers(start, bottom, end - start, top - bottom)
        move = numbers(1, 0, 0, 1, x - single.slug, whole.slug - single.slug)
        drawn += b"q %s re W n %s cm %s Do Q\n" % (clip, move, name)
    resources = Dictionary(XObject=Dictionary(left=halves[0], right=halves[1]))
    add_registration(pdf, resources)
    drawn += crop_marks(whole) + fold_marks(whole, fold)
    page = new_page(pdf, whole.media[2:], drawn, resources)
    page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    set_boxes(page, whole)
    return page
