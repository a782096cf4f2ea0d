"""Words in both languages fill the facts that a rule's texts name."""

from site_builder.content.model import Text
from site_builder.diagnostics import Words, both


def test_each_language_is_a_fact_of_its_own() -> None:
    """Words of ours and texts of a record are spread alike, in the order in which they come."""
    facts = both(what=Words("用地", "land"), who=Text(zh="河西工业园", en="Hexi Park"))
    expected = {"what_zh": "用地", "what_en": "land", "who_zh": "河西工业园", "who_en": "Hexi Park"}
    assert expected == facts


def test_nothing_said_is_no_fact() -> None:
    """Without words there are no facts."""
    assert {} == both()
