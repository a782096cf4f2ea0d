"""Files for screens and office printers: a good one has no finding, each break its own."""

import pikepdf
import pytest
from weasyprint import HTML

from site_builder.preflight import Finish
from site_builder.preflight.type_checks import FALLBACK, FOREIGN
from tests.preflight.conftest import MM, Breaking, broken, inspected, paint, some_font


def untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def loose(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "200 300 50 50 re f")


def speechless(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def title_hidden(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def without_key(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["pdfuaid:part"]


def without_outline(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


def silent_figure(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
            del item["/Alt"]


def silent_link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Annots"][0]["/Contents"]


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
    ]


def not_embedded(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        for kind in ("/FontFile2", "/FontFile3"):
            if kind in font.get("/FontDescriptor", {}):
                del font["/FontDescriptor"][kind]


def renamed(name: str) -> Breaking:
    def rename(pdf: pikepdf.Pdf) -> None:
        for font in fonts(pdf):
            font["/BaseFont"] = pikepdf.Name(f"/ABCDEF+{name}")

    return rename


def mute(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


def drawn(pdf: pikepdf.Pdf) -> None:
    table = pikepdf.Stream(pdf, b"1 beginbfchar <61> <0061> endbfchar")
    glyph = pikepdf.Stream(pdf, b"500 0 0 0 500 500 d1 0 0 500 500 re f")
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 500, 500],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0], FirstChar=97, LastChar=97, Widths=[500],
        CharProcs=pikepdf.Dictionary(a=pdf.make_indirect(glyph)),
        Encoding=pikepdf.Dictionary(Differences=[97, pikepdf.Name.a]), ToUnicode=table,
        Resources=pikepdf.Dictionary(),
    )  # fmt: skip
    content = "/Artifact BMC BT /T3 12 Tf 200 300 Td (a) Tj ET EMC"
    paint(pdf, content, Font={"T3": pdf.make_indirect(font)})


def boxed(pdf: pikepdf.Pdf) -> None:
    font, _ = some_font(pdf)
    paint(pdf, f"/Artifact BMC BT {font} 12 Tf 200 300 Td <0000> Tj ET EMC")


BREAKS: dict[str, Breaking] = {
    "not-tagged": untagged,
    "content-untagged": loose,
    "language-missing": speechless,
    "title-missing": title_hidden,
    "access-key-missing": without_key,
    "outline-missing": without_outline,
    "figure-without-words": silent_figure,
    "link-without-words": silent_link,
    "font-not-embedded": not_embedded,
    "font-foreign": renamed("Noto-Sans-CJK-JP"),
    "font-fallback": renamed("DejaVu-Sans"),
    "text-unreadable": mute,
    "font-drawn": drawn,
    "glyph-missing": boxed,
}


@pytest.mark.parametrize("finish", [None, Finish.SCREEN, Finish.OFFICE])
def test_a_good_file_has_no_finding(good: dict[Finish, bytes], finish: Finish | None) -> None:
    assert [] == inspected(good[Finish.SCREEN], finish)


@pytest.mark.parametrize("code", BREAKS)
def test_each_break_is_found_and_nothing_else(good: dict[Finish, bytes], code: str) -> None:
    found = inspected(broken(good[Finish.SCREEN], BREAKS[code]), Finish.SCREEN)
    assert {code} == {finding.code for finding in found}


def at_the_edge(pdf: pikepdf.Pdf) -> None:
    paint(pdf, f"/Artifact BMC 0 0 {2 * MM} {30 * MM} re f EMC", page=2)


def sized(width: float, height: float) -> Breaking:
    def resize(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].mediabox = [0, 0, width * MM, height * MM]
        for name in ("/TrimBox", "/BleedBox"):
            pdf.pages[1].obj[name] = pdf.pages[1].mediabox

    return resize


def set_in(size: float) -> Breaking:
    def write(pdf: pikepdf.Pdf) -> None:
        font, code = some_font(pdf)
        text = f"BT {font} {size} Tf 1 0 0 1 200 300 Tm {code} Tj ET"
        paint(pdf, f"/Artifact BMC {text} EMC")

    return write


@pytest.mark.parametrize(
    ("code", "breaking", "page"),
    [
        ("colour-at-edge", at_the_edge, 3),
        ("paper-too-large", sized(297, 600), 2),
        ("paper-a3", sized(420, 297), 2),
        ("type-tiny", set_in(4.8), 1),
    ],
)
def test_an_office_printer_has_its_own_limits(
    good: dict[Finish, bytes], code: str, breaking: Breaking, page: int
) -> None:
    pdf = broken(good[Finish.OFFICE], breaking)
    assert [(code, (page,))] == [(one.code, one.pages) for one in inspected(pdf, Finish.OFFICE)]
    assert [] == inspected(pdf, Finish.SCREEN)


def test_white_at_the_edge_is_no_colour(good: dict[Finish, bytes]) -> None:
    def white(pdf: pikepdf.Pdf) -> None:
        paint(pdf, "/Artifact BMC 1 g 0 0 300 300 re f EMC")

    assert [] == inspected(broken(good[Finish.OFFICE], white), Finish.OFFICE)


def test_a_character_that_no_font_has_is_found() -> None:
    """As WeasyPrint writes it: U+E999 is for private use, and no font of ours has it."""
    html = '<html lang="zh"><title>字</title><p style="font-family: Noto Sans CJK SC">甲\ue999乙'
    found = inspected(HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"), Finish.SCREEN)
    assert "glyph-missing" in {finding.code for finding in found}


@pytest.mark.parametrize(
    "name",
    ["Noto-Sans-CJK-JP", "NotoSansCJKjp-Regular", "NotoSerifKR-Bold", "Noto-Serif-TC",
     "SourceHanSans-Regular", "SourceHanSerifK-Bold", "Noto-Sans-Mono-CJK-HK"],
)  # fmt: skip
def test_foreign_faces_are_known_by_name(name: str) -> None:
    assert FOREIGN.search(name)


@pytest.mark.parametrize(
    "name",
    ["Noto-Sans-CJK-SC", "NotoSansCJKsc-Regular", "Noto-Serif-CJK-SC-Bold", "NotoSerifSC-Bold",
     "SourceHanSansSC-Regular", "SourceHanSerifCN-Bold", "STSong", "FZXBSJW", "LXGWWenKai"],
)  # fmt: skip
def test_faces_of_the_mainland_are_let_be(name: str) -> None:
    assert not FOREIGN.search(name)
    assert not FALLBACK.search(name)
