"""How much ink a CMYK picture takes, from a sample of its dots."""

import io
import struct
from typing import Any

import pikepdf
from PIL import Image, ImageChops

from site_builder.preflight.paint import Space, space_of

_SIDE = 400
"""About how many dots along a side are looked at."""
_DAMAGE = (
    pikepdf.PikepdfError, Image.DecompressionBombError, OSError, ValueError, SyntaxError,
    struct.error,
)  # fmt: skip
"""What a damaged picture does to its readers."""
_LET_BE = 0.002
"""The heaviest 0.2 per cent do not count: noise of the compression, the rim of a letter."""


class DamagedError(Exception):
    """A picture whose dots cannot be read, or are too few."""


def heaviest_ink(stream: Any) -> float | None:
    """Return the ink of the heaviest parts in per cent, to about two; None if not in CMYK.

    Raises `DamagedError` for dots that are not there.
    """
    space = stream.get("/ColorSpace")
    if space is None or space_of(space) is not Space.CMYK or _is_indexed(space):
        return None
    inks = _inks(stream)
    if inks is None:
        return None
    if _is_inverted(stream):
        inks = ImageChops.invert(inks)
    cyan, magenta, yellow, black = inks.split()
    colours = ImageChops.add(cyan, magenta, scale=2)
    rest = ImageChops.add(yellow, black, scale=2)
    counts = ImageChops.add(colours, rest, scale=2).histogram()
    left = _LET_BE * inks.width * inks.height
    for quarter in range(255, -1, -1):
        left -= counts[quarter]
        if left < 0:
            return quarter * 4 / 2.55
    return 0.0


def _inks(stream: Any) -> Image.Image | None:
    """Return the dots as the file holds them, thinned out; None of what is no plain CMYK."""
    try:
        if "DCTDecode" in str(stream.get("/Filter")):
            picture = Image.open(io.BytesIO(stream.read_raw_bytes()))
            # A JPEG is halved while it is read: an eighth of the sides is quick and enough.
            picture.draft("CMYK", (_SIDE, _SIDE))
            # Pillow turns CMYK in JPEG round, as Adobe's programs write it; PDF does not.
            return ImageChops.invert(picture) if picture.mode == "CMYK" else None
        if int(stream.get("/BitsPerComponent", 8)) != 8:
            return None
        size = int(stream["/Width"]), int(stream["/Height"])
        data = stream.read_bytes()
        if len(data) < 4 * size[0] * size[1]:
            raise DamagedError
        dots = Image.frombytes("CMYK", size, data[: 4 * size[0] * size[1]])
    except _DAMAGE as error:
        raise DamagedError from error
    return dots.resize((min(size[0], _SIDE), min(size[1], _SIDE)), Image.Resampling.NEAREST)


def _is_indexed(space: Any) -> bool:
    return isinstance(space, pikepdf.Array) and str(space[0]) in {"/Indexed", "/I"}


def _is_inverted(stream: Any) -> bool:
    decode = stream.get("/Decode")
    return decode is not None and float(decode[0]) > float(decode[1])
