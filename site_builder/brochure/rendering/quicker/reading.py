"""Reading of HTML: documents of ours are well-formed, and a parser of XML reads them at once."""

import re
from html.entities import html5
from typing import Any
from xml.etree import ElementTree as ET

from site_builder.brochure.rendering.quicker.defaults import short_defaults
from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "6e6d71b27878adb1793c8651c8ce8643ffe2eea744d56d9df585bde29e4af4c5"
"""Digest of the source that reads HTML: that of WeasyPrint and that of its parser."""

_BLANK = " \t\n\f\r"
"""White space to HTML; Python and readers know more of it."""
_VALUE = r"""(?:[^<>"']|"[^"]*"|'[^']*')"""
"""A character between the angle brackets of an element, or the whole value of an attribute."""
_DOCTYPE = re.compile(rf"[{_BLANK}]*<!doctype html>", re.IGNORECASE)
_OPEN = re.compile(
    rf"<(area|base|br|col|hr|img|input|link|meta|source|wbr)(?![\w:-])({_VALUE}*?)/?>"
)
_OTHERWISE = re.compile(
    r"[\r\ufeff]|<!(?!--)|<\?|<!---?>|<!--(?:[^-]|-(?!->))*?[&<=]|</?[\w.-]+:|&#0*1(?:2[89]|[345]\d);"
    r"|&#x0*[89][0-9a-fA-F];"
)
"""What HTML takes otherwise than XML: remarks that end at once or hold what is altered below,
instructions, prefixes, and the numbers that stand for the characters of Windows."""
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_STYLE = re.compile(r"<style[^>]*>[^<]*&")
_BROKEN = re.compile(r"""=[ \n\t]*("[^"]*[\n\t][^"]*"|'[^']*[\n\t][^']*')""")
"""Values of attributes that hold ends of lines or tabs, of which XML makes spaces."""
_ENDS = str.maketrans({"\n": "&#10;", "\t": "&#9;"})

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(("a", "circle", "clipPath", "defs", "ellipse", "g", "image", "line", "marker"))
_DRAWN |= {"mask", "path", "pattern", "polygon", "polyline", "rect", "symbol", "text", "tspan"}
_DRAWN |= {"linearGradient", "radialGradient", "stop", "use"}
"""Elements of a drawing, as HTML writes their names; many others end the drawing."""
_TOLD = frozenset(("title", "desc"))
"""In these, a drawing holds HTML."""

_WORDS = frozenset(("abbr", "b", "br", "cite", "code", "em", "i", "img", "q", "s", "small"))
_WORDS |= {"a", "span", "strong", "sub", "sup", "time", "u", "wbr"}
"""What may stand in a paragraph: anything else ends it in HTML, whatever is written."""
_BLOCKS = frozenset(("address", "article", "aside", "blockquote", "body", "div", "dl", "dt", "dd"))
_BLOCKS |= {"figcaption", "figure", "footer", "head", "header", "hr", "html", "li", "main", "nav"}
_BLOCKS |= {"col", "link", "meta", "ol", "p", "section", "style", "title", "ul", "td", "th"}
_HEADINGS = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")
_APART = {"p": "p", "a": "a", "li": "li", "dt": "item", "dd": "item", **_HEADINGS}
"""What HTML ends where the next of the kind begins within it."""
_LISTS = {"ul": "li", "ol": "li", "dl": "item"}
"""In which of these, again, one may begin."""
_ROWS = dict.fromkeys(("thead", "tbody", "tfoot"), ("tr",))
_HOLDS = {
    "html": ("head", "body"),
    "head": ("title", "meta", "link", "style"),
    "table": ("caption", "colgroup", *_ROWS),
    "colgroup": ("col",),
    **_ROWS,
    "tr": ("td", "th"),
}
"""What holds nothing but certain elements, which stand nowhere else: HTML moves or adds to them."""
_HELD = {"html"}.union(*_HOLDS.values()) - {"style"}
_NAMES = _WORDS | _BLOCKS | {*_HOLDS, *_HELD, *_HEADINGS}
"""Elements of which it is known what HTML makes of them."""
_EMPTY = re.compile(
    rf"""<({"|".join(sorted(_NAMES - {"br", "img", "wbr", "hr", "link", "meta", "col"}))})"""
    rf"""(?![\w-]){_VALUE}*/>"""
)
"""Elements that are closed as they open: to HTML, they are open."""


