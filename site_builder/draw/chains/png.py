"""A drawing as a PNG, for slides: drawn by resvg, which needs no browser.

It reads the same presentation attributes as every other reader of these drawings, takes the
named fonts from the system, and gives the same bytes for the same drawing and fonts.
"""

import re

import resvg_py

_WIDE = 1920
"""The width that a slide shows, in pixels; a drawing is not made smaller than it is."""
_MOST = 12_000_000
"""The most pixels of a picture, so that a large map does not take seconds."""


def chain_png(svg: str) -> bytes:
    """Return an SVG document as a PNG on white, about as wide as a slide.

    Raises ValueError when the text is no SVG with a size.
    """
    found = re.match(r'<svg[^>]*? viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if found is None:
        raise ValueError("the drawing states no viewBox")
    width, height = float(found[1]), float(found[2])
    zoom = max(_WIDE / width, 1.0)
    zoom = min(zoom, (_MOST / (width * height)) ** 0.5)
    return resvg_py.svg_to_bytes(svg_string=svg, background="#ffffff", zoom=zoom, dpi=96.0)
