"""Words in both languages, and the facts of a finding that they fill.

Goes in: what a check says in Chinese and in English. Comes out: the two facts that the texts of
a rule name, `what_zh` and `what_en`.
"""

from typing import Any, NamedTuple, Protocol


class InBoth(Protocol):
    """Whatever has a Chinese and an English side: words of ours, a text of a record, a chapter."""

    @property
    def zh(self) -> str:
        """The Chinese."""

    @property
    def en(self) -> str:
        """The English."""


class Words(NamedTuple):
    """The same in Chinese and in English; unlike a record's text, they may quote Chinese units."""

    zh: str
    en: str


NOTHING = Words("", "")
"""What is said where there is nothing to say."""


def both(**said: InBoth) -> dict[str, Any]:
    """Return what is said as facts: `what=Words("用地", "land")` as `what_zh` and `what_en`."""
    facts: dict[str, Any] = {}
    for name, words in said.items():
        facts[f"{name}_zh"], facts[f"{name}_en"] = words.zh, words.en
    return facts
