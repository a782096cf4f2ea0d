"""The set PDF for an office printer: A4, or A3 for a fold-out, with no colour to the edge."""

from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Object, Page, Pdf, Rectangle, String

from site_builder.brochure.finish.lessened import lessen_pictures
from site_builder.brochure.finish.placing import place, size
from site_builder.brochure.finish.streams import drop
from site_builder.brochure.finish.writing import opened, written
from site_builder.preflight.geometry import MM
from site_builder.preflight.type_checks import REDUCED

_PAPERS = ((210 * MM, 297 * MM), (297 * MM, 420 * MM))
"""A4, and A3: the papers that office printers take (ISO 216)."""
_EDGE = 4.2 * MM
"""What office printers leave white."""
_ROUNDING = 0.5 * MM


def office(pdf: bytes) -> bytes:
    """Return a set PDF on office paper, upright or across as each page is, with a white edge.

    A page keeps its size, so that no type becomes too small to read: on A4, on A3 if A4 does not
    hold it, always in the middle; of colour that runs to the edge of the paper, the outermost
    millimetres stay away. What is larger than A3, such as a roll-up, is made smaller to be looked
    at on A4, and the file says that it is reduced. Tags, bookmarks and links stay and point where
    they did. Raises `FinishError` for a damaged file.
    """
    with opened(pdf) as document:
        lessen_pictures(document)
        moved = {page.obj.objgen: _lay(page) for page in document.pages}
        if any(matrix.a < 1 for matrix in moved.values()):
            document.docinfo[REDUCED] = String(f"{min(m.a for m in moved.values()):.3f}")
        for page in document.pages:
            for note in page.obj.get("/Annots", Array()):
                _move_rectangles(note, moved[page.obj.objgen])
        for target in _targets(document):
            _move_target(target, moved)
        return written(document)


def _lay(page: Page) -> Matrix:
    """Put a page on its paper and return how it was moved."""
    width, height = size(page)
    paper, scale = _paper(width, height)
    left, bottom, right, top = (float(part) for part in page.mediabox)
    dx = (paper[0] - scale * width) / 2 - scale * left
    dy = (paper[1] - scale * height) / 2 - scale * bottom
    matrix = Matrix(scale, 0, 0, scale, dx, dy)
    seen = matrix.transform(Rectangle(left, bottom, right, top))
    white = (_EDGE, _EDGE, paper[0] - _EDGE, paper[1] - _EDGE)
    clip = Rectangle(*white) & seen
    place(page, matrix, (clip.llx, clip.lly, clip.urx, clip.ury))
    page.obj.MediaBox = Array([0, 0, *(round(side, 4) for side in paper)])
    drop(page.obj, "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
    return matrix


def _paper(width: float, height: float) -> tuple[tuple[float, float], float]:
    """Return the paper that a page of a size is put on, and by how much it is made smaller."""
    for upright in _PAPERS:
        paper = upright[::-1] if width > height else upright
        if width <= paper[0] + _ROUNDING and height <= paper[1] + _ROUNDING:
            return paper, 1.0
    paper = _PAPERS[0][::-1] if width > height else _PAPERS[0]
    return paper, min((paper[0] - 2 * _EDGE) / width, (paper[1] - 2 * _EDGE) / height)


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
