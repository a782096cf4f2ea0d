"""QR codes, drawn as one path so that they stay sharp at any size."""

import segno

from site_builder.draw.palette import Palette
from site_builder.draw.svg import document, element, number, path

# Any of the eight masks gives a valid code (ISO/IEC 18004, 7.8.1); trying all of them for
# the handsomest pattern takes ten times as long as drawing it.
_MASK = 4

QUIET_ZONE = 4
"""White modules around the code, as the standard asks."""


def qr(  # noqa: PLR0913 - the choices of one picture
    text: str,
    palette: Palette,
    *,
    size: float,
    title: str,
    description: str = "",
    key: str = "",
) -> str:
    """Return a QR code of `text`, `size` wide and high with its quiet zone.

    Error level M; dark ink on white. The description is the text itself unless one is
    given; `key` makes ids unique and is the text unless given.
    """
    code = segno.make(text, error="m", mask=_MASK, micro=False, boost_error=False)
    rows = [[bool(cell) for cell in row] for row in code.matrix]
    side = len(rows) + 2 * QUIET_ZONE
    data = "".join(_row(row, y) for y, row in enumerate(rows, QUIET_ZONE))
    content = element(
        "g",
        element("path", d=f"M0 0H{side}V{side}H0Z", fill=palette.white)
        + path(data, fill=palette.ink),
        shape_rendering="crispEdges",
        transform=f"scale({number(size / side, 4)})",
    )
    return document(
        content,
        width=size,
        height=size,
        key=key or f"qr-{text}",
        title=title,
        description=description or text,
        font=None,
    )


def _row(cells: list[bool], y: int) -> str:
    """Return one row's dark runs as path data."""
    data = ""
    start = None
    for x, dark in enumerate([*cells, False], QUIET_ZONE):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            data += f"M{start} {y}h{x - start}v1h-{x - start}z"
            start = None
    return data
