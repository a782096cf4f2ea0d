"""A project as one long picture for a phone: set on one page, drawn by pypdfium2, no browser."""

import io
import math
from typing import TYPE_CHECKING, Literal

import pypdfium2

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.plan import Brochure
from site_builder.brochure.rendering.renderer import Layout, Renderer

if TYPE_CHECKING:
    from PIL.Image import Image

Kind = Literal["png", "webp"]
KINDS: tuple[Kind, ...] = ("png", "webp")

_POINTS = 0.75
"""Of a pixel, 96 to the inch."""
_MM = 25.4 / 96
_TALLEST = 18000
"""Pixels: a page of a PDF is at most 14,400 points high."""
_COLOURS = 192
"""Of a palette: flat colours and their edges need no more. A photograph does: it would be spots."""
_QUALITY = 88
"""Of the WebP of a picture with a photograph: small type has no halo, and the sky no steps."""


def set_long(composer: Composer, renderer: Renderer, brochure: Brochure) -> Layout:
    """Return a project's long picture on a page that ends where its text ends."""
    name = brochure.path
    places = renderer.lay_out(composer.long_picture(brochure, _TALLEST), name).places
    height = math.ceil(places["end"].bottom / _MM) + 1
    return renderer.lay_out(composer.long_picture(brochure, height), name)


def as_picture(pdf: bytes, kind: Kind) -> bytes:
    """Return the page of a long picture's PDF as a file of `kind`, 750 pixels wide.

    The same PDF gives the same bytes with the same versions of pypdfium2 and Pillow.
    """
    drawn, is_photographed = _drawn(pdf)
    out = io.BytesIO()
    if not is_photographed:
        _save_flat(drawn, kind, out)
    elif kind == "png":
        drawn.save(out, "PNG", optimize=True)
    else:
        drawn.save(out, "WEBP", quality=_QUALITY, method=6)
    return out.getvalue()


def _save_flat(drawn: "Image", kind: Kind, out: io.BytesIO) -> None:
    from PIL.Image import Dither, Quantize

    # The colours farthest apart, so that a rare one is not drowned by shades of the mountains;
    # without dots, which would double the file.
    few = drawn.quantize(_COLOURS, method=Quantize.MAXCOVERAGE, dither=Dither.NONE)
    if kind == "png":
        few.save(out, "PNG", optimize=True)
    else:
        # Of flat colours a lossless WebP is smaller than a lossy one, and sharper.
        few.convert("RGB").save(out, "WEBP", lossless=True, quality=60, method=4)


def _drawn(pdf: bytes) -> tuple["Image", bool]:
    """Return the page in pixels, and whether a photograph is on it: all else is drawn flat."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        is_photographed = any(True for _ in pictures)
        drawn: Image = page.render(scale=1 / _POINTS).to_pil().convert("RGB")
    return drawn, is_photographed
