"""The handbook's chapter on the parks: its map says what it is, and no price is torn apart."""

from pathlib import Path

import pypdfium2
import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import plan_brochures
from site_builder.build import prepare
from site_builder.present.links import LANGUAGES, handbook_path
from site_builder.site.photos import publish_photos
from tests.brochure import reading
from tests.brochure.conftest import THEME, Printed
from tests.brochure.pressing import pressed
from tests.county_copy import COUNTY, CountyCopy

PRICE = "    price: 9.6万元/亩\n    standard: yes\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_maps_say_that_they_show_no_boundaries(brochures: Printed, language: str) -> None:
    """The remark stands under the county's map and under that of the parks."""
    county = brochures.publication.counties[language]
    note = reading.squeezed(str(county.map.note))
    file = brochures.files[handbook_path(language)]
    lead = reading.squeezed(str(county.voice.words["park"].lead))
    found = reading.found_on(file, note)
    assert len(found) == 2
    assert found[1:] == reading.found_on(file, lead)


def test_a_price_keeps_to_one_line(tmp_path: Path) -> None:
    county = CountyCopy.of(COUNTY, tmp_path / "county")
    county.edit("parks/hexi.yml", PRICE, PRICE.replace("9.6", "11.2"))
    sample = prepare(county.root, THEME)
    publish_photos(county.root / "media", sample.photos, tmp_path / "site")
    press = Press(Composer(sample.theme, sample.counties, sample.site_url), tmp_path / "site")
    wanted = [e for e in plan_brochures(sample.counties) if e.path == handbook_path("en")]
    ((_, pdf),) = pressed(press, wanted, workers=1)
    with pypdfium2.PdfDocument(pdf) as book:
        lines = [
            text.get_text_bounded(*text.get_rect(number))
            for page in book
            for text in [page.get_textpage()]
            for number in range(text.count_rects())
        ]
    assert [line for line in lines if "RMB 112,000/mu" in line.replace("\xa0", " ")]
    assert not [line for line in lines if line.rstrip().endswith("112,000/")]
