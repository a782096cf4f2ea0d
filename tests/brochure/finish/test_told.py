"""What the press cannot print is told: in both languages, with the page and what helps."""

import pickle
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from site_builder.brochure.finish import FinishError, PressSettings, press, read_inks
from site_builder.brochure.finish.profile import read_profile
from tests.brochure.finish.conftest import TOKENS, Setter
from tests.brochure.finish.looking import at, is_rgb, operators, picture
from tests.brochure.finish.test_press import photograph

PAGES = "<p>一</p><p style='break-before:page'>二</p>"


def changed(pdf: bytes, change: Callable[[Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        out = BytesIO()
        document.save(out)
        return out.getvalue()


def refused(pdf: bytes, settings: PressSettings) -> FinishError:
    with pytest.raises(FinishError) as caught:
        press(pdf, settings)
    assert caught.value.words.zh
    return caught.value


def drawn(document: Pdf, content: bytes, **resources: Dictionary) -> None:
    """Add content to the second page."""
    page = document.pages[1]
    page.contents_add(b"q " + content + b" Q", prepend=True)
    for kind, named in resources.items():
        page.resources[f"/{kind}"] = named


def shading() -> Dictionary:
    function = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0], C1=[1, 1, 1])
    return Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 50, 0], Function=function
    )


def gradient(document: Pdf) -> None:
    pattern = Dictionary(PatternType=2, Shading=shading())
    drawn(document, b"/Pattern cs /P scn 0 0 50 50 re f", Pattern=Dictionary(P=pattern))


def inline_picture(document: Pdf) -> None:
    drawn(document, b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q")


def foreign_space(document: Pdf) -> None:
    white = Dictionary(WhitePoint=[0.95, 1, 1.09])
    space = Dictionary(Cs=Array([Name.CalRGB, white]))
    drawn(document, b"/Cs cs .1 .3 .3 scn 0 0 50 50 re f", ColorSpace=space)


def layer(document: Pdf) -> None:
    drawn(document, b"/OC /L BDC 0 0 50 50 re f EMC")


def soft_mask(document: Pdf) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    form = Stream(
        document, b"1 g 0 0 50 50 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 99, 99],
        Group=group,
    )  # fmt: skip
    mask = Dictionary(S=Name.Luminosity, G=document.make_indirect(form))
    drawn(document, b"/M gs 0 0 50 50 re f", ExtGState=Dictionary(M=Dictionary(SMask=mask)))


def text_in_a_form(document: Pdf) -> None:
    """Text of a foreign colour on the second page, in a form in a form."""
    inner = Stream(
        document, b"1 0 1 rg BT /F1 9 Tf (x) Tj ET", Type=Name.XObject, Subtype=Name.Form,
        BBox=[0, 0, 99, 99], Resources=Dictionary(),
    )  # fmt: skip
    names = Dictionary(XObject=Dictionary(I=document.make_indirect(inner)))
    outer = Stream(
        document, b"/I Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 99, 99],
        Resources=names,
    )  # fmt: skip
    drawn(document, b"/O Do", XObject=Dictionary(O=document.make_indirect(outer)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (gradient, "gradient"),
        (inline_picture, "inline picture"),
        (foreign_space, "space Cs"),
        (layer, "layers"),
        (soft_mask, "painted mask"),
        (text_in_a_form, "#ff00ff"),
    ],
)
def test_what_has_no_inks_is_named_with_its_page(
    set_pdf: Setter, settings: PressSettings, change: Callable[[Pdf], None], said: str
) -> None:
    error = refused(changed(set_pdf(PAGES), change), settings)
    assert (said in error.words.en, error.page) == (True, 2)
    assert error.words.zh.startswith("第 2 页：")


@pytest.mark.parametrize(
    "tag",
    [
        b"/Artifact BMC",
        b"/P <</MCID 3>> BDC",
        b"/Artifact <</Type/Pagination/Attached[/Top]/BBox[0 0 9 9]>>BDC",
        b"/Span <</ActualText (a \\) > b) /Lang (zh) /A <</O /Layout /B <</C <00FF>>>>> >> BDC",
        b"/P /Named BDC",
    ],
)
def test_tags_of_every_kind_are_taken_out(
    set_pdf: Setter, settings: PressSettings, tag: bytes
) -> None:
    """A property list lies in the content or is named; only the tags go, and in pairs."""

    def tagged(document: Pdf) -> None:
        content = b"\nq %s .06 .3 .27 rg 0 0 50 50 re f EMC Q\n" % tag
        page = document.pages[1]
        page.Contents = document.make_stream(content)
        page.resources.Properties = Dictionary(Named=Dictionary(MCID=4))

    made = press(changed(set_pdf(PAGES), tagged), settings)
    written = operators(made)
    assert not any(word in written for word in (b"BDC", b"BMC", b"EMC"))
    assert not is_rgb(made)


def key_mask(image: Stream) -> None:
    image.Mask = Array([0, 10, 0, 10, 0, 10])


def turned_round(image: Stream) -> None:
    image.Decode = Array([1, 0, 1, 0, 1, 0])


def matte(image: Stream) -> None:
    image.SMask.Matte = Array([0, 0, 0])


def of_sixteen_bits(image: Stream) -> None:
    image.BitsPerComponent = 16


def cut_short(image: Stream) -> None:
    image.write(b"\xff\xd8\xff\xc0\0\x11", filter=Name.DCTDecode)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (key_mask, "/Mask"),
        (turned_round, "/Decode"),
        (matte, "/Matte"),
        (of_sixteen_bits, "60 × 60 pixels"),
        (cut_short, "60 × 60 pixels"),
    ],
)
def test_a_picture_that_cannot_become_inks_is_named_with_its_page(
    set_pdf: Setter, settings: PressSettings, change: Callable[[Stream], None], said: str
) -> None:
    def broken(document: Pdf) -> None:
        for item in document.objects:
            if isinstance(item, Stream) and "/SMask" in item:
                change(item)

    body = f"<p>一</p><p style='break-before:page'>{photograph('png', 'RGBA')}"
    error = refused(changed(set_pdf(body), broken), settings)
    assert (said in error.words.en, error.page) == (True, 2)
    assert "PNG" in error.words.zh


