"""Photographs made smaller, for files that are sent and looked at, not printed by a shop."""

from io import BytesIO

from pikepdf import Array, Name, Object, Pdf, PdfImage, Stream
from PIL import Image

from site_builder.brochure.finish.streams import images
from site_builder.theme import WIDTHS

_MOST = WIDTHS[-1], round(WIDTHS[-1] * 297 / 210)
"""Pixels across and down: the website's largest, which is 188 dots an inch on a page of A4."""
_QUALITY = 82


def lessen_pictures(pdf: Pdf) -> bool:
    """Make photographs in place as large as the website has them; return whether there were any.

    Only what was taken as a JPEG in RGB or grey is touched, and nothing that has a mask.
    """
    found = [image for image in images(pdf) if _is_large(image)]
    for image in found:
        _lessen(image)
    return bool(found)


def _is_large(image: Stream) -> bool:
    is_photograph = image.get("/Filter") in (Name.DCTDecode, Array([Name.DCTDecode]))
    is_whole = "/SMask" not in image and "/Mask" not in image and "/Decode" not in image
    return is_photograph and is_whole and _is_of_light(image) and _scale(image) < 1


def _is_of_light(image: Stream) -> bool:
    """Whether a picture is in RGB or grey; how a JPEG means its inks, each program has its way."""
    space: Object | None = image.get("/ColorSpace")
    if isinstance(space, Array) and space[0] == Name.ICCBased:
        return int(space[1].N) in (1, 3)
    return space in (Name.DeviceRGB, Name.DeviceGray)


def _scale(image: Stream) -> float:
    return min(_MOST[0] / int(image.Width), _MOST[1] / int(image.Height))


def _lessen(image: Stream) -> None:
    scale = _scale(image)
    picture = PdfImage(image).as_pil_image()
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    smaller = picture.resize(size, Image.Resampling.LANCZOS)
    written = BytesIO()
    smaller.save(written, "JPEG", quality=_QUALITY, optimize=True)
    image.write(written.getvalue(), filter=Name.DCTDecode)
    image.Width, image.Height = smaller.size
