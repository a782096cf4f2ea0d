"""The small pieces of the tests: set as an edition sets them, read as a visitor reads them."""

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import zxingcpp

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.edition import plan_edition
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import Brochure
from site_builder.build import Publication
from site_builder.content.picture import PRINT_WIDTH
from site_builder.present.event import EditionView
from site_builder.site.photos import photos_for_print

MM = 72 / 25.4


def press_of(publication: Publication, edition: EditionView, folder: Path) -> Press:
    """Return what sets pieces in `folder`, with photographs as they go to a press."""
    photos_for_print(publication.root / "media", publication.photos, folder)
    theme, site = publication.theme, publication.site_url
    return Press(Composer(theme, edition.counties, site, photo_width=PRINT_WIDTH), folder)


def pieces_of(edition: EditionView, product: str) -> Mapping[str, Brochure]:
    """Return a product's brochures by language; of one for each project, the last project's."""
    return {copy.brochure.language: copy.brochure for copy in plan_edition(edition, [product])}


def codes_on(file: Path, page: int, dpi: float) -> dict[str, float]:
    """Return what the codes of a page say, and how wide each is in millimetres, without margin."""
    with pypdfium2.PdfDocument(file) as document:
        picture = document[page].render(scale=dpi / 72).to_pil()
    found = zxingcpp.read_barcodes(picture)
    return {
        code.text: abs(code.position.top_right.x - code.position.top_left.x) / dpi * 25.4
        for code in found
    }


def size_of(file: Path) -> tuple[float, float]:
    """Return the width and height of the first page in millimetres."""
    with pypdfium2.PdfDocument(file) as document:
        width, height = document[0].get_size()
    return round(width / MM, 1), round(height / MM, 1)


def words_below(file: Path, top: float) -> str:
    """Return what stands on the first page lower than `top` millimetres."""
    with pypdfium2.PdfDocument(file) as document:
        page = document[0]
        width, height = page.get_size()
        text: str = page.get_textpage().get_text_bounded(0, 0, width, height - top * MM)
    return text
