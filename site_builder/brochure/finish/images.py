"""Pictures into the inks of the press, by its profile."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Name, Pdf, PdfImage, Stream
from PIL import Image, ImageCms

from site_builder.brochure.finish.inks import Cmyk, Rgb
from site_builder.brochure.finish.profile import transform
from site_builder.brochure.finish.streams import drop, images

_QUALITY = 92
_PRINTED = {Name.DeviceGray, Name.DeviceCMYK, Name.CalGray}


def convert_images(pdf: Pdf, profile: bytes) -> None:
    """Convert every RGB picture in place; greys stay black ink only, alpha masks stay."""
    for image in images(pdf):
        if not _is_printed(image):
            _convert(image, profile)
        drop(image, "/Intent")


def inks_of(rgb: Rgb, profile: bytes) -> Cmyk:
    """Return what a profile makes of one colour."""
    dot = _applied(Image.new("RGB", (1, 1), rgb), transform(profile, None))
    c, m, y, k = (part / 255 for part in dot.tobytes())
    return c, m, y, k


def _is_printed(image: Stream) -> bool:
    if image.get("/ImageMask"):
        return True
    space = image.get("/ColorSpace")
    if isinstance(space, Array):
        if space[0] == Name.ICCBased:
            return int(space[1].N) != 3
        return space[0] in _PRINTED or (space[0] == Name.Indexed and space[1] in _PRINTED)
    return space in _PRINTED


def _convert(image: Stream, profile: bytes) -> None:
    seen = PdfImage(image)
    as_photograph = "/DCTDecode" in seen.filters
    own = seen.icc.tobytes() if seen.icc is not None else None
    picture = seen.as_pil_image().convert("RGB")
    inks = _applied(picture, transform(profile, own))
    image.ColorSpace, image.BitsPerComponent = Name.DeviceCMYK, 8
    drop(image, "/Decode", "/DecodeParms")
    if as_photograph:
        written = BytesIO()
        inks.save(written, "JPEG", quality=_QUALITY, subsampling=0)
        # Pillow writes four inks the way Photoshop does: turned round.
        image.write(written.getvalue(), filter=Name.DCTDecode)
        image.Decode = Array([1, 0, 1, 0, 1, 0, 1, 0])
    else:
        image.write(zlib.compress(inks.tobytes(), 9), filter=Name.FlateDecode)


def _applied(picture: Image.Image, way: ImageCms.ImageCmsTransform) -> Image.Image:
    done = ImageCms.applyTransform(picture, way)
    if done is None:
        raise pikepdf.PdfError("the picture could not be converted")
    return done
