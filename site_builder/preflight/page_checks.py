"""Boxes, sizes, lines, pictures and the number of pages of what goes to a press."""

from collections.abc import Iterator, Mapping, Sequence

from site_builder.diagnostics import Words, both
from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found
from site_builder.preflight.geometry import MM
from site_builder.preflight.marks import Kind, Mark
from site_builder.preflight.sheet import Sheet, trim_of

_THINNEST = 0.25
"""Points: a finer line of one ink comes and goes with the plate."""
_NOTHING = 0.005
_SAFE = 3.0
"""Millimetres that text keeps from the trim: the knife wanders by as much as the bleed allows."""
_NEAR = 0.1
"""Millimetres that rounding may be off."""
_FOLDED = (1.8, 2.05)
"""How much wider than the others a fold-out may be."""


def check_boxes(sheets: Sequence[Sheet]) -> Iterator[Found]:
    """Yield what is wrong with the sizes of all pages together, and with their number."""
    for sheet in sheets:
        yield from _boxes(sheet)
    first = sheets[0]
    for sheet in sheets:
        if not (_same(sheet, first) or _folds_out(sheet, first)):
            facts = {"size": _size(sheet), "usual": _size(first)}
            yield Found(Fault.TRIM_DIFFERS, sheet.number, facts=facts)
    if trim_of(first.width, first.height) is None:
        yield Found(Fault.TRIM_UNKNOWN, first.number, facts={"size": _size(first)})
    if first.paper.is_bound and len(sheets) > 2 and len(sheets) % 4:
        counted = {"count": len(sheets), "more": -len(sheets) % 4}
        yield Found(Fault.PAGES_NOT_OF_FOUR, facts=counted)


def _boxes(sheet: Sheet) -> Iterator[Found]:
    for name in ("TrimBox", "BleedBox"):
        if f"/{name}" not in sheet.page.obj:
            yield Found(Fault.BOX_MISSING, sheet.number, facts={"box": name})
    pairs = (
        ("TrimBox", sheet.trim, "BleedBox", sheet.bleed),
        ("BleedBox", sheet.bleed, "MediaBox", sheet.media),
    )
    for inner, inside, outer, outside in pairs:
        if not outside.holds(inside, _NEAR):
            yield Found(Fault.BOX_OUTSIDE, sheet.number, facts={"inner": inner, "outer": outer})
    if abs(sheet.media.left) > _NEAR or abs(sheet.media.bottom) > _NEAR:
        facts = {"x": f"{sheet.media.left:g}", "y": f"{sheet.media.bottom:g}"}
        yield Found(Fault.BOX_MOVED, sheet.number, facts=facts)
    wanted = sheet.trim.grown((sheet.paper.bleed - _NEAR) * MM)
    if "/BleedBox" in sheet.page.obj and sheet.paper.bleed and not sheet.bleed.holds(wanted):
        sides = (
            sheet.trim.left - sheet.bleed.left,
            sheet.trim.bottom - sheet.bleed.bottom,
            sheet.bleed.right - sheet.trim.right,
            sheet.bleed.top - sheet.trim.top,
        )
        facts = {"bleed": f"{min(sides) / MM:.1f}", "wanted": f"{sheet.paper.bleed:g}"}
        yield Found(Fault.BLEED_SHORT, sheet.number, facts=facts)


def _same(sheet: Sheet, first: Sheet) -> bool:
    return abs(sheet.width - first.width) <= _NEAR and abs(sheet.height - first.height) <= _NEAR


def _folds_out(sheet: Sheet, first: Sheet) -> bool:
    least, most = _FOLDED
    return (
        abs(sheet.height - first.height) <= _NEAR
        and least * first.width <= sheet.width <= most * first.width
    )


def _size(sheet: Sheet) -> str:
    return f"{sheet.width:.4g} × {sheet.height:.4g} mm"


def check_lines(sheet: Sheet) -> Iterator[Found]:
    """Yield lines too fine for a press, and text that the knife may touch."""
    safe = sheet.trim.grown(-_SAFE * MM + _NEAR)
    for mark in sheet.printed:
        if mark.kind is Kind.TEXT:
            shown = mark.face is None or mark.face.text(list(mark.codes)).strip()
            on_page = mark.box.within(sheet.trim)
            if shown and not on_page.is_empty and not safe.holds(on_page):
                yield Found(Fault.TEXT_NEAR_TRIM, sheet.number, sheet.spot(mark.box), _said(mark))
        elif (thin := _thickness(mark)) is not None and thin < _THINNEST - 0.005:
            facts = {"thickness": f"{thin:.2f}"}
            yield Found(Fault.HAIRLINE, sheet.number, sheet.spot(mark.box), facts)


def _said(mark: Mark) -> dict[str, str]:
    text = "" if mark.face is None else mark.face.text(list(mark.codes)).strip()
    return {"text": text if len(text) <= 20 else f"{text[:19]}…"}


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


def check_pictures(sheet: Sheet, words: Mapping[tuple[int, int], str]) -> Iterator[Found]:
    """Yield pictures of too few dots; `words` describe them by page and tagged sequence."""
    for mark in sheet.printed:
        if mark.picture is None:
            continue
        dots = min(mark.picture.across, mark.picture.down)
        if dots < sheet.paper.dots - 1:
            spot = sheet.spot(mark.box)
            size = f"{spot.width:.0f} × {spot.height:.0f} mm"
            alt = words.get((sheet.number, -1 if mark.sequence is None else mark.sequence), "")
            name = Words(
                f"“{alt}”（{size}）" if alt else f"（{size}）",
                f"“{alt}” ({size})" if alt else f"of {size}",
            )
            facts = {"dots": round(dots), "wanted": sheet.paper.dots, **both(picture=name)}
            yield Found(Fault.PICTURE_COARSE, sheet.number, spot, facts)