def test_a_palette_becomes_inks(set_pdf: Setter, settings: PressSettings) -> None:
    """Of RGB it is converted, of inks it is left as it is."""

    def palette(space: Name, colours: bytes) -> Callable[[Pdf], None]:
        def put(document: Pdf) -> None:
            image = Stream(
                document, b"\0\1" * 50, Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10,
                BitsPerComponent=8, ColorSpace=Array([Name.Indexed, space, 1, colours]),
            )  # fmt: skip
            drawn(document, b"q 200 0 0 200 0 0 cm /I Do Q", XObject=Dictionary(I=image))

        return put

    rgb = press(changed(set_pdf(PAGES), palette(Name.DeviceRGB, b"\xc8\x1e\x1e" * 2)), settings)
    inks = press(
        changed(set_pdf(PAGES), palette(Name.DeviceCMYK, b"\x10\xf0\xf0\x10" * 2)), settings
    )
    for made, space in ((rgb, "/DeviceCMYK"), (inks, "/Indexed")):
        with pikepdf.open(BytesIO(made)) as document:
            found = document.pages[1].resources.XObject.I.ColorSpace
            assert str(found[0] if isinstance(found, Array) else found) == space
        red, green, blue = at(picture(made, 1), 30, 110)
        assert red > 150
        assert max(green, blue) < 90


def test_a_profile_is_read_and_tried_before_anything_is_set(
    settings: PressSettings, tmp_path: Path
) -> None:
    """Missing, of a screen, and cut short: each is told when it is read."""
    whole = settings.profile.read_bytes()
    files = {
        "none.icc": None,
        "screen.icc": settings.profile.with_name("srgb.icc").read_bytes(),
        "head.icc": whole[:132],
        "half.icc": whole[: len(whole) // 2],
    }
    for name, content in files.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(FinishError, match=r"press\.profile") as caught:
            read_profile(tmp_path / name)
        assert name in caught.value.words.zh
    assert read_profile(settings.profile).name == "Artifex CMYK SWOP Profile"


def test_a_colour_without_inks_is_told_as_every_other_thing() -> None:
    css = TOKENS.read_text("utf-8").replace("--press-pine:", "--pressed-pine:")
    with pytest.raises(FinishError, match="--press-pine") as caught:
        read_inks(css)
    assert "--press-pine" in caught.value.words.zh


def test_an_error_travels_from_a_worker_with_its_file_and_page() -> None:
    error = FinishError("错", "wrong", page=3).at(file="zh/press/a.pdf")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert again.words == ("zh/press/a.pdf：第 3 页：错", "zh/press/a.pdf: page 3: wrong")
