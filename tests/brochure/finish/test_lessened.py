"""Photographs in files for screen and office are as large as the website's, and no larger."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from site_builder.brochure.finish.lessened import lessen_pictures


def with_picture(size: tuple[int, int], mode: str = "RGB", **keys: Any) -> pikepdf.Pdf:
    """Return a document that holds one JPEG."""
    written = BytesIO()
    Image.new(mode, size, "#336" if mode == "RGB" else 100).save(written, "JPEG")
    pdf = pikepdf.new()
    pdf.add_blank_page()
    spaces = {"RGB": Name.DeviceRGB, "L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}
    picture = pikepdf.Stream(pdf, written.getvalue())
    picture.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1],
        BitsPerComponent=8, ColorSpace=spaces[mode], Filter=Name.DCTDecode, **keys,
    )  # fmt: skip
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=pdf.make_indirect(picture)))
    return pdf


def size_of(pdf: pikepdf.Pdf) -> tuple[int, int]:
    """Return how many dots the picture has, as it says and as its file has."""
    image = pdf.pages[0].Resources.XObject.Im0
    said = int(image.Width), int(image.Height)
    assert Image.open(BytesIO(image.read_raw_bytes())).size == said
    return said


@pytest.mark.parametrize(
    ("size", "left"),
    [
        ((3200, 1600), (1600, 800)),
        ((1600, 900), (1600, 900)),
        ((1500, 4526), (750, 2263)),
        ((4000, 1), (1600, 1)),
    ],
)
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_photograph_keeps_its_shape(
    size: tuple[int, int], left: tuple[int, int], mode: str
) -> None:
    pdf = with_picture(size, mode)
    assert lessen_pictures(pdf) == (size != left)
    assert size_of(pdf) == left


@pytest.mark.parametrize(
    ("mode", "keys"),
    [
        ("CMYK", {}),
        ("RGB", {"Decode": Array([1, 0, 1, 0, 1, 0])}),
        ("RGB", {"Mask": Array([0, 0, 0, 0, 0, 0])}),
    ],
)
def test_a_picture_that_means_its_samples_otherwise_is_left(
    mode: str, keys: dict[str, Any]
) -> None:
    pdf = with_picture((3200, 1600), mode, **keys)
    before = pdf.pages[0].Resources.XObject.Im0.read_raw_bytes()
    assert not lessen_pictures(pdf)
    assert pdf.pages[0].Resources.XObject.Im0.read_raw_bytes() == before
