"""A good press file has no finding; each break has its own and no other."""

import io

import pikepdf
import pytest
from PIL import Image

from site_builder.preflight import Finish
from tests.preflight.conftest import MM, Breaking, broken, inspected, paint, picture, some_font

BREAKS: list[tuple[str, str, Breaking]] = []


def breaks(code: str, *, of: str = ""):  # type: ignore[no-untyped-def]
    def keep(breaking: Breaking) -> Breaking:
        BREAKS.append((code, of or breaking.__name__, breaking))
        return breaking

    return keep


def shading(space: str) -> pikepdf.Dictionary:
    count = {"/DeviceRGB": 3, "/DeviceCMYK": 4}[space]
    function = pikepdf.Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, C0=[0] * count, C1=[0.5] * count
    )
    return pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name(space), Coords=[0, 0, 50, 0], Function=function
    )


def form(pdf: pikepdf.Pdf, content: bytes, **more: object) -> pikepdf.Stream:
    return pikepdf.Stream(
        pdf,
        content,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 100, 100],
        **more,
    )


DARK = (255, 220, 220, 180)
AT = "q 1 0 0 1 200 300 cm"
GROUP_RGB = {"/S": pikepdf.Name.Transparency, "/CS": pikepdf.Name.DeviceRGB}


@breaks("rgb-in-press")
def area(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "0.06 0.3 0.27 rg 200 300 50 50 re f")


@breaks("rgb-in-press")
def line(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "0.06 0.3 0.27 RG 200 300 m 250 300 l S")


@breaks("rgb-in-press")
def text_of_rgb(pdf: pikepdf.Pdf) -> None:
    font, code = some_font(pdf)
    paint(pdf, f"0.06 0.3 0.27 rg BT {font} 12 Tf 1 0 0 1 200 300 Tm {code} Tj ET")


@breaks("rgb-in-press")
def photograph(pdf: pikepdf.Pdf) -> None:
    dots = picture(pdf, "RGB", (20, 90, 80))
    paint(pdf, f"{AT} 20 0 0 20 0 0 cm /P Do Q", XObject={"P": dots})


@breaks("rgb-in-press")
def profile_of_three_channels(pdf: pikepdf.Pdf) -> None:
    dots = picture(pdf, "RGB", (20, 90, 80))
    profile = pdf.make_indirect(pikepdf.Stream(pdf, b"", N=3))
    dots.ColorSpace = pikepdf.Array([pikepdf.Name.ICCBased, profile])
    paint(pdf, f"{AT} 20 0 0 20 0 0 cm /P Do Q", XObject={"P": dots})


@breaks("rgb-in-press")
def calibrated(pdf: pikepdf.Pdf) -> None:
    white = pikepdf.Dictionary(WhitePoint=[0.95, 1, 1.09])
    space = pikepdf.Array([pikepdf.Name.CalRGB, white])
    paint(pdf, "/Cs cs .1 .3 .3 scn 200 300 50 50 re f", ColorSpace={"Cs": space})


@breaks("rgb-in-press")
def gradient(pdf: pikepdf.Pdf) -> None:
    paint(pdf, f"{AT} 0 0 50 50 re W n /S sh Q", Shading={"S": shading("/DeviceRGB")})


@breaks("rgb-in-press")
def gradient_as_pattern(pdf: pikepdf.Pdf) -> None:
    pattern = pikepdf.Dictionary(PatternType=2, Shading=shading("/DeviceRGB"))
    paint(pdf, "/Pattern cs /P scn 200 300 50 50 re f", Pattern={"P": pattern})


@breaks("rgb-in-press")
def tiles(pdf: pikepdf.Pdf) -> None:
    tile = pikepdf.Stream(
        pdf, b"1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1,
        BBox=[0, 0, 5, 5], XStep=5, YStep=5, Resources=pikepdf.Dictionary(),
    )  # fmt: skip
    paint(pdf, "/Pattern cs /P scn 200 300 50 50 re f", Pattern={"P": tile})


