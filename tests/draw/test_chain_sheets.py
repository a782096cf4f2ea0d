"""A chain on paper: it fits its sheets, can be read, and nothing of it is lost between them."""

import re
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
import weasyprint

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
from tests.draw.sample_chains import ROOT
from tests.draw.test_chain_space import assert_clean
from tests.draw.tokens import PALETTE

BOTH = (manganese("zh"), manganese("en"))
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
        for link in chain.links:
            if link.source != link.target and (link.source, link.target) not in drawn:
                told = _bare("".join(text for text, _ in cards[link.source].words))
                assert _bare(f"→{titles[link.target]}[{number[link.target]}]") in told
                assert _bare(link.goods) in told
                told = _bare("".join(text for text, _ in cards[link.target].words))
                assert _bare(f"←{titles[link.source]}[{number[link.source]}]") in told


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
