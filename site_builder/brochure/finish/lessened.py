"""Photographs made smaller, for files that are sent and looked at, not printed by a shop."""

from io import BytesIO

from pikepdf import Array, Name, Pdf, PdfImage, Stream
from PIL import Image

from site_builder.brochure.finish.streams import images
from site_builder.theme import WIDTHS

_MOST = WIDTHS[-1]
"""Pixels across: the website's largest, which is 188 dots an inch over the width of A4."""
_QUALITY = 82


def lessen_pictures(pdf: Pdf) -> bool:
    """Make photographs in place as wide as the website has them; return whether there were any.

    Only what was taken as a JPEG in RGB or grey is touched, and nothing that has a mask.
    """
    found = [image for image in images(pdf) if _is_large(image)]
    for image in found:
        _lessen(image)
    return bool(found)


def _is_large(image: Stream) -> bool:
    is_photograph = image.get("/Filter") in (Name.DCTDecode, Array([Name.DCTDecode]))
    is_whole = "/SMask" not in image and "/Mask" not in image and "/Decode" not in image
    return is_photograph and is_whole and int(image.get("/Width", 0)) > _MOST


def _lessen(image: Stream) -> None:
    picture = PdfImage(image).as_pil_image()
    height = max(1, round(picture.height * _MOST / picture.width))
    smaller = picture.resize((_MOST, height), Image.Resampling.LANCZOS)
    written = BytesIO()
    smaller.save(written, "JPEG", quality=_QUALITY, optimize=True)
    image.write(written.getvalue(), filter=Name.DCTDecode)
    image.Width, image.Height = smaller.size