def read_html(text: str, base_url: str, url_fetcher: Any) -> Any:
    """Return a document as WeasyPrint reads it."""
    from weasyprint import HTML

    known = source_digest() == _KNOWN
    root = parsed(text) if known else None
    if root is None:
        html = HTML(string=text, base_url=base_url, url_fetcher=url_fetcher)
    else:
        html = _wrapped(root, HTML.__new__(HTML))
        html.base_url, html.url_fetcher, html.media_type = base_url, url_fetcher, "print"
    if not known:
        return html
    if (short := short_defaults()) is not None:
        html._ua_stylesheets = lambda _forms=False: [short]  # noqa: SLF001 - there is no other way
    return html


def _wrapped(root: ET.Element, html: Any) -> Any:
    from cssselect2 import ElementWrapper

    html.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
    html.etree_element = html.wrapper_element.etree_element
    return html


def source_digest() -> str:
    """Return a digest of the source that this module stands for."""
    import tinyhtml5
    import weasyprint
    from tinyhtml5 import constants, inputstream, parser, tokenizer, treebuilder

    return digest(weasyprint, tinyhtml5, constants, inputstream, parser, tokenizer, treebuilder)


def parsed(text: str) -> ET.Element | None:
    """Return the tree of a document; None unless a parser of HTML would see the same in it."""
    start = _DOCTYPE.match(text)
    if start is None:
        return None
    rest = text[start.end() :]
    if any(odd.search(rest) for odd in (_OTHERWISE, _STYLE, _EMPTY)):
        return None
    whole = _BROKEN.sub(_joined, rest.strip(_BLANK))
    written = _OPEN.sub(r"<\1\2/>", _NAMED.sub(_numbered, whole))
    try:
        builder = ET.TreeBuilder(insert_comments=True)
        parser = ET.XMLParser(target=builder)  # noqa: S314 - a document of ours
        parser.feed(written)
        root = parser.close()
    except (ET.ParseError, UnicodeEncodeError):
        return None
    return _ended(root, rest) if _is_as_written(root) else None


def _ended(root: ET.Element, text: str) -> ET.Element:
    """Return the tree with the white space about its body where HTML puts it."""
    root.text, body = None, root[1]
    after = (body.tail or "") + text[len(text.rstrip(_BLANK)) :]
    body.tail = None
    if len(body):
        body[-1].tail = ((body[-1].tail or "") + after) or None
    else:
        body.text = ((body.text or "") + after) or None
    return root


def _numbered(name: re.Match[str]) -> str:
    """Return the numbers of what HTML knows by name; XML knows five names."""
    said = "" if name[1] in _XML else html5.get(f"{name[1]};", "")
    return "".join(f"&#{ord(one)};" for one in said) or name[0]


def _joined(value: re.Match[str]) -> str:
    """Return the value of an attribute with its line ends and tabs as numbers, which XML keeps."""
    return value[0].translate(_ENDS)


def _is_as_written(root: ET.Element) -> bool:
    """Return whether HTML leaves every element where it is written."""
    names = [child.tag for child in root]
    return root.tag == "html" and names == ["head", "body"] and _stays(root, frozenset())


def _stays(element: ET.Element, around: frozenset[str]) -> bool:
    """Return whether an element, and all in it, is to HTML what it is to XML.

    `around` are the kinds of `_APART` in which it stands.
    """
    name = element.tag
    if not isinstance(name, str):
        return True  # A remark.
    if name == f"{_SVG}svg":
        return _is_drawing(element)
    kind = _APART.get(name)
    if name not in _NAMES or kind in around or ("p" in around and name not in _WORDS):
        return False
    plain = all(key.islower() and "{" not in key for key in element.attrib)
    if not plain or name in ("title", "style"):
        return plain and len(element) == 0
    if name in _HOLDS and any(map(_is_text, (element.text, *(one.tail for one in element)))):
        return False
    within = (around | {kind}) if kind else around - {_LISTS.get(name, "")}
    return all(_may_hold(name, child.tag) and _stays(child, within) for child in element)


def _is_drawing(element: ET.Element) -> bool:
    """Return whether a drawing, and all in it, is to HTML what it is to XML."""
    from tinyhtml5.constants import adjust_svg_attributes as cased

    for key in element.attrib:
        if "{" in key or cased.get(key.lower(), key.lower()) != key:
            return False
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.removeprefix(_SVG)
        if name == child.tag or (name in _TOLD and len(child)):
            return False
        if name not in _DRAWN and name not in _TOLD and name != "svg":
            return False
        if not _is_drawing(child):
            return False
    return True


def _may_hold(name: str, child: object) -> bool:
    if not isinstance(child, str):
        return True
    return child in _HOLDS[name] if name in _HOLDS else child not in _HELD


def _is_text(text: str | None) -> bool:
    return bool(text and text.strip(_BLANK))
