"""The words that a published text must not use as it stands: read from `data/wording.yml`.

All words are looked for at once (Aho and Corasick), and only where one stands are entries and
exceptions tried. English words are looked for behind a space: `_spaced` leaves nothing else
before one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from ahocorasick_rs import AhoCorasick

from site_builder.checks.law.sentences import Sentence
from site_builder.diagnostics import Rule, Words, both
from site_builder.sheets import read_sheet

_NOTHING = r"(?!)"
_NEAR = 200
"""How far from the words an exception is looked for, so that no text takes long."""
_BEFORE_WORDS = "\n\"“‘'’([-–—/*,:;，。（《"


@dataclass(frozen=True)
class Excuse:
    """What makes words harmless: an expression for a zone around them, or the field."""

    until: str
    """Searched in the sentence up to the end of what was found."""
    after: str
    """Searched in the rest of the sentence."""
    statement: str
    """Searched in the sentence and in the source named right after it."""
    paragraph: str
    """Searched in the whole paragraph."""
    fields: frozenset[str]

    def covers(self, sentence: Sentence, fields: Iterable[object]) -> bool:
        """Whether all that a sentence says is harmless, wherever in it the words stand."""
        return bool(
            self.fields.intersection(fields)
            or _compiled(self.statement).search(sentence.statement)
            or _compiled(self.paragraph).search(sentence.paragraph)
        )

    def holds(self, sentence: str, end: int) -> bool:
        """Whether words that end at `end` of a sentence are harmless there."""
        return bool(
            _compiled(self.until).search(sentence, max(0, end - _NEAR), end)
            or _compiled(self.after).search(sentence[end : end + _NEAR])
        )


@dataclass(frozen=True, eq=False)
class Wording:
    """One thing that is said in one language, with what to say instead."""

    rule: Rule
    pattern: str
    unless: tuple[Excuse, ...]
    facts: Mapping[str, Any]
    """`what`, `source` and `instead`, each in both languages."""
    review_may_allow: bool = False
    """Whether a policy may grant it once it has passed fair competition review."""

    def finds(self, sentence: Sentence, fields: Iterable[object]) -> Iterator[tuple[int, int]]:
        """Yield where a sentence says it, reckoned from where it begins."""
        matches = list(_compiled(self.pattern).finditer(sentence.text))
        if not matches or any(excuse.covers(sentence, fields) for excuse in self.unless):
            return
        for match in matches:
            if not any(excuse.holds(sentence.text, match.end()) for excuse in self.unless):
                yield match.span()


@dataclass(frozen=True)
class Lexicon:
    """All wordings, and the words that give them away."""

    by_word: Mapping[str, Sequence[Wording]]

    @cached_property
    def _first_pass(self) -> AhoCorasick:
        """What finds the words; English ones with the space before."""
        return AhoCorasick([" " * _spaces(word) + word for word in self.by_word])

    @cached_property
    def _wordings(self) -> Sequence[tuple[int, Sequence[Wording]]]:
        """What the words stand for, in their order, and how many spaces they have before them."""
        return [(_spaces(word), wordings) for word, wordings in self.by_word.items()]

    def hints(self, text: str) -> Iterator[tuple[int, Sequence[Wording]]]:
        """Yield every place of a lower-case text where words of the lexicon begin."""
        found = self._first_pass.find_matches_as_indexes(" " + _spaced(text), overlapping=True)
        for number, begin, _ in found:
            spaces, wordings = self._wordings[number]
            yield begin + spaces - 1, wordings


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compile an expression when it is first needed: most never are."""
    return re.compile(expression)


@cache
def lexicon() -> Lexicon:
    """Return the words to look for, read once."""
    sheet = read_sheet("site_builder.checks", "data/wording.yml")
    excuses = {name: _excuse(zones) for name, zones in sheet["exceptions"].items()}
    meant: dict[str, list[Wording]] = {}
    for code, entries in sheet["rules"].items():
        for entry in entries:
            for said in (entry[language] for language in ("zh", "en") if language in entry):
                wording = _wording(Rule(code), entry, said, excuses)
                for word in said["words"]:
                    meant.setdefault(_spaced(word), []).append(wording)
    return Lexicon(meant)


def _spaces(word: str) -> int:
    return int(word[0].isascii() and word[0].isalpha())


def _spaced(text: str) -> str:
    """Return a text of the same length with a space for whatever may stand before a word."""
    for sign in _BEFORE_WORDS:
        text = text.replace(sign, " ")
    return text


def _excuse(zones: Mapping[str, Any]) -> Excuse:
    until, after, statement, paragraph = (
        str(zones.get(zone, _NOTHING)) for zone in ("until", "after", "statement", "paragraph")
    )
    return Excuse(until, after, statement, paragraph, frozenset(zones.get("fields", ())))


def _wording(
    rule: Rule,
    entry: Mapping[str, Any],
    said: Mapping[str, Any],
    excuses: Mapping[str, Excuse],
) -> Wording:
    pattern = said.get("pattern") or "|".join(re.escape(word) for word in said["words"])
    facts = both(**{name: Words(**entry[name]) for name in ("what", "source", "instead")})
    unless = tuple(excuses[name] for name in said.get("unless", ()))
    return Wording(rule, pattern, unless, facts, entry.get("review") == "may allow")