@breaks("rgb-in-press")
def form_in_form(pdf: pikepdf.Pdf) -> None:
    inner = form(pdf, b"1 0 0 rg 0 0 50 50 re f")
    names = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=pdf.make_indirect(inner)))
    outer = form(pdf, b"/I Do", Resources=names)
    paint(pdf, f"{AT} /F Do Q", XObject={"F": outer})


@breaks("rgb-in-press")
def group_of_the_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Group"] = pikepdf.Dictionary(GROUP_RGB)


@breaks("rgb-in-press")
def group_of_a_form(pdf: pikepdf.Pdf) -> None:
    group = form(pdf, b"0 0 0 .5 k 0 0 50 50 re f", Group=pikepdf.Dictionary(GROUP_RGB))
    paint(pdf, f"{AT} /F Do Q", XObject={"F": group})


@breaks("rgb-in-press")
def soft_mask(pdf: pikepdf.Pdf) -> None:
    mask = form(pdf, b"1 g 0 0 50 50 re f", Group=pikepdf.Dictionary(GROUP_RGB))
    state = pikepdf.Dictionary(
        SMask=pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=pdf.make_indirect(mask))
    )
    paint(pdf, f"{AT} /M gs 0 0 0 .5 k 0 0 50 50 re f Q", ExtGState={"M": state})


@breaks("rgb-in-press")
def spot_simulated_in_rgb(pdf: pikepdf.Pdf) -> None:
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[1, 1, 1], C1=[1, 0, 0])
    space = pikepdf.Array(
        [pikepdf.Name.Separation, pikepdf.Name.Gold, pikepdf.Name.DeviceRGB, function]
    )
    paint(pdf, "/Cs cs 1 scn 200 300 50 50 re f", ColorSpace={"Cs": space})


@breaks("black-of-four")
def black(pdf: pikepdf.Pdf) -> None:
    font, code = some_font(pdf)
    paint(pdf, f".6 .5 .5 1 k BT {font} 12 Tf 1 0 0 1 200 300 Tm {code} Tj ET")


@breaks("small-text-inks")
def small_text(pdf: pikepdf.Pdf) -> None:
    font, code = some_font(pdf)
    paint(pdf, f".9 .4 .65 .4 k BT {font} 1 Tf 8 0 0 8 200 300 Tm [{code}] TJ ET")


@breaks("too-much-ink")
def too_much(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "1 .9 .9 .3 k 200 300 50 50 re f")


@breaks("too-much-ink")
def overprinted(pdf: pikepdf.Pdf) -> None:
    state = pikepdf.Dictionary(OP=True, OPM=1)
    content = ".9 .9 0 0 k 200 300 50 50 re f /O gs 0 0 .9 .9 k 220 320 50 50 re f"
    paint(pdf, content, ExtGState={"O": state})


@breaks("too-much-ink")
def multiplied(pdf: pikepdf.Pdf) -> None:
    state = pikepdf.Dictionary(BM=pikepdf.Name.Multiply)
    content = ".9 .9 0 0 k 200 300 50 50 re f /O gs 0 0 .9 .9 k 220 320 50 50 re f"
    paint(pdf, content, ExtGState={"O": state})


@breaks("picture-ink")
def dark_picture(pdf: pikepdf.Pdf) -> None:
    dots = picture(pdf, "CMYK", (255, 220, 220, 180))
    paint(pdf, f"{AT} 20 0 0 20 0 0 cm /P Do Q", XObject={"P": dots})


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


def resize(pdf: pikepdf.Pdf, page: pikepdf.Page, width: float, height: float) -> None:
    """Make a page of another size, with nothing on it."""
    page.obj["/Contents"] = pikepdf.Stream(pdf, b"")
    page.mediabox = page.obj["/BleedBox"] = [0, 0, (width + 6) * MM, (height + 6) * MM]
    page.obj["/TrimBox"] = [3 * MM, 3 * MM, (width + 3) * MM, (height + 3) * MM]


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


