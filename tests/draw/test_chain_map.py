from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from site_builder.draw.chains.grid import balanced, place
from site_builder.draw.chains.lanes import route
from site_builder.draw.chains.layout import lay_out
from site_builder.draw.chains.map import Card, Chain, Link, StageColumn, chain_map
from site_builder.draw.chains.slide import chain_slide
from site_builder.draw.chains.style import SCREEN
from tests.draw.chain_reading import read
from tests.draw.chains import manganese
from tests.draw.forms import NAMESPACE, named, words
from tests.draw.random_chains import COUNTS, SEEDS, random_chain
from tests.draw.tokens import PALETTE

STAGES = tuple(
    StageColumn(name, name) for name in ("upstream", "midstream", "downstream", "support")
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_county_chain_is_a_named_drawing(language: str) -> None:
    chain = manganese(language)
    root = named(chain_map(chain, PALETTE), role="group")
    found = words(root)
    assert chain.stages[0].title in found
    assert chain.legend.missing in found
    assert chain.source_line in found
    assert len(list(root.iter(f"{NAMESPACE}a"))) == 4


def test_without_links_on_cards_the_map_is_one_picture() -> None:
    chain = manganese("zh")
    plain = replace(chain, cards=tuple(replace(card, href=None) for card in chain.cards))
    named(chain_map(plain, PALETTE), role="img")


@settings(max_examples=100)
@given(SEEDS, COUNTS)
def test_language_does_not_change_the_structure(seed: int, count: int) -> None:
    """Columns, rows, sides, lanes: all are the same in both languages."""
    chinese, english = (route(random_chain(seed, count, language)) for language in ("zh", "en"))
    assert chinese.grid.cells == english.grid.cells
    assert chinese.ports == english.ports
    assert chinese.slots == english.slots
    assert chinese.levels == english.levels
    assert [replace(way, link=Link("", "")) for way in chinese.ways] == [
        replace(way, link=Link("", "")) for way in english.ways
    ]


def test_language_does_not_move_a_column() -> None:
    places = [
        [placed.box.x for placed in lay_out(manganese(language), 1180, SCREEN).cards]
        for language in ("zh", "en")
    ]
    assert places[0] == places[1]


@pytest.mark.parametrize(("count", "columns"), [(5, 1), (8, 1), (9, 2), (30, 5), (200, 14)])
def test_a_long_stage_takes_several_columns(count: int, columns: int) -> None:
    cards = tuple(Card(f"s{n}", "upstream", "A") for n in range(count))
    cells = place(Chain("k", "t", "d", STAGES[:1], cards)).cells
    assert len({cell.column for cell in cells.values()}) == columns
    read_down = sorted(cells, key=lambda name: (cells[name].column, cells[name].row))
    assert read_down == [card.id for card in cards], "the order is read down each column"
    high = Counter(cell.column for cell in cells.values()).values()
    assert max(high) - min(high) < columns, "columns are about equally long"


def test_small_stages_are_never_split() -> None:
    assert balanced([8, 1, 3]) == 8
    assert balanced([]) == 1


def test_the_same_chain_gives_the_same_bytes() -> None:
    assert chain_map(manganese("zh"), PALETTE) == chain_map(manganese("zh"), PALETTE)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_loops_are_dashed_and_go_below(language: str) -> None:
    chain = manganese(language)
    seen = read(chain_map(chain, PALETTE))
    stage = {card.id: card.stage for card in chain.cards}
    foot = max(c.box.bottom for c in seen.cards if stage[c.segment] != "support")
    loops = {(link.source, link.target): link for link in seen.links if link.dashed}
    assert set(loops) == {
        ("battery-recycling", "cathode-precursor"),
        ("cathode-material", "high-purity-sulphate"),
    }
    lowest = max(line[3] for line in loops["cathode-material", "high-purity-sulphate"].lines)
    assert lowest > foot


def test_a_service_that_takes_nothing_in_returns_nothing() -> None:
    cards = (Card("a", "upstream", "A"), Card("b", "midstream", "B"), Card("c", "support", "C"))
    links = (Link("a", "b"), Link("c", "b"))
    chain = Chain("k", "t", "d", STAGES, cards, links)
    assert [way.loop for way in route(chain).ways] == [False, False]
    round_again = replace(chain, links=(*links, Link("b", "c")))
    assert [way.loop for way in route(round_again).ways] == [False, True, False]


def test_every_arrow_ends_at_its_card() -> None:
    for language in ("zh", "en"):
        for seen in (read(chain_map(random_chain(n, 60, language), PALETTE)) for n in range(5)):
            boxes = {card.segment: card.box for card in seen.cards}
            for link in seen.links:
                box, (x, y) = boxes[link.target], link.end
                # A frame set off from the card reaches 6 pixels further.
                assert box.x - 7 <= x <= box.right + 7
                assert box.y - 7 <= y <= box.bottom + 7
                edges = (box.x - x, box.right - x, box.y - y, box.bottom - y)
                assert min(map(abs, edges)) < 7.5


def test_cards_and_links_carry_what_a_script_lights_up() -> None:
    chain = manganese("zh")
    cards = tuple(replace(card, role_code="material") for card in chain.cards)
    root = named(chain_map(replace(chain, cards=cards), PALETTE), role="group")
    groups = [g for g in root.iter(f"{NAMESPACE}g") if g.get("class") == "chain-card"]
    assert [g.get("data-segment") for g in groups] == [card.id for card in chain.cards]
    assert [g.get("data-strength") for g in groups] == [card.strength for card in chain.cards]
    assert [g.get("data-projects") for g in groups] == [str(len(c.projects)) for c in chain.cards]
    assert {g.get("data-role") for g in groups} == {"material"}
    links = [g for g in root.iter(f"{NAMESPACE}g") if g.get("class") == "chain-link"]
    ends = {(link.source, link.target) for link in chain.links}
    assert {(g.get("data-from"), g.get("data-to")) for g in links} == ends
    assert len(links) == len(ends)


def test_the_title_is_drawn_only_where_the_map_stands_alone() -> None:
    chain = manganese("en")
    plain = words(named(chain_map(chain, PALETTE), role="group"))
    titled = words(named(chain_slide(chain, PALETTE), role="img"))
    assert chain.title not in plain
    assert " ".join(titled) == " ".join([chain.title, *plain])


def test_a_map_grows_wider_rather_than_its_cards_narrower() -> None:
    layout = lay_out(random_chain(3, 150, "zh"), 1180, SCREEN)
    assert layout.width > 1180
    assert layout.cards[0].box.width == SCREEN.card


def test_strength_is_told_by_word_and_mark_as_well() -> None:
    found = words(named(chain_map(manganese("en"), PALETTE), role="group"))
    assert (found.count("Strong"), found.count("Weak"), found.count("Missing")) == (2, 4, 3)


def test_all_text_is_escaped() -> None:
    card = Card("a", "upstream", "<b>&", "\"'", firms=("<i>",), href='#"><script>')
    chain = Chain('k"', "<t>", "<d>", STAGES, (card,), (), source_line="<s>")
    root = named(chain_map(chain, PALETTE), role="group")
    assert {"<b>&", "<i>", "<s>"} <= set(words(root))


def test_goods_between_the_same_cards_share_one_line() -> None:
    cards = (Card("a", "upstream", "A"), Card("b", "midstream", "B"))
    links = (Link("a", "b", "ore"), Link("a", "b", "slag"), Link("a", "a", "self"))
    ways = route(Chain("k", "t", "d", STAGES, cards, links)).ways
    assert [way.link for way in ways] == [Link("a", "b", "ore / slag")]


def test_a_chain_without_links_or_support_is_drawn() -> None:
    chain = Chain("k", "t", "d", STAGES[:2], (Card("a", "upstream", "A"),))
    assert words(named(chain_map(chain, PALETTE))) == ["upstream", "midstream", "A"]


def test_an_empty_chain_is_drawn() -> None:
    named(chain_map(Chain("k", "t", "d", STAGES, ()), PALETTE))


def test_a_link_to_nowhere_is_refused() -> None:
    chain = Chain("k", "t", "d", STAGES, (Card("a", "upstream", "A"),), (Link("a", "z"),))
    with pytest.raises(ValueError, match="'z'"):
        chain_map(chain, PALETTE)


def test_a_card_of_no_stage_is_refused() -> None:
    chain = Chain("k", "t", "d", STAGES[:1], (Card("a", "midstream", "A"),))
    with pytest.raises(ValueError, match="midstream"):
        chain_map(chain, PALETTE)


def test_the_band_of_services_is_ruled_only_over_its_cards() -> None:
    """Two services under three columns leave the third without a rule."""
    cards = tuple(Card(stage.id, stage.id, stage.title) for stage in STAGES)
    cards += (Card("more", "support", "More"),)
    laid = lay_out(Chain("k", "t", "d", STAGES, cards), 1180, SCREEN)
    boxes = {placed.card.id: placed.box for placed in laid.cards}
    ruled = [heading for heading in laid.headings if heading.title == "support"]
    over = [(box.x, box.right) for box in (boxes["support"], boxes["more"])]
    assert [list(heading.rules) for heading in ruled] == [over]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_goods_within_the_first_column_push_nothing_aside(language: str) -> None:
    """A link past a card of the first column enters from above, its goods beside the arrow."""
    cards = tuple(Card(name, "upstream", name) for name in "abc")
    cards += (Card("d", "midstream", "d"), Card("e", "support", "e"))
    goods = {"zh": "热处理加工", "en": "Heat treatment of castings"}[language]
    plain = Chain("k", "t", "d", STAGES, cards, (Link("a", "d", goods),))
    links = (*plain.links, Link("c", "a", goods))
    seen = read(chain_map(replace(plain, links=links), PALETTE))
    first = {card.segment: card.box for card in seen.cards}["a"]
    before = {card.segment: card.box for card in read(chain_map(plain, PALETTE)).cards}["a"]
    assert first.x - before.x <= 20
    (link,) = (link for link in seen.links if link.source == "c")
    assert link.end[1] == pytest.approx(first.y, abs=1)
    assert "".join(text for text, _ in link.words).replace(" ", "") == goods.replace(" ", "")
    # Where a second line or the card above meets the same card, it keeps to the side.
    for more in (Link("e", "a", goods), Link("b", "c")):
        target = more.target
        two = (*plain.links, Link("c" if target == "a" else "a", target, goods), more)
        crossed = read(chain_map(replace(plain, links=two), PALETTE))
        boxes = {card.segment: card.box for card in crossed.cards}
        (side,) = (k for k in crossed.links if (k.source, k.target) == (two[1].source, target))
        assert side.end[0] == pytest.approx(boxes[target].x, abs=1)
