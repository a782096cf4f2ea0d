"""What is said of a rule is fit to be read: both languages alike, whole sentences."""

import string

import pytest

from site_builder.diagnostics.rules import RuleText, rule_texts
from site_builder.reference.field_types import Kind
from site_builder.reference.words import Word

LANGUAGES = ("zh", "en")
RULES = [pytest.param(text, id=code) for code, text in rule_texts().items()]


def facts(*templates: str, language: str) -> set[str]:
    """Return the facts of templates; `name_zh` and `name_en` are one and the same."""
    names = {
        name
        for template in templates
        for _, name, _, _ in string.Formatter().parse(template)
        if name
    }
    return {name.removesuffix(f"_{language}") for name in names}


@pytest.mark.parametrize("text", RULES)
def test_both_languages_say_the_same_facts(text: RuleText) -> None:
    """Whoever reads one language learns no less than a reader of the other."""
    zh = facts(text.zh, text.help_zh, language="zh")
    en = facts(text.en, text.help_en, language="en")
    assert zh == en


@pytest.mark.parametrize("text", RULES)
def test_the_reason_is_a_sentence(text: RuleText) -> None:
    """It ends with a full stop, and the English one begins with a capital."""
    assert text.why_zh.endswith("。")
    assert text.why_en.endswith(".")
    assert text.why_en[0] == text.why_en[0].upper()


@pytest.mark.parametrize("text", RULES)
def test_messages_can_be_put_into_a_line(text: RuleText) -> None:
    """A code follows the message, and a label goes before both: no full stop, no line break."""
    for said in (text.zh, text.en, text.help_zh, text.help_en):
        assert "\n" not in said
        assert not said.endswith(("。", "."))


@pytest.mark.parametrize("phrase", [*Word, *Kind], ids=lambda phrase: phrase.name)
def test_the_reference_speaks_both_languages(phrase: Word | Kind) -> None:
    """Each phrase is written in both, with the same facts."""
    zh, en = phrase.value
    assert zh
    assert en
    assert facts(zh, language="zh") == facts(en, language="en")
