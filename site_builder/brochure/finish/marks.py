"""Marks beside the trim that say where a sheet is cut and folded."""

from pikepdf import Array, Dictionary, Name, Pdf

from site_builder.brochure.finish.boxes import PressSheet
from site_builder.brochure.finish.placing import numbers
from site_builder.preflight.geometry import MM

_GAP = 4 * MM
"""From the trim to a mark: beyond the bleed."""

_LENGTH = 5 * MM
_HAIR = 0.25
_ALL = "/registration"


def crop_marks(sheet: PressSheet) -> bytes:
    """Return the eight lines at the corners of the trim."""
    left, bottom, right, top = sheet.trim
    lines = []
    for x in (left, right):
        lines.append((x, bottom - _GAP, x, bottom - _GAP - _LENGTH))
        lines.append((x, top + _GAP, x, top + _GAP + _LENGTH))
    for y in (bottom, top):
        lines.append((left - _GAP, y, left - _GAP - _LENGTH, y))
        lines.append((right + _GAP, y, right + _GAP + _LENGTH, y))
    return _drawn(lines, b"[] 0 d")


def fold_marks(sheet: PressSheet, x: float) -> bytes:
    """Return the dashed lines above and below a fold at `x`."""
    _, bottom, _, top = sheet.trim
    below = (x, bottom - _GAP, x, bottom - _GAP - _LENGTH)
    return _drawn([below, (x, top + _GAP, x, top + _GAP + _LENGTH)], b"[2 1.5] 0 d")


def _drawn(lines: list[tuple[float, float, float, float]], dash: bytes) -> bytes:
    drawn = b"".join(b"%s m %s l S\n" % (numbers(*line[:2]), numbers(*line[2:])) for line in lines)
    return b"q %s CS 1 SCN %s w 0 J %s\n%sQ\n" % (_ALL.encode(), numbers(_HAIR), dash, drawn)


def add_registration(pdf: Pdf, resources: Dictionary) -> None:
    """Give resources the colour of marks: every plate of the press, whichever there are."""
    if _ALL in resources.get("/ColorSpace", Dictionary()):
        return
    full = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * 4), C1=Array([1] * 4)
    )
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, full])
    resources.ColorSpace = Dictionary({_ALL: pdf.make_indirect(space)})
