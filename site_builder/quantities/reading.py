"""Reads what clerks write: `3.2亿元`, `3至5年`, `不低于300万元/亩`."""

import re
import unicodedata
from decimal import Decimal

from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.units import MULTIPLIERS, Unit, parse_unit


class UnreadableError(ValueError):
    """A text that is not a quantity.

    `code` is that of the rule it breaks: `bare-number`, `bad-quantity`, `wrong-unit` or
    `reversed-range`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


_PREFIX = {
    "约": Bound.ABOUT,
    "大约": Bound.ABOUT,
    "近": Bound.ABOUT,
    "不低于": Bound.AT_LEAST,
    "不少于": Bound.AT_LEAST,
    "≥": Bound.AT_LEAST,
    "不超过": Bound.AT_MOST,
    "不高于": Bound.AT_MOST,
    "≤": Bound.AT_MOST,
}
_SUFFIX = {
    "左右": Bound.ABOUT,
    "以上": Bound.AT_LEAST,
    "以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
}
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?"
_LONGEST = 60
_PATTERN = re.compile(
    rf"(?P<prefix>{'|'.join(sorted(_PREFIX, key=len, reverse=True))})?\s*"
    rf"(?P<low>-?(?:{_NUMBER}))\s*(?P<low_unit>[^\d\s至~—–\-]*?)\s*"
    rf"(?:(?:至|~|—|–|-)\s*(?P<high>{_NUMBER})\s*)?"
    rf"(?P<unit>[^\d\s,]*?)\s*(?P<suffix>{'|'.join(_SUFFIX)})?"
)


def read_quantity(text: str) -> Quantity:
    """Read what a clerk wrote; full-width digits and thousands separators are fine.

    Raises `UnreadableError`, which names what is wrong.
    """
    written = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    match = _PATTERN.fullmatch(written)
    if match is None or len(text) > _LONGEST or len(written) > _LONGEST:
        raise UnreadableError("bad-quantity")
    # Without an upper end a space may have cut the unit in two: 3.2亿 元.
    written_unit = match["unit"] or match["low_unit"]
    if not match["high"]:
        written_unit = match["low_unit"] + match["unit"]
    if not written_unit:
        raise UnreadableError("bare-number")
    parsed = parse_unit(written_unit)
    if parsed is None:
        raise UnreadableError("wrong-unit")
    word, unit = parsed
    multiplier = MULTIPLIERS[word]
    low_multiplier = _multiplier_of_lower_end(match, unit, multiplier)
    if low_multiplier is None:
        raise UnreadableError("bad-quantity")
    low = _decimal(match["low"]) * low_multiplier
    high = _decimal(match["high"]) * multiplier if match["high"] else low
    if high < low:
        raise UnreadableError("reversed-range")
    bound = _PREFIX.get(match["prefix"] or "") or _SUFFIX.get(match["suffix"] or "")
    return Quantity(low, high, unit, word, bound or Bound.EXACT)


def _multiplier_of_lower_end(match: re.Match[str], unit: Unit, multiplier: int) -> int | None:
    """`300万至500万元`: the lower end may carry a counting word or unit of its own."""
    written = match["low_unit"]
    if not written or not match["high"]:
        return multiplier
    if written in MULTIPLIERS:
        return MULTIPLIERS[written]
    parsed = parse_unit(written)
    return MULTIPLIERS[parsed[0]] if parsed is not None and parsed[1] == unit else None


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
