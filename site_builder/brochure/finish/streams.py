"""The content streams of a PDF, and the things they draw with."""

from collections.abc import Iterator
from typing import Any

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


def page_of(pdf: Pdf, thing: pikepdf.Object) -> int | None:
    """Return the number of the first page that draws with a thing; None if no page does.

    All pages may share their resources: what counts is what their content names.
    """
    for number, page in enumerate(pages_with_one_stream(pdf), 1):
        contents = page.obj.get("/Contents")
        if contents is not None and _same(contents, thing):
            return number
        if any(_same(used, thing) for used in _used(page)):
            return number
    return None


def _same(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    if (0, 0) in (one.objgen, other.objgen):
        return bool(one == other)
    return one.objgen == other.objgen


def _used(page: Page) -> Iterator[Any]:
    """Yield the forms, pictures, tiles, states and masks that a page is drawn with, each once."""
    contents = page.obj.get("/Contents")
    waiting: list[tuple[Stream, Any]] = []
    if isinstance(contents, Stream):
        waiting.append((contents, page.resources))
    seen: set[tuple[int, int]] = set()
    while waiting:
        content, found = waiting.pop()
        words = set(content.read_bytes().split())
        groups = (found.get(kind, Dictionary()) for kind in ("/XObject", "/Pattern", "/ExtGState"))
        named = [item for group in groups for name, item in group.items() if name.encode() in words]
        masks = (item.get("/SMask") for item in named if isinstance(item, Dictionary))
        for item in [*named, *(mask.get("/G") for mask in masks if isinstance(mask, Dictionary))]:
            yield item
            if isinstance(item, Stream) and item.objgen not in seen and "/Resources" in item:
                seen.add(item.objgen)
                waiting.append((item, item.Resources))


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
