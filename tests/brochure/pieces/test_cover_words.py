"""The cover words of an event, as long as `check` lets them be, fit wherever they are printed."""

from collections import Counter
from dataclasses import replace

import pypdfium2
import pytest

from site_builder.brochure.composing.paper_style import BLEED
from site_builder.brochure.plan import BOOK, CARD, ROLL_UP, TRI_FOLD, Brochure, Product
from site_builder.brochure.setting.books import BookSetter
from site_builder.brochure.setting.piece_setter import PieceSetter
from site_builder.content.json_schema import json_schema
from site_builder.present.event_view import EventView
from tests.brochure.shop import MM, Shop, lines

SKY = 124.5
"""Where the mountains begin on the cover of the lower of the two papers, in millimetres."""
WIDTH = 189.0
"""Where the margin begins at its right."""
WORDS = {
    "usual": {
        "zh": "第二十四届中国国际投资贸易洽谈会暨云屏县重点产业专题招商推介会（厦门专场）",
        "en": (
            "Investing in the Mountains of Yunping and Partners in Projects, Plots and Policies "
            "of the Region"
        ),
    },
    "widest": {"zh": "赢" * 40, "en": ("W" * 8 + " ") * 10},
}
"""Words as a bureau has them, and the widest that can be written."""
DATES = {"zh": "2026年12月28日至2027年1月10日", "en": "28 December 2026 to 10 January 2027"}


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop()


def _longest(words: str, model: str, language: str) -> str:
    schema = json_schema("event")["$defs"][model]["properties"][language]
    return WORDS[words][language][: schema["maxLength"]].strip()


def _wordy(event: EventView, language: str, words: str) -> EventView:
    return replace(
        event,
        title=_longest(words, "CoverTitle", language),
        subtitle=_longest(words, "CoverLine", language),
        name=_longest(words, "CoverName", language),
        place=_longest(words, "CoverPlace", language),
        dates=DATES[language],
    )


def _brochure(shop: Shop, product: Product, kind: str, words: str) -> Brochure:
    """Return a brochure for such an event, of two projects; of `both`, with the other facing it."""
    paper = {Product.TRI_FOLD: TRI_FOLD, Product.ROLL_UP: ROLL_UP, Product.TABLE_CARD: CARD}
    sides = []
    for language in ("zh", "en") if kind == "both" else (kind,):
        brochure = shop.brochure(language, paper.get(product, BOOK))
        assert brochure.event is not None
        event = _wordy(brochure.event, language, words)
        county = replace(brochure.county, projects=brochure.county.projects[:2])
        sides.append(replace(brochure, product=product, language=kind, event=event, county=county))
    return replace(sides[0], facing=sides[1] if len(sides) > 1 else None)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("kind", ["zh", "en", "both"])
def test_the_longest_words_stand_in_the_sky_of_a_book(shop: Shop, kind: str, words: str) -> None:
    """Nothing of them stands on the mountains or runs under the seal."""
    book = _brochure(shop, Product.HANDBOOK, kind, words)
    step = BookSetter(shop.composer, shop.renderer).cover_step(book)
    cover = shop.renderer.lay_out(shop.composer.cover(book, step), "cover")
    assert step > 0
    assert 80 < cover.places["cover-text"].bottom < SKY
    with pypdfium2.PdfDocument(cover.pdf()) as document:
        edges = [right / MM - BLEED for _, _, right, _ in lines(document[0])]
    assert max(edges) < WIDTH


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("kind", ["zh", "en", "both"])
@pytest.mark.parametrize("product", [Product.TRI_FOLD, Product.ROLL_UP, Product.TABLE_CARD])
def test_the_longest_words_fit_the_pieces(
    shop: Shop, product: Product, kind: str, words: str
) -> None:
    """A piece that holds them keeps them whole, and its own words as large as they are."""
    piece = _brochure(shop, product, kind, words)
    layout = PieceSetter(shop.composer, shop.renderer).layout(piece)
    name = Counter(_longest(words, "CoverName", piece.tongue).replace(" ", ""))
    with pypdfium2.PdfDocument(layout.pdf()) as document:
        said = "".join(page.get_textpage().get_text_range() for page in document)
    assert name <= Counter(said)


def test_usual_words_are_set_in_the_usual_type(shop: Shop) -> None:
    book = _brochure(shop, Product.HANDBOOK, "zh", "usual")
    assert book.event is not None
    short = replace(book.event, title="青岚县招商手册", subtitle="专刊", name="厦门推介会")
    setter = BookSetter(shop.composer, shop.renderer)
    assert setter.cover_step(replace(book, event=short)) == 0
