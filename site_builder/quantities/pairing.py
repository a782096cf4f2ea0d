"""Which figures of two texts belong together: those that agree, and those that were meant to."""

from collections.abc import Sequence

from site_builder.quantities.agreement import agree
from site_builder.quantities.likeness import likeness
from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import CODE

Pair = tuple[Mention, Mention]
"""A figure of the Chinese text and one of the English."""
Order = tuple[Sequence[Mention], Sequence[Mention]]
"""All figures of both texts, in their order."""


def unmatched(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that no other agrees with; translations mostly keep the order."""
    left = []
    count, turn = len(others), 0
    for mention in mentions:
        for step in range(count):
            index = turn + step if turn + step < count else turn + step - count
            if agree(mention, others[index]):
                turn = index + 1 if index + 1 < count else 0
                break
        else:
            left.append(mention)
    return left


def surplus(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that stand more often in one text than in the other."""
    found = []
    for mention in mentions:
        if mention.dimension == CODE:
            continue
        here = sum(agree(mention, other) and mention.unit == other.unit for other in mentions)
        there = sum(agree(mention, other) for other in others)
        if here > there > 0:
            found.append(mention)
    return found


def paired(left: Sequence[Mention], right: Sequence[Mention], order: Order) -> list[Pair]:
    """Pair what seems to be meant by each other, the likeliest first, then by their order."""
    if not left or not right:
        return []
    zh_ranks = [_rank(zh, order[0]) for zh in left]
    en_ranks = [_rank(en, order[1]) for en in right]
    ranked = sorted(
        (-likeness(zh, en), abs(zh_ranks[i] - en_ranks[j]), i, j)
        for i, zh in enumerate(left)
        for j, en in enumerate(right)
        if likeness(zh, en)
    )
    pairs: list[Pair] = []
    taken: set[tuple[str, int]] = set()
    for _, _, i, j in ranked:
        if ("zh", i) not in taken and ("en", j) not in taken:
            taken |= {("zh", i), ("en", j)}
            pairs.append((left[i], right[j]))
    return pairs


def alike(left: Sequence[Mention], right: Sequence[Mention], order: Order) -> list[Pair]:
    """Pair only figures of one kind."""
    pairs = paired(left, right, order)
    return [(zh, en) for zh, en in pairs if zh.dimension == en.dimension]


def _rank(mention: Mention, among: Sequence[Mention]) -> float:
    """Return how far along its text's figures of one kind one stands, from 0 to 1."""
    starts = [other.start for other in among if other.dimension == mention.dimension]
    return sum(start < mention.start for start in starts) / (len(starts) or 1)
