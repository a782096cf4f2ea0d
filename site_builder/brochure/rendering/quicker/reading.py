"""Reading of HTML: documents of ours are well-formed, and a parser of XML reads them at once."""

import re
from collections.abc import Iterable
from html.entities import name2codepoint
from typing import Any
from xml.etree import ElementTree as ET

from site_builder.brochure.rendering.quicker.defaults import short_defaults
from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "7cd0f4ae8569eac9e1a9dc5e58a2c7aed8b164c008f27a2f4f99b0cf1fbf185d"
"""Digest of the source that reads HTML in WeasyPrint."""

_DOCTYPE = re.compile(r"\s*<!doctype html>\s*", re.IGNORECASE)
_OPEN = re.compile(r"<(area|base|br|col|hr|img|input|link|meta|source|wbr)\b([^<>]*?)/?>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_STYLE = re.compile(r"<style[^>]*>[^<]*&")
_WORDS = frozenset(("abbr", "b", "br", "cite", "code", "em", "i", "img", "q", "s", "small"))
_WORDS |= {"span", "strong", "sub", "sup", "time", "u", "wbr", "{http://www.w3.org/2000/svg}svg"}
"""What may stand in a paragraph: anything else ends it in HTML, whatever is written."""


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
    """Return a digest of the source of WeasyPrint that this module stands for."""
    import weasyprint

    return digest(weasyprint)


def parsed(text: str) -> ET.Element | None:
    """Return the tree of a document; None unless a parser of HTML would see the same in it."""
    start = _DOCTYPE.match(text)
    if start is None or _STYLE.search(text):
        return None
    written = _OPEN.sub(r"<\1\2/>", _NAMED.sub(_numbered, text[start.end() :]))
    try:
        builder = ET.TreeBuilder(insert_comments=True)
        parser = ET.XMLParser(target=builder)  # noqa: S314 - a document of ours
        parser.feed(written)
        root = parser.close()
    except ET.ParseError:
        return None
    return root if _is_as_written(root) else None


def _numbered(name: re.Match[str]) -> str:
    """Return the number of a character that HTML knows by name; XML knows five names."""
    code = name2codepoint.get(name[1])
    return name[0] if code is None or name[1] in _XML else f"&#{code};"


def _is_as_written(root: ET.Element) -> bool:
    """Return whether HTML leaves every element where it is written."""
    if [child.tag for child in root] != ["head", "body"]:
        return False
    if root.find(".//base") is not None or root.find(".//pre") is not None:
        return False
    return all(
        _allowed(child.tag for child in element if isinstance(child.tag, str))
        for element in root.iter("p")
    ) and all(
        child.tag in ("caption", "colgroup", "thead", "tbody", "tfoot")
        for table in root.iter("table")
        for child in table
    )


def _allowed(names: Iterable[str]) -> bool:
    return all(name in _WORDS or name == "a" for name in names)
