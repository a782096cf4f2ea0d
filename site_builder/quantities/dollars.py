"""Dollars that prose puts in brackets behind yuan, held against a rate: 3.2亿元（约4500万美元）."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from site_builder.quantities.agreement import half_step
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.mention import ONE, Mention
from site_builder.quantities.mentions import EN_JOINTS, ZH_JOINTS, mentions_in
from site_builder.quantities.precision import significant
from site_builder.quantities.quantity import Quantity

_YUAN, _DOLLARS = "CNY", "USD"
# What leads to the same sum once more: `(about`, `in all (or some`, `（约合`; but not `(of it`,
# nor what names another sum first: `, exports (`, `和外资（`.
_AGAIN = re.compile(
    r"(?:(?!\b(?:and|or|with|plus|including)\b)[^()（），。；;,.、：:和与及含加另]){0,16}[(（]\s*"
    r"(?:(?:about|around|approximately|approx\.|roughly|some|nearly"
    r"|almost|or|equivalent to|equal to|i\.e\.|worth)\s+"
    r"|[≈=~]\s*|约|大约|折合|折|合|相当于|即|人民币)*"
)
# Behind a sum that is a part of the one before stands of what: `of it from abroad`, `为外资`.
_WHOLE = re.compile(r"\s*(?:[)）,，;；]|(?:at|equivalent|in all|in total)\b|[按以]|左右|$)")
_LEAST_DIGITS = 2
_MARGIN = Fraction(2, 100)
"""A rule of thumb: an author may have used the rate of another day, which differs by as much."""


class Misconverted(NamedTuple):
    """A sum in brackets that is not the sum before it."""

    sum: Mention
    """The sum before the brackets."""
    stated: Mention
    """The sum in the brackets, in the other currency."""
    right: Mention
    """What it should be, in as many digits."""


def may_state_dollars(text: str, language: str) -> bool:
    """Whether a text may state a sum in US dollars; most do not, which is soon seen."""
    if language == "zh":
        return "美" in text or "USD" in text or "$" in text
    return "$" in text or "USD" in text or "dollar" in text


def misconverted(text: str, language: str, rates: Sequence[Quantity]) -> Iterator[Misconverted]:
    """Yield sums in brackets that are those before them at none of the rates, in yuan a dollar.

    Each may be rounded to the digits it has. Ranges are passed over.
    """
    found = mentions_in(text, language)
    joints = ZH_JOINTS if language == "zh" else EN_JOINTS
    joined = {
        mention.start
        for pair in pairwise(found)
        if text[pair[0].end : pair[1].start].strip() in joints
        for mention in pair
    }
    for before, aside in pairwise(found):
        if joined & {before.start, aside.start} or not _is_again(text, before, aside):
            continue
        exact = [_converted(before, rate.reference()) for rate in rates]
        if exact and not any(_fits(aside, one) for one in exact):
            yield Misconverted(before, aside, _restated(aside, exact[0]))


def _is_again(text: str, before: Mention, aside: Mention) -> bool:
    """Whether a sum stands in brackets behind the same sum in the other currency."""
    return (
        {before.dimension, aside.dimension} == {_YUAN, _DOLLARS}
        and aside.per in ((), before.per)
        and before.amount != 0
        and _AGAIN.fullmatch(text, before.end, aside.start) is not None
        and _WHOLE.match(text, aside.end) is not None
    )


def _amount(mention: Mention) -> Fraction:
    """Return a sum in whole units of its currency."""
    return Fraction(mention.number) * Fraction(mention.scale) * Fraction(mention.unit.factor)


def _converted(mention: Mention, rate: Fraction) -> Fraction:
    """Return a sum in the other currency."""
    amount = _amount(mention)
    return amount / rate if mention.dimension == _YUAN else amount * rate


def _fits(stated: Mention, exact: Fraction) -> bool:
    step = Fraction(half_step(stated, stated.unit.factor))
    return abs(_amount(stated) - exact) <= step + exact * _MARGIN


def _restated(stated: Mention, exact: Fraction) -> Mention:
    digits = max(len(stated.number.normalize().as_tuple().digits), _LEAST_DIGITS)
    right = significant(exact, digits)
    number = Decimal(right.numerator) / Decimal(right.denominator)
    return stated._replace(number=number / stated.unit.factor, scale=ONE)
