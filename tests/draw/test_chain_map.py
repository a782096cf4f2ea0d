import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.draw.box import Box
from site_builder.draw.chain import Strength
from site_builder.draw.chain_card import PAD
from site_builder.draw.chain_lanes import route
from site_builder.draw.chain_layout import Layout, lay_out
from site_builder.draw.chain_map import Card, Chain, Link, StageColumn, chain_map
from site_builder.draw.text_width import text_width
from tests.draw.chains import manganese
from tests.draw.forms import NAMESPACE, named, words
from tests.draw.tokens import PALETTE

ENGLISH = ("manganese", "battery-grade", "sulphate", "recovery", "of", "cathode", "(80,000 t/a)")
CHINESE = "锰系新材料电池级硫酸前驱体，（示例）回收利用"
STAGES = tuple(
    StageColumn(name, name) for name in ("upstream", "midstream", "downstream", "support")
)


def _phrase(language: str, longest: int) -> st.SearchStrategy[str]:
    if language == "zh":
        return st.text(alphabet=CHINESE, min_size=1, max_size=longest)
    return st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=longest // 4 + 1).map(" ".join)


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Chains of 5 to 60 segments with links every way, in one language."""
    language = draw(st.sampled_from(["zh", "en"]))
    count = draw(st.integers(5, 60))
    seed = draw(st.randoms(use_true_random=False))
    texts = draw(st.lists(_phrase(language, 24), min_size=6, max_size=12))
    strengths: tuple[Strength, ...] = ("strong", "weak", "missing")
    mark = {"zh": "弱", "en": "Missing"}[language]
    cards = tuple(
        Card(
            id=f"s{i}",
            stage=seed.choice(STAGES).id,
            title=seed.choice(texts),
            role=seed.choice(["", *texts]),
            strength=seed.choice(strengths),
            strength_word=mark,
            firms=tuple(seed.choices(texts, k=seed.randint(0, 8))),
            note=seed.choice(["", *texts]),
            projects=tuple(seed.choices(texts, k=seed.randint(0, 5))),
            highlighted=seed.random() < 0.1,
            href=seed.choice([None, "#x"]),
        )
        for i in range(count)
    )
    ends = [f"s{i}" for i in range(count)]
    links = tuple(
        Link(seed.choice(ends), seed.choice(ends), seed.choice(["", *texts]))
        for _ in range(seed.randint(0, 2 * count))
    )
    return Chain("k", "t", "d", STAGES, cards, links)


@settings(max_examples=100, deadline=None)
@given(chains())
def test_any_chain_is_laid_out_cleanly(chain: Chain) -> None:
    layout = lay_out(chain, 1180)
    _assert_cards_apart(layout)
    _assert_lines_clear(layout)
    _assert_words_inside(layout)


def _assert_cards_apart(layout: Layout) -> None:
    for a, b in combinations([placed.box for placed in layout.cards], 2):
        assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
    widths = {round(placed.box.width, 6) for placed in layout.cards}
    assert len(widths) == 1
    assert min(widths) > 120


def _assert_lines_clear(layout: Layout) -> None:
    for drawn in layout.routes:
        for (ax, ay), (bx, by) in pairwise(drawn.points):
            assert ax == bx or ay == by, "a line is upright or level"
            assert min(ax, bx) >= 0
            assert max(ax, bx) <= layout.width
            for placed in layout.cards:
                inner = _shrunk(placed.box)
                across = max(ax, bx) > inner.x and min(ax, bx) < inner.right
                down = max(ay, by) > inner.y and min(ay, by) < inner.bottom
                assert not (across and down), "a line crosses a card"


def _shrunk(box: Box) -> Box:
    return Box(box.x + 0.2, box.y + 0.2, box.width - 0.4, box.height - 0.4)


def _assert_words_inside(layout: Layout) -> None:
    for placed in layout.cards:
        box, face, card = placed.box, placed.face, placed.card
        inner = box.width - 2 * PAD + 0.01
        mark = text_width(card.strength_word, 12) + 24
        for index, line in enumerate(face.title):
            room = inner - (mark if index == 0 else 0)
            assert text_width(line.words, line.size, bold=True) <= room
        for line in (*face.body, *face.note):
            assert text_width(line.words, line.size) <= inner
            assert line.y + line.size / 2 <= box.height - face.foot
        for chip, text in face.chips:
            assert chip.right <= box.width - PAD + 0.01
            assert text_width(text, 12) <= chip.width - 12
            assert chip.bottom <= box.height - face.foot
        for text in (text for entry in face.projects for text in entry):
            assert text_width(text, 13, bold=True) <= inner - 16


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


def test_language_does_not_change_the_structure() -> None:
    chinese, english = route(manganese("zh")), route(manganese("en"))
    assert chinese.grid == english.grid
    assert chinese.ports == english.ports
    assert chinese.slots == english.slots
    assert [w.gutters for w in chinese.ways] == [w.gutters for w in english.ways]
    places = [
        [placed.box.x for placed in lay_out(manganese(language), 1180).cards]
        for language in ("zh", "en")
    ]
    assert places[0] == places[1]


def test_the_same_chain_gives_the_same_bytes() -> None:
    assert chain_map(manganese("zh"), PALETTE) == chain_map(manganese("zh"), PALETTE)


def test_loops_are_dashed_and_go_below() -> None:
    layout = lay_out(manganese("zh"), 1180)
    loops = [r for r in layout.routes if r.way.loop and r.way.corridor]
    stage_foot = max(p.box.bottom for p in layout.cards if p.card.stage != "support")
    assert loops
    assert all(max(y for _, y in r.points) > stage_foot for r in loops)
    dashed = re.findall(r'<path[^>]*stroke-dasharray="5 4"', chain_map(manganese("zh"), PALETTE))
    assert len(dashed) == sum(r.way.loop for r in layout.routes) + 1, "and one in the legend"


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
