"""The tariffs of a park on paper: hours keep to one line."""

import re
from pathlib import Path

import pypdfium2
import pytest

from site_builder.brochure.making.press import STYLES
from site_builder.brochure.rendering.fonts import STANDARD, cut_fonts, fonts_folder
from site_builder.brochure.rendering.renderer import Renderer
from site_builder.build import prepare
from tests.brochure.conftest import THEME

TABLE = """<!doctype html><html lang="{{ w.language.tag }}"><title>t</title>
{% from "components/park_tables.html" import tariffs_table %}
<body><section class="matter park"><div class="tariffs">{{ tariffs_table(brief, w) }}</div>
</section></body></html>"""
SPAN = re.compile(r"\d\d:\d\d[–-]\d\d:\d\d")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_span_of_hours_is_never_broken(tmp_path: Path, language: str) -> None:
    """Each span of every tariff stands whole on a line of the PDF."""
    sample = prepare(THEME.parent, THEME)
    county = sample.counties[language]
    styles = [(THEME / "assets/css" / name).read_text("utf-8") for name in STYLES]
    renderer = Renderer({"media": tmp_path}, styles, cut_fonts(STANDARD, fonts_folder()))
    template = sample.theme.environment.from_string(TABLE)
    for park in county.parks:
        html = template.render(brief=park.brief, w=county.voice.words)
        expected = SPAN.findall(" ".join(tariff.hours or "" for tariff in park.brief.tariffs))
        assert expected
        with pypdfium2.PdfDocument(renderer.lay_out(html, park.slug).pdf()) as document:
            said = [page.get_textpage().get_text_range() for page in document]
        assert (park.slug, expected) == (park.slug, SPAN.findall("\n".join(said)))
