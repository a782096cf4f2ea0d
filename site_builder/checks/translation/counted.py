"""Compares what both texts count in words: 两条生产线 and `three lines`.

Only counts with a measure word, and only where each text has just one that the other lacks:
words are left out or put otherwise by every good translator.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from site_builder.quantities.agreement import agree
from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import CODE
from site_builder.quantities.mentions import mentions_in
from site_builder.quantities.numerals import EN_NUMBERS
from site_builder.quantities.worded import worded_mentions_in

_LARGEST = 20
# More words than this are no text for readers; their comparison takes the square of it.
_MOST = 250
_COUNTED = re.compile(
    "[二两三四五六七八九十](?:条|个|座|栋|台|套|家|类|种|期|层|段|口|处|组|级|项|名|轮|档|年|天|小时)"
)

_PIECE = re.compile(r"[a-z]+")
_WORDS = {word: Decimal(number) for word, number in EN_NUMBERS.items() if 2 <= number <= _LARGEST}


def miscounted(zh: str, en: str) -> tuple[Mention, Mention] | None:
    """Return the count that stands in words in both texts, but differently.

    Most texts count nothing in words, or the same: that is soon seen, and nothing compared.
    """
    if not _COUNTED.search(zh) or not (spoken := _spoken(en)):
        return None
    chinese = worded_mentions_in(zh, "zh")[:_MOST]
    # A bare number agrees with the same of any unit; most stand in words in both texts.
    spoken -= {one.amount for one in chinese}
    if not spoken or spoken <= {one.amount for one in _figures(zh, "zh") if one.dimension != CODE}:
        return None
    return compared_counts(zh, en, chinese)


def compared_counts(zh: str, en: str, chinese: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Return the count of `chinese`, the words of `zh`, that `en` has differently in words."""
    english = worded_mentions_in(en, "en")[:_MOST]
    counts = [
        mention
        for mention in chinese
        if 2 <= mention.amount <= _LARGEST and _COUNTED.match(zh, mention.start)
    ]
    words = [
        mention
        for mention in english
        if mention.written.lower() in EN_NUMBERS and 2 <= mention.amount <= _LARGEST
    ]
    stated = [*english, *_figures(en, "en")]
    counts = [one for one in counts if not any(agree(one, other) for other in stated)]
    stated = [*chinese, *_figures(zh, "zh")]
    words = [one for one in words if not any(agree(one, other) for other in stated)]
    if len(counts) != 1 or len(words) != 1 or _is_sum(words[0], chinese):
        return None
    return _with_measure_word(zh, counts[0]), words[0]


def _spoken(en: str) -> set[Decimal]:
    """Return the numbers that an English text may count in words: those whose words it has."""
    return {_WORDS[word] for word in _WORDS.keys() & _PIECE.findall(en.lower())}


def _figures(text: str, language: str) -> Sequence[Mention]:
    return mentions_in(text, language)[:_MOST]


def _with_measure_word(text: str, count: Mention) -> Mention:
    match = _COUNTED.match(text, count.start)
    end = match.end() if match is not None else count.end
    return count._replace(end=end, written=text[count.start : end])


def _is_sum(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether a count adds up what the other text counts one by one: two parks and one."""
    amounts = [part.amount for part in parts]
    return any(
        one + other == total.amount
        for index, one in enumerate(amounts[:_LARGEST])
        for other in amounts[index + 1 : _LARGEST]
    )
