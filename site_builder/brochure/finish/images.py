"""Pictures into the inks of the press, by its profile."""

import zlib
from io import BytesIO
from typing import Any

from pikepdf import Array, Name, Pdf, PdfImage, PikepdfError, Stream
from PIL import Image, ImageCms

from site_builder.brochure.finish.errors import FinishError
from site_builder.brochure.finish.inks import Cmyk, Rgb
from site_builder.brochure.finish.streams import drop, images, page_of
from site_builder.diagnostics import Words
from site_builder.icc import into_inks

_QUALITY = 92
_PRINTED = {"/DeviceGray", "/DeviceCMYK", "/CalGray"}
_UNREADABLE = (
    PikepdfError, ImageCms.PyCMSError, Image.DecompressionBombError, OSError, ValueError,
    TypeError, LookupError, NotImplementedError,
)  # fmt: skip
"""What a picture may do to those who read it, when it is damaged or of a rare kind."""


def convert_images(pdf: Pdf, profile: bytes) -> None:
    """Convert every RGB picture in place; greys stay black ink only, alpha masks stay.

    Raises `FinishError` with the page for a picture that cannot be converted.
    """
    for image in images(pdf):
        try:
            if not _is_printed(image):
                _refuse_keys(image)
                _convert(image, profile)
        except FinishError as error:
            raise error.at(page=page_of(pdf, image)) from error
        except _UNREADABLE as error:
            reason = (str(error) or type(error).__name__).splitlines()[0]
            raise FinishError(
                f"图片{_size(image).zh}换算不成四色：{reason}。请另存为普通的 JPEG 或 PNG（RGB）。",
                f"The picture {_size(image).en} cannot be converted into inks: {reason}. Save it "
                "as a plain JPEG or PNG in RGB.",
                page=page_of(pdf, image),
            ) from error
        drop(image, "/Intent")


def inks_of(rgb: Rgb, profile: bytes) -> Cmyk:
    """Return what a profile makes of one colour."""
    dot = _applied(Image.new("RGB", (1, 1), rgb), into_inks(profile))
    c, m, y, k = (part / 255 for part in dot.tobytes())
    return c, m, y, k


def _size(image: Stream) -> Words:
    size = f"{image.get('/Width', '?')} × {image.get('/Height', '?')}"
    return Words(f"（{size} 像素）", f"of {size} pixels")


def _is_printed(image: Stream) -> bool:
    return bool(image.get("/ImageMask", False)) or _has_inks(image.get("/ColorSpace"))


def _has_inks(space: Any) -> bool:
    """Whether colours of a space are inks already, or greys."""
    if not isinstance(space, Array):
        return str(space) in _PRINTED
    if space[0] == Name.ICCBased:
        return int(space[1].N) != 3
    if space[0] == Name.Indexed:
        return _has_inks(space[1])
    return str(space[0]) in _PRINTED


def _refuse_keys(image: Stream) -> None:
    """Raise for what is said in RGB about a picture and would be wrong of its inks."""
    mask = image.get("/SMask")
    told = {
        "/Mask": isinstance(image.get("/Mask"), Array),
        "/Matte": isinstance(mask, Stream) and "/Matte" in mask,
        "/Decode": not _is_usual(image),
        "/SMaskInData": int(image.get("/SMaskInData", 0)) != 0,
    }
    for key, is_there in told.items():
        if is_there:
            raise FinishError(
                f"图片{_size(image).zh}用 {key} 按屏幕颜色抠图或反相，换成四色后不再成立。"
                "请另存为带透明通道的 PNG，或不透明的 JPEG。",
                f"The picture {_size(image).en} is cut out or turned round by its screen colours "
                f"({key}), which does not hold of inks. Save it as a PNG with an alpha channel, "
                "or as a JPEG without.",
            )


def _is_usual(image: Stream) -> bool:
    """Whether samples mean what they say: 0 is none of a channel, and the most all of it."""
    decode = image.get("/Decode")
    if decode is None:
        return True
    values = [float(part) for part in decode.as_list()]
    space = image.get("/ColorSpace")
    if isinstance(space, Array) and space[0] == Name.Indexed:
        return values == [0, 2 ** int(image.get("/BitsPerComponent", 8)) - 1]
    return values == [0, 1] * (len(values) // 2)


def _convert(image: Stream, profile: bytes) -> None:
    seen = PdfImage(image)
    as_photograph = "/DCTDecode" in seen.filters
    own = seen.icc.tobytes() if seen.icc is not None else None
    picture = seen.as_pil_image().convert("RGB")
    inks = _applied(picture, into_inks(profile, own))
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
        raise ValueError("the profile was not applied")
    return done
