"""Good files of each finish, made once with WeasyPrint and pikepdf; tests break them."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pikepdf
import pytest
from PIL import Image
from weasyprint import HTML

from site_builder.brochure.finish import find_profile
from site_builder.preflight import Finding, Finish, inspect

MM = 72 / 25.4
NOW = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)

_BOOK = """<html lang="zh-CN"><head><title>青岚县招商手册</title><style>
@page { size: 216mm 291mm; margin: 25mm }
body { font: 12pt "Noto Sans CJK SC"; color: device-cmyk(0 0 0 1) }
h1 { font-family: "Noto Serif CJK SC"; color: device-cmyk(.9 .4 .65 .4); break-before: page }
h1:first-child { break-before: avoid }
header { position: absolute; left: -25mm; top: -25mm; width: 216mm; height: 18mm;
    background: device-cmyk(.9 .4 .65 .4) }
hr { border: 0; border-top: .5pt solid device-cmyk(0 0 0 1) }
</style></head><body>
<h1>青岚县</h1><header></header><p>总投资3.2亿元，Qinglan。</p><hr>
<h1>二</h1><p>项目</p><h1>三</h1><p>园区</p><h1>四</h1><p>联系</p></body></html>"""

_LEAVES = """<html lang="zh-CN"><head><title>青岚县招商手册</title><style>
@page { size: 210mm 297mm; margin: 25mm }
body { font: 12pt "Noto Sans CJK SC" }
h1 { break-before: page }
</style></head><body><h1>青岚县</h1>
<p>总投资<a href="https://example.org/">3.2亿元</a>。</p>
<svg width="40" height="40" viewBox="0 0 4 4"><title>山</title><path d="M0 4L2 0L4 4z"/></svg>
<h1>二</h1><p>项目</p><h1>三</h1><p>园区</p><h1>四</h1><p>政策</p><h1>五</h1><p>联系</p>
</body></html>"""

_XMP = {
    "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    "pdf:Trapped": "False",
    "dc:title": "青岚县招商手册",
    "xmp:CreateDate": "2026-11-01T00:00:00Z",
    "xmp:ModifyDate": "2026-11-01T00:00:00Z",
    "xmp:MetadataDate": "2026-11-01T00:00:00Z",
    "xmpMM:DocumentID": "uuid:5f0c2a52-0000-5000-8000-000000000000",
    "xmpMM:RenditionClass": "default",
    "xmpMM:VersionID": "1",
}


def saved(pdf: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True)
    return file.getvalue()


def picture(
    pdf: pikepdf.Pdf, mode: str, colour: tuple[int, ...], dots: int = 100
) -> pikepdf.Stream:
    """Return a picture of one colour, as many dots wide as high."""
    names = {"CMYK": "/DeviceCMYK", "RGB": "/DeviceRGB", "L": "/DeviceGray"}
    return pikepdf.Stream(
        pdf,
        Image.new(mode, (dots, dots), colour).tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=dots,
        Height=dots,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name(names[mode]),
    )


def paint(pdf: pikepdf.Pdf, content: str, page: int = 0, **resources: object) -> None:
    """Add content to a page, measured in points from the lower left of the cut page."""
    on = pdf.pages[page]
    corner = on.obj.get("/TrimBox", on.mediabox)
    on.contents_add(b"q", prepend=True)
    text = f"Q q 1 0 0 1 {float(corner[0])} {float(corner[1])} cm\n{content}\nQ"
    on.contents_add(text.encode())
    for kind, named in resources.items():
        if f"/{kind}" not in on.resources:
            on.resources[f"/{kind}"] = pikepdf.Dictionary()
        group = on.resources[f"/{kind}"]
        for name, value in named.items():  # type: ignore[attr-defined]
            group[f"/{name}"] = value


def some_font(pdf: pikepdf.Pdf) -> tuple[str, str]:
    """Return the name of a font of the first page, and a character shown in it, as operands."""
    name, code = "", ""
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        if str(operator) == "Tf":
            name = str(operands[0])
        elif str(operator) == "TJ":
            code = bytes(next(o for o in operands[0] if isinstance(o, pikepdf.String)))[:2].hex()
    return name, f"<{code}>"


def press_file() -> bytes:
    """Return a small book as a press takes it: four pages of 210 × 285 mm with bleed."""
    with pikepdf.open(io.BytesIO(HTML(string=_BOOK).write_pdf())) as pdf:
        for page in pdf.pages:
            width, height = (float(side) for side in page.mediabox[2:])
            page.obj["/BleedBox"] = page.mediabox
            page.obj["/TrimBox"] = [3 * MM, 3 * MM, width - 3 * MM, height - 3 * MM]
        profile = pikepdf.Stream(pdf, find_profile().read_bytes(), N=4)
        intent = pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFX,
            OutputConditionIdentifier="Coated",
            DestOutputProfile=pdf.make_indirect(profile),
        )
        pdf.Root.OutputIntents = pikepdf.Array([intent])
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata.register_xml_namespace("http://www.npes.org/pdfx/ns/id/", "pdfxid")
            for key, value in _XMP.items():
                metadata[key] = value
        pdf.docinfo["/Trapped"] = pikepdf.Name("/False")
        # Ten millimetres of 300 dots an inch.
        side = 10 * MM
        paint(
            pdf,
            f"q {side} 0 0 {side} 200 100 cm /Photo Do Q",
            XObject={"Photo": picture(pdf, "CMYK", (200, 100, 160, 80), 120)},
        )
        return saved(pdf)


def reading_file() -> bytes:
    """Return five tagged pages with an outline, a figure and a link."""
    written: bytes = HTML(string=_LEAVES).write_pdf(pdf_variant="pdf/ua-1")
    return written


@pytest.fixture(scope="session")
def good() -> dict[Finish, bytes]:
    reading = reading_file()
    return {Finish.PRESS: press_file(), Finish.SCREEN: reading, Finish.OFFICE: reading}


Breaking = Callable[[pikepdf.Pdf], None]


def broken(good: bytes, breaking: Breaking) -> bytes:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        breaking(pdf)
        return saved(pdf)


def inspected(pdf: bytes, finish: Finish | None) -> list[Finding]:
    return inspect(pdf, "a.pdf", finish, now=NOW)
