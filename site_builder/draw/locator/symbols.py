"""The signs of the locator map, told apart by shape as well as by colour."""

from site_builder.draw.locator.locator import Kind
from site_builder.draw.palette import Palette
from site_builder.draw.svg import CENTRE, Point, element, number, path, text

BOUNDARY_DASH = "7 3 1.5 3"
"""The dashes of a boundary: a stroke and a dot."""
_NUMBER_SIZE = 11.5


def symbol(kind: Kind, at: Point, palette: Palette) -> str:
    """Return the sign for a kind of place, about 16 pixels wide, around a point."""
    place = f"translate({number(at[0])} {number(at[1])})"
    return element("g", _SIGNS[kind](palette), transform=place)


def numbered(figure: str, at: Point, palette: Palette) -> str:
    """Return the sign of a project with its number in it, 18 pixels wide."""
    x, y = at
    square = element("rect", x=x - 9, y=y - 8, width=18, height=16, fill=palette.seal)
    return square + text(
        figure,
        x,
        y + CENTRE * _NUMBER_SIZE,
        _NUMBER_SIZE,
        palette.white,
        text_anchor="middle",
        font_weight="bold",
    )


def boundary_sign(at: Point, palette: Palette) -> str:
    """Return a piece of boundary for the legend."""
    line = f"M{number(at[0] - 9)} {number(at[1])}h18"
    return path(
        line, stroke=palette.pine, stroke_width=1.6, stroke_dasharray=BOUNDARY_DASH, fill="none"
    )


def _county_seat(palette: Palette) -> str:
    return element("circle", r=7, fill=palette.white, stroke=palette.ink, stroke_width=2) + element(
        "circle", r=3.2, fill=palette.ink
    )


def _township(palette: Palette) -> str:
    return element("circle", r=4, fill=palette.white, stroke=palette.ink, stroke_width=1.5)


def _railway(palette: Palette) -> str:
    rails = path("M-5.5 0H5.5M-3 -3V3M0 -3V3M3 -3V3", stroke=palette.white, stroke_width=1.4)
    return path("M-8 -5.5H8V5.5H-8Z", fill=palette.ink) + rails


def _airport(palette: Palette) -> str:
    right = "M0 -9 1.6 -3 9 1.5V3.6L1.6 1.4 1 6 3.4 8V9.4L0 8.4"
    left = " -3.4 9.4V8L-1 6 -1.6 1.4 -9 3.6V1.5L-1.6 -3Z"
    return path(right + left, fill=palette.ink)


def _expressway(palette: Palette) -> str:
    road = path("M-2.4 5 -0.9 -5M2.4 5 0.9 -5", stroke=palette.white, stroke_width=1.3)
    return path("M0 -9 8.5 0 0 9 -8.5 0Z", fill=palette.pine_soft) + road


def _scenic(palette: Palette) -> str:
    return path("M-9 6.5 -3 -6.5 1 1.5 3.5 -2.5 9 6.5Z", fill=palette.pine_soft)


def _park(palette: Palette) -> str:
    inner = path(
        "M-5 -5H5V5H-5ZM-5 0H5M0 -5V5", stroke=palette.white, stroke_width=1.2, fill="none"
    )
    return path("M-8 -8H8V8H-8Z", fill=palette.pine) + inner


def _project(palette: Palette) -> str:
    inner = path("M-3.6 -3.6H3.6V3.6H-3.6Z", stroke=palette.white, stroke_width=1.2, fill="none")
    return path("M-6 -6H6V6H-6Z", fill=palette.seal) + inner


_SIGNS = {
    "county-seat": _county_seat,
    "township": _township,
    "railway": _railway,
    "airport": _airport,
    "expressway": _expressway,
    "scenic": _scenic,
    "park": _park,
    "project": _project,
}
