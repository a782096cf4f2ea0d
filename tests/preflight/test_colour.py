"""Colour of press files: a good one has no finding, each break its own and no other."""

import io

import pikepdf
import pytest
from PIL import Image

from site_builder.preflight import Finish
from tests.preflight.breaking import AT, DARK, GROUP_RGB, Breaks, form, keeper, shading
from tests.preflight.conftest import Breaking, broken, inspected, paint, picture, some_font

BREAKS: Breaks = []
breaks = keeper(BREAKS)


def gold(pdf: pikepdf.Pdf) -> pikepdf.Array:
    function = pikepdf.Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, C0=[0] * 4, C1=[0, 0.2, 0.6, 0.2]
    )
    name = pikepdf.Name
    return pdf.make_indirect(pikepdf.Array([name.Separation, name.Gold, name.DeviceCMYK, function]))


@breaks("spot-colour")
def area_of_gold(pdf: pikepdf.Pdf) -> None:
    content = "/Cs cs 1 scn 200 300 50 50 re f 200 400 50 50 re f"
    paint(pdf, content, ColorSpace={"Cs": gold(pdf)})


@breaks("spot-colour")
def picture_of_gold(pdf: pikepdf.Pdf) -> None:
    dots = picture(pdf, "L", (90,))
    dots.ColorSpace = gold(pdf)
    paint(pdf, f"{AT} 20 0 0 20 0 0 cm /P Do Q", XObject={"P": dots})


@breaks("white-lost")
def white_area_overprinted(pdf: pikepdf.Pdf) -> None:
    over = pikepdf.Dictionary(OP=True, OPM=1)
    paint(pdf, "/O gs 0 0 0 0 k 200 300 50 50 re f", ExtGState={"O": over})


@breaks("white-lost")
def white_text_overprinted(pdf: pikepdf.Pdf) -> None:
    font, code = some_font(pdf)
    over = pikepdf.Dictionary(op=True)
    content = f"/O gs 1 g BT {font} 12 Tf 1 0 0 1 200 300 Tm {code} Tj ET"
    paint(pdf, content, ExtGState={"O": over})


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
