"""Every rule has its texts."""

from site_builder.diagnostics import Rule
from site_builder.diagnostics.rules import rule_texts


def test_rules_and_texts_are_the_same_set():
    """A rule without texts, or texts without a rule, would never be seen."""
    assert sorted(rule.code for rule in Rule) == sorted(rule_texts())


def test_every_text_is_written():
    """No message and no remedy is empty."""
    empty = [
        (code, name)
        for code, text in rule_texts().items()
        for name, value in text._asdict().items()
        if value == ""
    ]

    assert [] == empty
