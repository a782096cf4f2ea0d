"""English that was left in a Chinese text.

Goes in: a Chinese text and the field it stands in. Comes out: where its English begins and ends.
A text without any Chinese is English if one word of it is; elsewhere a run of `LEAST_WORDS` is.
Designations (ISO 9001, DN400, LiFePO4, Type-C) are words of no language, and firms, brands and
publications abroad are called alike in both: they are no finding.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import groupby
from typing import NamedTuple

from site_builder.content.model import HAN
from site_builder.content.source import Loc
from site_builder.sheets import read_sheet

LEAST_WORDS = 5
"""A run of so many English words is no name; a rule of thumb."""
_LEAST_SMALL = 2
_TOLD = 40

_TOKEN = re.compile(r"[^\s,;()\[\]\"!?*“”、，。；：（）《》]+")
_STRETCH = re.compile(r"[ -~\n’]{18,}")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_TITLE = re.compile(r"《[^《》]*》")
_ENGLISH = re.compile(r"[A-Za-z][a-z]*(?:[-’'/][a-z]+)*")
_ANY_WORD = re.compile(r"[A-Za-z]+(?:[-’'/][A-Za-z]+)*")
_SMALL = re.compile(r"[a-z]")
_LEAST_LETTERS = 3

# Where firms, people and publications are named, which may have no Chinese name. Offices of the
# state and places have one.
_NAMING = frozenset(
    ("source", "partner", "buyer", "user", "person", "customers", "competitors", "credit")
)
_NAMED_THINGS = frozenset(("firms", "equipment"))
_CITING = "source"
_QUOTED = {"《": "》", "“": "”", "（": "）", "「": "」", "『": "』"}


class _Token(NamedTuple):
    """A word, number or sign that stands by itself in a text."""

    written: str
    start: int
    end: int

    @property
    def is_english(self) -> bool:
        """Whether it is an ordinary word of three small letters and more."""
        small = len(_SMALL.findall(self.written))
        return small >= _LEAST_LETTERS and _ENGLISH.fullmatch(self.written) is not None


def english_in(zh: str, loc: Loc) -> tuple[int, int] | None:
    """Return where the English of a Chinese text begins and ends; None if it has none.

    `loc` leads to the text in both languages, e.g. `("industries", "firms", 0, "name")`.
    """
    if HAN.search(zh) is None:
        tokens = list(_tokens(_TITLE.sub(_blank, zh), 0))
        foreign = _in_name if _is_name(loc) else _in_text
        return (tokens[0].start, tokens[-1].end) if any(map(foreign, tokens)) else None
    # A run of five words has four spaces; hardly any Chinese text has.
    if zh.count(" ") + zh.count("\n") < LEAST_WORDS - 1 or loc[-1] == _CITING:
        return None
    return next(filter(None, (_run(zh, *match.span()) for match in _STRETCH.finditer(zh))), None)


def shortened(found: str) -> str:
    """Return the beginning of what was found, in one line."""
    words = " ".join(found.split())
    return words if len(words) <= _TOLD else f"{words[:_TOLD].rsplit(' ', 1)[0]} …"


@cache
def _known(kind: str) -> AbstractSet[str]:
    """Return the words of one kind, from `data/latin_names.yml`."""
    return frozenset(read_sheet("site_builder.checks", "data/latin_names.yml")[kind])


def _is_name(loc: Loc) -> bool:
    name = next(part for part in reversed(loc) if isinstance(part, str))
    return name in _NAMING or (name == "name" and not _NAMED_THINGS.isdisjoint(loc))


def _in_text(token: _Token) -> bool:
    return token.is_english and token.written not in _known("names")


def _in_name(token: _Token) -> bool:
    """Whether a word belongs to no name: those of a name have capitals."""
    if token.written[0].isupper():
        return token.written in _known("months")
    return _in_text(token) and token.written not in _known("joining")


def _tokens(text: str, start: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        written = match[0].strip(".:'’_-–—#")
        if written:
            begin = start + match.start() + match[0].index(written)
            yield _Token(written, begin, begin + len(written))


def _run(zh: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the first run of English in a stretch of Latin letters; numbers do not end it."""
    if start and _QUOTED.get(zh[start - 1]) == zh[end : end + 1]:
        return None
    stretch = _IN_BRACKETS.sub(_blank, zh[start:end])
    for speaks, group in groupby(_tokens(stretch, start), key=_may_stand_in_run):
        run = list(group)
        if speaks and _is_sentence(run):
            return run[0].start, run[-1].end
    return None


def _blank(aside: re.Match[str]) -> str:
    """Put signs that are no word in the place of a title or an aside."""
    return " . ".center(len(aside[0]), ".")


def _may_stand_in_run(token: _Token) -> bool:
    return token.written[0].isdigit() or _ANY_WORD.fullmatch(token.written) is not None


def _is_sentence(run: Sequence[_Token]) -> bool:
    """Whether words are enough for a run, and some of them small: names have capitals."""
    words = [token for token in run if not token.written[0].isdigit()]
    small = [token for token in words if token.written[0].islower() and _in_name(token)]
    return len(words) >= LEAST_WORDS and len(small) >= _LEAST_SMALL
