"""Lines of Chinese: flush on both sides, marks where they belong, nothing put into the text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from site_builder.brochure.rendering.chinese_lines import LIMIT, set_chinese_lines
from site_builder.brochure.rendering.fonts import STANDARD, cut_fonts, fonts_folder
from site_builder.brochure.rendering.renderer import Renderer
from site_builder.present.unbroken import unbroken

STYLES = Path(__file__).parents[3] / "theme/assets/css"
PAGE = "@page { size: 440pt 800pt; margin: 20pt } html { font: 10pt 'Noto Sans CJK SC' }"
PAGE += ".whole { white-space: nowrap }"
# One measure that is a whole number of characters, and others that are not.
WIDTHS = (290, 340, 363, 371.5, 398)
TEXT = (
    "青岚县位于省域西南，面积2418平方公里，辖12个乡镇（其中民族乡2个），户籍人口46.8万人。"
    "“十四五”以来，县里以《招商引资条例》（试行）为依据，围绕新能源材料、农产品加工、山地装备"
    "三条产业链，开展“补链、强链”行动：“引进一个，带动一片。”目前——截至2026年3月——已有"
    "企业127家，其中规模以上41家，2025年实现产值86.4亿元，比上年增长9.2%；ISO认证企业18家，"
    "与GB/T 4754-2017所列C类行业基本对应……此外，园区（一期、二期）供水、供电、供气均已到位。"
)
NEVER_FIRST = "，。、；：！？）》”』」】〕%"
CLOSING = NEVER_FIRST.rstrip("%")
NEVER_LAST = "（《“『「【〔"
Letter = tuple[str, float, float, float]
"""A character, its left and right edge and its middle height, in points."""


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    sheets = [(STYLES / name).read_text("utf-8") for name in ("type.css",)]
    return Renderer({}, [PAGE, *sheets], cut_fonts(STANDARD, fonts_folder()))


def letters(renderer: Renderer, body: str, css: str = "") -> list[list[Letter]]:
    """Return the lines of a page, each with its characters from left to right."""
    page = f"<html lang='zh-CN'><title>t</title><style>{css}</style><body style='margin:0'>{body}"
    with pypdfium2.PdfDocument(renderer.lay_out(page, "page.pdf").pdf()) as document:
        return list(lines(list(boxes(document[0]))))


def boxes(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text = page.get_textpage()
    for number in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(number, loose=True)
        sign = text.get_text_range(number, 1)
        if sign.strip():
            yield sign, left, right, (bottom + top) / 2


def lines(found: Sequence[Letter]) -> Iterator[list[Letter]]:
    for height in sorted({round(letter[3]) for letter in found}, reverse=True):
        line = [letter for letter in found if round(letter[3]) == height]
        yield sorted(line, key=lambda letter: letter[1])


def said(line: Sequence[Letter]) -> str:
    return "".join(letter[0] for letter in line)


def paragraph(width: float) -> str:
    return unbroken(f"<div class='prose' style='width: {width}pt'><p>{TEXT}</p></div>")


def test_the_engine_is_the_one_that_was_taught() -> None:
    assert set_chinese_lines()


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_are_flush_on_both_sides(renderer: Renderer, width: float) -> None:
    found = letters(renderer, paragraph(width))
    ragged = 0
    for line in found[:-1]:
        first, last = line[0], line[-1]
        # The box of a mark at an edge reaches beyond it by the mark's empty half.
        left = first[1] + (5 if first[0] in NEVER_LAST else 0)
        right = last[2] - (5 if last[0] in CLOSING else 0)
        assert left == pytest.approx(20, abs=0.3), said(line)
        gaps = sum(not letter[0].isascii() for letter in line)
        if 20 + width - right > gaps * LIMIT * 10 * 0.9:
            ragged += 1
        else:
            assert right == pytest.approx(20 + width, abs=0.3), said(line)
    assert ragged <= 1
    assert found[-1][-1][2] < 20 + width - 5


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_begins_or_ends_with_the_wrong_mark(renderer: Renderer, width: float) -> None:
    found = letters(renderer, paragraph(width))
    assert [said(line) for line in found if line[0][0] in NEVER_FIRST] == []
    assert [said(line) for line in found if line[-1][0] in NEVER_LAST] == []
    assert "".join(map(said, found)) == TEXT.replace(" ", "")
    for pair in ("——", "……"):
        assert sum(said(line).count(pair) for line in found) == TEXT.count(pair)


@pytest.mark.parametrize("width", [200 + step * 1.3 for step in range(60)])
def test_lines_beside_a_float_stand_at_equal_distances(renderer: Renderer, width: float) -> None:
    """A line that misses its edge by a hair fits, and is not put below the float."""
    body = "<div style='float: left; width: 40pt; height: 300pt'></div>"
    body += f"<div style='margin-left: 50pt'>{paragraph(width)}</div>"
    heights = [line[0][3] for line in letters(renderer, body, ".prose { line-height: 1.65 }")]
    steps = {round(upper - lower) for upper, lower in pairwise(heights)}
    assert max(steps) - min(steps) <= 1


def test_a_line_that_would_be_torn_apart_stays_ragged(renderer: Renderer) -> None:
    body = "<div class='prose' style='width: 110pt'><p>有限公司<span style='white-space: nowrap'>"
    body += "ABCDEFGHIJKLMN</span>是企业</p></div>"
    first, *_ = letters(renderer, body)
    assert said(first) == "有限公司"
    assert first[-1][2] == pytest.approx(60, abs=0.3)


def place(found: Sequence[Letter], sign: str) -> Letter:
    return next(letter for letter in found if letter[0] == sign)


@pytest.mark.parametrize(
    ("text", "saved"),
    [
        ("国）（家", 5),
        ("国：“家", 5),
        ("国。”家", 5),
        ("国。”）家", 10),
        ("国，家", 0),
        ("国（家", 0),
    ],
)
def test_marks_that_meet_are_tightened(renderer: Renderer, text: str, saved: float) -> None:
    (line,) = letters(renderer, f"<p style='margin:0'>{text}</p>")
    assert said(line) == text
    distance = place(line, "家")[1] - place(line, "国")[1]
    assert distance == pytest.approx(10 * (len(text) - 1) - saved, abs=0.1)


@pytest.mark.parametrize("text", ["国A家", "国Ab1家", "国12家", "国9%家", "国<i></i>1家"])
def test_hanzi_and_latin_stand_apart(renderer: Renderer, text: str) -> None:
    plain = "html { font-feature-settings: normal !important }"
    apart, close = (letters(renderer, f"<p>{text}</p>", css)[0] for css in ("", plain))
    assert said(apart) == said(close)
    wider = place(apart, "家")[1] - place(close, "家")[1]
    expected = 1.25 if "<i>" in text else 2.5
    assert wider == pytest.approx(expected, abs=0.1)


def test_a_figure_that_must_not_part_stands_apart_but_not_at_a_line_start(
    renderer: Renderer,
) -> None:
    body = unbroken("<p style='margin:0; width: 45pt'>国家1.5亿元国家2.5亿元</p>")
    first, second, *_ = letters(renderer, body)
    assert said(first) == "国家"
    assert second[0][0] == "1"
    assert second[0][1] == pytest.approx(first[0][1], abs=1)
    (line,) = letters(renderer, unbroken("<p>国家1.5亿元和</p>"))
    (close,) = letters(renderer, "<p>国家1.5亿元和</p>", "html { font-feature-settings: normal }")
    assert place(line, "和")[1] - place(close, "和")[1] == pytest.approx(2.5, abs=0.2)


def test_drawings_are_set_as_they_were_measured(renderer: Renderer) -> None:
    svg = (
        "<svg width='200' height='30' role='img'><title>t</title><desc>d</desc>"
        "<text x='0' y='20' font-size='10' font-family=\"'Noto Sans CJK SC'\">"
        "国12家：“A国</text></svg>"
    )
    plain = "html { font-feature-settings: normal !important }"
    assert letters(renderer, svg) == letters(renderer, svg, plain)
