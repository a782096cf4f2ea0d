"""The handbook shows a park's plots where they lie, or as blocks where that is not written."""

from pathlib import Path

import pypdfium2
import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import plan_brochures
from site_builder.build import prepare
from site_builder.present.links import LANGUAGES, handbook_path
from site_builder.site.photos import publish_photos
from tests.brochure.conftest import THEME
from tests.brochure.pressing import pressed
from tests.brochure.reading import squeezed
from tests.county_copy import COUNTY, CountyCopy

CORNERS = """    corners:
      system: cgcs2000
      points:
        - {latitude: 28.12, longitude: 109.18}
        - {latitude: 28.1215, longitude: 109.18}
        - {latitude: 28.1215, longitude: 109.182042}
        - {latitude: 28.12, longitude: 109.182042}
"""
AFTER = "    price: 9.6万元/亩\n    standard: yes\n"
WORDS = {"zh": ("上北下南", "50米"), "en": ("north up", "50 m")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_has_the_plan_with_scale_and_note(tmp_path: Path, language: str) -> None:
    county = CountyCopy.of(COUNTY, tmp_path / "county")
    county.edit("parks/hexi.yml", AFTER, AFTER + CORNERS)
    sample = prepare(county.root, THEME)
    publish_photos(county.root / "media", sample.photos, tmp_path / "site")
    press = Press(Composer(sample.theme, sample.counties, sample.site_url), tmp_path / "site")
    path = handbook_path(language)
    wanted = [brochure for brochure in plan_brochures(sample.counties) if brochure.path == path]
    ((_, pdf),) = pressed(press, wanted, workers=1)
    with pypdfium2.PdfDocument(pdf) as book:
        said = [squeezed(page.get_textpage().get_text_range()) for page in book]
    note, scale = (squeezed(words) for words in WORDS[language])
    (page,) = [text for text in said if note in text]
    assert squeezed("HX-01") in page
    assert scale in page
