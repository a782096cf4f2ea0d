"""A text that does not fit is named, with the characters that are too many."""

from pathlib import Path

import pytest

from site_builder.brochure.composer import Composer
from site_builder.brochure.plan import Product, plan_brochures
from site_builder.brochure.press import Press
from site_builder.brochure.renderer import BrochureError
from site_builder.build import prepare
from site_builder.site.photos import publish_photos
from tests.brochure.conftest import THEME
from tests.brochure.pressing import pressed
from tests.county_copy import COUNTY, CountyCopy


def test_file_field_and_number_of_characters_are_told(tmp_path: Path) -> None:
    county = CountyCopy.of(COUNTY, tmp_path / "county")
    text = "一句不长的话说了许多遍，" * 220
    county.edit("projects/cathode.yml", "建设烧结车间和仓库。", text)
    sample = prepare(county.root, THEME)
    publish_photos(county.root / "media", sample.photos, tmp_path / "site")
    press = Press(Composer(sample.theme, sample.counties, sample.site_url), tmp_path / "site")
    (leaflet,) = [
        brochure
        for brochure in plan_brochures(sample.counties)
        if brochure.product is Product.LEAFLET
        and brochure.language == "zh"
        and brochure.project is not None
        and brochure.project.slug == "cathode"
    ]
    said = r"projects/cathode\.yml .*page 2: content\.summary\.zh is \d+ characters too long"
    with pytest.raises(BrochureError, match=said):
        list(pressed(press, [leaflet], workers=1))
