"""Colour of press files: inks only, black text in black alone, no more ink than dries."""

from collections.abc import Iterator

from site_builder.diagnostics import Words, both
from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found
from site_builder.preflight.marks import Kind, Mark
from site_builder.preflight.paint import FOREIGN, Space
from site_builder.preflight.picture_ink import DamagedError, heaviest_ink
from site_builder.preflight.printed_page import PrintedPage

MOST_INK = 300
"""Per cent of all inks together that dry on coated paper: above it sheets set off on each other."""
SMALL = 8
"""Text of so many points or less shows every misfit between inks."""
VISIBLE = 0.15
"""An ink below this is too pale for its misfit to be seen at the edge of a letter."""
_DARK = 0.25
"""A colour none of whose red, green and blue is above this counts as black."""
_ROUNDING = 0.005

_NAMES = {
    Kind.TEXT: Words("文字", "text"),
    Kind.FILL: Words("色块", "an area"),
    Kind.STROKE: Words("线条", "a line"),
    Kind.PICTURE: Words("图片", "a picture"),
    Kind.SHADING: Words("渐变", "a gradient"),
    Kind.GROUP: Words("透明组", "a transparency group"),
}


def check_colour(page: PrintedPage) -> Iterator[Found]:
    """Yield what is wrong with the colours of a page for a press."""
    yield from _foreign(page)
    yield from _spots(page)
    for mark in page.printed:
        if mark.overprints and mark.paint.inks is not None and not any(mark.paint.inks):
            facts = both(what=_NAMES[mark.kind])
            yield Found(Fault.WHITE_LOST, page.number, page.spot(mark.box), facts)
        if mark.kind is Kind.TEXT:
            yield from _text(mark, page)
    yield from _heavy(page)


def _foreign(page: PrintedPage) -> Iterator[Found]:
    """Yield screen colours, each kind of mark and colour once; those of soft masks as well."""
    seen: set[tuple[Kind, str]] = set()
    for mark in page.marks:
        if mark.paint.space in FOREIGN and (mark.kind, mark.paint.shown) not in seen:
            seen.add((mark.kind, mark.paint.shown))
            spot = None if mark.kind is Kind.GROUP else page.spot(mark.box)
            facts = {"colour": mark.paint.shown, **both(what=_NAMES[mark.kind])}
            yield Found(Fault.RGB_IN_PRESS, page.number, spot, facts)


def _spots(page: PrintedPage) -> Iterator[Found]:
    """Yield the first mark of each kind in an ink beside the four; crop marks are in all inks."""
    first = {mark.kind: mark for mark in reversed(page.printed) if mark.paint.space is Space.SPOT}
    for kind, mark in sorted(first.items()):
        facts = both(what=_NAMES[kind])
        yield Found(Fault.SPOT_COLOUR, page.number, page.spot(mark.box), facts)


def _text(mark: Mark, page: PrintedPage) -> Iterator[Found]:
    inks = mark.paint.inks
    if inks is None:
        return
    cyan, magenta, yellow, black = inks
    lightest = max(1 - ink for ink in (cyan, magenta, yellow)) * (1 - black)
    facts = {"colour": mark.paint.shown, "size": f"{mark.size:.1f}"}
    if lightest <= _DARK and max(cyan, magenta, yellow) > _ROUNDING:
        yield Found(Fault.BLACK_OF_FOUR, page.number, page.spot(mark.box), facts)
    elif mark.size <= SMALL and sum(ink > VISIBLE for ink in inks) > 2:
        yield Found(Fault.SMALL_TEXT_INKS, page.number, page.spot(mark.box), facts)


def _heavy(page: PrintedPage) -> Iterator[Found]:
    """Yield marks with too much ink. What is laid over nothing takes the place of what is below."""
    below: list[tuple[Mark, float]] = []
    for mark in page.printed:
        if mark.kind is Kind.PICTURE and mark.picture is not None and mark.paint.inks is None:
            yield from _heavy_picture(mark, page)
            continue
        inks = mark.paint.inks
        if inks is None:
            continue
        total = 100 * sum(inks)
        if mark.overprints or mark.blends:
            total += max((ink for other, ink in below if _touch(mark, other)), default=0)
        below.append((mark, total))
        if total > MOST_INK + _ROUNDING:
            facts = {"colour": mark.paint.shown, "total": round(total), "most": MOST_INK}
            yield Found(Fault.TOO_MUCH_INK, page.number, page.spot(mark.box), facts)


def _touch(one: Mark, other: Mark) -> bool:
    common = one.box.within(other.box)
    return common.width > 0 and common.height > 0


def _heavy_picture(mark: Mark, page: PrintedPage) -> Iterator[Found]:
    if mark.picture is None or mark.picture.stream is None:
        return
    try:
        total = heaviest_ink(mark.picture.stream)
    except DamagedError:
        yield Found(Fault.PICTURE_DAMAGED, page.number, page.spot(mark.box))
        return
    if total is not None and total > MOST_INK + 1:
        facts = {"total": round(total), "most": MOST_INK}
        yield Found(Fault.PICTURE_INK, page.number, page.spot(mark.box), facts)
