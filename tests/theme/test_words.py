"""Every word of the interface is asked for somewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jinja2 import nodes

from tests.theme.component_examples import ROOT, THEME
from tests.theme.style_sheets import TEMPLATES

PROGRAM = Path(__file__).parents[2] / "site_builder"
CHOICES = "choices"
"""Named after the classes and values of the models; `Words.choice` asks for them."""


def asked_for() -> Iterator[str]:
    """Yield the names that templates, program and scripts write out."""
    for path in TEMPLATES:
        for node in THEME.environment.parse(path.read_text("utf-8")).find_all(nodes.Expr):
            if isinstance(node, nodes.Getattr):
                yield node.attr
            elif isinstance(node, nodes.Const):
                yield str(node.value)
    for path in PROGRAM.rglob("*.py"):
        for part in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(part, ast.Attribute):
                yield part.attr
            elif isinstance(part, ast.Constant):
                yield str(part.value)
    for path in (ROOT / "assets" / "js").glob("*.js"):
        yield from re.findall(r"[\w-]+", path.read_text("utf-8"))


def kept(words: dict[str, object]) -> Iterator[tuple[str, ...]]:
    """Yield where each word of a locale stands."""
    for key, value in words.items():
        if isinstance(value, dict):
            yield from ((key, *rest) for rest in kept(value))
        else:
            yield (key,)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_is_kept_that_nobody_asks_for(language: str) -> None:
    """Each key is written out, or begins as a key does that is put together: `"by_" ~ by`."""
    named = set(asked_for())
    begun = tuple(name for name in named if name.endswith("_") and len(name) > 1)
    words = yaml.safe_load((ROOT / "locales" / f"{language}.yml").read_text("utf-8"))
    idle = [
        ".".join(place)
        for place in kept(words)
        if place[0] != CHOICES and place[-1] not in named and not place[-1].startswith(begun)
    ]
    assert [] == idle
