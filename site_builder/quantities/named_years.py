"""Years that a text names without their number: 今年, 去年, this year."""

import re
from collections.abc import Sequence

from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import YEAR

_NAMED = {
    # 以上年产 names no year.
    "zh": re.compile("今年|本年|去年|(?<!以)上年|明年"),
    "en": re.compile(r"\b(?:this|last|next) year\b", re.IGNORECASE),
}


def without_named(years: Sequence[Mention], other: str, language: str) -> list[Mention]:
    """Leave out the year that another text, in its own language, only names: 今年 for 2026.

    Which year is meant, nobody can tell; but one name stands for one year.
    """
    numbers = {mention.number for mention in years if mention.dimension == YEAR}
    if len(numbers) != 1 or not _NAMED[language].search(other):
        return list(years)
    return [mention for mention in years if mention.dimension != YEAR]
