"""A text that does not fit is named, with the characters that are too many."""

import re
from pathlib import Path

import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.edition import plan_edition
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import Brochure, Product
from site_builder.brochure.rendering.renderer import BrochureError
from site_builder.build import prepare
from site_builder.diagnostics import Words
from site_builder.site.photos import publish_photos
from tests.brochure.conftest import THEME
from tests.brochure.pressing import pressed
from tests.county_copy import COUNTY, CountyCopy

PROJECT = "projects/cathode.yml"
SENTENCE = {"zh": "一句不长的话说了许多遍，", "en": "A sentence that is said again and again. "}


def refused(county: CountyCopy, folder: Path, product: Product, language: str) -> Words | None:
    """Set the county's brochures of a product; return why they do not come out, None if all do."""
    sample = prepare(county.root, THEME)
    edition = sample.events["xiamen"]
    publish_photos(county.root / "media", sample.photos, folder)
    press = Press(Composer(sample.theme, edition.counties, sample.site_url), folder)
    copies = plan_edition(edition, [product], [language], ["press"])
    brochures: list[Brochure] = list(
        {copy.brochure.path: copy.brochure for copy in copies}.values()
    )
    try:
        list(pressed(press, brochures, workers=1))
    except BrochureError as error:
        return error.words
    return None


def lengthened(county: CountyCopy, old: str, language: str, times: int) -> str:
    """Make a text of the project much longer; return it."""
    text = SENTENCE[language] * times
    county.edit(PROJECT, old, text)
    return text


@pytest.mark.parametrize("product", [Product.LEAFLET, Product.PROJECT_BOOK])
@pytest.mark.parametrize(
    ("language", "old", "times"),
    [
        ("zh", "建设烧结车间和仓库。", 220),
        ("en", "A sintering hall and a warehouse.", 160),
    ],
)
def test_what_is_said_to_be_too_long_is_enough_to_cut(
    tmp_path: Path, product: Product, language: str, old: str, times: int
) -> None:
    """File, field and number are told in both languages; cut by that, the brochure comes out."""
    county = CountyCopy.of(COUNTY, tmp_path / "county")
    text = lengthened(county, old, language, times)
    words = refused(county, tmp_path, product, language)
    assert words is not None
    assert PROJECT in words.zh
    assert PROJECT in words.en
    zh = re.search(
        rf"第 2 面 content\.summary\.{language} 多了 (\d+) 字（现有 (\d+) 字）", words.zh
    )
    en = re.search(rf"page 2: content\.summary\.{language} is (\d+) characters too long", words.en)
    assert zh is not None
    assert en is not None
    assert zh[1] == en[1]
    assert int(zh[2]) == len(text.strip())
    county.edit(PROJECT, text, text[: len(text.strip()) - int(zh[1])].rstrip(" ，"))
    assert refused(county, tmp_path, product, language) is None


def test_where_no_text_is_long_enough_something_else_is_named(tmp_path: Path) -> None:
    """A hundred reasons of one line each: cutting words would not make them fewer."""
    county = CountyCopy.of(COUNTY, tmp_path / "county")
    offers = ", ".join(["{zh: 县里提供用地, en: Land}"] * 80)
    county.edit(PROJECT, "cooperation:\n", f"cooperation:\n  offers: [{offers}]\n")
    words = refused(county, tmp_path, Product.LEAFLET, "zh")
    assert words is not None
    assert "减少表格的行数或条目" in words.zh
    assert "fewer rows in its tables" in words.en
