"""Running heads and folios are artifacts; all that is tagged is a part of what is read."""

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from site_builder.brochure.rendering.fonts import STANDARD, cut_fonts, fonts_folder
from site_builder.brochure.rendering.margins import set_margins
from site_builder.brochure.rendering.renderer import Renderer
from tests.brochure.conftest import Printed

PAGE = """@page { size: 100mm 80mm; margin: 20mm; @top-left { content: "Head" }
@bottom-right { content: counter(page) } @top-right { content: element(seal) } }
.seal { position: running(seal); opacity: 0.5 } html { font: 10pt 'Noto Sans CJK SC' }"""
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"
SEAL = f'<img alt="Seal" src="data:image/svg+xml;base64,{b64encode(SVG).decode()}">'
BODY = f'<div class="seal">{SEAL}县</div><h1>Title</h1><p>Words</p>'


def elements(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    return {item.objgen for item in pdf.objects if _is_element(item)}


def reached(item: pikepdf.Object) -> Iterator[tuple[int, int]]:
    """Yield the elements that a reader comes to from one, in the order of the tree."""
    if _is_element(item):
        yield item.objgen
    kids = item.get("/K") if isinstance(item, pikepdf.Dictionary) else None
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from reached(kid)


def _is_element(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"


@pytest.fixture(scope="module")
def page() -> bytes:
    """Return a page with words, a folio, and a seal that runs along."""
    renderer = Renderer({}, [PAGE], cut_fonts(STANDARD, fonts_folder()))
    html = f'<html lang="zh-CN"><title>t</title><body>{BODY}</body></html>'
    return renderer.lay_out(html, "page.pdf").pdf()


def test_the_engine_is_the_one_that_was_taught() -> None:
    assert set_margins()


def test_what_stands_in_the_margins_is_seen_and_not_read(page: bytes) -> None:
    with pypdfium2.PdfDocument(page) as document:
        seen = document[0].get_textpage().get_text_range()
    assert [word for word in ("Head", "1", "县", "Title", "Words") if word not in seen] == []
    with pikepdf.open(BytesIO(page)) as pdf:
        kinds = sorted(str(pdf.get_object(one).S) for one in elements(pdf))
        content = pdf.pages[0].Contents.read_bytes()
    assert kinds == ["/Document", "/H1", "/P", "/Span", "/Span"]
    assert (content.count(b"/Artifact"), content.count(b"MCID")) == (2, 2)


def test_every_tag_of_a_brochure_is_in_the_tree(brochures: Printed) -> None:
    for name, file in brochures.files.items():
        with pikepdf.open(file) as pdf:
            found = list(reached(pdf.Root.StructTreeRoot))
            assert len(found) == len(set(found)) > 20, name
            assert elements(pdf) == set(found), name
