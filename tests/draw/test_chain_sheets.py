"""A chain on paper: it fits its sheets, can be read, and nothing of it is lost between them."""

import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
import weasyprint

from site_builder.draw.chains.chain import Card, Chain, Link, StageColumn
from site_builder.draw.chains.of import sheet_words
from site_builder.draw.chains.part import SheetWords
from site_builder.draw.chains.sheet import (
    A3,
    A4,
    LEAST_TYPE,
    DrawnSheet,
    Sheet,
    SheetTooSmallError,
    draw_sheets,
    plan_sheets,
)
from site_builder.theme import Theme
from tests.draw.chain_reading import Seen, read
from tests.draw.chains import manganese
from tests.draw.forms import named
from tests.draw.random_chains import random_chain
from tests.draw.sample_chains import ROOT, sample_chains
from tests.draw.test_chain_space import assert_clean
from tests.draw.tokens import PALETTE

BOTH = (manganese("zh"), manganese("en"))
NAMED = 12
"""So many cards on other sheets a card names in each direction."""
SIZES = [(3, 12), (4, 24), (5, 40), (6, 90), (7, 200)]


def _seen(sheet: DrawnSheet) -> Seen:
    seen = read(sheet.svg)
    points = seen.smallest * sheet.width / seen.width / 25.4 * 72
    assert points >= LEAST_TYPE, "every word can be read"
    return seen


@pytest.mark.parametrize("language", [0, 1])
def test_a_county_chain_is_one_sheet_of_a4(language: int) -> None:
    plan = plan_sheets(BOTH)
    assert plan.sheet == A4
    (sheet,) = draw_sheets(BOTH[language], plan, PALETTE)
    root = named(sheet.svg)
    assert (root.get("width"), root.get("height")) == ("297mm", "210mm")
    seen = _seen(sheet)
    assert_clean(seen)
    assert len(seen.cards) == len(BOTH[language].cards)
    assert BOTH[language].title in "".join(text for text, _ in seen.other)
    assert BOTH[language].source_line in [text for text, _ in seen.other]


@pytest.mark.parametrize(("seed", "count"), SIZES)
def test_every_card_stands_on_one_sheet_and_every_link_is_told(seed: int, count: int) -> None:
    pair = [random_chain(seed, count, language) for language in ("zh", "en")]
    plan = plan_sheets(pair)
    words = SheetWords(
        sends="→ {title} [{sheet}]: {goods}",
        sends_plain="→ {title} [{sheet}]",
        receives="← {title} [{sheet}]",
        receives_goods="← {title} [{sheet}]: {goods}",
    )
    plan_of_all = plan_sheets(pair, words=words)
    assert [page.cards for page in plan.pages] == [page.cards for page in plan_of_all.pages]
    for chain in pair:
        sheets = [_seen(sheet) for sheet in draw_sheets(chain, plan, PALETTE, words)]
        for seen in sheets:
            assert_clean(seen)
        places = [card.segment for seen in sheets for card in seen.cards]
        assert sorted(places) == sorted(card.id for card in chain.cards)
        drawn = {(link.source, link.target) for seen in sheets for link in seen.links}
        cards = {card.segment: card for seen in sheets for card in seen.cards}
        titles = {card.id: card.title for card in chain.cards}
        number = {
            card.segment: place for place, seen in enumerate(sheets, 1) for card in seen.cards
        }
        feeds, fed = _neighbours(chain)
        for link in chain.links:
            if (link.source, link.target) not in drawn:
                sender, receiver = (
                    _bare("".join(text for text, _ in cards[name].words))
                    for name in (link.source, link.target)
                )
                goods = _bare(link.goods)
                if feeds[link.source] <= NAMED:
                    assert _bare(f"→{titles[link.target]}[{number[link.target]}]") in sender
                    assert goods in sender
                else:
                    assert goods in receiver
                if feeds[link.source] > NAMED or fed[link.target] <= NAMED:
                    assert _bare(f"←{titles[link.source]}[{number[link.source]}]") in receiver


def _neighbours(chain: Chain) -> tuple[Counter[str], Counter[str]]:
    """Return how many cards each card feeds, and how many feed it."""
    pairs = {(link.source, link.target) for link in chain.links}
    return Counter(source for source, _ in pairs), Counter(target for _, target in pairs)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("feeds", [True, False])
def test_a_card_with_more_neighbours_than_it_can_name_gives_their_number(
    language: str, *, feeds: bool
) -> None:
    """One card that feeds 99 others, or is fed by them, still leaves room on its sheet."""
    chain = random_chain(3, 100, language)
    links = tuple(
        Link(*(("s0", card.id) if feeds else (card.id, "s0")), f"G{card.id}g")
        for card in chain.cards
        if card.id != "s0"
    )
    chain = replace(chain, links=links)
    words = sheet_words(Theme(ROOT / "theme").words(language))
    plan = plan_sheets([chain], words=words)
    assert len(plan.pages) > 1
    sheets = [_seen(sheet) for sheet in draw_sheets(chain, plan, PALETTE, words)]
    told = {
        card.segment: _bare("".join(text for text, _ in card.words))
        for seen in sheets
        for card in seen.cards
    }
    (home,) = (page for page in plan.pages if "s0" in page.cards)
    form = words.sends_many if feeds else words.receives_many
    assert _bare(form.format(count=len(chain.cards) - len(home.cards))) in told["s0"]
    away = [card.id for card in chain.cards if card.id not in home.cards]
    assert [name for name in away if f"G{name}g" not in told[name]] == []
    for seen in sheets:
        assert_clean(seen)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text.replace("“", '"').replace("”", '"'))


