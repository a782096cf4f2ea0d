"""Reads what clerks write: `3.2亿元`, `3至5年`, `不低于300万元/亩`."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.units import MULTIPLIERS, Unit, parse_unit, plain_symbols


class UnreadableError(ValueError):
    """A text that is not a quantity.

    `code` is that of the rule it breaks: `bare-number`, `bad-quantity`, `wrong-unit`,
    `reversed-range` or `ambiguous-range`; `facts` is what that rule's texts need to be told.
    """

    def __init__(self, code: str, facts: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.facts = dict(facts or {})


_PREFIX = {
    "约": Bound.ABOUT,
    "大约": Bound.ABOUT,
    "近": Bound.ABOUT,
    "不低于": Bound.AT_LEAST,
    "不少于": Bound.AT_LEAST,
    "至少": Bound.AT_LEAST,
    "≥": Bound.AT_LEAST,
    "不超过": Bound.AT_MOST,
    "不高于": Bound.AT_MOST,
    "至多": Bound.AT_MOST,
    "≤": Bound.AT_MOST,
}
_SUFFIX = {
    "左右": Bound.ABOUT,
    "以上": Bound.AT_LEAST,
    "以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
}
# A mark of yuan may stand before a sum, before or after 约.
_YUAN = r"人民币|RMB|CNY|¥"
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?"
# The longest range that can be said, with nine decimals and separators, fits.
_LONGEST = 120
_PATTERN = re.compile(
    rf"(?P<mark>{_YUAN})?\s*"
    rf"(?P<prefix>{'|'.join(sorted(_PREFIX, key=len, reverse=True))})?\s*"
    rf"(?P<mark_after>{_YUAN})?\s*"
    rf"(?P<low>-?(?:{_NUMBER}))\s*(?P<low_unit>[^\d\s至~—–\-]*?)\s*"
    rf"(?:(?:至|~|—|–|-)\s*(?:{_YUAN})?\s*(?P<high>-?(?:{_NUMBER}))\s*)?"
    rf"(?P<unit>[^\d\s,]*?)\s*(?P<suffix>{'|'.join(_SUFFIX)})?"
)


# Records say the same again and again: 100%, 0万元, 3年.
@lru_cache(maxsize=4096)
def read_quantity(text: str, default_unit: str = "") -> Quantity:
    """Read what a clerk wrote; full-width digits and thousands separators are fine.

    `default_unit` is what a counting word alone means, as 元 after `3.2亿` where only money
    fits. Raises `UnreadableError`, which names what is wrong.
    """
    written = plain_symbols(text[:_LONGEST]).strip()
    match = _PATTERN.fullmatch(written)
    if match is None or len(text) > _LONGEST or len(written) > _LONGEST:
        raise UnreadableError("bad-quantity")
    word, unit = _unit(match, default_unit)
    low, high = _ends(match, word, unit)
    if high < low:
        raise UnreadableError("reversed-range")
    bound = _PREFIX.get(match["prefix"] or "") or _SUFFIX.get(match["suffix"] or "")
    return Quantity(low, high, unit, word, bound or Bound.EXACT)


def _unit(match: re.Match[str], default: str) -> tuple[str, Unit]:
    """Return the counting word and the unit of the (upper) end."""
    # Without an upper end a space may have cut the unit in two: 3.2亿 元.
    written = match["unit"] or match["low_unit"]
    if not match["high"]:
        written = match["low_unit"] + match["unit"]
    is_yuan = bool(match["mark"] or match["mark_after"])
    head, slash, tail = written.partition("/")
    if head in MULTIPLIERS and (head or is_yuan):
        head += "元" if is_yuan else default
    if head + slash in MULTIPLIERS:
        raise UnreadableError("bare-number")
    parsed = parse_unit(head + slash + tail)
    if parsed is None or (is_yuan and parsed[1].base.symbol != "元"):
        raise UnreadableError("wrong-unit")
    return parsed


def _ends(match: re.Match[str], word: str, unit: Unit) -> tuple[Decimal, Decimal]:
    low, size = _decimal(match["low"]), MULTIPLIERS[word]
    if not match["high"]:
        low *= size
        return low, low
    high = _decimal(match["high"]) * size
    if match["low_unit"]:
        # 300万至500万元: the lower end carries a counting word or unit of its own.
        return low * MULTIPLIERS[_own_word(match["low_unit"], unit)], high
    if low <= high < low * size:
        raise UnreadableError("ambiguous-range", _readings(low, word, high, unit))
    return low * size, high


def _own_word(written: str, unit: Unit) -> str:
    if written in MULTIPLIERS:
        return written
    parsed = parse_unit(written)
    # 3至5万元/亩 may be written 3万元至5万元/亩.
    if parsed is None or parsed[1] not in (unit, Unit(unit.base)):
        raise UnreadableError("bad-quantity")
    return parsed[0]


def _readings(low: Decimal, word: str, high: Decimal, unit: Unit) -> dict[str, str]:
    """Write out what `5000至1万元` may mean: the lower end shares the counting word or not."""
    upper = f"{_plain(high / MULTIPLIERS[word])}{word}{unit}"
    words = [own for own in ("", "万") if low * MULTIPLIERS[own] <= high]
    return {
        "readings_zh": " 或 ".join(f"{_plain(low)}{own}{unit}至{upper}" for own in words),
        "readings_en": " or ".join(f"{_plain(low)}{own}{unit}至{upper}" for own in words),
        "shared": f"{_plain(low)}{word}{unit}",
        "upper": upper,
    }


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _decimal(digits: str) -> Decimal:
    # Minus nought is nought.
    return Decimal(digits.replace(",", "")) + 0
