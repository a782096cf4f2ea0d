"""Reads quantities as careful English writes them: `RMB 320 million`, `500 mu (33.3 ha)`.

The inverse of speaking English: what is said is proved by reading it back. Prose is read by
`english_mentions.py`, which takes whatever authors write.
"""

import re
from decimal import Decimal
from functools import lru_cache

from site_builder.quantities.names import CURRENCY_MARKS, LONG_FORMS, SINGULAR_PLURAL
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.reading import UnreadableError
from site_builder.quantities.units import BASES, BaseUnit, Unit, plain_symbols

BOUNDS = {
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "some": Bound.ABOUT,
    "nearly": Bound.ABOUT,
    "almost": Bound.ABOUT,
    "at least": Bound.AT_LEAST,
    "not less than": Bound.AT_LEAST,
    "no less than": Bound.AT_LEAST,
    "not below": Bound.AT_LEAST,
    "more than": Bound.AT_LEAST,
    "over": Bound.AT_LEAST,
    "or more": Bound.AT_LEAST,
    "and above": Bound.AT_LEAST,
    "at most": Bound.AT_MOST,
    "up to": Bound.AT_MOST,
    "no more than": Bound.AT_MOST,
    "not more than": Bound.AT_MOST,
    "less than": Bound.AT_MOST,
    "under": Bound.AT_MOST,
    "or less": Bound.AT_MOST,
    "within": Bound.AT_MOST,
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LONGEST = 120


def _marks(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _spelt(listed: str) -> list[str]:
    return listed.split(", ")


_BEFORE = {
    mark: symbol
    for symbol, marks in CURRENCY_MARKS.items()
    for mark in _spelt(marks)
    # Words follow the number: 320 million yuan.
    if not mark.islower()
}
# Sums of many counted in the reader's largest words have more digits than any text has.
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,9}(?:\.[0-9]{1,24})?|[0-9]{1,30}(?:\.[0-9]{1,24})?"
_SCALE = rf"(?:{_marks([*SCALES])})(?![A-Za-z])"
_PATTERN = re.compile(
    rf"(?:(?P<bound>{_marks([*BOUNDS])})\s+)?(?P<currency>{_marks([*_BEFORE])})?\s*"
    rf"(?P<low>-?(?:{_NUMBER}))\s*(?P<low_scale>{_SCALE})?"
    rf"(?P<low_unit>[^\d,;]*?)"
    rf"(?:\s*(?:(?<=\s)to(?=\s)|–|-)\s*(?:{_marks([*_BEFORE])})?\s*"
    rf"(?P<high>-?(?:{_NUMBER}))\s*(?P<scale>{_SCALE})?)?"
    rf"(?P<unit>[^\d,;]*?)\s*(?P<after>{_marks([*BOUNDS])})?",
    re.IGNORECASE,
)
# 9.6万元/亩 is RMB 96,000/mu, RMB 96,000 per mu or RMB 96,000 a mu.
_PER = re.compile(r"\s*[/·]\s*|(?:^|\s+)(?:per|an?|each)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)$")


def read_english(text: str) -> Quantity:
    """Read a quantity in English; a bracket after it, which repeats it in other units, is passed.

    Where one English word stands for several Chinese ones, as kg for 公斤 and 千克, the value
    is that of either. Raises `UnreadableError`.
    """
    if len(text) > _LONGEST:
        raise UnreadableError("bad-quantity")
    written = " ".join(plain_symbols(text).split())
    match = _PATTERN.fullmatch(_ASIDE.sub("", written)) if len(written) <= _LONGEST else None
    if match is None:
        raise UnreadableError("bad-quantity")
    unit = _unit(match)
    low, high = _ends(match)
    if high < low:
        raise UnreadableError("reversed-range")
    bound = BOUNDS.get((match["bound"] or match["after"] or "").lower(), Bound.EXACT)
    return Quantity(low, high, unit, "", bound)


def _unit(match: re.Match[str]) -> Unit:
    currency = _BEFORE.get((match["currency"] or "").upper(), "")
    written = match["unit"].strip() or match["low_unit"].strip()
    if not written and not currency:
        raise UnreadableError("bare-number")
    unit = parse_english_unit(written, currency)
    own = match["low_unit"].strip()
    if unit is None or (own and parse_english_unit(own, currency) != unit):
        raise UnreadableError("wrong-unit")
    return unit


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    low, low_scale = _decimal(match["low"]), match["low_scale"]
    if not match["high"]:
        return (low * _size(low_scale),) * 2
    high = _decimal(match["high"]) * _size(match["scale"])
    # RMB 3 to 5 million; but 800,000 to 1.2 million begins at 800,000.
    shared = low * _size(low_scale or match["scale"])
    return (low if not low_scale and low <= high < shared else shared), high


def _size(scale: str | None) -> int:
    return SCALES[scale.lower()] if scale else 1


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


@lru_cache(maxsize=1024)
def parse_english_unit(text: str, currency: str = "") -> Unit | None:
    """Return the unit that words such as `tonnes a year` stand for; None if they are unknown.

    `currency` is the symbol of the currency written before the number; then `text` holds the
    denominators only.

    >>> str(parse_english_unit("tonnes a year")), str(parse_english_unit("/mu", "元"))
    ('吨/年', '元/亩')
    """
    head, *tail = _PER.split(re.sub(r"\bper ?cent\b", "%", text.strip(), flags=re.IGNORECASE))
    base = _base(head)
    if currency:
        # RMB 320 million yuan says it twice.
        if base is not None and base.symbol != currency:
            return None
        base = BASES[currency] if base is not None or not head else None
    elif not head and tail:
        # A counted thing without a name of its own: 36/year is 36个/年.
        base = BASES["个"]
    per = tuple(unit for unit in (_below(part) for part in tail) if unit is not None)
    if base is None or len(per) != len(tail) or len(per) > 2:
        return None
    return Unit(base, per)


def _base(word: str) -> BaseUnit | None:
    word = word.strip()
    symbol = _SYMBOLS.get(word) or _LONG_SYMBOLS.get(word.casefold())
    return BASES.get(symbol or "")


def _below(word: str) -> BaseUnit | None:
    base = _base(word)
    # Below the line a month is 月.
    return BASES["月"] if base is not None and base.symbol == "个月" else base


def _symbols() -> dict[str, str]:
    """Return the symbol for each English name; where several share one, the first."""
    symbols: dict[str, str] = {}
    for symbol, names in SINGULAR_PLURAL.items():
        for name in filter(None, names):
            symbols.setdefault(name, symbol)
    for symbol, listed in (*LONG_FORMS.items(), *CURRENCY_MARKS.items()):
        for name in _spelt(listed):
            symbols.setdefault(name, symbol)
    return symbols


_SYMBOLS = _symbols()
# Capitals may differ in words, never in symbols: MW is not mW.
_LONG_SYMBOLS = {
    name.casefold(): symbol for name, symbol in _SYMBOLS.items() if len(name) > 3 and name.islower()
}
