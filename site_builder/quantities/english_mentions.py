"""Finds the figures that English prose writes in digits: RMB 320 million, 120 mu, March 2026."""

import re
from decimal import Decimal

from site_builder.quantities.mention import (
    COUNTED,
    EN_WORD,
    LONGEST_NUMBER,
    NUMBER,
    ONE,
    Mention,
    code_at,
    currency_before,
    is_year,
)
from site_builder.quantities.mention_units import (
    EN_SCALES,
    EN_UNITS,
    MONEY_SCALES,
    MONTH,
    MONTHS,
    YEAR,
    Spelling,
)

_DIGITS = re.compile(NUMBER)
MOST_SCALES = 2
"""A million millions is the most that is said: figures stay within what can be reckoned with."""
_PER_STARTS = ("/", "·", " p", "p", " a", "a", " e", "e")
_EN_PER = re.compile(r"(?:/|·| ?(?:per|a|an|each|every) )([A-Za-z²³]+[23]?)(?: ([a-z]+))?")
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"Sept": 9}
"""Months by their names, whole and short."""
_MONTH_INITIALS = frozenset(name[0] for name in MONTHS)
_MONTH_ENDS = frozenset(name[-3:] for name in MONTH_NUMBERS)
_LAST_WORD = re.compile(r"\b[JFMASOND][a-z]+\Z")
_TWO_WORDS = {name.split()[0] for name in EN_UNITS if " " in name}


def english_mentions(text: str) -> list[Mention]:
    """Return the figures of an English text."""
    found: list[Mention] = []
    end = 0
    for match in _DIGITS.finditer(text):
        start, digits = match.start(), match[0]
        if start < end:
            continue
        sign, first = currency_before(text, start)
        is_code = sign is None or len(digits) > LONGEST_NUMBER
        if is_code and (code := code_at(text, start, match.end())) is not None:
            found.append(code)
            end = code.end
            continue
        number = Decimal(digits.replace(",", ""))
        scale, unit, end = _en_unit(text, match.end(), is_money=sign is not None)
        unit = sign or unit
        if unit is COUNTED and scale == ONE and is_year(digits):
            unit = Spelling(YEAR, ONE)
        per, end = _en_per(text, end) if text.startswith(_PER_STARTS, end) else ((), end)
        if end == match.end() and len(digits) <= 4:
            found += _month_beside(text, start, end, found)
        found.append(Mention(first, end, text[first:end], number, scale, unit, per))
    return found


def _en_unit(text: str, position: int, *, is_money: bool) -> tuple[Decimal, Spelling, int]:
    scale = ONE
    sizes = MONEY_SCALES if is_money else EN_SCALES
    word = EN_WORD.match(text, position)
    # No English, but what is meant is plain: 3.2 hundred million.
    for _ in range(MOST_SCALES):
        if word is None or not (size := sizes.get(word[2])):
            break
        scale, position = scale * size, word.end()
        sizes = EN_SCALES
        word = EN_WORD.match(text, position)
    if word is None:
        return scale, COUNTED, position
    if word[2] in _TWO_WORDS:
        second = EN_WORD.match(text, word.end())
        if second is not None and (unit := EN_UNITS.get(f"{word[2]} {second[2]}")):
            return scale, unit, second.end()
    unit = None if is_money else EN_UNITS.get(word[2])
    return (scale, unit, word.end()) if unit else (scale, COUNTED, position)


def _en_per(text: str, end: int) -> tuple[tuple[Spelling, ...], int]:
    per: tuple[Spelling, ...] = ()
    while len(per) < 2 and (match := _EN_PER.match(text, end)):
        unit = EN_UNITS.get(f"{match[1]} {match[2]}") if match[2] else None
        after = match.end()
        if unit is None:
            unit, after = EN_UNITS.get(match[1]), match.end(1)
        if unit is None:
            break
        per, end = (*per, unit), after
    return per, end


def _month_beside(text: str, start: int, end: int, found: list[Mention]) -> list[Mention]:
    """Return the month of `18 September`, `March 2026`, if the number stands beside one."""
    if text[end + 1 : end + 2] in _MONTH_INITIALS:
        after = EN_WORD.match(text, end)
        if after is not None and after[2] in MONTH_NUMBERS:
            return [month_mention(text, after.start(2), after.end(2))]
    before = month_before(text, start)
    if before is None or any(mention.start == before.start() for mention in found[-2:]):
        return []
    return [month_mention(text, *before.span())]


def month_before(text: str, start: int) -> re.Match[str] | None:
    """Return the month that stands before a number: March 2026, September 18."""
    if text[start - 1 : start] != " ":
        return None
    last = start - 2 if text[start - 2 : start - 1] == "," else start - 1
    if text[last - 3 : last] not in _MONTH_ENDS:
        return None
    before = _LAST_WORD.search(text, max(0, last - 10), last)
    return before if before is not None and before[0] in MONTH_NUMBERS else None


def month_mention(text: str, start: int, end: int, *, in_words: bool = False) -> Mention:
    """Return the month that is named at a place of an English text."""
    name = text[start:end]
    number = Decimal(MONTH_NUMBERS[name])
    return Mention(start, end, name, number, ONE, Spelling(MONTH, ONE), in_words=in_words)
