"""The pages and schemas in `reference/` say what the program does."""

import re
import typing
from pathlib import Path
from typing import Any

import markdown
import pytest
from lxml import html
from pydantic import BaseModel, TypeAdapter

from site_builder.content.json_schema import MODELS
from site_builder.diagnostics.rules import rule_texts
from site_builder.preflight.fault import fault_texts
from site_builder.preflight.printed_page import known_trims
from site_builder.reference.choices import Meanings, all_choices, all_models, named_in
from site_builder.reference.field_types import in_words
from site_builder.reference.fields import fields_of, groups_of, shared_groups
from site_builder.reference.markdown import plain
from site_builder.reference.pages import pages
from site_builder.reference.readable import in_language

ROOT = Path(__file__).parents[2]
PAGES = pages(ROOT / "theme")
LANGUAGES = {
    f"{name}{suffix}.md": language
    for name in ("rules", "fields", "preflight")
    for suffix, language in (("", "en"), (".zh-CN", "zh"))
}
RULES, FIELDS = (
    [name for name in LANGUAGES if name.startswith(kind)] for kind in ("rules", "fields")
)


def rendered(name: str) -> html.HtmlElement:
    page: html.HtmlElement = html.document_fromstring(
        markdown.markdown(PAGES[name], extensions=["tables"])
    )
    return page


def test_the_pages_are_fresh() -> None:
    """`zhaoshang reference` has been run since rules or fields changed."""
    folder = ROOT / "reference"
    kept = {
        str(file.relative_to(folder)): file.read_text("utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }
    assert sorted(PAGES) == sorted(kept), "run: zhaoshang reference"
    stale = [name for name, text in PAGES.items() if text != kept[name]]
    assert [] == stale, "run: zhaoshang reference"


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_its_section(name: str) -> None:
    """Under its code stand the fact, the remedy, the reason and the source, as a reader sees."""
    page = rendered(name)
    sections = {heading.text_content(): heading for heading in page.findall(".//h3")}
    assert list(rule_texts()) == list(sections)
    for code, text in rule_texts().items():
        quote = sections[code].getnext().getnext()
        listed = quote.getnext().text_content()
        said = in_language(text, LANGUAGES[name])
        assert said.message.replace("`", "") == quote.text_content().strip(), code
        for told in (said.remedy, said.why, said.source):
            assert told.replace("`", "") in listed, code


@pytest.mark.parametrize("name", ["preflight.md", "preflight.zh-CN.md"])
def test_every_check_of_printed_files_has_its_section(name: str) -> None:
    """With its source, and below them the sizes that print shops cut."""
    page = rendered(name)
    assert list(fault_texts()) == [heading.text_content() for heading in page.findall(".//h3")]
    assert len(known_trims()) == len(page.findall(".//tbody/tr"))
    shown = page.text_content()
    for text in fault_texts().values():
        assert (text.source_zh if LANGUAGES[name] == "zh" else text.source_en) in shown


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_every_group_has_its_line(name: str) -> None:
    """The tables name the fields of all models, each with a sentence and what it holds."""
    groups = [group for kind in MODELS for group in groups_of(kind)] + list(shared_groups())
    tables = rendered(name).findall(".//table")
    assert len(groups) == len(tables)
    for group, table in zip(groups, tables, strict=True):
        lines = [[cell.text_content() for cell in row] for row in table.findall("./tbody/tr")]
        assert list(group.model.model_fields) == [line[0] for line in lines]
        for field, line in zip(group.fields, lines, strict=True):
            assert field.required is bool(line[1])
            assert "" not in (line[2].strip(), line[3].strip()), (group.model, field.name)
            assert all(str(member) in line[3] for member in field.choices)


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    """Links within a page lead to a section of it; a heading's address is its text."""
    page = rendered(name)
    addresses = {anchor.get("id") for anchor in page.findall(".//a[@id]")}
    addresses |= {heading.text_content() for heading in page.findall(".//h3")}
    links = {link.get("href").removeprefix("#") for link in page.findall(".//a[@href]")}
    assert set() == links - addresses


@pytest.mark.parametrize("name", LANGUAGES)
def test_nothing_is_left_of_a_template(name: str) -> None:
    """No placeholder, and no word of Python, reaches a reader."""
    text = re.sub(r"`[^`]*`", "", PAGES[name])
    assert [] == re.findall(r"\{[a-z_]*\}|\bNone\b|<class|typing", text)


def test_choices_have_words_in_both_languages() -> None:
    """Whatever an author may choose can be explained."""
    meanings = Meanings(ROOT / "theme")
    missing = [
        f"{choice.__name__}.{member}"
        for choice in all_choices()
        for member in choice
        if not (meanings.of(member, "zh") and meanings.of(member, "en"))
    ]
    assert [] == missing


def test_a_county_without_a_theme_has_no_words(tmp_path: Path) -> None:
    """Where there is no theme, choices stand without their words."""
    meanings = Meanings(tmp_path)
    choice = next(choice for choice in all_choices() if choice.__name__ == "ProjectKind")
    assert {""} == {meanings.of(member, "zh") for member in choice}


def test_every_type_of_field_can_be_said() -> None:
    """A type of field without words would stop the pages; each has them in both languages."""
    for model in all_models():
        for field in fields_of(model):
            for language in ("zh", "en"):
                assert in_words(field.hint, language, lambda model: model.__name__)


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_every_example_could_be_written(model: type[BaseModel]) -> None:
    """An example that the field itself would refuse teaches a mistake."""
    for field in fields_of(model):
        hint: Any = field.hint
        if any(isinstance(part, type) and issubclass(part, BaseModel) for part in named_in(hint)):
            continue  # a text, which takes anything
        adapter: TypeAdapter[object] = TypeAdapter(hint)
        is_list = any(typing.get_origin(part) is tuple for part in named_in(hint))
        for example in field.examples:
            value = tuple(example.strip("[]").split("、")) if is_list else example
            assert adapter.validate_python(value) is not None, field.name


def test_a_type_without_words_is_named() -> None:
    """A new type of field that nobody has put into words is not passed over."""
    with pytest.raises(LookupError, match="bytes"):
        in_words(bytes, "en", str)


def test_text_stays_text_in_markdown() -> None:
    """Signs of Markdown and HTML are shown, code stays code, tables stay whole."""
    for text in ("**a** _b_ [c](d)", "<table>", "a | b", r"\d+"):
        shown = html.fromstring(markdown.markdown(plain(text)))
        assert text == shown.text_content()
    assert "use `a|b`" == plain("use `a|b`")
