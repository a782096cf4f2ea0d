"""HTML as a person reviews it: a line for each block, and drawings only by their titles."""

import re
from html import escape
from html.parser import HTMLParser

import tinyhtml5.parser

_VOID = {"br", "img", "input", "source"}
_OF_DRAWINGS = {"svg", "title", "desc"}
_IN_LINE = {"a", "b", "br", "i", "small", "span", "strong", "em"}
_SHORT = {"dd", "dt", "h1", "h2", "h3", "h4", "h5", "p", "summary", "title", "desc"}
_SHORT |= {"caption", "figcaption", "th", "td", "li"}


def mistakes(fragment: str) -> list[str]:
    """Return what a browser would have to repair in a part of a page, or close by itself."""
    parser = tinyhtml5.parser.HTMLParser()
    head = '<!DOCTYPE html><html lang="zh-CN"><head><title>.</title></head><body>'
    parser.parse(f"{head}{fragment}</body></html>")
    pairs = _Pairs()
    pairs.feed(fragment)
    pairs.close()
    unclosed = [f"unclosed {tag}" for tag in pairs.open]
    return [f"{code} {facts}" for _, code, facts in parser.errors] + pairs.stray + unclosed


class _Pairs(HTMLParser):
    """Follows opening and closing tags; HTML may leave some out, the components do not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.stray: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave `<path/>` of a drawing alone: it is open and closed."""

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.stray.append(f"stray </{tag}>")


class _Outline(HTMLParser):
    """Collects the lines; inside a drawing it keeps the title and the description."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line = ""
        self.began = ""
        """The element whose opening tag stands at the start of the line."""
        self.indent = 0
        self.open: list[str] = []
        self.drawing: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.drawing or tag == "svg":
            self.drawing.append(tag)
            if tag not in _OF_DRAWINGS:
                return
            attrs = [(name, value) for name, value in attrs if name.startswith(("role", "aria"))]
        written = "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs
        )
        if tag in _IN_LINE:
            self._write(f"<{tag}{written}>")
            return
        self.end_line()
        self._write(f"<{tag}{written}>")
        self.began = tag
        if tag not in _SHORT:
            self.end_line()
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.drawing:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.drawing:
            self.drawing.pop()
            if tag not in _OF_DRAWINGS:
                return
        if tag in _IN_LINE:
            self._write(f"</{tag}>")
            return
        if self.began != tag:
            self.end_line()
        self.open.pop()
        self.line = self.line.rstrip()
        self._write(f"</{tag}>")
        self.end_line()

    def handle_data(self, data: str) -> None:
        if not self.drawing or self.drawing[-1] in {"title", "desc"}:
            text = escape(re.sub(r"\s+", " ", data), quote=False)
            alone = self.line.endswith(">") and self.line.count("<") == 1 and self.began
            self._write(text.lstrip() if alone else text)

    def end_line(self) -> None:
        if line := self.line.strip():
            self.lines.append("  " * self.indent + line)
        self.line = self.began = ""

    def _write(self, words: str) -> None:
        if not self.line.strip():
            self.indent = len(self.open)
        self.line += words


def outline(fragment: str) -> str:
    """Return a part of a page with a line for each block."""
    reader = _Outline()
    reader.feed(fragment)
    reader.close()
    reader.end_line()
    return "\n".join(reader.lines) + "\n"
