"""The cover words of an event, as long as `check` lets them be, fit wherever they are printed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from site_builder.brochure.plan import BOOK, TRI_FOLD, Brochure, Product
from site_builder.brochure.setting.piece_setter import PieceSetter
from site_builder.content.json_schema import json_schema
from site_builder.present.event_view import EventView
from tests.brochure.shop import Shop

SKY = 124.5
"""Where the mountains begin on the cover of the lower of the two papers, in millimetres."""
WORDS = {
    "zh": "云屏市县域经济发展合作推介会招商手册暨新能源材料产业协作专场对接会",
    "en": (
        "Investing in the Mountains of Yunping and Partners in Projects, Plots and Policies of "
        "the Region"
    ),
}
DATES = {"zh": "2026年12月28日至2027年1月10日", "en": "28 December 2026 to 10 January 2027"}


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop()


def _longest(model: str, language: str) -> str:
    schema = json_schema("event")["$defs"][model]["properties"][language]
    return WORDS[language][: schema["maxLength"]]


def _wordy(event: EventView, language: str) -> EventView:
    line = _longest("CoverLine", language)
    return replace(
        event,
        title=_longest("CoverTitle", language),
        subtitle=line,
        name=line,
        place=_longest("CoverPlace", language),
        dates=DATES[language],
    )


def _brochures(shop: Shop, product: Product, kind: str) -> Iterator[Brochure]:
    """Yield a brochure for such an event, in each of the languages of its kind."""
    for language in ("zh", "en") if kind == "both" else (kind,):
        brochure = shop.brochure(language, TRI_FOLD if product is Product.TRI_FOLD else BOOK)
        assert brochure.event is not None
        event = _wordy(brochure.event, language)
        yield replace(brochure, product=product, language=kind, event=event)


@pytest.mark.parametrize("kind", ["zh", "en", "both"])
def test_the_longest_words_stand_in_the_sky_of_a_book(shop: Shop, kind: str) -> None:
    """Nothing of them stands on the mountains."""
    first, *others = _brochures(shop, Product.HANDBOOK, kind)
    whole = replace(first, facing=others[0] if others else None)
    cover = shop.part(shop.html(whole, "left" if others else ""), "cover")
    assert 80 < cover.places["cover-text"].bottom < SKY


def test_the_longest_words_fit_a_tri_fold_in_two_languages(shop: Shop) -> None:
    """Its front panel is the narrowest place they stand in; two languages take the most."""
    first, other = _brochures(shop, Product.TRI_FOLD, "both")
    few = [
        replace(one, county=replace(one.county, projects=one.county.projects[:2]))
        for one in (first, other)
    ]
    whole = replace(few[0], facing=few[1])
    assert PieceSetter(shop.composer, shop.renderer).layout(whole).places
