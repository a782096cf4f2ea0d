"""How likely two figures that disagree are meant to be the same: 3.2亿元 and RMB 3.2 billion."""

import re

from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import CODE, MONTH, PLAIN, YEAR

_NO_LETTERS = re.compile(r"[^A-Za-z]")


def likeness(zh: Mention, en: Mention) -> int:
    """Rank how likely two figures that disagree are meant to be the same; 0 if not at all."""
    if CODE in (zh.dimension, en.dimension):
        return _code_likeness(zh, en)
    score = 0
    if YEAR in (zh.dimension, en.dimension) and _may_be_year(zh) and _may_be_year(en):
        return 6
    if zh.amount == en.amount:
        score += 4
    elif _digits(zh) == _digits(en):
        score += 3
    if zh.dimension == en.dimension:
        score += 4 if zh.dimension != PLAIN else 2
    elif PLAIN in (zh.dimension, en.dimension):
        # Years and months are never counts.
        score += 1 if not {YEAR, MONTH} & {zh.dimension, en.dimension} else 0
    return score


def _may_be_year(mention: Mention) -> bool:
    """Whether a slip of the pen may have made this of a year: 2206, 2926年."""
    bare = mention.dimension in (PLAIN, YEAR) or mention.unit.symbol == "年"
    return bare and mention.scale == 1 and 1000 <= mention.number <= 9999


def _code_likeness(zh: Mention, en: Mention) -> int:
    here, there = (_NO_LETTERS.sub("", mention.written) for mention in (zh, en))
    return 4 if zh.dimension == en.dimension and here == there else 0


def _digits(mention: Mention) -> tuple[int, ...]:
    return mention.number.normalize().as_tuple().digits
