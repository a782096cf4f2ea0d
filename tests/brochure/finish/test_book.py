"""Books: multiples of four, one trim, and saddle stitch."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from site_builder.brochure.finish import (
    FinishError,
    Inks,
    PressSettings,
    imposed,
    is_stapled,
    press,
)  # fmt: skip
from site_builder.brochure.finish.imposition import order
from site_builder.diagnostics import Severity
from site_builder.preflight import inspect
from tests.brochure.finish.conftest import Setter
from tests.brochure.finish.looking import MM, at, picture

PINE, SEAL = "#0f4c46", "#b5341f"


def leaves(*colours: str) -> str:
    """Return pages filled to the bleed."""
    fill = "position:absolute;top:-3mm;left:-3mm;width:106mm;height:126mm"
    pages = (
        f"<section style='break-after:page;position:relative;height:120mm'>"
        f"<div style='{fill};background:{colour}'></div></section>"
        for colour in colours
    )
    return "".join(pages)


@pytest.fixture
def book(settings: PressSettings) -> PressSettings:
    return replace(settings, book=True)


def test_pages_for_notes_stand_before_the_back_cover(set_pdf: Setter, book: PressSettings) -> None:
    made = press(set_pdf(leaves(PINE, "#ffffff", SEAL)), book)
    with pikepdf.open(BytesIO(made)) as document:
        assert len(document.pages) == 4
    assert at(picture(made, 3), 60, 70)[0] > 150
    notes = picture(made, 2)
    mist = at(notes, 60, 12)
    assert all(200 < part < 250 for part in mist)
    # The colour goes to the bleed's edge; the words stand in pine.
    assert at(notes, 7.5, 70) == mist
    words = notes.crop([int(side * MM * 2) for side in (30, 40, 50, 52)])
    assert min(pixel[0] for pixel in words.get_flattened_data()) < 100


def test_a_book_of_four_stays_as_it_is(set_pdf: Setter, book: PressSettings) -> None:
    with pikepdf.open(BytesIO(press(set_pdf(leaves(*[PINE] * 4)), book))) as document:
        assert len(document.pages) == 4


WIDE = "<style>@page wide {{ size: {} }} .wide {{ page: wide }}</style>"


def test_a_landscape_page_is_turned_with_its_head_to_the_left(
    set_pdf: Setter, book: PressSettings
) -> None:
    strip = f"<div style='height:20mm;background:{SEAL}'></div>"
    head = f"<div class=wide style='height:100mm'>{strip}</div>"
    made = press(set_pdf(WIDE.format("120mm 100mm") + leaves(PINE) + head), book)
    with pikepdf.open(BytesIO(made)) as document:
        assert len({str(list(page.trimbox)) for page in document.pages}) == 1
    image = picture(made, 3)
    assert at(image, 12, 70)[0] > 150
    assert at(image, 12, 70) != (255, 255, 255)
    assert at(image, 100, 70) == (255, 255, 255)


def test_a_fold_out_is_refused(set_pdf: Setter, book: PressSettings) -> None:
    body = WIDE.format("200mm 120mm") + leaves(PINE) + "<div class=wide>x</div>"
    with pytest.raises(FinishError, match="page 2: It is 200 × 120 mm") as caught:
        press(set_pdf(body), book)
    assert caught.value.page == 2
    assert caught.value.words.zh.startswith("第 2 页：")


def test_the_outermost_sheet_holds_the_last_and_the_first_page() -> None:
    assert order(4) == [(3, 0), (1, 2)]
    assert order(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_spreads_have_two_pages_and_bleed_but_none_at_the_fold(
    set_pdf: Setter, book: PressSettings
) -> None:
    made = press(set_pdf(leaves(PINE, "#ffffff", "#ffffff", SEAL)), book)
    spreads = imposed(made)
    assert imposed(made) == spreads
    with pikepdf.open(BytesIO(spreads)) as document:
        assert len(document.pages) == 2
        trim = [float(side) / MM for side in document.pages[0].trimbox]
        assert "/OutputIntents" in document.Root
    assert trim == pytest.approx([10, 10, 210, 130], abs=0.01)
    image = picture(spreads)
    # The last page is left, the first right; each ends at the fold.
    assert at(image, 109, 70)[0] > 150
    assert at(image, 111, 70)[0] < 60
    assert at(image, 7.5, 70)[0] > 150
    assert at(image, 7.5, 70) != (255, 255, 255)
    assert at(image, 6.5, 70) == (255, 255, 255)


def ids(pdf: bytes) -> tuple[str, str]:
    """Return what names the document, and this rendition of it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        meta = document.open_metadata()
        return meta["xmpMM:DocumentID"], meta["xmpMM:InstanceID"]


def test_spreads_are_the_same_document_in_another_instance(
    set_pdf: Setter, book: PressSettings
) -> None:
    made = press(set_pdf(leaves(*[PINE] * 4)), book)
    (document, instance), (same, other) = ids(made), ids(imposed(made))
    assert same == document
    assert len({document, instance, other}) == 3


def test_identifiers_differ_with_everything_that_decides_the_bytes(
    set_pdf: Setter, settings: PressSettings, tmp_path: Path
) -> None:
    pdf = set_pdf(leaves(PINE))
    profile = tmp_path / "own.icc"
    profile.write_bytes(settings.profile.read_bytes() + b"\0")
    kinds = [
        settings,
        replace(settings, bleed=5),
        replace(settings, marks=False),
        replace(settings, folds=((50,),)),
        replace(settings, day=date(2026, 9, 9)),
        replace(settings, inks=Inks(settings.inks.tokens[::-1])),
        replace(settings, profile=profile),
    ]
    found = [ids(press(pdf, kind)) for kind in kinds]
    assert len(set(found)) == len(kinds)
    assert ids(press(pdf, replace(settings))) == found[0]


@pytest.mark.parametrize(("pages", "stapled"), [(64, True), (61, True), (65, False)])
def test_a_thick_book_is_not_stapled(
    set_pdf: Setter, book: PressSettings, pages: int, *, stapled: bool
) -> None:
    pdf = set_pdf(leaves(*["#ffffff"] * pages))
    assert is_stapled(pdf) == stapled
    made = press(pdf, book)
    notes = [one for one in inspect(made, "a.pdf") if one.code == "too-thick-to-staple"]
    if stapled:
        with pikepdf.open(BytesIO(imposed(made))) as document:
            assert len(document.pages) == 32
        assert not notes
        return
    with pytest.raises(FinishError, match="Up to 64 pages"):
        imposed(made)
    assert "68 pages" in notes[0].message("en")
    assert notes[0].severity is Severity.NOTE


def test_what_is_no_book_is_not_imposed(set_pdf: Setter, settings: PressSettings) -> None:
    with pytest.raises(FinishError, match="multiple of four"):
        imposed(press(set_pdf(leaves(PINE)), settings))
