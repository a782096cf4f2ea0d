"""Compares the figures of two texts that should say the same, Chinese and English.

Goes in: two texts. Comes out: the figures that disagree, and those that only one text has.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from site_builder.checks.translation.counted import miscounted
from site_builder.checks.translation.misdated import misdated
from site_builder.quantities.agreement import agree
from site_builder.quantities.first_look import states_the_same
from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import CODE, PLAIN, RATIO
from site_builder.quantities.mentions import mentions_in
from site_builder.quantities.named_years import without_named
from site_builder.quantities.pairing import Pair, alike, paired, surplus, unmatched
from site_builder.quantities.worded import worded_mentions_in

# Small counts are often written in words, or left to the grammar (a, both, a pair).
SMALL = 10
# Each figure is held against each other, so that time grows with the square of their number.
# No text for readers comes near this; one that does is left alone.
MOST = 250
_ASIDE_REACH = 24
_WORDED = 20

_TELEPHONE = re.compile(
    r"(?<![0-9])(?:0[0-9]{2,3}-[0-9]{7,8}|\+86(?:[ -][0-9]{2,4}){1,4})(?![0-9])"
)
_HAS_DIGIT = re.compile(r"[0-9０-９]")
# `An hour`, `a tonne`: one of them needs no number in English.
_ARTICLED = {PLAIN, "duration", "time", "length", "mass", "volume"}
_ORDERED = frozenset("科期号级类等批轮组档标区")
_FOREIGN_SIGN = re.compile(r"\$|€|USD|EUR|HKD|JPY")
_FOREIGN = {"USD", "EUR", "HKD", "JPY"}


@dataclass(frozen=True)
class Discrepancy:
    """A figure that one text has and the other has not, or has differently."""

    zh: Mention | None
    en: Mention | None


@lru_cache(maxsize=4096)
def discrepancies(zh: str, en: str) -> tuple[Discrepancy, ...]:
    """Return what two texts state differently, in the order of the English text.

    Labels and sources stand in many records; they are compared once.
    """
    found: Sequence[Discrepancy] = ()
    if (_HAS_DIGIT.search(zh) or _HAS_DIGIT.search(en)) and not states_the_same(zh, en):
        found = compared_figures(zh, en)
    if not found and (pair := miscounted(zh, en) or misdated(zh, en)) is not None:
        found = [Discrepancy(*pair)]
    return tuple(found)


def compared_figures(zh: str, en: str) -> list[Discrepancy]:
    """Return what two texts state differently in digits, whether or not a first look would do."""
    zh, en = _without_telephones(zh), _without_telephones(en)
    chinese, english = mentions_in(zh, "zh"), mentions_in(en, "en")
    if max(len(chinese), len(english)) > MOST:
        return []
    if "倍" in zh:
        chinese, english = _without_multiples(zh, chinese, english)
    if len(chinese) == len(english) and all(map(agree, chinese, english)):
        return []
    left, right = unmatched(chinese, english), unmatched(english, chinese)
    if left or right:
        return _Comparison(zh, en, chinese, english).of(left, right)
    return _swapped(chinese, english)


def _without_telephones(text: str) -> str:
    """Blank out telephone numbers, which each language writes its own way."""
    if "-" not in text and "+" not in text:
        return text
    return _TELEPHONE.sub(lambda match: "x" * len(match[0]), text)


def _without_multiples(
    zh: str, chinese: Sequence[Mention], english: Sequence[Mention]
) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """Leave out multiples: 增长1.5倍 is `grew to 2.5 times` and `grew by 150%`."""
    kept = [mention for mention in chinese if not zh.startswith("倍", mention.end)]
    multiples = len(chinese) - len(kept)
    extra = [mention for mention in unmatched(english, kept) if mention.dimension in (PLAIN, RATIO)]
    left_out = {mention.start for mention in extra[:multiples]}
    return kept, [mention for mention in english if mention.start not in left_out]


def _swapped(chinese: Sequence[Mention], english: Sequence[Mention]) -> list[Discrepancy]:
    """Return the one figure that stands where the other text has another of its own figures.

    In `15 months of construction, 15 months of operation` both figures are known; but the
    Chinese has one of them only once.
    """
    if len(chinese) != len(english):
        return []
    amounts = [sorted(mention.amount for mention in side) for side in (chinese, english)]
    if amounts[0] == amounts[1]:
        return []
    left, right = surplus(chinese, english), surplus(english, chinese)
    pairs = alike(left, right, (chinese, english))
    return [Discrepancy(*pairs[0])] if len(pairs) == 1 else []


class _Comparison:
    """Two texts whose digits do not agree at first sight."""

    def __init__(
        self, zh: str, en: str, chinese: Sequence[Mention], english: Sequence[Mention]
    ) -> None:
        self._zh, self._en = zh, en
        self._chinese, self._english = chinese, english

    @cached_property
    def _zh_words(self) -> Sequence[Mention]:
        return worded_mentions_in(self._zh, "zh")[:MOST]

    @cached_property
    def _en_words(self) -> Sequence[Mention]:
        return worded_mentions_in(self._en, "en")[:MOST]

    def of(self, left: list[Mention], right: list[Mention]) -> list[Discrepancy]:
        """Return what remains of the figures that no digits of the other text agree with."""
        # Most of what digits leave is said in words; the words of a text without are not read.
        zh = unmatched(left, self._en_words) if left else []
        en = [
            mention
            for mention in (unmatched(right, self._zh_words) if right else ())
            if not self._is_foreign_aside(mention) and not self._restates(mention)
        ]
        found: list[Pair] = []
        for pairs in (
            self._asides,
            self._paired,
            self._beside_words,
            # What a word agrees with by chance may be the slip.
            lambda zh, _: self._alike(zh, right),
            lambda _, en: self._alike(left, en),
            self._among_matched,
        ):
            if not zh and not en:
                break
            found += pairs(zh, en)
            zh = [mention for mention in zh if all(mention is not pair[0] for pair in found)]
            en = [mention for mention in en if all(mention is not pair[1] for pair in found)]
        zh, en = without_named(zh, self._en, "en"), without_named(en, self._zh, "zh")
        return _once(
            [Discrepancy(*pair) for pair in found]
            + [Discrepancy(mention, None) for mention in zh if _is_firm(mention)]
            + [Discrepancy(None, mention) for mention in en if _is_firm(mention)]
        )

    def _paired(self, left: Sequence[Mention], right: Sequence[Mention]) -> list[Pair]:
        return paired(left, right, (self._chinese, self._english))

    def _alike(self, left: Sequence[Mention], right: Sequence[Mention]) -> list[Pair]:
        return alike(left, right, (self._chinese, self._english))

    def _is_foreign_aside(self, mention: Mention) -> bool:
        """Whether a foreign sum stands in brackets behind the one in yuan."""
        before = self._en[max(0, mention.start - _ASIDE_REACH) : mention.start]
        _, bracket, words = before.rpartition("(")
        if not bracket or ")" in words:
            return False
        # `(USD 3 to 5 million)` names its currency at the lower end.
        is_upper = mention.dimension == PLAIN and _FOREIGN_SIGN.search(words)
        return mention.dimension in _FOREIGN or bool(is_upper)

    def _restates(self, mention: Mention) -> bool:
        """Whether the same text says it in another unit as well: RMB 39 million per hectare."""
        return any(
            other.start < mention.start
            and (mention.unit, mention.per) != (other.unit, other.per)
            and mention.dimension == other.dimension
            and agree(mention, other)
            and any(agree(zh, other) for zh in self._chinese)
            for other in self._english
        )

    def _asides(self, _left: Sequence[Mention], right: Sequence[Mention]) -> list[Pair]:
        """Pair a figure by what stands in brackets behind it, and the other way round.

        Of `500 mu (34 ha)` one agrees with the Chinese, and the other belongs to the same.
        """
        pairs = []
        wrong = {mention.start for mention in right}
        for before, aside in pairwise(self._english):
            between = self._en[before.end : aside.start].strip()
            if between != "(" or before.dimension != aside.dimension:
                continue
            if (before.start in wrong) != (aside.start in wrong):
                sound, slip = (before, aside) if aside.start in wrong else (aside, before)
                pairs += [(zh, slip) for zh in self._chinese if agree(zh, sound)][:1]
        return pairs

    def _beside_words(self, left: Sequence[Mention], right: Sequence[Mention]) -> list[Pair]:
        """Pair figures with what the other text says in words: 8小时 and `nine hours`.

        Words are said in passing too often to be paired with anything but their own kind.
        """
        zh = unmatched(unmatched(self._zh_words, self._english), self._en_words)
        en = unmatched(unmatched(self._en_words, self._chinese), self._zh_words)
        zh = [mention for mention in zh if mention.amount > 1 or _is_ordinal(mention, self._zh)]
        en = [mention for mention in en if mention.amount > 1 and mention.dimension != RATIO]
        pairs = self._alike(left, en)
        pairs += self._alike(zh, right)
        return [pair for pair in pairs if pair[0].dimension != PLAIN or pair[0].amount <= _WORDED]

    def _among_matched(self, left: Sequence[Mention], right: Sequence[Mention]) -> list[Pair]:
        """Pair a figure with one that the other text has once too often."""
        pairs: list[Pair] = []
        if left:
            pairs += self._alike(left, surplus(self._english, self._chinese))
        if right:
            pairs += self._alike(surplus(self._chinese, self._english), right)
        return pairs


def _is_ordinal(mention: Mention, text: str) -> bool:
    """Whether a numeral is part of a name, and so must not be another: 一期, 招商一科."""
    return text[mention.end : mention.end + 1] in _ORDERED


def _is_firm(mention: Mention) -> bool:
    """Whether a figure must be in both texts."""
    if mention.in_words or mention.dimension == CODE or not mention.amount:
        return False
    if mention.amount == 1 and mention.dimension in _ARTICLED:
        return False
    is_count = mention.dimension == PLAIN and mention.amount == mention.amount.to_integral_value()
    return not (is_count and mention.amount <= SMALL)


def _once(found: list[Discrepancy]) -> list[Discrepancy]:
    """Report once what belongs together: both ends of a range, year and month of a date."""
    found.sort(key=_place)
    kept: list[Discrepancy] = []
    for discrepancy in found:
        if not kept or not _adjoins(kept[-1], discrepancy):
            kept.append(discrepancy)
        elif _is_scaled(discrepancy) and not _is_scaled(kept[-1]):
            # In `26 to 30 billion` the word that is wrong stands behind the upper end.
            kept[-1] = discrepancy
    return kept


def _is_scaled(discrepancy: Discrepancy) -> bool:
    mention = discrepancy.en or discrepancy.zh
    return mention is not None and mention.scale != 1


def _place(discrepancy: Discrepancy) -> tuple[bool, int]:
    mention = discrepancy.en or discrepancy.zh
    return discrepancy.en is None, mention.start if mention else 0


def _adjoins(before: Discrepancy, after: Discrepancy) -> bool:
    for one, other in ((before.en, after.en), (before.zh, after.zh)):
        if one is not None and other is not None and 0 <= other.start - one.end <= 4:
            return (before.en is None) == (after.en is None)
    return False
