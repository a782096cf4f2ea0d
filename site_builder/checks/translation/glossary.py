"""The glossary is one-to-one: each term of the field reads the same in all English texts.

Goes in: one record with the county's own terms, or the county's settings. Come out: Chinese
terms whose English text has none of their translations, and terms that the county lists twice.
The built-in terms are `data/glossary.yml`; wrong translations of terms are in `literal.py`.
Names and titles are left to `names.py` and `titles.py`, which compare them whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from site_builder.checks.scope import Scope, Terms
from site_builder.checks.translation.english_words import words_of
from site_builder.checks.translation.literal import terms as literal_terms
from site_builder.checks.translation.names import is_name
from site_builder.content.catalog import AnyEntry
from site_builder.content.settings import GlossaryTerm
from site_builder.content.source import Key, Loc
from site_builder.content.walk import texts
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.sheets import any_of, read_sheet

_SHOWN = 3


class Term(NamedTuple):
    """A term and what its English may read."""

    zh: str
    also: tuple[str, ...]
    en: tuple[str, ...]
    """Its translations, the usual one first; none for a word that is left alone."""
    beside: str
    """A word without which, in the same text, the term does not count; often empty."""

    def is_in(self, english: str) -> bool:
        """Whether a text in the form of `_parted` has one of the translations."""
        return any(form in english for form in _forms(self.en))


class Glossary(NamedTuple):
    """The terms of a county, and an expression that finds them, the longest first."""

    pattern: re.Pattern[str]
    by_word: Mapping[str, Term]


def check_glossary(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    """Yield the terms of an approved record that are not translated as the glossary says."""
    glossary = _glossary(terms.glossary)
    for loc, text in texts(entry):
        words = dict.fromkeys(glossary.pattern.findall(text.zh))
        if not words or loc == ("title",) or is_name(loc):
            continue
        english = _parted(text.en)
        for word in words:
            term = glossary.by_word[word]
            if not term.en or term.beside not in text.zh or term.is_in(english):
                continue
            # A word-for-word translation is told by its own rule.
            if not _said_literally(term, text.en):
                yield entry.source.diagnostic(
                    Rule.GLOSSARY_TERM,
                    (*loc, "en"),
                    term=word,
                    right=" / ".join(term.en[:_SHOWN]),
                    usual=term.en[0],
                )


def check_own_glossary(scope: Scope) -> Iterator[Diagnostic]:
    """Yield what a county's own list has twice: a Chinese term, or an English form."""
    county, own = scope.catalog.county, scope.settings.glossary
    if county is None:
        return
    builtin_list = Words("程序自带的词汇表", "in the built-in glossary")
    taken: dict[tuple[Key, str], tuple[str, Words]] = {
        ("en", _parted(form)): (term.zh, builtin_list) for term in _kept(own) for form in term.en
    }
    for index, term in enumerate(own):
        words: list[tuple[Loc, str, str]] = [(("zh",), term.zh, term.en[0])]
        words += [(("en", at), form, term.zh) for at, form in enumerate(term.en)]
        for way, word, meaning in words:
            loc = ("checks", "glossary", index, *way)
            key = (way[0], _parted(word) if way[0] == "en" else word)
            line = county.source.place(loc).line
            place = f"{county.source.path}:{line}"
            if key not in taken:
                taken[key] = (meaning, Words(f"{place} 处", f"at {place}"))
                continue
            other, there = taken[key]
            yield county.source.diagnostic(
                Rule.GLOSSARY_AMBIGUOUS,
                loc,
                word=word,
                other=other,
                **both(place=there),
            )
            if way[0] == "zh":
                break


@cache
def builtin() -> tuple[Term, ...]:
    """Return the terms that hold for every county."""
    entries = read_sheet("site_builder.checks", "data/glossary.yml")["glossary"]
    return tuple(
        Term(
            entry["zh"],
            tuple(entry.get("also", ())),
            tuple(entry.get("en", ())),
            entry.get("beside", ""),
        )
        for entry in entries
    )


@lru_cache(maxsize=4)
def _glossary(own: tuple[GlossaryTerm, ...]) -> Glossary:
    """Put a county's terms in front of the built-in ones; of two translations, its own holds."""
    by_word: dict[str, Term] = {}
    for term in (*(Term(term.zh, (), term.en, "") for term in own), *_kept(own)):
        for word in (term.zh, *term.also):
            by_word.setdefault(word, term)
    return Glossary(re.compile(any_of(by_word)), by_word)


def _kept(own: Sequence[GlossaryTerm]) -> Iterator[Term]:
    """Yield the built-in terms that a county does not replace by its own."""
    replaced = {term.zh for term in own}
    for term in builtin():
        if replaced.isdisjoint((term.zh, *term.also)):
            yield term


@cache
def _forms(translations: tuple[str, ...]) -> tuple[str, ...]:
    """Return translations as they stand in a text in the form of `_parted`, plurals included."""
    forms: list[str] = []
    for plain in map(_parted, translations):
        stem = plain.rstrip()
        forms += (plain, f"{stem}s ", f"{stem}es ", f"{stem[:-1]}ies ")
        if " of " in plain:
            forms.append(plain.replace(" of ", "s of ", 1))
    return tuple(forms)


def _parted(english: str) -> str:
    """Return the words of a text in lower case, each between spaces; hyphens part words."""
    return f" {' '.join(words_of(english.lower()))} "


def _said_literally(term: Term, english: str) -> bool:
    """Whether a text has a word-for-word translation of a term."""
    words = (term.zh, *term.also)
    return any(
        any(word in wrong.zh or wrong.zh in word for word in words)
        and re.search(wrong.pattern, english, re.IGNORECASE)
        for wrong in literal_terms()
    )
