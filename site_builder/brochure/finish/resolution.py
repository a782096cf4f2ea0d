"""Pictures that are too coarse for print, by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Object, Page, Pdf, Stream

from site_builder.brochure.finish.streams import images
from site_builder.brochure.finish.writing import opened

_ROUNDING = 0.99
"""A picture reduced to 300 dots an inch by whole pixels may have 298."""

_OPERATORS = "q Q cm Do BDC BMC EMC scn"


@dataclass(frozen=True, order=True)
class CoarsePicture:
    """A picture with too few dots in the size it is printed in."""

    page: int
    """Counted from 1."""
    name: str
    """What its alternative text says; empty if it has none."""
    dpi: int


@dataclass(frozen=True)
class _Drawn:
    image: Stream
    matrix: Matrix
    """From the picture's unit square to the page."""
    mcid: int | None


def coarse_pictures(pdf: bytes, least: int) -> tuple[CoarsePicture, ...]:
    """Return the pictures of a set PDF that have fewer than `least` dots an inch in print.

    Masks of one colour count too. Pictures are named by their alternative text, so this
    reads the set PDF, before a press file loses its tags.
    """
    with opened(pdf) as document:
        if next(images(document), None) is None:
            return ()
        found = {
            CoarsePicture(number, _name(document, page, drawn.mcid), dpi)
            for number, page in enumerate(document.pages, 1)
            for drawn in _drawn(page)
            if (dpi := _dpi(drawn)) < least * _ROUNDING
        }
    return tuple(sorted(found))


def _dpi(drawn: _Drawn) -> int:
    a, b, c, d, _, _ = drawn.matrix.shorthand
    width, height = hypot(a, b), hypot(c, d)
    if not width or not height:
        return 10**6
    across = float(drawn.image.Width) / width
    return round(72 * min(across, float(drawn.image.Height) / height))


def _drawn(page: Page) -> Iterator[_Drawn]:
    used = page.obj.get("/Resources", Dictionary())
    yield from _in_stream(page, used, Matrix(), Matrix(), None)


def _in_stream(
    content: Page | Object, used: Object, start: Matrix, base: Matrix, mcid: int | None
) -> Iterator[_Drawn]:
    """Yield what a stream draws; `base` is the space that its tiles are laid in."""
    matrix, kept, tags = start, [], [mcid]
    for step in pikepdf.parse_content_stream(content, _OPERATORS):
        operands = list(step.operands)
        match str(step.operator):
            case "q":
                kept.append(matrix)
            case "Q":
                matrix = kept.pop() if kept else start
            case "cm":
                matrix = Matrix(Array(operands)) @ matrix
            case "BDC" | "BMC":
                tags.append(_mcid(operands, tags[-1]))
            case "EMC" if len(tags) > 1:
                tags.pop()
            case "Do":
                yield from _painted(used.XObject[str(operands[0])], used, matrix, tags[-1])
            case "scn" if operands and isinstance(operands[-1], Name):
                tile = used.Pattern[str(operands[-1])]
                if isinstance(tile, Stream):
                    laid = _matrix(tile) @ base
                    inside = tile.get("/Resources", used)
                    yield from _in_stream(tile, inside, laid, laid, tags[-1])


def _painted(painted: Object, used: Object, matrix: Matrix, mcid: int | None) -> Iterator[_Drawn]:
    if painted.Subtype == Name.Image:
        if isinstance(painted, Stream):
            yield _Drawn(painted, matrix, mcid)
    elif painted.Subtype == Name.Form:
        inside = _matrix(painted) @ matrix
        yield from _in_stream(painted, painted.get("/Resources", used), inside, inside, mcid)


def _matrix(of: Object) -> Matrix:
    return Matrix(of.Matrix) if "/Matrix" in of else Matrix()


def _mcid(operands: list[Object], outer: int | None) -> int | None:
    properties = operands[-1] if operands else None
    if isinstance(properties, Dictionary) and "/MCID" in properties:
        return int(properties.MCID)
    return outer


def _name(pdf: Pdf, page: Page, mcid: int | None) -> str:
    """Return the alternative text of the figure that a piece of content belongs to."""
    if mcid is None or "/StructParents" not in page.obj or "/StructTreeRoot" not in pdf.Root:
        return ""
    entries = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    parents: Mapping[int, Object] = entries
    element: Object | None = parents[int(page.obj.StructParents)][mcid]
    while isinstance(element, Dictionary):
        if "/Alt" in element:
            return str(element.Alt)
        element = element.get("/P")
    return ""
