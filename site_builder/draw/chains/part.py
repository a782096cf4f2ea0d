"""A part of a chain that stands on one sheet of several, and how the sheets speak of each other."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from site_builder.draw.chains.chain import SUPPORT, Card, Chain

_ANY_SHEET = "88"  # Stands for the number of a sheet until it is known.


@dataclass(frozen=True)
class SheetWords:
    """How sheets speak of each other; names in braces are filled in."""

    numbered: str = "{title} ({sheet}/{sheets})"
    continued: str = "{stage} …"
    sends: str = "→ {title} ({sheet}): {goods}"
    """On a card: goods that go to a card on another sheet."""
    sends_plain: str = "→ {title} ({sheet})"
    """The same when the goods have no name."""
    receives: str = "← {title} ({sheet})"


def in_order(chain: Chain) -> list[Card]:
    """Return the cards stage by stage, the support last."""
    ranks = {stage.id: rank for rank, stage in enumerate(chain.stages)}
    ranks[SUPPORT] = len(ranks)
    return sorted(chain.cards, key=lambda card: ranks[card.stage])


def part_of(
    chain: Chain, names: Sequence[str], numbers: Mapping[str, str], words: SheetWords
) -> Chain:
    """Return the part of a chain that stands on one sheet, with references to the others."""
    held = set(names)
    if len(held) == len(chain.cards):
        return replace(chain, cards=tuple(replace(card, href=None) for card in chain.cards))
    elsewhere = _elsewhere(chain, held, numbers, words)
    cards = tuple(
        replace(card, href=None, elsewhere=tuple(dict.fromkeys(elsewhere[card.id])))
        for card in chain.cards
        if card.id in held
    )
    begun: dict[str, str] = {}
    for card in chain.cards:
        begun.setdefault(card.stage, card.id)
    stages = tuple(
        stage
        if begun.get(stage.id) in held
        else replace(stage, title=words.continued.format(stage=stage.title))
        for stage in chain.stages
        if any(card.stage == stage.id for card in cards)
    )
    links = tuple(link for link in chain.links if link.source in held and link.target in held)
    return replace(chain, stages=stages, cards=cards, links=links)


def _elsewhere(
    chain: Chain, held: AbstractSet[str], numbers: Mapping[str, str], words: SheetWords
) -> dict[str, list[str]]:
    """Return for every card of a sheet where its goods go to and come from on the others."""
    titles = {card.id: card.title for card in chain.cards}
    elsewhere: dict[str, list[str]] = {name: [] for name in held}
    for link in chain.links:
        if link.source in held and link.target not in held:
            form = words.sends if link.goods else words.sends_plain
            elsewhere[link.source].append(
                form.format(
                    title=titles[link.target],
                    sheet=numbers.get(link.target, _ANY_SHEET),
                    goods=link.goods,
                )
            )
        elif link.target in held and link.source not in held:
            elsewhere[link.target].append(
                words.receives.format(
                    title=titles[link.source], sheet=numbers.get(link.source, _ANY_SHEET)
                )
            )
    return elsewhere
