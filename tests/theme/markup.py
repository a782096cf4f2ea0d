"""HTML as a person reviews it: a line for each block, and drawings only by their titles."""

import re
from html import escape
from html.parser import HTMLParser

import tinyhtml5.parser

VOID = {"br", "img", "input", "source"}
_IN_LINE = {"a", "b", "br", "i", "small", "span", "strong", "em"}
_SHORT = {"dd", "dt", "h2", "h3", "h4", "h5", "p", "summary", "title", "desc"}
_SHORT |= {"caption", "figcaption", "th", "td", "li"}


def mistakes(fragment: str) -> list[str]:
    """Return what a browser would have to repair in a part of a page."""
    parser = tinyhtml5.parser.HTMLParser()
    head = '<!DOCTYPE html><html lang="zh-CN"><head><title>.</title></head><body>'
    parser.parse(f"{head}{fragment}</body></html>")
    return [f"{code} {facts}" for _, code, facts in parser.errors]


class _Outline(HTMLParser):
    """Collects the lines; inside a drawing it keeps the title and the description."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line = ""
        self.open: list[str] = []
        self.drawing: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.drawing or tag == "svg":
            self.drawing.append(tag)
            if tag not in {"svg", "title", "desc"}:
                return
            attrs = [(name, value) for name, value in attrs if name.startswith(("role", "aria"))]
        written = "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs
        )
        if tag in _IN_LINE:
            self.line += f"<{tag}{written}>"
            return
        self._end_line()
        self.line = f"<{tag}{written}>"
        if tag not in _SHORT:
            self._end_line()
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.drawing:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.drawing:
            self.drawing.pop()
            if tag not in {"svg", "title", "desc"}:
                return
        if tag in _IN_LINE:
            self.line += f"</{tag}>"
            return
        whole = self.line.startswith(f"<{tag}") and tag in _SHORT
        if not whole:
            self._end_line()
        self.open.pop()
        self.line = f"{self.line.rstrip()}</{tag}>"
        self._end_line()

    def handle_data(self, data: str) -> None:
        if not self.drawing or self.drawing[-1] in {"title", "desc"}:
            self.line += escape(re.sub(r"\s+", " ", data), quote=False)

    def _end_line(self) -> None:
        if line := self.line.strip():
            opened = re.match(r"<(\w+)[^>]*>", line)
            inside = opened and self.open and self.open[-1] == opened[1] and opened[1] not in VOID
            self.lines.append("  " * (len(self.open) - bool(inside)) + line)
        self.line = ""


def outline(fragment: str) -> str:
    """Return a part of a page with a line for each block."""
    reader = _Outline()
    reader.feed(fragment)
    reader.close()
    reader._end_line()
    return "\n".join(reader.lines) + "\n"
