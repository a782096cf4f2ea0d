"""Boxes, sizes, lines, pictures and the number of pages of what goes to a press."""

from collections.abc import Iterator, Mapping, Sequence

from site_builder.diagnostics import Words, both
from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found
from site_builder.preflight.geometry import MM
from site_builder.preflight.marks import Kind, Mark
from site_builder.preflight.printed_page import PrintedPage, trim_of
from site_builder.preflight.type_checks import shortened

_THINNEST = 0.25
"""Points: a finer line of one ink comes and goes with the plate."""
_NOTHING = 0.005
_SAFE = 3.0
"""Millimetres that text keeps from the trim: the knife wanders by as much as the bleed allows."""
_NEAR = 0.1
"""Millimetres that rounding may be off."""
MOST_STAPLED = 64
"""Pages of a book that is folded and stapled: common practice of print shops, which name 48 to 80
for the paper of brochures. A thicker one does not close, and its inner sheets creep out."""
_FOLDED = (1.8, 2.05)
"""How much wider than the others a fold-out may be."""


def check_boxes(pages: Sequence[PrintedPage]) -> Iterator[Found]:
    """Yield what is wrong with the sizes of all pages together, and with their number."""
    for page in pages:
        yield from _boxes(page)
    first = pages[0]
    for page in pages:
        if not (_same(page, first) or _folds_out(page, first)):
            facts = {"size": _size(page), "usual": _size(first)}
            yield Found(Fault.TRIM_DIFFERS, page.number, facts=facts)
    if trim_of(first.width, first.height) is None:
        yield Found(Fault.TRIM_UNKNOWN, first.number, facts={"size": _size(first)})
    if first.paper.is_bound and len(pages) > 2 and len(pages) % 4:
        counted = {"count": len(pages), "more": -len(pages) % 4}
        yield Found(Fault.PAGES_NOT_OF_FOUR, facts=counted)
    elif first.paper.is_bound and len(pages) > MOST_STAPLED:
        counted = {"count": len(pages), "most": MOST_STAPLED}
        yield Found(Fault.TOO_THICK_TO_STAPLE, facts=counted)


def _boxes(page: PrintedPage) -> Iterator[Found]:
    for name in ("TrimBox", "BleedBox"):
        if f"/{name}" not in page.source.obj:
            yield Found(Fault.BOX_MISSING, page.number, facts={"box": name})
    pairs = (
        ("TrimBox", page.trim, "BleedBox", page.bleed),
        ("BleedBox", page.bleed, "MediaBox", page.media),
    )
    for inner, inside, outer, outside in pairs:
        if not outside.holds(inside, _NEAR):
            yield Found(Fault.BOX_OUTSIDE, page.number, facts={"inner": inner, "outer": outer})
    if abs(page.media.left) > _NEAR or abs(page.media.bottom) > _NEAR:
        facts = {"x": f"{page.media.left:g}", "y": f"{page.media.bottom:g}"}
        yield Found(Fault.BOX_MOVED, page.number, facts=facts)
    wanted = page.trim.grown((page.paper.bleed - _NEAR) * MM)
    if "/BleedBox" in page.source.obj and page.paper.bleed and not page.bleed.holds(wanted):
        sides = (
            page.trim.left - page.bleed.left,
            page.trim.bottom - page.bleed.bottom,
            page.bleed.right - page.trim.right,
            page.bleed.top - page.trim.top,
        )
        facts = {"bleed": f"{min(sides) / MM:.1f}", "wanted": f"{page.paper.bleed:g}"}
        yield Found(Fault.BLEED_SHORT, page.number, facts=facts)


def _same(page: PrintedPage, first: PrintedPage) -> bool:
    return abs(page.width - first.width) <= _NEAR and abs(page.height - first.height) <= _NEAR


def _folds_out(page: PrintedPage, first: PrintedPage) -> bool:
    least, most = _FOLDED
    return (
        abs(page.height - first.height) <= _NEAR
        and least * first.width <= page.width <= most * first.width
    )


def _size(page: PrintedPage) -> str:
    return f"{page.width:.4g} × {page.height:.4g} mm"


def check_lines(page: PrintedPage) -> Iterator[Found]:
    """Yield lines too fine for a press, and text that the knife may touch."""
    safe = page.trim.grown(-_SAFE * MM + _NEAR)
    for mark in page.printed:
        if mark.kind is Kind.TEXT:
            shown = mark.face is None or mark.face.text(list(mark.codes)).strip()
            on_page = mark.box.within(page.trim)
            if shown and not on_page.is_empty and not safe.holds(on_page):
                yield Found(Fault.TEXT_NEAR_TRIM, page.number, page.spot(mark.box), _said(mark))
        elif (thin := _thickness(mark)) is not None and thin < _THINNEST - 0.005:
            facts = {"thickness": f"{thin:.2f}"}
            yield Found(Fault.HAIRLINE, page.number, page.spot(mark.box), facts)


def _said(mark: Mark) -> dict[str, str]:
    text = "" if mark.face is None else mark.face.text(list(mark.codes)).strip()
    return {"text": shortened(text)}


def _thickness(mark: Mark) -> float | None:
    """Return how thick a line is, in points; an area with one short side is a line, too."""
    if mark.kind is Kind.STROKE:
        return mark.size
    if mark.kind is Kind.FILL:
        short, long = sorted((mark.box.width, mark.box.height))
        # Slivers of drawings have two short sides, and end in a point; what has no thickness
        # at all is the inside of a line that is drawn as well.
        return short if long > 4 * _THINNEST and short > _NOTHING else None
    return None


def check_pictures(page: PrintedPage, words: Mapping[tuple[int, int], str]) -> Iterator[Found]:
    """Yield pictures of too few dots; `words` describe them by page and tagged sequence."""
    for mark in page.printed:
        if mark.picture is None:
            continue
        dots = min(mark.picture.across, mark.picture.down)
        if dots < page.paper.dots - 1:
            spot = page.spot(mark.box)
            size = f"{spot.width:.0f} × {spot.height:.0f} mm"
            alt = words.get((page.number, -1 if mark.sequence is None else mark.sequence), "")
            name = Words(
                f"“{alt}”（{size}）" if alt else f"（{size}）",
                f"“{alt}” ({size})" if alt else f"of {size}",
            )
            facts = {"dots": round(dots), "wanted": page.paper.dots, **both(picture=name)}
            yield Found(Fault.PICTURE_COARSE, page.number, spot, facts)
