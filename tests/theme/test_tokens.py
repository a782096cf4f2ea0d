"""Colours, type and sizes are named in tokens.css, and templates only show."""

import pytest
from jinja2 import nodes
from tinycss2.ast import FunctionBlock, HashToken, IdentToken, StringToken
from tinycss2.color4 import parse_color

from site_builder.draw.palette import contrast
from tests.theme.style_sheets import found_in_templates, lines, measured, parts, tokens, unreadable

LINES = [line for line in lines() if line.sheet != "tokens.css"]
TOKENS = tokens()
NO_COLOUR = {"transparent", "currentcolor"}
NO_FONT = {"inherit", "bold", "normal"}
READ = (
    ("ink", "paper"),
    ("ink", "white"),
    ("ink", "mist"),
    ("ink", "ochre-soft"),
    ("ink-soft", "paper"),
    ("ink-soft", "white"),
    ("ink-soft", "mist"),
    ("paper", "ink"),
    ("pine", "paper"),
    ("pine", "white"),
    ("pine", "mist"),
    ("pine-soft", "paper"),
    ("white", "pine"),
    ("white", "seal"),
    ("white", "seal-dark"),
    ("mist", "pine"),
    ("seal-dark", "white"),
    ("seal-dark", "paper"),
    ("ochre-deep", "white"),
    ("ochre-deep", "paper"),
)
"""The colours of text and the grounds on which the style sheets set it."""
ARITHMETIC = (
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Pow,
)
CHAPTERS = ("templates/project.html", "{% set count.value = count.value + 1 %}")
"""Chapters that a project lacks are left out, so the template numbers the others itself."""


def test_every_sheet_is_css() -> None:
    """No rule is dropped by browsers because it cannot be read."""
    assert unreadable() == []


def test_colours_stand_in_the_tokens_only() -> None:
    """No sheet but tokens.css writes a colour: no #hex, no function, no name."""
    found = [
        str(line)
        for line in LINES
        for part in parts(line.declaration.value)
        if isinstance(part, HashToken)
        or (
            isinstance(part, IdentToken | FunctionBlock)
            and getattr(part, "lower_value", "") not in NO_COLOUR
            and parse_color(part)
        )
    ]
    assert found == []


def test_fonts_stand_in_the_tokens_only() -> None:
    """No sheet but tokens.css names a font."""
    found = [
        str(line)
        for line in LINES
        if line.declaration.lower_name in {"font", "font-family"}
        for part in parts(line.declaration.value)
        if isinstance(part, StringToken)
        or (
            isinstance(part, IdentToken)
            and part.lower_value not in NO_FONT
            and not part.value.startswith("--")
        )
    ]
    assert found == []


def test_every_property_that_is_read_is_a_token() -> None:
    """Each var(--…) is in tokens.css, or set on a sheet of a brochure that was measured."""
    read = {
        argument.value
        for line in lines()
        for part in parts(line.declaration.value)
        if isinstance(part, FunctionBlock) and part.lower_name == "var"
        for argument in part.arguments[:1]
    }
    assert read - set(TOKENS) - measured() == set()


def test_no_sheet_has_tokens_of_its_own() -> None:
    """A custom property set outside tokens.css is another value of one that exists."""
    named = {line.declaration.name for line in LINES if line.declaration.name.startswith("--")}
    assert named - set(TOKENS) - measured() == set()


@pytest.mark.parametrize(("text", "ground"), READ)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    """Every text can be read by people with weak sight: contrast of 4.5 or more."""
    assert contrast(TOKENS[f"--{text}"], TOKENS[f"--{ground}"]) >= 4.5


@pytest.mark.parametrize("sky", sorted(name for name in TOKENS if name.startswith("--sky-")))
def test_text_stands_out_from_every_sky(sky: str) -> None:
    """Titles in ink and green are read on each tint that an industry may choose."""
    assert min(contrast(TOKENS[f"--{text}"], TOKENS[sky]) for text in ("ink", "pine")) >= 4.5


def test_templates_do_not_reckon() -> None:
    """A template shows prepared values: it adds nothing up, but for numbering its chapters."""
    found = {(place, line) for place, line, _ in found_in_templates(ARITHMETIC)}
    assert found == {CHAPTERS}


def test_templates_ask_for_the_language_only_to_choose_addresses() -> None:
    """What is shown never depends on the language but through words and views."""
    found = [
        (place, line)
        for place, line, node in found_in_templates((nodes.If, nodes.CondExpr))
        if any(name.attr in {"language", "lang"} for name in node.test.find_all(nodes.Getattr))
        and not _chooses_an_address(node)
    ]
    assert found == []


def _chooses_an_address(node: nodes.If | nodes.CondExpr) -> bool:
    """Whether both branches are a folder, a page's own address or the code of a locale."""
    if isinstance(node, nodes.If):
        return False
    return all(
        (isinstance(branch, nodes.Const) and branch.value in {"en/", "", "zh_CN", "en_GB"})
        or (isinstance(branch, nodes.Getattr) and branch.attr in {"path", "twin"})
        for branch in (node.expr1, node.expr2)
    )
