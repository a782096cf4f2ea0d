"""The examples in `tests/theme/examples`: what each component is given, and what comes out.

A file belongs to the component of its name and holds, by name, the macro to call and its
arguments. Everything is written once, in both languages: `{zh: …, en: …}` is the line of the
language that is rendered, `!Prose` the same as paragraphs. `!quantity 3.2亿元` is said as it is
on a page, `!Scale {…}` is a record as its author writes it, `!Link {…}` a view, and
`!Strength weak` a choice, `!map {…}` a mapping. Any other mapping is just a thing with these
names. Words and pictures are given to every macro that asks for them.
"""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import yaml

from site_builder.content import industry, model, park, picture, plant, policy
from site_builder.content import project_argument as argument
from site_builder.content import project_money as money
from site_builder.content import project_scale as scale
from site_builder.content import project_terms as terms
from site_builder.draw.pictures import Pictures
from site_builder.present import views
from site_builder.present.voice import Voice
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.speaking import Speaker
from site_builder.theme import Theme

ROOT = Path(__file__).parents[2] / "theme"
THEME = Theme(ROOT)
LANGUAGES = ("zh", "en")
_FOLDER = Path(__file__).parent / "examples"
_WORDS = {language: THEME.words(language) for language in LANGUAGES}
_SCALARS = yaml.SafeLoader("")


def _classes(*modules: ModuleType) -> Iterator[tuple[str, type]]:
    for module in modules:
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == module.__name__:
                yield name, kind


_LAST_STALE_YEAR = 2015
"""Figures of that year in an example are shown as old."""
_RECORDS = dict(
    _classes(industry, model, park, picture, plant, policy, argument, money, scale, terms)
)
_VIEWS = dict(_classes(views))


@dataclass(frozen=True)
class Example:
    """One way of using a component."""

    component: str
    name: str
    macro: str
    arguments: yaml.MappingNode

    def render(self, language: str, mark: str = "") -> str:
        """Return the component's HTML; every line of text it is given ends in `mark`."""
        words = _WORDS[language]
        voice = Voice(language, words, Speaker(language, Fraction("7.1")), _LAST_STALE_YEAR)
        given = _Given(voice, mark).fields(self.arguments)
        module = THEME.environment.get_template(f"components/{self.component}.html").module
        macro = getattr(module, self.macro)
        always = {"w": words, "pictures": Pictures(THEME.palette, words)}
        given |= {name: value for name, value in always.items() if name in macro.arguments}
        return str(macro(**given))


@dataclass(frozen=True)
class _Given:
    """Reads what a macro is given, in one language."""

    voice: Voice
    mark: str

    def value(self, node: yaml.Node) -> Any:
        """Return a value as a macro expects it."""
        if node.tag.startswith("!"):
            return self._tagged(node.tag[1:], node)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(item) for item in node.value)
        if _is_text(node):
            return self.written(node)[self.voice.language]
        if isinstance(node, yaml.MappingNode):
            return SimpleNamespace(**self.fields(node))
        return _SCALARS.construct_object(node)

    def _tagged(self, name: str, node: yaml.Node) -> Any:
        if name == "quantity":
            return self.voice.speaker.say(read_quantity(node.value))
        if name == "map":
            return self.fields(node)
        if name in _VIEWS:
            return _VIEWS[name](**self.fields(node))
        kind, written = _RECORDS[name], self.written(node)
        choice = issubclass(kind, StrEnum)
        return self.voice.show(kind(written) if choice else kind.model_validate(written))

    def fields(self, node: yaml.MappingNode) -> dict[str, Any]:
        """Return the values of a mapping by name."""
        return {key.value: self.value(value) for key, value in node.value}

    def written(self, node: yaml.Node) -> Any:
        """Return a value as an author writes it: every scalar is a string."""
        if isinstance(node, yaml.SequenceNode):
            return [self.written(item) for item in node.value]
        if isinstance(node, yaml.ScalarNode):
            return node.value
        mark = self.mark if _is_text(node) else ""
        fields = {key.value: self.written(value) for key, value in node.value}
        return {name: value + mark for name, value in fields.items()} if mark else fields


def _is_text(node: yaml.Node) -> bool:
    return (
        isinstance(node, yaml.MappingNode)
        and node.tag != "!Prose"
        and {key.value for key, _ in node.value} == set(LANGUAGES)
    )


def all_examples() -> list[Example]:
    """Read every example."""
    return [example for path in sorted(_FOLDER.glob("*.yml")) for example in _read(path)]


def _read(path: Path) -> Iterator[Example]:
    for name, example in yaml.compose(path.read_text("utf-8"), yaml.SafeLoader).value:
        parts = {key.value: value for key, value in example.value}
        macro, arguments = parts["macro"].value, parts["arguments"]
        yield Example(path.stem, name.value, macro, arguments)