@breaks("intent-missing")
def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@breaks("intent-unusable")
def profile_of_a_screen(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes().replace(b"prtrCMYK", b"mntrRGB "))


@breaks("press-key-missing")
def no_trapped(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Trapped"]


@breaks("press-key-missing")
def no_document_id(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["xmpMM:DocumentID"]


@breaks("press-annotation")
def a_link(pdf: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[9, 9, 99, 99]
    )
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([link])


@breaks("press-script")
def a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")


@breaks("content-broken")
def number_with_an_exponent(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "1 0 0 1 5 -4.3e-05 cm")


@breaks("date-of-now")
def made_now(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/CreationDate"] = "D:20261122203000+08'00'"


def test_a_good_press_file_has_no_finding(good: dict[Finish, bytes]) -> None:
    assert [] == inspected(good[Finish.PRESS], None)


@pytest.mark.parametrize(
    ("code", "breaking"), [pytest.param(code, act, id=f"{code}-{of}") for code, of, act in BREAKS]
)
def test_each_break_is_found_and_nothing_else(
    good: dict[Finish, bytes], code: str, breaking: Breaking
) -> None:
    found = inspected(broken(good[Finish.PRESS], breaking), Finish.PRESS)
    assert [code] == [finding.code for finding in found]


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize(("inks", "codes"), [((60, 50, 40, 90), []), (DARK, ["picture-ink"])])
def test_photographs_are_read_as_jpeg_holds_them(
    good: dict[Finish, bytes], inks: tuple[int, ...], codes: list[str], *, inverted: bool
) -> None:
    """Adobe's programs turn CMYK round in a JPEG and say so in `/Decode`; others do not."""

    def photograph(pdf: pikepdf.Pdf) -> None:
        file = io.BytesIO()
        # Pillow writes the values turned round.
        written = inks if inverted else tuple(255 - ink for ink in inks)
        Image.new("CMYK", (300, 300), written).save(file, "JPEG", quality=95)
        dots = picture(pdf, "CMYK", (0, 0, 0, 0), 300)
        dots.write(file.getvalue(), filter=pikepdf.Name.DCTDecode)
        if inverted:
            dots["/Decode"] = [1, 0] * 4
        paint(pdf, f"{AT} 20 0 0 20 0 0 cm /P Do Q", XObject={"P": dots})

    found = inspected(broken(good[Finish.PRESS], photograph), Finish.PRESS)
    assert codes == [finding.code for finding in found]


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


def test_the_same_on_many_pages_is_one_finding(good: dict[Finish, bytes]) -> None:
    def everywhere(pdf: pikepdf.Pdf) -> None:
        for page in range(4):
            paint(pdf, "1 0 0 rg 200 300 50 50 re f", page=page)

    (found,) = inspected(broken(good[Finish.PRESS], everywhere), Finish.PRESS)
    assert (1, 2, 3, 4) == found.pages
    assert "pages 1–4" == found.where("en")
    assert "RGB #ff0000" in found.message("en")


def test_what_is_clipped_away_is_not_there(good: dict[Finish, bytes]) -> None:
    """Ridges are drawn wider than their frame: what is cut off touches no trim."""

    def clipped(pdf: pikepdf.Pdf) -> None:
        paint(pdf, "200 300 50 50 re W n 0 0 0 .3 k 0 0 900 900 re f")

    assert [] == inspected(broken(good[Finish.PRESS], clipped), Finish.PRESS)


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


def test_a_file_without_an_identifier(good: dict[Finish, bytes]) -> None:
    """pikepdf gives every file one, so that it is taken out of the bytes: names of equal length."""
    nameless = good[Finish.PRESS].replace(b"/ID [", b"/IX [")
    assert good[Finish.PRESS] != nameless
    assert ["press-id-missing"] == [one.code for one in inspected(nameless, Finish.PRESS)]
