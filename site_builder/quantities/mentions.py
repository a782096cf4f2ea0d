"""Finds the figures inside prose, Chinese or English: where each stands, what it amounts to.

`mentions_in` finds what is written in digits. What is written in words (两条, half a year) is
found by `worded.py`, and only asked for where digits alone do not agree.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from site_builder.quantities.chinese_mentions import chinese_mentions
from site_builder.quantities.english_mentions import english_mentions
from site_builder.quantities.mention import COUNTED, MONEY, ONE, Mention
from site_builder.quantities.mention_units import CODE, PLAIN, YEAR

_FULLWIDTH = re.compile(r"[０-９]")
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")
ZH_JOINTS = {"至", "到", "—", "–", "-", "~", "～", "－", "——", "、", "和", "或", "与", "及"}
EN_JOINTS = {"to", "–", "-", "—", "~", "and", "or", ",", "/"}
"""What stands between the two ends of a range, and between figures that share a unit."""


@lru_cache(maxsize=8)
def mentions_in(text: str, language: str) -> Sequence[Mention]:
    """Return the figures that are written in digits, in their order."""
    if _FULLWIDTH.search(text):
        # Every sign keeps its place.
        text = text.translate(_NARROW)
    if language == "zh":
        return _ranges(text, chinese_mentions(text), ZH_JOINTS)
    return _ranges(text, english_mentions(text), EN_JOINTS)


def _ranges(text: str, found: list[Mention], joints: set[str]) -> list[Mention]:
    """Let the lower end of a range have the counting word and unit of the upper: 3至5万吨."""
    for index in range(len(found) - 2, -1, -1):
        low, high = found[index], found[index + 1]
        if low.unit.dimension == CODE or not 0 < high.start - low.end <= 5:
            continue
        if text[low.end : high.start].strip() not in joints:
            continue
        if low.dimension == YEAR and len(high.written) == 2 and high.unit is COUNTED:
            century = low.number // 100 * 100
            full = high._replace(number=century + high.number, unit=low.unit)
            found[index + 1] = high._replace(others=(full,))
            continue
        found[index] = low._replace(others=_readings(low, high))
    return found


def _readings(low: Mention, high: Mention) -> tuple[Mention, ...]:
    upper = high.others[-1] if high.others else high
    bare = low.dimension in (PLAIN, YEAR)
    # `RMB 26 to 30 million` has its currency in front of the lower end.
    money = low.dimension in MONEY and upper.dimension in (PLAIN, low.dimension)
    if not bare and not money:
        return ()
    unit = upper.unit if bare else low.unit
    scales = {low.scale, upper.scale} if low.scale == ONE else {low.scale}
    per = low.per or upper.per
    return tuple(low._replace(scale=scale, unit=unit, per=per) for scale in sorted(scales))
