"""The content streams of a PDF, and the things they draw with."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name, Page, Pdf, Stream


def pages_with_one_stream(pdf: Pdf) -> Iterator[Page]:
    """Yield every page, its content joined to one stream."""
    for page in pdf.pages:
        page.contents_coalesce()
        yield page


def painted_streams(pdf: Pdf) -> Iterator[Stream]:
    """Yield every stream that paints: pages, then forms and tiles, each once."""
    for page in pages_with_one_stream(pdf):
        content = page.obj.Contents
        if isinstance(content, Stream):
            yield content
    for item in pdf.objects:
        if isinstance(item, Stream) and (
            item.get("/Subtype") == Name.Form or item.get("/PatternType") == 1
        ):
            yield item


def resources(pdf: Pdf) -> Iterator[Dictionary]:
    """Yield the resources of every stream that paints, shared ones once."""
    seen: set[tuple[int, int]] = set()
    holders = [*(page.obj for page in pdf.pages), *painted_streams(pdf)]
    for holder in holders:
        found = holder.get("/Resources")
        if not isinstance(found, Dictionary):
            continue
        if found.objgen != (0, 0):
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        yield found


def drop(item: pikepdf.Object, *keys: str) -> None:
    """Take keys out of a dictionary or stream, where they are there."""
    for key in keys:
        if key in item:
            del item[key]


def images(pdf: Pdf) -> Iterator[Stream]:
    """Yield every picture once, without the masks of others."""
    pictures = [
        item
        for item in pdf.objects
        if isinstance(item, Stream) and item.get("/Subtype") == Name.Image
    ]
    masks = {mask.objgen for item in pictures for mask in _masks(item)}
    yield from (item for item in pictures if item.objgen not in masks)


def _masks(image: Stream) -> Iterator[pikepdf.Object]:
    for key in ("/SMask", "/Mask"):
        mask = image.get(key)
        if isinstance(mask, Stream):
            yield mask
