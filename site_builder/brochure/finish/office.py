"""The set PDF for an office printer: A4, with no colour to the edge."""

from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Object, Page, Pdf, Rectangle

from site_builder.brochure.finish.placing import place, size
from site_builder.brochure.finish.settings import POINT
from site_builder.brochure.finish.streams import drop
from site_builder.brochure.finish.writing import opened, written

_A4 = (210 * POINT, 297 * POINT)
_EDGE = 4.2 * POINT
"""What office printers leave white; it takes an A4 page to 96 percent."""


def office(pdf: bytes) -> bytes:
    """Return a set PDF on A4, upright or across as each page is, with a white edge.

    An A4 page is set at 96 percent, a larger one smaller, one that fits anyway as it is,
    always in the middle. Tags, bookmarks and links stay and point where they did.
    """
    with opened(pdf) as document:
        moved = {page.obj.objgen: _lay(page) for page in document.pages}
        for page in document.pages:
            for note in page.obj.get("/Annots", Array()):
                _move_rectangles(note, moved[page.obj.objgen])
        for target in _targets(document):
            _move_target(target, moved)
        return written(document)


def _lay(page: Page) -> Matrix:
    """Put a page on A4 and return how it was moved."""
    width, height = size(page)
    paper = _A4[::-1] if width > height else _A4
    scale = min(1, *((side - 2 * _EDGE) / own for side, own in zip(paper, size(page), strict=True)))
    left, bottom, right, top = (float(part) for part in page.mediabox)
    dx = (paper[0] - scale * width) / 2 - scale * left
    dy = (paper[1] - scale * height) / 2 - scale * bottom
    matrix = Matrix(scale, 0, 0, scale, dx, dy)
    seen = matrix.transform(Rectangle(left, bottom, right, top))
    place(page, matrix, (seen.llx, seen.lly, seen.urx, seen.ury))
    page.obj.MediaBox = Array([0, 0, *(round(side, 4) for side in paper)])
    drop(page.obj, "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
    return matrix


def _move_rectangles(note: Object, matrix: Matrix) -> None:
    left, bottom, right, top = (float(part) for part in note.Rect.as_list())
    corner, opposite = matrix.transform((left, bottom)), matrix.transform((right, top))
    note.Rect = _rounded([*corner, *opposite])
    corners = note.get("/QuadPoints")
    if corners is not None:
        flat = [float(part) for part in corners.as_list()]
        pairs = zip(flat[::2], flat[1::2], strict=True)
        note.QuadPoints = _rounded([part for pair in pairs for part in matrix.transform(pair)])


def _rounded(figures: Iterable[float]) -> Array:
    return Array([round(part, 4) for part in figures])


def _targets(pdf: Pdf) -> Iterator[Object]:
    """Yield the places that links, names and bookmarks point to, each once."""
    seen: set[tuple[int, int]] = set()
    for target in _all_targets(pdf):
        if isinstance(target, Dictionary):
            target = target.get("/D")  # noqa: PLW2901 - a name may hold a dictionary around it
        if not isinstance(target, Array) or target.objgen in seen:
            continue
        if target.objgen != (0, 0):
            seen.add(target.objgen)
        yield target


def _all_targets(pdf: Pdf) -> Iterator[Object | None]:
    named = pdf.Root.get("/Names", Dictionary()).get("/Dests")
    if named is not None:
        yield from pikepdf.NameTree(named).values()
    holders = [note for page in pdf.pages for note in page.obj.get("/Annots", Array())]
    holders += _bookmarks(pdf.Root.get("/Outlines", Dictionary()))
    holders.append(pdf.Root)
    for holder in holders:
        yield holder.get("/Dest")
        for key in ("/A", "/OpenAction"):
            action = holder.get(key)
            if isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
                yield action.get("/D")
            elif isinstance(action, Array):
                yield action


def _bookmarks(parent: Object) -> list[Object]:
    found: list[Object] = []
    item = parent.get("/First")
    while item is not None:
        found += [item, *_bookmarks(item)]
        item = item.get("/Next")
    return found


def _move_target(target: Object, moved: dict[tuple[int, int], Matrix]) -> None:
    matrix = moved.get(target[0].objgen)
    if matrix is None or target[1] != Name.XYZ or len(target) < 4:
        return
    x, y = (None if part is None else float(part) for part in list(target.as_list())[2:4])
    across, up = matrix.transform((x or 0, y or 0))
    if x is not None:
        target[2] = round(across, 4)
    if y is not None:
        target[3] = round(up, 4)
