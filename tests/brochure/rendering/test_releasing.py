"""Boxes go as soon as they are not needed: before garbage is looked for, which takes long."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from weasyprint.formatting_structure.boxes import Box

from site_builder.brochure.rendering.fonts import STANDARD, cut_fonts, fonts_folder
from site_builder.brochure.rendering.renderer import Layout, Renderer

_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"/>'
_PART = '<h2 id="part-{0}">招商</h2><p>示例县项目。<a href="#part-0">{0}</a></p>' + _DRAWING


@pytest.fixture
def layout() -> Iterator[Layout]:
    """Pages with drawings and links in them; no garbage is looked for."""
    body = "".join(_PART.format(number) for number in range(60))
    html = (
        f'<!doctype html><html lang="zh-CN"><head><title>t</title></head><body>{body}</body></html>'
    )
    fonts = cut_fonts(STANDARD, fonts_folder())
    renderer = Renderer({}, ["html { font-family: 'Noto Sans SC' }"], fonts)
    gc.collect()
    gc.disable()
    try:
        yield renderer.lay_out(html, "page")
    finally:
        gc.enable()


def test_what_pages_were_made_from_is_gone_when_they_are_set(layout: Layout) -> None:
    boxes = sum(isinstance(one, Box) for one in gc.get_objects())
    kept = sum(len(list(page._page_box.descendants())) for page in layout.document.pages)
    assert layout.pages > 1
    assert boxes < kept * 1.2


def test_pages_are_gone_when_they_are_written(layout: Layout) -> None:
    pages = [ref(page._page_box) for page in layout.document.pages]
    assert layout.pdf().startswith(b"%PDF")
    assert not any(page() for page in pages)
