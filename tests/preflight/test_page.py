"""Pages of press files: boxes, sizes, bleed, lines, resolution, number."""

import pikepdf
import pytest

from site_builder.preflight import Finish
from tests.preflight.breaking import AT, Breaks, keeper, resize
from tests.preflight.conftest import MM, Breaking, broken, inspected, paint, picture, some_font

BREAKS: Breaks = []
breaks = keeper(BREAKS)


def box(name: str, grown: float):  # type: ignore[no-untyped-def]
    def change(pdf: pikepdf.Pdf) -> None:
        x1, y1, x2, y2 = (float(side) for side in pdf.pages[1].obj[name])
        by = grown * MM
        pdf.pages[1].obj[name] = [x1 - by, y1 - by, x2 + by, y2 + by]

    return change


@breaks("box-missing")
def no_bleed_box(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1].obj
    page["/MediaBox"] = page["/MediaBox"]
    del page["/BleedBox"]


breaks("box-outside", of="bleed beyond the sheet")(box("/BleedBox", 2))
breaks("bleed-short", of="a narrow bleed")(box("/BleedBox", -1))


@breaks("box-moved")
def moved(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        x1, y1, x2, y2 = (float(side) for side in page.mediabox)
        page.mediabox = [x1 - 10, y1 - 10, x2 + 10, y2 + 10]


@breaks("trim-differs")
def wide_page(pdf: pikepdf.Pdf) -> None:
    resize(pdf, pdf.pages[1], 285, 210)


@breaks("trim-unknown")
def odd_size(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        resize(pdf, page, 200, 270)


@breaks("bleed-not-reached")
def stops_at_the_trim(pdf: pikepdf.Pdf) -> None:
    paint(pdf, f"0 0 0 .3 k 0 {100 * MM} {20 * MM} {40 * MM} re f")


@breaks("bleed-not-reached")
def stops_in_the_bleed(pdf: pikepdf.Pdf) -> None:
    paint(pdf, f"0 0 0 .3 k {100 * MM} {-1.5 * MM} {20 * MM} {40 * MM} re f", page=2)


@breaks("text-near-trim")
def text_at_the_edge(pdf: pikepdf.Pdf) -> None:
    font, code = some_font(pdf)
    paint(pdf, f"0 0 0 1 k BT {font} 12 Tf 1 0 0 1 {2 * MM} 300 Tm {code} Tj ET")


@breaks("type-tiny")
def tiny_text(pdf: pikepdf.Pdf) -> None:
    """The size is that on the paper: 9 points in a drawing that is halved."""
    font, code = some_font(pdf)
    text = f"BT {font} 9 Tf 1 0 0 1 400 600 Tm {code} Tj ET"
    paint(pdf, f"0 0 0 1 k .5 0 0 .5 0 0 cm {text}")


@breaks("hairline")
def fine_line(pdf: pikepdf.Pdf) -> None:
    paint(pdf, ".5 0 0 .5 0 0 cm .4 w 0 0 0 1 K 400 600 m 500 600 l S")


@breaks("hairline")
def fine_area(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "0 0 0 1 k 200 300 100 .1 re f")


@breaks("picture-coarse")
def coarse(pdf: pikepdf.Pdf) -> None:
    dots = picture(pdf, "CMYK", (100, 100, 0, 0))
    side = 30 * MM
    paint(pdf, f"{AT} {side} 0 0 {side} 0 0 cm /P Do Q", XObject={"P": dots})


@breaks("pages-not-of-four")
def five_pages(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[3])


@pytest.mark.parametrize(
    ("code", "breaking"), [pytest.param(code, act, id=f"{code}-{of}") for code, of, act in BREAKS]
)
def test_each_break_is_found_and_nothing_else(
    good: dict[Finish, bytes], code: str, breaking: Breaking
) -> None:
    found = inspected(broken(good[Finish.PRESS], breaking), Finish.PRESS)
    assert [code] == [finding.code for finding in found]


def test_a_coarse_picture_is_called_by_its_words(good: dict[Finish, bytes]) -> None:
    """Where a file is tagged, a picture is known by what is read in its place."""

    def tagged(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1].obj
        figure = pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem, S=pikepdf.Name.Figure, Alt="茶园", Pg=page, K=7
        )
        root = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pdf.make_indirect(figure))
        pdf.Root.StructTreeRoot = pdf.make_indirect(root)
        dots = picture(pdf, "CMYK", (100, 100, 0, 0))
        side = 30 * MM
        content = f"/Figure <</MCID 7>> BDC {AT} {side} 0 0 {side} 0 0 cm /P Do Q EMC"
        paint(pdf, content, page=1, XObject={"P": dots})

    (found,) = inspected(broken(good[Finish.PRESS], tagged), Finish.PRESS)
    assert "茶园" in found.message("zh")
    assert "30 × 30 mm" in found.message("en")
    assert "85 dpi" in found.message("en")


def test_a_finding_says_where_it_is(good: dict[Finish, bytes]) -> None:
    """Pages count from 1, places from the left and the top of the cut page."""
    (found,) = inspected(broken(good[Finish.PRESS], stops_in_the_bleed), Finish.PRESS)
    assert (3,) == found.pages
    assert found.spot is not None
    assert (100, 285, 20) == pytest.approx(
        (found.spot.left, found.spot.top, found.spot.width), abs=1
    )
    assert "bottom" in found.message("en")


def test_a_fold_out_belongs_to_a_book(good: dict[Finish, bytes]) -> None:
    def folded(pdf: pikepdf.Pdf) -> None:
        resize(pdf, pdf.pages[2], 420, 285)

    assert [] == inspected(broken(good[Finish.PRESS], folded), Finish.PRESS)


def test_a_roll_up_needs_no_bleed_and_a_third_of_the_dots(good: dict[Finish, bytes]) -> None:
    def banner(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1:]
        page = pdf.pages[0].obj
        page["/MediaBox"] = page["/BleedBox"] = page["/TrimBox"] = [0, 0, 800 * MM, 2000 * MM]
        page["/Contents"] = pikepdf.Stream(pdf, b"")
        side = 25 * MM
        dots = picture(pdf, "CMYK", (100, 100, 0, 0))
        paint(pdf, f"{AT} {side} 0 0 {side} 0 0 cm /P Do Q", XObject={"P": dots})
        paint(pdf, "0 0 0 .3 k 0 0 500 500 re f")

    assert [] == inspected(broken(good[Finish.PRESS], banner), Finish.PRESS)
