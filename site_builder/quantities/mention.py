"""A figure found in prose, and what both languages write alike: numbers, currencies, codes."""

import re
from decimal import Decimal
from typing import NamedTuple

from site_builder.quantities.mention_units import (
    CODE,
    CURRENCY_SIGNS,
    EN_UNITS,
    MONEY_SCALES,
    PLAIN,
    Spelling,
)

ONE = Decimal(1)
COUNTED = Spelling(PLAIN, ONE)
"""The unit of a bare number, or of a thing that is counted."""
MONEY = frozenset(unit.dimension for unit in CURRENCY_SIGNS.values())
"""The dimensions of sums of money."""


class Mention(NamedTuple):
    """A figure in a text."""

    start: int
    end: int
    """The stretch of the text, currency sign and unit included."""
    written: str
    number: Decimal
    """As written, without its counting word: 3.2 of 3.2亿元."""
    scale: Decimal
    """The counting word: 100000000 of 3.2亿元."""
    unit: Spelling
    per: tuple[Spelling, ...] = ()
    others: tuple["Mention", ...] = ()
    """Other readings: the 3 of `3至5万吨` may be three, or 30,000 tonnes."""
    in_words: bool = False

    @property
    def amount(self) -> Decimal:
        """The number with its counting word, in the unit that is written."""
        return self.number * self.scale

    @property
    def dimension(self) -> str:
        """What is measured; empty for a bare number or a count."""
        return self.unit.dimension


# It begins with a digit, whatever follows: so an expression that searches skips all other signs.
NUMBER = r"[0-9](?:[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]*(?:\.[0-9]+)?)"
EN_WORD = re.compile(r"([ \u00a0-]?)([A-Za-z%‰°℃µμ][A-Za-z²³]*[23]?)(?![A-Za-z0-9])")
"""A word behind a number: a unit, a counting word, or neither."""
_CODE_HEAD = re.compile(r"[A-Za-z]+-?$")
_CODE_TAIL = re.compile(r"[0-9A-Za-z]*(?:[.-][0-9A-Za-z]+)*")
_PLAIN_SUFFIXES = {"st", "nd", "rd", "th", "s", "am", "pm"}
LONGEST_NUMBER = 20
"""More digits, separators included, are no figure but a designation."""
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_CODE_SIGNS = _LETTERS | {"-"}
_SPACES = " \u00a0"
_SIGN_ENDS = frozenset(sign[-1] for sign in CURRENCY_SIGNS)


def is_year(digits: str) -> bool:
    """Whether bare digits are taken for a year."""
    return len(digits) == 4 and "1900" <= digits <= "2199"


def currency_before(text: str, start: int) -> tuple[Spelling | None, int]:
    """Return the currency that is written before a number, and where the sum begins."""
    end = start - 1 if start and text[start - 1] in _SPACES else start
    if not end or text[end - 1] not in _SIGN_ENDS:
        return None, start
    for sign, unit in CURRENCY_SIGNS.items():
        if text.endswith(sign, 0, end):
            return unit, end - len(sign)
    return None, start


def code_at(text: str, start: int, end: int) -> Mention | None:
    """Return the designation that digits are part of: DN400, 5G, C2613; None if they are not.

    Digits too many for any figure are one as well.
    """
    before_it, behind_it = text[start - 1 : start], text[end : end + 1]
    is_long = end - start > LONGEST_NUMBER
    if before_it not in _CODE_SIGNS and behind_it not in _LETTERS and not is_long:
        return None
    first = start
    if before_it in _CODE_SIGNS:
        before = _CODE_HEAD.search(text[max(0, start - 12) : start])
        # A hyphen joins a code only to capitals: GB-2010, but mid-2026.
        if before is not None and (before[0][-1] != "-" or before[0][-2].isupper()):
            first = start - len(before[0])
    if first == start and not is_long and not _glued(text, end):
        return None
    tail = _CODE_TAIL.match(text, start)
    last = tail.end() if tail is not None else end
    return Mention(first, last, text[first:last], Decimal(0), ONE, Spelling(CODE, ONE))


def _glued(text: str, end: int) -> bool:
    """Whether letters follow the digits that are no unit: 5G, 4A."""
    word = EN_WORD.match(text, end) if text[end : end + 1] in _LETTERS else None
    if word is None:
        return False
    name = word[2]
    return name not in EN_UNITS and name not in MONEY_SCALES and name not in _PLAIN_SUFFIXES
