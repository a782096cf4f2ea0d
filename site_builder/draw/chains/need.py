"""What the county's firms buy from outside for each gap, on the cards of a chain map."""

from dataclasses import replace

from site_builder.draw.chains.chain import Chain
from site_builder.present.trace_views import ListsView
from site_builder.present.words import Words


def with_needs(chain: Chain, lists: ListsView | None, words: Words) -> Chain:
    """Return the chain with each gap's yearly purchases as the note of its card.

    The sums are those of the page of the gap; a card without purchases has no note.
    """
    said = str(words["industry"].bought)
    gaps = lists.gaps if lists else ()
    needs = {gap.segment.id: said.format(amount=gap.need.value.short) for gap in gaps if gap.need}
    cards = tuple(replace(card, note=needs.get(card.id, "")) for card in chain.cards)
    return replace(chain, cards=cards)
