"""English that was translated word for word; the list is `data/translation.yml`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

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
    clues: frozenset[str]
    """Words in lower case that a text holds if the term may be in it."""
    clue: str
    """The longest of them."""
    last: frozenset[str] = frozenset()
    """The forms of the last word, one of which it holds too; empty for expressions."""
    stem: str = ""
    """The words one after the other, the ending of the last left out; empty for expressions."""


@cache
def terms() -> tuple[Term, ...]:
    """Return the terms that English text must not have."""
    entries = read_sheet("site_builder.checks", "data/translation.yml")["literal"]
    found = []
    for entry in entries:
        for phrase in entry.get("wrong", ()):
            words = words_of(phrase.lower())
            # The last word may stand in the plural or before a comma.
            term = _term(entry, _as_pattern(words), words[:-1] or words)
            stem = " ".join(words).removesuffix("y")
            found.append(term._replace(last=frozenset(_forms(words[-1])), stem=stem))
        patterns = entry.get("patterns", ())
        found += [_term(entry, pattern, [entry["clue"]]) for pattern in patterns]
    return tuple(found)


@cache
def _by_clue() -> Mapping[str, Sequence[Term]]:
    """Return the terms by the longest of the words that give them away."""
    found: dict[str, list[Term]] = {}
    for term in terms():
        found.setdefault(term.clue, []).append(term)
    return found


def _term(entry: dict[str, str], pattern: str, clues: list[str]) -> Term:
    right = Words(*(entry.get(f"right_{lang}") or entry["right"] for lang in ("zh", "en")))
    return Term(entry["zh"], right, pattern, frozenset(clues), max(clues, key=len))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile an expression when it is first needed: most never are."""
    return re.compile(pattern, re.IGNORECASE)


def _forms(word: str) -> tuple[str, ...]:
    return (word, f"{word}s", f"{word}es", f"{word[:-1]}ies")


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
    every = words_of(" ".join([text.en for _, text in pairs]).lower())
    words = set(every)
    clues = _by_clue()
    suspects = [
        term
        for clue in sorted(words & clues.keys())
        for term in clues[clue]
        if term.clues <= words and not (term.last and term.last.isdisjoint(words))
    ]
    if suspects:
        whole = " ".join(every)
        suspects = [term for term in suspects if term.stem in whole]
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
