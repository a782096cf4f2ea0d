"""The style sheets of the theme, as declarations; and its templates, as trees."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import tinycss2
from jinja2 import nodes
from tinycss2.ast import AtRule, Declaration, Node, ParseError, QualifiedRule

from site_builder.brochure.composing.paper_style import measures_style
from site_builder.brochure.plan import A4
from site_builder.brochure.rendering.renderer import FLUSH
from tests.theme.component_examples import ROOT, THEME

SHEETS = sorted([*(ROOT / "assets" / "css").glob("*.css"), *(ROOT / "report").glob("*.css")])
TEMPLATES = sorted(ROOT.rglob("*.html"))


class Line(NamedTuple):
    """A declaration and the sheet it stands in."""

    sheet: str
    number: int
    declaration: Declaration

    def __str__(self) -> str:
        value = tinycss2.serialize(self.declaration.value).strip()
        return f"{self.sheet}:{self.number} {self.declaration.name}: {value}"


def lines() -> Iterator[Line]:
    """Yield every declaration of every sheet."""
    for path in SHEETS:
        for rule in _inside(tinycss2.parse_stylesheet(path.read_text("utf-8"))):
            if isinstance(rule, Declaration):
                yield Line(path.name, rule.source_line, rule)


def unreadable() -> list[str]:
    """Return what is not CSS."""
    return [
        f"{path.name}:{rule.source_line} {rule.message}"
        for path in SHEETS
        for rule in _inside(tinycss2.parse_stylesheet(path.read_text("utf-8")))
        if isinstance(rule, ParseError)
    ]


def _inside(rules: Iterable[Node]) -> Iterator[Node]:
    """Yield rules and what is in their blocks."""
    for rule in rules:
        yield rule
        if isinstance(rule, QualifiedRule | AtRule) and rule.content is not None:
            yield from _inside(tinycss2.parse_blocks_contents(rule.content))


def parts(values: Iterable[Node]) -> Iterator[Node]:
    """Yield every part of a value, and the parts of its functions."""
    for value in values:
        yield value
        yield from parts(getattr(value, "arguments", None) or ())


def tokens() -> dict[str, str]:
    """Return every custom property of tokens.css."""
    return {
        line.declaration.name: tinycss2.serialize(line.declaration.value).strip()
        for line in lines()
        if line.sheet == "tokens.css"
    }


def measured() -> set[str]:
    """Return the custom properties that brochures set, for a paper or as they measured a sheet."""
    of_all = re.findall(r"--[\w-]+(?=:)", measures_style(A4) + FLUSH)
    styles = (
        style
        for path in TEMPLATES
        for style in re.findall(r'style="([^"]*)"', path.read_text("utf-8"))
    )
    return {*of_all, *(name for style in styles for name in re.findall(r"--[\w-]+(?=:)", style))}


def found_in_templates(kind: type[nodes.Node] | tuple[type[nodes.Node], ...]) -> Iterator[tuple]:
    """Yield every node of a kind, with the template it stands in and its line there."""
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        for node in THEME.environment.parse(text).find_all(kind):
            place = path.relative_to(ROOT).as_posix()
            yield place, text.splitlines()[node.lineno - 1].strip(), node
