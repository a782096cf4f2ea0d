"""What only a picture of the page shows: colour that stops at the trim, colour at the edge."""

from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2
from PIL import Image

from site_builder.diagnostics import Words, both
from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found, Spot
from site_builder.preflight.geometry import MM, Box
from site_builder.preflight.marks import Mark
from site_builder.preflight.printed_page import PrintedPage

_DOTS = 3
"""Dots in a millimetre of the picture."""
_WHITE = 243
"""A dot as bright as this, of 255, is bare paper."""
_SHORTEST = 1.0
"""Millimetres of colour along an edge that are worth a finding."""
_MARGIN = 3
"""Millimetres at the edge of the sheet that office printers leave white; most leave 4.2."""
_TOUCHES = 0.3
"""Millimetres: a mark that comes so near to the trim is meant to touch it."""

_SIDES = {
    "left": Words("左", "left"),
    "right": Words("右", "right"),
    "top": Words("上", "top"),
    "bottom": Words("下", "bottom"),
}
_UPRIGHT = {
    "left": None,
    "right": Image.Transpose.FLIP_LEFT_RIGHT,
    "top": Image.Transpose.TRANSPOSE,
    "bottom": Image.Transpose.ROTATE_270,
}
"""How a page is turned so that one of its sides is on the left."""


def check_bleed(pages: Sequence[PrintedPage], pdf: bytes) -> Iterator[Found]:
    """Yield edges where colour touches the trim and does not go on to the end of the bleed."""
    wanted = [page for page in pages if page.paper.bleed and _touched(page)]
    with pypdfium2.PdfDocument(pdf) as document:
        for page in wanted:
            reach = page.paper.bleed
            picture = _picture(document, page, page.trim.grown(reach * MM))
            for side, words in _SIDES.items():
                yield from _stopped(_turned(picture, side), round(reach * _DOTS), side, words, page)


def _touched(page: PrintedPage) -> bool:
    """Whether anything comes near the trim; most pages of a book stay away from it."""
    inside = page.trim.grown(-_TOUCHES * MM)
    return any(
        not inside.holds(on_page)
        for mark in page.printed
        if not (on_page := mark.box.within(page.trim)).is_empty
    )


def _stopped(
    picture: Image.Image, reach: int, side: str, words: Words, page: PrintedPage
) -> Iterator[Found]:
    """Yield the left edge of a picture with `reach` dots of bleed, if colour stops there."""
    # The dot on the trim itself is a mixture; so is the last one of the bleed.
    bare = [
        number
        for number, row in enumerate(_rows(picture, reach + 2))
        # Corners lie in the bleed of two sides.
        if reach <= number < picture.height - reach
        and row[reach + 1] < _WHITE
        and max(row[1 : reach - 1]) >= _WHITE
        # Snow or sky in a photograph is as bright as paper.
        and not _is_photograph(_strip(side, number, page), page)
    ]
    if len(bare) < _SHORTEST * _DOTS:
        return
    start, end = (bare[0] - reach) / _DOTS, (bare[-1] + 1 - reach) / _DOTS
    facts = {"length": f"{len(bare) / _DOTS:.0f}", **both(side=words)}
    yield Found(Fault.BLEED_NOT_REACHED, page.number, _spot(side, start, end, page), facts)


def _is_photograph(strip: Box, page: PrintedPage) -> bool:
    """Whether a strip of the bleed is of one photograph, and nothing on it stops at the trim."""
    for mark in reversed(page.printed):
        if mark.box.holds(strip, _TOUCHES * MM):
            if _hides(mark):
                return True
        elif not mark.box.within(strip.grown(_TOUCHES * MM)).is_empty:
            return False
    return False


def _hides(mark: Mark) -> bool:
    """Whether a mark is a picture that nothing under it is seen through."""
    return (
        mark.picture is not None
        and mark.is_solid
        and "/SMask" not in mark.picture.stream
        and "/Mask" not in mark.picture.stream
    )


def _strip(side: str, number: int, page: PrintedPage) -> Box:
    """Return where a row of dots lies in the bleed of one side."""
    trim = page.trim
    outer = trim.grown(page.paper.bleed * MM)
    near, far = (number / _DOTS * MM, (number + 1) / _DOTS * MM)
    if side in {"left", "right"}:
        bottom, top = outer.top - far, outer.top - near
        left, right = (outer.left, trim.left) if side == "left" else (trim.right, outer.right)
        return Box(left, bottom, right, top)
    bottom, top = (trim.top, outer.top) if side == "top" else (outer.bottom, trim.bottom)
    return Box(outer.left + near, bottom, outer.left + far, top)


def _spot(side: str, start: float, end: float, page: PrintedPage) -> Spot:
    if side in {"left", "right"}:
        return Spot(0 if side == "left" else page.width, start, 0, end - start)
    return Spot(start, 0 if side == "top" else page.height, end - start, 0)


def check_white_edge(pages: Sequence[PrintedPage], pdf: bytes) -> Iterator[Found]:
    """Yield pages with colour where an office printer leaves the sheet white."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in pages:
            inside = page.media.grown(-_MARGIN * MM)
            if all(inside.holds(mark.box.within(page.media)) for mark in page.printed):
                continue
            picture = _picture(document, page, page.media)
            dots = sum(
                value < _WHITE
                for side in _SIDES
                for row in _rows(_turned(picture, side), _MARGIN * _DOTS)
                for value in row
            )
            if dots > _SHORTEST * _DOTS:
                facts = {"margin": _MARGIN}
                yield Found(Fault.COLOUR_AT_EDGE, page.number, facts=facts)


def _picture(document: Any, page: PrintedPage, box: Box) -> Image.Image:
    """Return a part of a page in shades of grey, the way up that its content is."""
    drawn = document[page.number - 1]
    drawn.set_mediabox(*box)
    drawn.set_cropbox(*box)
    drawn.set_rotation(0)
    picture: Image.Image = drawn.render(
        scale=_DOTS / MM, grayscale=True, may_draw_forms=False
    ).to_pil()
    return picture.convert("L")


def _turned(picture: Image.Image, side: str) -> Image.Image:
    """Return a picture with one of its sides on the left, and its near end on top."""
    turn = _UPRIGHT[side]
    return picture if turn is None else picture.transpose(turn)


def _rows(picture: Image.Image, width: int) -> Iterator[bytes]:
    """Yield the rows of the leftmost dots of a picture."""
    strip = picture.crop((0, 0, width, picture.height)).tobytes()
    for start in range(0, len(strip), width):
        yield strip[start : start + width]
