"""Finds the figures that Chinese prose writes in digits: 3.2亿元, 9.6万元/亩, 2026年3月."""

import re
from decimal import Decimal

from site_builder.quantities.chinese_readings import with_other_readings
from site_builder.quantities.mention import (
    COUNTED,
    EN_WORD,
    MONEY,
    NUMBER,
    ONE,
    Mention,
    code_at,
    currency_before,
    is_year,
)
from site_builder.quantities.mention_units import (
    EN_UNITS,
    MONTH,
    YEAR,
    ZH_SCALES,
    ZH_UNITS,
    Spelling,
)

_ZH_NUMBER = re.compile(
    rf"({NUMBER})[ \u00a0]?(万亿|千万|百万|十万|亿|万|千|百(?!分))?[多余来]?[ \u00a0]?"
)
_HALF = Decimal("0.5")
# 2.1亿度 is electricity; 15度 may be a slope.
_ELECTRIC = ZH_UNITS["度电"]
_PER_REACH = 10
_PER_SIGNS = frozenset("/／每·")
_LASTING = frozenset({"duration", "time"})
_ZH_PER_AREA = (
    ("每亩", ZH_UNITS["亩"]),
    ("亩均", ZH_UNITS["亩"]),
    ("每公顷", ZH_UNITS["公顷"]),
)


def _by_first_sign() -> dict[str, tuple[tuple[str, Spelling], ...]]:
    found: dict[str, list[tuple[str, Spelling]]] = {}
    for name in sorted(ZH_UNITS, key=len, reverse=True):
        found.setdefault(name[0], []).append((name, ZH_UNITS[name]))
    return {sign: tuple(units) for sign, units in found.items()}


_ZH_BY_FIRST = _by_first_sign()


def chinese_mentions(text: str) -> list[Mention]:
    """Return the figures of a Chinese text."""
    found: list[Mention] = []
    end = 0
    for match in _ZH_NUMBER.finditer(text):
        start = match.start()
        if start >= end:
            mention = code_at(text, start, match.end(1)) or _figure(text, match, found)
            found.append(mention)
            end = mention.end
    return found


def _figure(text: str, match: re.Match[str], found: list[Mention]) -> Mention:
    """Return the figure of a number; take the one before from `found` where they are one."""
    digits, scale_word = match.groups()
    number, scale = Decimal(digits.replace(",", "")), ZH_SCALES[scale_word] if scale_word else ONE
    sign, start = currency_before(text, match.start())
    unit, end = _unit_behind(text, match, sign)
    if text[start - 1 : start] == "第" and not scale_word:
        # 第3年 is a place in a row.
        unit = COUNTED
    elif not scale_word:
        unit, end = _zh_date(text, match, unit, end, found)
    if text.startswith("个半", match.end(1)):
        # 1个半小时
        number += _HALF
    if text.startswith("半", end) and unit.dimension in _LASTING:
        number, end = number + _HALF, end + 1
    if found and found[-1].end == start and _continues(found[-1], scale):
        before = found.pop()
        # 1亿2000万元 is one figure.
        number = before.amount / scale + number
        start = before.start
    per, end = _zh_per(text, end) if text[end : end + 1] in _PER_SIGNS else ((), end)
    if not per and unit.dimension in MONEY:
        per = _per_before(text[max(0, start - _PER_REACH) : start])
    mention = Mention(start, end, text[start:end], number, scale, unit, per)
    return with_other_readings(text, mention)


def _unit_behind(text: str, match: re.Match[str], sign: Spelling | None) -> tuple[Spelling, int]:
    """Return the unit behind a number, or else its currency, and where the figure ends."""
    has_half = text.startswith("个半", match.end(1))
    unit, end = zh_unit(text, match.end(1) + 2 if has_half else match.end())
    if unit is None:
        return sign or COUNTED, match.end(2) if match[2] else match.end(1)
    if match[2] and unit.symbol == "" and text.startswith("度", end - 1):
        return _ELECTRIC, end
    return unit, end


def zh_unit(text: str, position: int) -> tuple[Spelling | None, int]:
    """Return the unit that stands at a place of a Chinese text, and where it ends."""
    for name, unit in _ZH_BY_FIRST.get(text[position : position + 1], ()):
        if text.startswith(name, position):
            return unit, position + len(name)
    word = EN_WORD.match(text, position)
    if word is not None and word[2] in EN_UNITS:
        return EN_UNITS[word[2]], word.end()
    return None, position


def _zh_date(
    text: str, match: re.Match[str], unit: Spelling, end: int, found: list[Mention]
) -> tuple[Spelling, int]:
    """Tell a year from a duration, a month from months, a day of the month from days."""
    digits, name = match[1], text[end - 1 : end]
    if name == "年":
        if is_year(digits):
            return Spelling(YEAR, ONE), end
        if text.startswith("代", end):
            return COUNTED, end + 1
    elif name == "月" and unit.symbol == "月" and len(digits) <= 2:
        return Spelling(MONTH, ONE), end
    elif name == "日" and unit.symbol == "日":
        if found and found[-1].dimension == MONTH and found[-1].end >= end - len(digits) - 2:
            return COUNTED, end
    elif unit is COUNTED and is_year(digits):
        return Spelling(YEAR, ONE), end
    return unit, end


def _continues(before: Mention, scale: Decimal) -> bool:
    """Whether a figure goes on with the next: 1亿 with 2000万元."""
    return before.unit is COUNTED and before.scale == ZH_SCALES["亿"] and scale == ZH_SCALES["万"]


def _per_before(head: str) -> tuple[Spelling, ...]:
    """Return the area that a sum is for, where it is named first: 每亩少收入约300元."""
    for word, unit in _ZH_PER_AREA:
        if word in head:
            return (unit,)
    return ()


def _zh_per(text: str, end: int) -> tuple[tuple[Spelling, ...], int]:
    per: tuple[Spelling, ...] = ()
    while len(per) < 2 and text[end : end + 1] in _PER_SIGNS:
        unit, after = zh_unit(text, end + 1)
        if unit is None:
            break
        if text.startswith("度", after - 1):
            # 0.46元/度 is a price of electricity.
            unit = _ELECTRIC
        per, end = (*per, unit), after
    return per, end
