"""Every letter is set in the Simplified Chinese faces, and travels with the file."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from site_builder.brochure.rendering.fonts import STANDARD, Fonts, cut_fonts, fonts_folder
from site_builder.brochure.rendering.renderer import BrochureError, Renderer
from tests.brochure import reading
from tests.brochure.conftest import Printed

FACES = ("NotoSansCJKsc", "NotoSerifCJKsc", "Noto-Sans-CJK-SC", "Noto-Serif-CJK-SC")
FEW = frozenset("招商一二")
PLAIN = "html { font: 10pt 'Noto Sans CJK SC' }"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return cut_fonts(STANDARD, fonts_folder())


def pdf(fonts: Fonts, body: str, styles: str = PLAIN) -> bytes:
    page = f"<html lang='zh-CN'><title>t</title>{body}"
    return Renderer({}, [styles], fonts).lay_out(page, "page.pdf").pdf()


def test_only_simplified_chinese_faces_all_embedded(brochures: Printed) -> None:
    for path, file in brochures.files.items():
        found = list(reading.fonts(file))
        assert found, path
        assert [name for name, _, _ in found if not any(face in name for face in FACES)] == []
        assert [name for name, kind, _ in found if kind == "/Type3"] == []
        assert [name for name, _, embedded in found if not embedded] == []


def test_drawings_margins_and_counters_are_set_in_them_too(fonts: Fonts, tmp_path: Path) -> None:
    styles = PLAIN + "@page { @top-left { content: '页边' } @bottom-left { content: '下' } }"
    styles += "li::before { content: counter(list-item, japanese-informal) }"
    body = "<svg width='99' height='20' role='img'><title>t</title><text y='9'>骨直图</text></svg>"
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf(fonts, body + "<ul><li>项</ul>", styles))
    assert {name.split("+")[-1] for name, _, _ in reading.fonts(file)} == {"Noto-Sans-CJK-SC"}
    for words in ("页边", "下", "骨直图", "一项"):
        assert words in reading.words(file)


def test_cut_faces_are_simplified_chinese_in_truetype(fonts: Fonts) -> None:
    for face in fonts.faces:
        with TTFont(fonts.file(face), lazy=True) as font:
            assert (
                font["name"]
                .getDebugName(6)
                .replace("-", "")
                .startswith(face.family.replace(" ", "").replace("SC", "sc"))
            )
            assert "glyf" in font
            assert len(font.getBestCmap()) > 7_500
            languages = {
                record.LangSysTag
                for script in font["GSUB"].table.ScriptList.ScriptRecord
                for record in script.Script.LangSysRecord
            }
            assert languages == {"ZHS "}


def test_several_may_cut_at_once_and_get_the_same(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("fork")) as pool:
        made = list(pool.map(partial(cut_fonts, cache=tmp_path), [FEW] * 4))
    again = cut_fonts(FEW, tmp_path / "other")
    for face in again.faces:
        assert {each.file(face) for each in made} == {tmp_path / again.file(face).name}
        assert again.file(face).read_bytes() == (tmp_path / again.file(face).name).read_bytes()
    assert len(list(tmp_path.glob("*.ttf"))) == 4


def test_a_rare_character_is_taken_from_the_installed_fonts(fonts: Fonts) -> None:
    assert not {"堃", "喆"} & STANDARD
    with pypdfium2.PdfDocument(pdf(fonts, "<p>王堃、李喆<b>堃</b></p>")) as document:
        assert document[0].get_textpage().get_text_range().split() == ["王堃、李喆堃"]


def test_a_rare_character_changes_no_other_document(fonts: Fonts) -> None:
    renderer = Renderer({}, [PLAIN], fonts)
    page = "<html lang='zh-CN'><title>t</title><p>招商引资12万元"
    before = renderer.lay_out(page, "a.pdf").pdf()
    renderer.lay_out(page + "王堃、李喆", "b.pdf").pdf()
    assert renderer.lay_out(page, "a.pdf").pdf() == before


def test_a_character_of_no_font_is_named_with_its_place(fonts: Fonts) -> None:
    with pytest.raises(BrochureError, match=r"10FFFD.*总 投资.亿元"):
        pdf(fonts, "<p>本项目<b>总</b>投资\U0010fffd亿元</p>")


def test_what_leaves_no_mark_needs_no_glyph(fonts: Fonts) -> None:
    assert pypdfium2.PdfDocument(BytesIO(pdf(fonts, "<p>a\u2060b\u00adc\u200bd</p>")))
