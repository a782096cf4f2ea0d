"""Press files: four inks, bleed, boxes, marks, PDF/X-4."""

import base64
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from site_builder.brochure.finish import FinishError, PressSettings, press
from tests.brochure.conftest import Printed
from tests.brochure.finish.conftest import Setter
from tests.brochure.finish.looking import MM, at, inks_set, is_rgb, operators, picture

BAND = (
    "<div style='position:absolute;top:-3mm;left:-3mm;right:-3mm;height:30mm;"
    "background:#0f4c46'></div><p style='padding-top:40mm;color:#16211f'><a href='#x'>字</a>"
    "<b id=x>Word</b></p>"
)


def photograph(kind: str, mode: str = "RGB", side: int = 60) -> str:
    out = BytesIO()
    Image.new(mode, (side, side), (200, 30, 30, 128)[: len(mode)]).save(out, kind)
    data = base64.b64encode(out.getvalue()).decode()
    return f"<img alt='茶园' style='width:50mm' src='data:image/{kind};base64,{data}'>"


def test_everything_is_four_inks_and_text_black_only(
    brochures: Printed, settings: PressSettings
) -> None:
    for name, file in brochures.files.items():
        made = press(file.read_bytes(), settings)
        assert not is_rgb(made), name
        colours = inks_set(made)
        assert (0, 0, 0, 1) in colours
        assert max(sum(colour) for colour in colours) <= 3
        assert b"BDC" not in operators(made)


def test_what_touches_the_trim_fills_the_bleed_and_no_more(
    set_pdf: Setter, settings: PressSettings
) -> None:
    image = picture(press(set_pdf(BAND), settings))
    for x, y in ((7.5, 20), (112.5, 20), (60, 7.5)):
        assert at(image, x, y)[0] < 60, (x, y)
    for x, y in ((6.5, 20), (113.5, 20), (60, 6.5), (60, 60)):
        assert at(image, x, y) == (255, 255, 255), (x, y)


def test_boxes_lie_in_each_other_at_an_origin_of_zero(
    set_pdf: Setter, settings: PressSettings
) -> None:
    with pikepdf.open(BytesIO(press(set_pdf(BAND), settings))) as made:
        page = made.pages[0]
        boxes = [[float(side) / MM for side in box] for box in (page.mediabox, page.bleedbox)]
        trim = [float(side) / MM for side in page.trimbox]
    assert boxes == [
        pytest.approx([0, 0, 120, 140], abs=0.01),
        pytest.approx([7, 7, 113, 133], abs=0.01),
    ]
    assert trim == pytest.approx([10, 10, 110, 130], abs=0.01)


def test_without_marks_the_sheet_ends_with_the_bleed(
    set_pdf: Setter, settings: PressSettings
) -> None:
    with pikepdf.open(BytesIO(press(set_pdf(BAND), replace(settings, marks=False)))) as made:
        page = made.pages[0]
        assert list(page.mediabox) == list(page.bleedbox)
        assert float(page.mediabox[2]) == pytest.approx(106 * MM, abs=0.01)


def test_marks_stand_outside_the_bleed(set_pdf: Setter, settings: PressSettings) -> None:
    image = picture(press(set_pdf("<p>x"), settings), scale=4)
    dark = [
        (x / 4 / MM, y / 4 / MM)
        for y in range(image.height)
        for x in range(image.width)
        if min(x, y) < 6.9 * MM * 4 and image.getpixel((x, y))[0] < 150
    ]
    assert dark
    assert all(min(abs(p - q) for q in (10, 110, 130)) < 0.2 for p in (max(d) for d in dark))


def test_it_says_that_it_is_pdf_x_4(set_pdf: Setter, settings: PressSettings) -> None:
    with pikepdf.open(BytesIO(press(set_pdf(BAND), settings))) as made:
        assert made.pdf_version == "1.6"
        intent = made.Root.OutputIntents[0]
        assert intent.S == "/GTS_PDFX"
        assert intent.DestOutputProfile.read_bytes() == settings.profile.read_bytes()
        meta = made.open_metadata()
        assert meta["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        assert meta["pdf:Trapped"] == "False"
        assert meta["xmp:CreateDate"] == "2026-09-08T00:00:00Z"
        assert meta["dc:title"] == "县"
        assert made.docinfo.Trapped == "/False"
        assert str(made.docinfo.CreationDate) == "D:20260908000000Z"
        assert not {"/StructTreeRoot", "/Names", "/Outlines", "/MarkInfo"} & set(made.Root.keys())
        assert "/Annots" not in made.pages[0].obj


def test_the_same_input_gives_the_same_bytes(set_pdf: Setter, settings: PressSettings) -> None:
    body = BAND + photograph("jpeg")
    assert press(set_pdf(body), settings) == press(set_pdf(body), settings)


@pytest.mark.parametrize(("kind", "mode"), [("jpeg", "RGB"), ("png", "RGB"), ("png", "RGBA")])
def test_pictures_become_four_inks_and_keep_their_look(
    set_pdf: Setter, settings: PressSettings, kind: str, mode: str
) -> None:
    made = press(set_pdf(photograph(kind, mode)), settings)
    with pikepdf.open(BytesIO(made)) as document:
        spaces = {
            str(item.ColorSpace): "/SMask" in item
            for item in document.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        }
    assert spaces["/DeviceCMYK"] == (mode == "RGBA")
    assert "/DeviceRGB" not in spaces
    red, green, blue = at(picture(made), 30, 30)
    assert red > 170
    assert max(green, blue) < (180 if mode == "RGBA" else 90)


def test_text_in_a_foreign_colour_is_named_but_a_shape_is_converted(
    set_pdf: Setter, settings: PressSettings
) -> None:
    shape = "<div style='background:#ff00ff;height:20mm'></div><p style='color:#16211f'>x"
    assert not is_rgb(press(set_pdf(shape), settings))
    with pytest.raises(FinishError, match="#ff00ff") as caught:
        press(set_pdf("<p style='color:#ff00ff'>x"), settings)
    assert "#ff00ff" in caught.value.words.zh


def test_a_gradient_is_refused(set_pdf: Setter, settings: PressSettings) -> None:
    body = "<div style='background:linear-gradient(#0f4c46,#ffffff);height:20mm'></div>"
    with pytest.raises(FinishError, match=r"gradient"):
        press(set_pdf(body), settings)


def test_a_missing_or_foreign_profile_is_told(
    set_pdf: Setter, settings: PressSettings, tmp_path: Path
) -> None:
    for file in (tmp_path / "none.icc", settings.profile.with_name("srgb.icc")):
        with pytest.raises(FinishError, match=r"press\.profile"):
            press(set_pdf("<p>x"), replace(settings, profile=file))
