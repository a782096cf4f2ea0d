"""A part of a chain that stands on one sheet of several, and how the sheets speak of each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from site_builder.draw.chains.chain import SUPPORT, Card, Chain

_ANY_SHEET = "88"  # Stands for the number of a sheet until it is known.
_NAMED = 12
"""A card names so many cards on other sheets that it feeds, and so many that feed it; of more
it gives the number, and each of them names it and the goods: else a card could fill a sheet."""


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
    """On a card: a card on another sheet that goods come from."""
    receives_goods: str = "← {title} ({sheet}): {goods}"
    """The same where the other card feeds so many that it does not name them."""
    sends_many: str = "→ {count} …"
    """On a card that feeds more cards on other sheets than it can name."""
    receives_many: str = "← {count} …"
    """On a card fed by more cards on other sheets than it can name."""


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
    feeds = Counter(source for source, _ in {(k.source, k.target) for k in chain.links})
    sends: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    receives: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    unnamed: dict[str, set[str]] = defaultdict(set)
    for link in chain.links:
        if link.source in held and link.target not in held:
            form = words.sends if link.goods else words.sends_plain
            here, there, told = link.source, link.target, sends
        elif link.target in held and link.source not in held:
            many = feeds[link.source] > _NAMED
            form = words.receives_goods if many and link.goods else words.receives
            here, there, told = link.target, link.source, receives
            unnamed[here].update([there] if many else [])
        else:
            continue
        sheet = numbers.get(there, _ANY_SHEET)
        line = form.format(title=titles[there], sheet=sheet, goods=link.goods)
        told[here][there].append(line)
    return {
        name: [
            *_counted(sends[name], words.sends_many, set()),
            *_counted(receives[name], words.receives_many, unnamed[name]),
        ]
        for name in held
    }


def _counted(
    told: Mapping[str, Sequence[str]], many: str, always: AbstractSet[str]
) -> Iterator[str]:
    """Yield what is told of each card; of too many only their number, but for some `always`."""
    if len(told) <= _NAMED:
        always = set(told)
    elif count := len(told) - len(always):
        yield many.format(count=count)
    for name, lines in told.items():
        yield from lines if name in always else ()
