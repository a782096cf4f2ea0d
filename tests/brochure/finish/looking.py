"""A finished file as a picture and as operators."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image

MM = 72 / 25.4


def picture(pdf: bytes, page: int = 0, scale: float = 2) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=scale).to_pil().convert("RGB")


def at(image: Image.Image, x: float, y: float, scale: float = 2) -> tuple[int, ...]:
    """Return the colour at a place in millimetres from the upper left corner."""
    return image.getpixel((int(x * MM * scale), int(y * MM * scale)))


def operators(pdf: bytes) -> bytes:
    """Return every painting stream of a file, one after the other."""
    with pikepdf.open(BytesIO(pdf)) as document:
        streams = [
            item.read_bytes()
            for item in document.objects
            if isinstance(item, pikepdf.Stream)
            and (item.get("/Subtype") == "/Form" or item.get("/PatternType") == 1)
        ]
        pages = [page.Contents.read_bytes() for page in document.pages]
    return b"\n".join([*streams, *pages])


def inks_set(pdf: bytes) -> set[tuple[float, ...]]:
    """Return every colour of the four inks that a file fills or draws with."""
    found = re.findall(rb"((?:[\d.]+\s+){4})[kK](?=\s)", operators(pdf))
    return {tuple(float(part) for part in parts.split()) for parts in found}


def is_rgb(pdf: bytes) -> bool:
    return re.search(rb"(?<=\s)(?:rg|RG)(?=\s)", operators(pdf)) is not None
