"""What is read at once is, to the last attribute, what a parser of HTML sees."""

from io import StringIO
from random import Random
from typing import Any

import pytest
import tinyhtml5

from site_builder.brochure.rendering.quicker.reading import parsed

WITHIN = {
    "table": ("caption", "colgroup", "tbody", "thead", "tr", "p"),
    "tbody": ("tr",),
    "tr": ("td", "th", "div"),
    "colgroup": ("col",),
    "ul": ("li",),
    "dl": ("dt", "dd", "div"),
    "svg": ("g", "path", "text", "title", "desc", "rect", "p", "clipPath", "clippath", "style"),
    "g": ("path", "text", "g", "title", "a", "image", "b", "foreignObject"),
    "title": ("b",),
}
ANY = ("p", "div", "span", "b", "a", "ul", "dl", "table", "svg", "br", "img", "h2", "em")
ANY += ("section", "hr", "style", "pre", "head", "html", "math", "g", "button")
EMPTY = ("br", "img", "hr", "col")
ATTRIBUTES = (
    'class="a"',
    'title="一>二"',
    "title='x/'",
    'alt=">"',
    'alt="/>"',
    'title="&lang;&nbsp;"',
    'title="a&#150;"',
    "title = 'a\tb\n'",
    'Class="x"',
    'viewBox="0 0 1 1"',
    'viewbox="0"',
    'xml:lang="zh"',
    'xmlns="http://www.w3.org/2000/svg"',
    'xmlns:x="x" x:y="z"',
    'title="<b>"',
    "hidden",
)
TEXTS = ("一", " ", "\n", "a b", "\u3000", "\u00a0", "&nbsp;", "&lang;", "&phi;", "&fjlig;")
TEXTS += ("&#150;", "&#x96;", "&#0128;", "&#8211;", "&#38;", "&#0;", "&#13;", "&notit;", "&AMP;")
TEXTS += ("<!-- 一 -->", "<!-->", "<!--->", "<!-- &nbsp; -->", "<!-- <br> -->", "<!-- ='x\ny' -->")
TEXTS += ("<?x?>", "<!x>", "]]>", "a='\n'", '"', "'", "/>", "\x0c", "\x85", "\ufeff", "\ud800")


def snippet(chance: Random, around: str, depth: int = 0) -> str:
    """Return some HTML that is usually well-formed, and sometimes odd."""
    made = []
    for _ in range(chance.randint(0, 3 if depth < 5 else 0)):
        if chance.random() < 0.4:
            made.append(chance.choice(TEXTS if chance.random() < 0.2 else TEXTS[:3]))
            continue
        name = chance.choice(WITHIN.get(around, ANY))
        said = " ".join(("", *chance.sample(ATTRIBUTES, chance.choice((0, 0, 0, 0, 1, 2)))))
        if name == "svg" and "xmlns=" not in said:
            said += ' xmlns="http://www.w3.org/2000/svg"'
        if name in EMPTY or (around in ("svg", "g") and chance.random() < 0.4):
            made.append(f"<{name}{said}{chance.choice(('', '/', ' /'))}>")
        else:
            made.append(f"<{name}{said}>{snippet(chance, name, depth + 1)}</{name}>")
    return "".join(made)


def document(chance: Random) -> str:
    blank = [
        chance.choice(("", "\n", " ", "\u3000" if chance.random() < 0.1 else "")) for _ in range(8)
    ]
    head = f"{blank[0]}<!doctype html>{blank[1]}<html lang='zh'>{blank[2]}<head><title>t</title>"
    body = f"{blank[4]}<body>{snippet(chance, 'body')}{blank[5]}</body>{blank[6]}</html>{blank[7]}"
    return f"{head}{blank[3]}</head>{body}"


def seen(element: Any) -> tuple[Any, ...]:
    said = {key: value for key, value in element.attrib.items() if "xmlns" not in key}
    tag = element.tag if isinstance(element.tag, str) else "a remark"
    return tag, said, element.text or "", element.tail or "", [seen(child) for child in element]


def of_html(text: str) -> tuple[Any, ...]:
    return seen(tinyhtml5.parse(StringIO(text), namespace_html_elements=False))


def test_reads_what_a_parser_of_html_reads() -> None:
    chance = Random("HTML")  # noqa: S311 - no secret, but the same on every run
    read = 0
    for _ in range(2500):
        text = document(chance)
        root = parsed(text)
        if root is not None:
            read += 1
            assert seen(root) == of_html(text), text
    assert read > 500


@pytest.mark.parametrize(
    "content",
    [
        '<img alt="一>二" title="x">三',
        "<img alt='/>' title='x'/>三",
        "<p>&lang;&rang;&phi;&fjlig;&NotEqualTilde;</p>",
        "<p title = 'a\n\tb'>一</p>",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g><path d=""/></g></svg>',
        "<p>一</p>\n",
    ],
)
def test_reads_at_once_what_it_can(content: str) -> None:
    text = f"<!doctype html><html><head></head><body>{content}</body>\n</html>\n"
    root = parsed(text)
    assert root is not None
    assert seen(root) == of_html(text)


@pytest.mark.parametrize(
    "content",
    [
        "<p>&#150;</p>",
        '<p title="&#x0080;">一</p>',
        "<table><tbody>\u3000<tr><td>一</td></tr></tbody></table>",
        "<table><tbody>&nbsp;<tr><td>一</td></tr></tbody></table>",
        '<svg xmlns="http://www.w3.org/2000/svg"><p>一</p></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewbox="0"><path/></svg>',
        '<p><g xmlns="http://www.w3.org/2000/svg"/></p>',
        "<html>一</html>",
        "<!--> <p>一</p> -->",
        "<?一?>",
        "\ud800",
    ],
)
def test_leaves_what_html_takes_otherwise(content: str) -> None:
    assert parsed(f"<!doctype html><html><head></head><body>{content}</body></html>") is None


def test_leaves_what_stands_before_a_document() -> None:
    assert parsed("\u3000<!doctype html><html><head></head><body></body></html>") is None
