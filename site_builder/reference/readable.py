"""What a rule says, as sentences that stand alone: an ellipsis where a finding has a fact."""

import re
import string
from typing import NamedTuple

from site_builder.diagnostics.rules import RuleText
from site_builder.reference.words import Word, severity_word

FACT = "…"


class Said(NamedTuple):
    """What a rule says in one language."""

    message: str
    remedy: str
    why: str
    source: str


def in_language(text: RuleText, language: str) -> Said:
    """Return what a rule says in `zh` or `en`."""
    if language == "zh":
        said = Said(readable(text.zh), readable(text.help_zh), text.why_zh, text.source_zh)
    else:
        said = Said(readable(text.en), readable(text.help_en), text.why_en, text.source_en)
    # A remedy that consists of facts and signs says nothing without the facts.
    if not re.search(r"\w", said.remedy):
        return said._replace(remedy=Word.BY_THE_CASE(language))
    return said


def standing(text: RuleText, language: str) -> tuple[str, str]:
    """Return how grave a rule is, and whether a county may lower it."""
    lowerable = Word.LOWERABLE if text.lowerable else Word.NOT_LOWERABLE
    return severity_word(text.severity, language), lowerable(language)


def readable(template: str) -> str:
    """Return a template with an ellipsis for each fact.

    >>> readable("{whole} is not the sum of its parts, {sum}")
    '… is not the sum of its parts, …'
    >>> readable("{first} {second}; correct one of them")
    '…; correct one of them'
    """
    parts = string.Formatter().parse(template)
    text = "".join(literal + (FACT if name is not None else "") for literal, name, _, _ in parts)
    return re.sub(rf"{FACT}(?:\s*{FACT})+", FACT, text)
