"""What every component shows, example by example; ZS_REGENERATE=1 writes it anew."""

import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.theme.component_examples import LANGUAGES, ROOT, Example, all_examples
from tests.theme.markup import mistakes, outline

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = all_examples()
MARK = "<i>\"&'</i>"
LEFTOVER = re.compile(r"\bNone\b|\b[Uu]ndefined\b|\bNaN\b|[{}]|object at|locales/")

each_example = pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example.component}-{example.name}"
)
each_language = pytest.mark.parametrize("language", LANGUAGES)


class Parts(HTMLParser):
    """The elements, attributes and texts of a part of a page, outside drawings."""

    def __init__(self, fragment: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.texts: list[str] = []
        self.feed(re.sub(r"<svg.*?</svg>", "<svg/>", fragment, flags=re.DOTALL))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(" ".join([tag, *(name for name, _ in attrs)]))
        self.texts += [f"{name}={value}" for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def golden(example: Example) -> Path:
    return GOLDEN / f"{example.component}-{example.name}.html"


def shown(example: Example) -> str:
    return "\n".join(
        f"<!-- {language} -->\n{outline(example.render(language))}" for language in LANGUAGES
    )


def test_every_component_has_an_example() -> None:
    """A component file without an example file, or the other way round, is a mistake."""
    components = {path.stem for path in (ROOT / "components").glob("*.html")}
    assert components == {example.component for example in EXAMPLES}


def test_every_macro_has_an_example() -> None:
    """Each macro of a component file is called by an example."""
    macros = {
        (path.stem, macro)
        for path in (ROOT / "components").glob("*.html")
        for macro in re.findall(r"{% macro (\w+)\(", path.read_text("utf-8"))
    }
    assert macros == {(example.component, example.macro) for example in EXAMPLES}


@each_example
def test_a_component_shows_what_is_expected(example: Example) -> None:
    """The HTML of an example is the one that was reviewed."""
    if os.environ.get("ZS_REGENERATE"):
        GOLDEN.mkdir(exist_ok=True)
        golden(example).write_text(shown(example), "utf-8")
    assert golden(example).read_text("utf-8") == shown(example)


def test_no_golden_is_left_over() -> None:
    """Every expected HTML belongs to an example."""
    assert {golden(example) for example in EXAMPLES} == set(GOLDEN.glob("*"))


@each_language
@each_example
def test_a_browser_has_nothing_to_repair(example: Example, language: str) -> None:
    """Elements are closed, nested as HTML allows, and no attribute is given twice."""
    assert mistakes(example.render(language)) == []


@each_language
@each_example
def test_a_text_never_becomes_markup(example: Example, language: str) -> None:
    """Signs of HTML in every text leave the elements as they are and are read as written."""
    plain = Parts(example.render(language))
    marked = Parts(example.render(language, MARK))
    assert plain.elements == marked.elements
    assert "".join(plain.texts) == "".join(marked.texts).replace(MARK, "")


@each_language
@each_example
def test_a_component_has_no_style_of_its_own(example: Example, language: str) -> None:
    """Looks are the style sheets' business: there is no style attribute and no style element."""
    assert re.findall(r"<style|\sstyle=", example.render(language)) == []


@each_language
@each_example
def test_nothing_is_left_unsaid(example: Example, language: str) -> None:
    """No missing value, unknown word or unfilled place reaches the reader."""
    assert LEFTOVER.findall("\n".join(Parts(example.render(language)).texts)) == []


@pytest.mark.parametrize("component", sorted({example.component for example in EXAMPLES}))
def test_signs_of_html_are_among_the_examples(component: str) -> None:
    """For every component a reviewer can see how signs of HTML come out."""
    texts = [shown(example) for example in EXAMPLES if example.component == component]
    assert any("&lt;" in text and "&amp;" in text for text in texts)
