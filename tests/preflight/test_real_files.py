"""Whole documents that were set wrongly, as they leave WeasyPrint: each fault is found."""

import base64
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from weasyprint import HTML

from site_builder.preflight import Finish
from tests.preflight.conftest import inspected

PAGE = "@page { size: 216mm 291mm; margin: 25mm } body { font: 12pt Noto Sans CJK SC; color: %s }"
K = "device-cmyk(0 0 0 1)"


def made(body: str, colour: str = K, style: str = "", **options: object) -> bytes:
    head = f"<html lang=zh-CN><title>册</title><style>{PAGE % colour}{style}</style>"
    written: bytes = HTML(string=f"{head}<body>{body}").write_pdf(**options)
    return written


def in_trim(pdf: bytes) -> bytes:
    """Return a file with the boxes of a page of 210 × 285 mm and its bleed."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            right, top = (float(side) for side in page.mediabox[2:])
            page.BleedBox = page.mediabox
            page.TrimBox = [8.504, 8.504, right - 8.504, top - 8.504]
        out = BytesIO()
        document.save(out)
        return out.getvalue()


def photograph(side: int) -> str:
    out = BytesIO()
    Image.new("CMYK", (side, side), (250, 230, 230, 200)).save(out, "JPEG", quality=95)
    data = base64.b64encode(out.getvalue()).decode()
    return f"<img style='width:60mm' src='data:image/jpeg;base64,{data}'>"


EDGE = "<div style='position:absolute;left:-22mm;top:80mm;width:30mm;height:40mm;background:{}'>"


@pytest.mark.parametrize(
    ("code", "pdf"),
    [
        ("font-foreign", made("<p style='font-family:Noto Sans CJK JP'>直骨边")),
        ("glyph-missing", made("<p>甲\ue999乙")),
        ("rgb-in-press", made("<p>总投资", colour="#16211f")),
        ("black-of-four", made("<p>总投资", colour="device-cmyk(.7 .6 .6 .9)")),
        ("too-much-ink", made(EDGE.format("device-cmyk(1 .9 .8 .6)"))),
        ("picture-coarse", made(photograph(200))),
        ("picture-ink", made(photograph(720))),
        ("type-tiny", made("<p style='font-size:4pt'>示例站点")),
        ("bleed-not-reached", made(EDGE.format("device-cmyk(0 0 0 .4)"))),
        ("pages-not-of-four", made("<p style='break-after:page'>页" * 6)),
        ("hairline", made("<hr style='border:0;border-top:.1pt solid device-cmyk(0 0 0 1)'>")),
        ("intent-missing", made("<p>页")),
        ("press-key-missing", made("<p>页")),
        ("press-annotation", made("<p><a href='https://example.org/' style='color:inherit'>页")),
        ("bleed-short", made("<p>页")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_set_for_a_press_in_the_wrong_way(code: str, pdf: bytes) -> None:
    boxed = pdf if code == "bleed-short" else in_trim(pdf)
    if code == "bleed-short":
        with pikepdf.open(BytesIO(pdf)) as document:
            page = document.pages[0]
            page.BleedBox = page.TrimBox = page.mediabox
            out = BytesIO()
            document.save(out)
            boxed = out.getvalue()
    assert code in {one.code for one in inspected(boxed, Finish.PRESS)}


@pytest.mark.parametrize(
    ("code", "pdf"),
    [
        ("not-tagged", made("<h1>页")),
        ("access-key-missing", made("<h1>页", pdf_variant="pdf/a-3u")),
        ("figure-without-words", made(photograph(20), pdf_variant="pdf/ua-1")),
        ("date-of-now", made("<meta name=dcterms.created content='2026-11-22T20:25:00+08:00'>页")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_set_for_a_screen_in_the_wrong_way(code: str, pdf: bytes) -> None:
    assert code in {one.code for one in inspected(pdf, Finish.SCREEN)}


def test_a_font_of_the_system_that_was_not_embedded() -> None:
    """As office programs write PDF when they are told to spare room."""
    with pikepdf.open(BytesIO(in_trim(made("<p>总投资")))) as document:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page = document.pages[0]
        page.resources.Font.F9 = document.make_indirect(font)
        page.contents_add(b"q 0 0 0 1 k BT /F9 12 Tf 200 200 Td (Qinglan) Tj ET Q", prepend=True)
        out = BytesIO()
        document.save(out)
    found = {one.code for one in inspected(out.getvalue(), Finish.PRESS)}
    assert "font-not-embedded" in found
