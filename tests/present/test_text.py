import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.present.text import first_paragraph, plain, render, spoken_day, spoken_moment

ALLOWED = re.compile(
    r"</?(?:p|strong|em|ul|ol|li|blockquote)>|<br>|</a>"
    r'|<a(?: href="https://[^"<>]*")?(?: rel="noopener")?>'
)
MARKUP = st.sampled_from(
    [
        *["<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>", "<iframe>"],
        *["<a href='x'>", "<style>", "<!--", "-->", "<![CDATA[", "&lt;", "&#60;"],
        *["[x](javascript:alert(1))", "[x](//evil.com)", "[x](https://a.example)", "![x](y)"],
        *["<https://a.b>", "[x]: data:text/html,x", "]: ", "**", "\n\n", "- ", "1. ", "> ", "# "],
        *"_`\n茶\"'\\",
    ]
)


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("茶园。", "<p>茶园。</p>"),
        ("一段。\n\n二段。", "<p>一段。</p>\n<p>二段。</p>"),
        ("用地**120亩**。", "<p>用地<strong>120亩</strong>。</p>"),
        ("- 水\n- 电", "<ul>\n<li>水</li>\n<li>电</li>\n</ul>"),
        ("1. 水\n2. 电", "<ol>\n<li>水</li>\n<li>电</li>\n</ol>"),
        ("A & B < C", "<p>A &amp; B &lt; C</p>"),
        (
            "[原文](https://a.example/)",
            '<p><a href="https://a.example/" rel="noopener">原文</a></p>',
        ),
    ],
)
def test_limited_markdown_becomes_html(written: str, html: str) -> None:
    """Paragraphs, emphasis, lists and links are all there is."""
    assert html == render(written).strip()


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("<script>alert(1)</script>茶", "<p>茶</p>"),
        ("茶<img src=x onerror=alert(1)>", "<p>茶</p>"),
        ("<p onclick='x()'>茶</p>", "<p>茶</p>"),
        ("<iframe src='https://evil.com'></iframe>茶", "<p>茶</p>"),
        ("<style>p{display:none}</style>茶", "<p>茶</p>"),
        ("[茶](javascript:alert(1))", '<p><a rel="noopener">茶</a></p>'),
        ("[茶](JaVaScRiPt:alert(1))", '<p><a rel="noopener">茶</a></p>'),
        ("[茶](data:text/html,x)", '<p><a rel="noopener">茶</a></p>'),
        ("[茶](//evil.com/)", '<p><a rel="noopener">茶</a></p>'),
        ("[茶](http://evil.com/)", '<p><a rel="noopener">茶</a></p>'),
        ("[茶](/etc/passwd)", '<p><a rel="noopener">茶</a></p>'),
        ("# 茶", "茶"),
        ("![茶](https://evil.com/pixel.png)", "<p></p>"),
    ],
)
def test_what_is_not_allowed_is_taken_out(written: str, html: str) -> None:
    """Scripts, event handlers, pictures, frames, and links to anything but https are gone."""
    assert html == render(written).strip()


@given(st.one_of(st.text(), st.lists(MARKUP, max_size=10).map("".join)))
def test_no_other_tag_ever_comes_out(written: str) -> None:
    """Whatever is written, only the allowed tags come out, with no attribute but safe links."""
    html = str(render(written))
    assert ALLOWED.sub("", html).count("<") == 0


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("第一行，\n第二行。", "<p>第一行，第二行。</p>"),
        ("**第一行**，\n第二行。", "<p><strong>第一行</strong>，第二行。</p>"),
        ("**甲方**\n**乙方**", "<p><strong>甲方</strong><strong>乙方</strong></p>"),
        ("- **水**：\n  已通", "<ul>\n<li><strong>水</strong>：已通</li>\n</ul>"),
        ("The first line,\nthe second.", "<p>The first line, the second.</p>"),
        (
            "The **first** line,\nthe second.",
            "<p>The <strong>first</strong> line,\nthe second.</p>",
        ),
    ],
)
def test_the_lines_of_a_paragraph_join(written: str, html: str) -> None:
    """Lines join without a space in Chinese and with one in English."""
    assert html == render(written).strip()


def test_the_first_paragraph_is_cut_out() -> None:
    """A card shows the first paragraph only."""
    assert first_paragraph(render("一。\n\n二。")) == "<p>一。</p>"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("用地**120亩**", "用地120亩"),
        ("见[原文](https://a.example/)。", "见原文。"),
        ("`x` _y_", "x y"),
    ],
)
def test_plain_text_has_no_marks(written: str, text: str) -> None:
    """Where no HTML is taken, Markdown's marks are gone as well."""
    assert text == plain(written)


def test_a_day_is_said_in_words() -> None:
    """A date reads as people write it."""
    day = date(2026, 9, 18)
    assert (spoken_day(day, "zh"), spoken_day(day, "en")) == ("2026年9月18日", "18 September 2026")


@pytest.mark.parametrize(
    ("moment", "zh", "en"),
    [("2027", "2027年", "2027"), ("2027-03", "2027年3月", "March 2027")],
)
def test_a_moment_is_said_in_words(moment: str, zh: str, en: str) -> None:
    """A year or a month reads as people write it."""
    assert (zh, en) == (spoken_moment(moment, "zh"), spoken_moment(moment, "en"))
