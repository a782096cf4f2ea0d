"""No block ends in a line of one character or one short word."""

import re
from collections.abc import Callable

import pytest

from site_builder.brochure.composing.line_ends import breaks_kept, ends_kept

WHOLE = '<span class="whole">'


@pytest.mark.parametrize(
    ("block", "kept"),
    [
        ("<li>运距较短，由双方商定。</li>", f"<li>运距较短，由双{WHOLE}方商定。</span></li>"),
        (
            f"<p>运距{WHOLE}2公里</span>以内。</p>",
            f"<p>运距{WHOLE}{WHOLE}2公里</span>以内。</span></p>",
        ),
        (
            "<h1>Castings and treatment works</h1>",
            f"<h1>Castings and {WHOLE}treatment works</span></h1>",
        ),
        (
            "<a>Recycling of batteries, 20,000 tonnes a year<span>",
            f"<a>Recycling of batteries, {WHOLE}20,000 tonnes a year</span><span>",
        ),
        ("<li>Sold in the same park.</li>", f"<li>Sold in {WHOLE}the same park.</span></li>"),
        (
            f"<li>At {WHOLE}RMB 96,000</span> a mu.</li>",
            f"<li>At {WHOLE}{WHOLE}RMB 96,000</span> a mu.</span></li>",
        ),
    ],
)
def test_the_end_of_a_block_keeps_together(block: str, kept: str) -> None:
    assert ends_kept(block) == kept


@pytest.mark.parametrize(
    "html",
    [
        "<td>独资</td>",
        "<p>A very long last word such as telecommunications.</p>",
        "<svg><title>青岚县的群山景色图</title><desc><p>青岚县的群山景色图</p></desc></svg>",
        "<style>p { content: '一二三四五' }</style>",
    ],
)
def test_what_is_short_or_no_text_passes_as_it_is(html: str) -> None:
    assert ends_kept(html) == html


def test_each_language_of_a_piece_ends_well() -> None:
    """It says a block in a span for each of them."""
    zh, en = '<span class="said said--1" lang="zh-CN">', '<span class="said said--2" lang="en">'
    html = f"<h3>{zh}锰渣综合利用建材</span>{en}Castings and treatment works</span></h3>"
    kept = ends_kept(html)
    assert f"锰渣综合利{WHOLE}用建材</span></span>{en}" in kept
    assert f"and {WHOLE}treatment works</span></span></h3>" in kept


def test_a_line_is_full_before_what_may_not_part() -> None:
    """WeasyPrint alone breaks it after its first word where it is full but for a space."""
    from weasyprint import HTML

    def first_lines(change: Callable[[str], str]) -> list[str]:
        text = f"Wet electronic chemicals, 78,000 tonnes {WHOLE}a year</span>"
        blocks = [f'<p style="width: {width / 10}em">{text}</p>' for width in range(150, 260)]
        style = "<style>@page { size: 9in 99in } .whole { white-space: nowrap }</style>"
        (page,) = HTML(string=change(style + "".join(blocks))).render().pages
        body = page._page_box.children[0].children[0]
        lines = [block.children[0] for block in body.children]
        return ["".join(b.text for b in line.descendants() if hasattr(b, "text")) for line in lines]

    assert "Wet" in [line.strip() for line in first_lines(str)]
    kept = [line.split() for line in first_lines(breaks_kept)]
    assert min(map(len, kept)) > 2


def test_nothing_is_said_differently() -> None:
    html = (
        "<div><p>本项目建设四个车间，</p><svg><p>甲乙丙丁戊</p></svg><p>To a last line.</p></div>"
    )
    assert re.sub("<[^>]*>", "", ends_kept(html)) == re.sub("<[^>]*>", "", html)
