"""Every page of an edition is used, every code leads home, and every letter is one of ours."""

from collections.abc import Iterable, Iterator
from datetime import date

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from site_builder.brochure import finish
from site_builder.brochure.pieces.contents import TRI_FOLD_FOLDS
from site_builder.brochure.plan import Product
from site_builder.present.links import event_address
from tests.brochure import reading
from tests.brochure.conftest import THEME
from tests.brochure.proof.lines import MM
from tests.brochure.proof.material import SLUG, Shelf
from tests.brochure.proof.test_figures import sheets

BOOKS = (Product.HANDBOOK, Product.LEAFLET)
FACES = {f"Noto-{kind}-CJK-SC{weight}" for kind in ("Sans", "Serif") for weight in ("", "-Bold")}
LEAST = 0.25
"""What part of a page's height must be used, at the least."""
LEAST_QUIET = 0.1
"""What part of the height of a page without words its drawing must take."""
FROM_FOLD = 3.0
"""Millimetres that words keep from a fold."""
_FOOT = 0.94
"""Where the folio begins, as a part of the page's height."""
_NEAR = 5
"""Millimetres between two lines that are read as one block."""
_PAPER = 250
"""What is darker than this is ink, of 255."""


def test_every_page_is_used(fair: Shelf) -> None:
    """None holds but a line or two; where a page must stay free, a drawing stands on it."""
    books = fair.of(*BOOKS)
    assert books
    assert [fault for path in books for fault in idle(fair, path)] == []


def idle(shelf: Shelf, path: str) -> Iterator[str]:
    with pypdfium2.PdfDocument(shelf.file(path)) as document:
        for number, page in enumerate(document, 1):
            picture = page.render(scale=1).to_pil().convert("L")
            quiet = all(line.block is None for line in shelf.pages(path)[number - 1].lines)
            used = inked(picture if quiet else above_foot(picture))
            if used < (LEAST_QUIET if quiet else LEAST):
                yield f"{path} p{number}: {used:.2f} of the height is used"


def above_foot(picture: Image.Image) -> Image.Image:
    return picture.crop((0, 0, picture.width, int(picture.height * _FOOT)))


def inked(picture: Image.Image) -> float:
    """Return what part of a grey picture's height has ink, with the space between lines."""
    wide = picture.width
    ink = picture.point(lambda value: 255 if value < _PAPER else 0)
    near = round(_NEAR * MM)
    rows = [ink.crop((0, y, wide, y + 1)).getbbox() is not None for y in range(ink.height)]
    near_ink = [any(rows[max(y - near, 0) : y + near + 1]) for y in range(len(rows))]
    return sum(near_ink) / len(rows)


def test_a_page_that_is_hardly_used_is_found() -> None:
    """Half a page of lines counts as half a page, an empty one as none."""
    page = Image.new("L", (595, 842), 255)
    assert inked(page) == 0
    for y in range(60, 400, 12):
        page.paste(0, (60, y, 500, y + 6))
    assert inked(page) == pytest.approx((400 - 60 + 2 * _NEAR * MM) / 842, abs=0.02)


def test_all_letters_are_of_the_faces_that_were_cut(fair: Shelf) -> None:
    """Embedded, simplified Chinese, in drawings and margins as in the text."""
    for path in fair.brochures:
        fonts = list(reading.fonts(fair.file(path)))
        assert {name.partition("+")[2] or name for name, _, _ in fonts} <= FACES, path
        assert all(embedded for *_, embedded in fonts), path
    found = {"text": 0, "figure": 0, "margin": 0}
    for path in fair.of(Product.HANDBOOK):
        for line in (line for page in fair.pages(path) for line in page.lines):
            for letter in line.letters:
                if "\u4e00" <= letter.sign <= "\u9fff":
                    assert "-CJK-SC" in letter.font, (path, line.text)
            inside = line.tag.within("Figure") if line.tag else None
            found["margin" if line.tag is None else "figure" if inside else "text"] += 1
    assert min(found.values()) > 20, found


def test_the_code_of_every_project_names_the_event(fair: Shelf) -> None:
    """Read from the pages as they look, on screen and as they go to the press."""
    # A roll-up has one code, the county's: see the tests of the pieces.
    coded = fair.of(*BOOKS, Product.TRI_FOLD, Product.TABLE_CARD)
    assert len(coded) > 10
    for path in coded:
        brochure = fair.brochures[path]
        # Where a piece has both languages, its codes open the first.
        sides = brochure.sides if brochure.is_fitted else (brochure,)
        addresses = {
            event_address(fair.publication.site_url, project.path, SLUG)
            for side in sides
            for project in side.projects
        }
        pdf = fair.file(path).read_bytes()
        numbers = fronts(fair, path) if brochure.product is Product.HANDBOOK else range(pages(pdf))
        for made in (finish.screen(pdf), to_press(pdf)):
            assert addresses <= codes(made, numbers), path


def to_press(pdf: bytes) -> bytes:
    inks = finish.read_inks((THEME / "assets/css/tokens.css").read_text("utf-8"))
    return finish.press(pdf, finish.PressSettings(finish.find_profile(), inks, date(2026, 11, 20)))


def fronts(shelf: Shelf, path: str) -> list[int]:
    """Return the pages of a book on which projects begin, counted from 0."""
    return [
        sheets(pages, project)[0].number - 1
        for side, pages in zip(shelf.brochures[path].sides, shelf.sides(path), strict=True)
        for project in side.projects
    ]


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def codes(pdf: bytes, numbers: Iterable[int]) -> set[str]:
    """Return what a telephone reads on these pages, at 120 dots to the inch."""
    found: set[str] = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for number in numbers:
            picture = document[number].render(scale=120 / 72, grayscale=True).to_pil()
            codes_there = zxingcpp.read_barcodes(picture)
            found.update(code.text for code in codes_there)
    return found


def test_no_word_lies_over_a_fold(fair: Shelf) -> None:
    """On the tri-fold every line stays in its panel, and keeps its distance from the fold."""
    folded = fair.of(Product.TRI_FOLD)
    assert folded
    assert [] == [
        f"{path} p{page.number}: {line.text[:30]!r} at the fold at {fold} mm"
        for path in folded
        for page, folds in zip(fair.pages(path), TRI_FOLD_FOLDS, strict=True)
        for line in page.lines
        for fold in folds
        if line.ink[0] - FROM_FOLD < fold < line.ink[2] + FROM_FOLD
    ]
