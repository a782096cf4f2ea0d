"""The reader finds lines where they were put, and each fault that was put among them."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from weasyprint import HTML

from tests.brochure.proof import setting
from tests.brochure.proof.lines import Page, read

STYLE = """
@page { size: 100mm 80mm; margin: 10mm }
body { margin: 0; font: 10pt/14pt 'Noto Sans CJK SC' } h2, p, table { margin: 0; font-size: 10pt }
table { width: 80mm; border-collapse: collapse }
td, th { orphans: 1; widows: 1; padding: 0; text-align: left }
"""
FILL = "<p>{}</p>".format("<br>".join("一二三四五" for _ in range(11)))


def pages(body: str, style: str = "") -> Sequence[Page]:
    head = f"<title>t</title><style>{STYLE}{style}</style>"
    html = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    return read(HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"))


def test_lines_lie_where_they_are_set() -> None:
    """In millimetres from the upper left corner, with size, face and element."""
    (page,) = pages(
        "<h2>青岚</h2><p>县 <b>AB</b> efficient</p>"
        "<table><tr><th>名</th><td style='padding-left: 20mm'>12</td></tr></table>"
    )
    assert (page.number, round(page.width), round(page.height)) == (1, 100, 80)
    assert [line.text for line in page.lines] == ["青岚", "县 AB efficient", "名", "12"]
    title, text, name, number = page.lines
    assert title.left == pytest.approx(10, abs=0.05)
    assert title.right == pytest.approx(10 + 2 * 10 * 25.4 / 72, abs=0.05)
    assert text.baseline - title.baseline == pytest.approx(14 * 25.4 / 72, abs=0.05)
    assert [line.size for line in page.lines] == pytest.approx([10] * 4, abs=0.01)
    assert {letter.font.partition("+")[2] for letter in title.letters} == {"Noto-Sans-CJK-SC-Bold"}
    assert [line.block.kind for line in page.lines if line.block] == ["H2", "P", "TH", "TD"]
    assert [bool(line.tag and line.tag.is_heading) for line in page.lines] == [True, *[False] * 3]
    assert name.baseline == number.baseline
    left, top, right, bottom = title.ink
    assert 10 < left < right < title.right
    assert top < title.baseline < bottom + 1


def test_lines_of_a_trimmed_page_are_measured_from_its_trim() -> None:
    (page,) = pages("<p>县</p>", "@page { bleed: 3mm }")
    assert (round(page.width), round(page.height)) == (100, 80)
    assert page.lines[0].left == pytest.approx(10, abs=0.05)


def test_a_hyphen_that_a_line_end_makes_is_told() -> None:
    (page,) = pages("<p style='hyphens: auto; width: 14mm'>investment</p>")
    assert [line.text for line in page.lines] == ["invest-", "ment"]
    assert page.lines[0].letters[-1].soft


def hyphened(found: Sequence[Page]) -> Iterator[str]:
    return setting.hyphened(found, "well-kept")


def parted_rows(found: Sequence[Page]) -> Iterator[str]:
    return setting.parted_rows(found, "one two three four\n一二三四")


HEAD = "<table><thead><tr><th style='height: {}mm'>h</th></tr></thead>"
TALL = "<tr><td style='height: {}mm'>b</td></tr>"
LONG = f"{'国' * 22}<br>{'国' * 21}" + "<span style='white-space: nowrap'>1国国国国</span>"
FAULTS: list[tuple[Callable[[Sequence[Page]], Iterator[str]], str, str]] = [
    (
        setting.left_headings,
        f"{FILL}<h2 style='break-after: auto'>下</h2><p>文</p>",
        f"{FILL}<p>文</p><h2>下</h2><p>文</p>",
    ),
    (
        parted_rows,
        f"{FILL}<table><tr><th>x</th><td>one<br>two<br>three<br>four</td></tr></table>",
        f"{FILL}<table><tr><td>a</td></tr><tr><td>one<br>two<br>three<br>four</td></tr></table>",
    ),
    (
        parted_rows,
        f"{FILL}<table><tr><td>一二<br>三<br>四</td></tr></table>",
        f"{FILL}<table><tr style='break-inside: avoid'><td>一二<br>三<br>四</td></tr></table>",
    ),
    (
        setting.headless_tables,
        # A head that leaves no room for the row below it is not repeated.
        HEAD.format(50) + "<tr><td>a</td></tr>" + TALL.format(15),
        HEAD.format(30) + TALL.format(20) + TALL.format(20),
    ),
    (setting.wrong_marks, "<p>国家<br>，县</p>", "<p>国家，<br>县</p>"),
    (setting.wrong_marks, "<p>国家（<br>县）</p>", "<p>国家<br>（县）</p>"),
    (setting.ragged_lines, f"<p style='width: 80mm'>{LONG}</p>", f"<p>{'国' * 30}</p>"),
    (
        setting.torn_blocks,
        "<p style='line-height: 3'>国家<br>县</p>",
        "<p style='line-height: 2.4'>国家<br>县</p>",
    ),
    (setting.lone_ends, "<h2>Castings<br>works</h2>", "<h2>Castings<br>and works</h2>"),
    (setting.lone_ends, "<h2>四氧化三<br>锰</h2>", "<h2>四氧化<br>三锰</h2>"),
    (
        hyphened,
        "<h2 style='hyphens: auto; width: 16mm'>investment</h2>",
        "<h2 style='width: 12mm'>well-kept</h2>",
    ),
    (setting.parted_figures, "<p>RMB<br>320 million</p>", "<p>RMB 320 million<br>in all</p>"),
    (setting.parted_figures, "<p>about 80<br>mu</p>", "<p>about 80<br>museums</p>"),
    (setting.parted_figures, "<p>总投资3.2<br>亿元</p>", "<p>总投资<br>3.2亿元</p>"),
    (
        setting.near_trim,
        "<p style='margin-left: -6mm'>国</p>",
        "<p style='margin-left: -4.9mm'>国</p>",
    ),
]


@pytest.mark.parametrize(("look", "wrong", "right"), FAULTS)
def test_a_fault_is_found_where_there_is_one(
    look: Callable[[Sequence[Page]], Iterator[str]], wrong: str, right: str
) -> None:
    assert len(list(look(pages(wrong)))) == 1
    assert list(look(pages(right))) == []
