"""English that was translated word for word; the list is `data/translation.yml`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from site_builder.checks.translation.english_words import words_of
from site_builder.content.model import Text
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.sheets import read_sheet

_SPACE = r"[\s.-]+"


class Term(NamedTuple):
    """A Chinese term, and how its English must and must not read."""

    zh: str
    right: Words
    pattern: str
    clue: str
    """The longest of its words, in lower case."""
    stem: str
    """Its words one after the other, the ending of the last left out; of an expression, words
    without which it finds nothing."""


@cache
def terms() -> tuple[Term, ...]:
    """Return the terms that English text must not have."""
    entries = read_sheet("site_builder.checks", "data/translation.yml")["literal"]
    found = []
    for entry in entries:
        for phrase in entry.get("wrong", ()):
            words = words_of(phrase.lower())
            # The last word may stand in the plural or before a comma.
            clue = max(words[:-1] or words, key=len)
            found.append(_term(entry, _as_pattern(words), clue, " ".join(words).removesuffix("y")))
        clues = entry.get("clue", ())
        found += [
            _term(entry, pattern, max(clue.split(), key=len), clue)
            for pattern in entry.get("patterns", ())
            for clue in ([clues] if isinstance(clues, str) else clues)
        ]
    return tuple(found)


@cache
def _stems() -> AhoCorasick:
    """Return what finds the terms, by their numbers, among the words of a text."""
    return AhoCorasick([term.stem for term in terms()])


def _term(entry: dict[str, Any], pattern: str, clue: str, stem: str) -> Term:
    right = Words(*(entry.get(f"right_{lang}") or entry["right"] for lang in ("zh", "en")))
    return Term(entry["zh"], right, pattern, clue, stem)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile an expression when it is first needed: most never are."""
    return re.compile(pattern, re.IGNORECASE)


def _as_pattern(words: list[str]) -> str:
    """Let a phrase stand with hyphens, in the plural, and over a line break."""
    escaped = [re.escape(word) for word in words]
    plural = "" if words[-1].endswith("s") else "(?:s|es)?"
    if words[-1].endswith("y"):
        escaped[-1], plural = escaped[-1][:-1], "(?:y|ies)"
    return rf"\b{_SPACE.join(escaped)}{plural}\b"


def literal_translations(source: Source, pairs: Sequence[tuple[Loc, Text]]) -> Iterator[Diagnostic]:
    """Yield the expressions of a record that are not English, one for each term and text."""
    # The words of all texts together tell which few terms are worth a look, and in which texts.
    words = " ".join(words_of(" ".join([text.en for _, text in pairs]).lower()))
    found = _stems().find_matches_as_indexes(words, overlapping=True)
    suspects = [terms()[number] for number in sorted({number for number, _, _ in found})]
    for loc, text in pairs if suspects else ():
        lowered = text.en.lower()
        told: set[str] = set()
        for term in suspects:
            if term.clue not in lowered:
                continue
            match = _compiled(term.pattern).search(text.en)
            if match is None or term.zh in told:
                continue
            told.add(term.zh)
            where = (*loc, "en")
            yield source.diagnostic_at(
                source.stretch(where, text.en, *match.span()),
                Rule.LITERAL_TRANSLATION,
                where,
                found=match[0],
                term=term.zh,
                **both(right=term.right),
            )