@pytest.mark.parametrize(("seed", "count"), SIZES)
def test_language_changes_no_place_on_any_sheet(seed: int, count: int) -> None:
    pair = [random_chain(seed, count, language) for language in ("zh", "en")]
    plan = plan_sheets(pair)
    orders = []
    for chain in pair:
        sheets = [_seen(sheet) for sheet in draw_sheets(chain, plan, PALETTE)]
        orders.append([[(c.segment, round(c.box.x)) for c in seen.cards] for seen in sheets])
    columns = [
        [[sorted({x for _, x in sheet}).index(x) for _, x in sheet] for sheet in order]
        for order in orders
    ]
    assert columns[0] == columns[1]


def test_a_stage_goes_on_under_its_own_heading() -> None:
    chain = random_chain(7, 200, "en")
    words = SheetWords(continued="{stage} (continued)")
    plan = plan_sheets([chain], [A4], words)
    assert len(plan.pages) > 1
    heads = [
        {text for text, _ in read(sheet.svg).other}
        for sheet in draw_sheets(chain, plan, PALETTE, words)
    ]
    assert any(any(text.endswith("(continued)") for text in found) for found in heads[1:])
    assert not any(text.endswith("(continued)") for text in heads[0])
    titles = [stage.title for stage in chain.stages]
    assert all(any(text.startswith(tuple(titles)) for text in found) for found in heads)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_the_sheets_are_those_of_the_interface(language: str) -> None:
    words = sheet_words(Theme(ROOT / "theme").words(language))
    filled = words.sends.format(title="T", sheet=2, goods="G")
    assert all(part in filled for part in ("→", "T", "2", "G"))
    assert "T" in words.receives.format(title="T", sheet=2)
    assert "S" in words.continued.format(stage="S") != "S"
    chain = random_chain(7, 120, language)
    plan = plan_sheets([chain], [A4], words)
    first = read(draw_sheets(chain, plan, PALETTE, words)[0].svg)
    title = words.numbered.format(title=chain.title, sheet=1, sheets=len(plan.pages))
    assert title in [text for text, _ in first.other]


@pytest.mark.parametrize("seed", range(6))
def test_a_chain_of_thirty_stays_on_a4(seed: int) -> None:
    """Whole where it can be read, else shared out evenly; whatever the fold-outs on offer."""
    pair = [random_chain(seed, 30, language) for language in ("zh", "en")]
    plan = plan_sheets(pair)
    assert plan.sheet == A4
    sizes = [len(page.cards) for page in plan.pages]
    assert sum(sizes) == 30
    assert len(sizes) <= 4
    assert max(sizes) < 30 or len(sizes) == 1
    for chain in pair:
        for sheet in draw_sheets(chain, plan, PALETTE):
            assert (sheet.width, sheet.height) == (297, 210)
            assert_clean(_seen(sheet))


def test_pages_of_a_split_chain_are_about_equally_full() -> None:
    """Thirty like cards do not leave a page with one of them."""
    chain = Chain(
        "k",
        "t",
        "d",
        (StageColumn("s", "S"),),
        tuple(
            Card(f"s{n}", "s", "Battery-grade sulphate", firms=("Qinglan Co.",) * 9)
            for n in range(31)
        ),
    )
    sizes = [len(page.cards) for page in plan_sheets([chain], [Sheet(150, 130)]).pages]
    assert len(sizes) > 1
    assert max(sizes) - min(sizes) <= len(sizes)


def test_a_larger_chain_goes_to_a_fold_out_before_it_is_split() -> None:
    chain = random_chain(5, 40, "en")
    assert len(plan_sheets([chain], [A4]).pages) > 1
    whole = plan_sheets([chain], [A4, A3])
    assert (whole.sheet, len(whole.pages)) == (A3, 1)


def test_a_sheet_too_small_for_one_card_is_refused() -> None:
    with pytest.raises(SheetTooSmallError, match="40 x 20 mm"):
        plan_sheets(BOTH, [Sheet(40, 20)])


def test_the_same_chain_gives_the_same_sheets() -> None:
    chain = random_chain(7, 200, "zh")
    first = draw_sheets(chain, plan_sheets([chain]), PALETTE)
    assert first == draw_sheets(chain, plan_sheets([chain]), PALETTE)
    keys = [ET.fromstring(sheet.svg)[0].get("id") for sheet in first]  # noqa: S314
    assert len(set(keys)) == len(keys)


def test_a_sheet_prints_on_its_page() -> None:
    (sheet,) = draw_sheets(BOTH[0], plan_sheets(BOTH), PALETTE)
    style = "<style>@page{size:297mm 210mm;margin:0}body{margin:0}svg{display:block}</style>"
    document = pypdfium2.PdfDocument(weasyprint.HTML(string=style + sheet.svg).write_pdf())
    assert len(document) == 1
    found = document[0].get_textpage().get_text_bounded()
    assert BOTH[0].cards[0].title in found


@pytest.mark.parametrize("number", range(4))
def test_projects_on_the_chains_of_a_county_are_named_whole(number: int) -> None:
    """An English name takes as many lines as it needs where the sheet has the room."""
    chains = sample_chains()[number::4]
    plan = plan_sheets(chains, [Sheet(285, 210)])
    sheets = [sheet for chain in chains for sheet in draw_sheets(chain, plan, PALETTE)]
    said = [text for sheet in sheets for card in _seen(sheet).cards for text, _ in card.words]
    assert len(said) > 50
    assert [text for text in said if text.endswith(("…", "..."))] == []
