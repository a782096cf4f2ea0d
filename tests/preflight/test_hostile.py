"""Files made to break their readers end in findings: soon, and without a traceback."""

import io
import random
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from site_builder.brochure.making.inspected import inspected as inspected_apart
from site_builder.brochure.making.workers import Limits
from site_builder.preflight import Finish, inspect, nesting
from tests.preflight.breaking import form
from tests.preflight.conftest import Breaking, broken, inspected, paint, picture


def codes(pdf: bytes, finish: Finish = Finish.PRESS) -> set[str]:
    found = inspected(pdf, finish)
    for one in found:
        assert one.message("zh") + one.message("en") + one.help("zh") + one.help("en")
    return {one.code for one in found}


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [one for one in pdf.objects if isinstance(one, Dictionary) and "/ToUnicode" in one]


def unpacks_to_much(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"q Q " * 5_000_000)


def form_unpacks_to_much(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "/F Do", XObject={"F": form(pdf, b"q Q " * 5_000_000)})


def wide_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].mediabox = [0, 0, 1e9, 1e9]


def picture_without_dots(pdf: pikepdf.Pdf) -> None:
    dots = picture(pdf, "CMYK", (0, 0, 0, 0))
    dots.Width = dots.Height = 2_000_000
    paint(pdf, "20 0 0 20 0 0 cm /P Do", XObject={"P": dots})


@pytest.mark.parametrize(
    "breaking", [unpacks_to_much, form_unpacks_to_much, wide_page, picture_without_dots]
)
def test_what_is_too_large_is_not_opened(good: dict[Finish, bytes], breaking: Breaking) -> None:
    pdf = broken(good[Finish.PRESS], breaking)
    assert len(pdf) < 500_000
    assert codes(pdf) == {"content-too-large"}


def test_forms_that_draw_each_other_over_and_over(
    good: dict[Finish, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eleven forms, each drawing the next ten times, are a hundred thousand million drawings."""
    monkeypatch.setattr(nesting, "_MOST_STEPS", 20_000)

    def nested(pdf: pikepdf.Pdf) -> None:
        inner = form(pdf, b"0 0 0 1 k 0 0 9 9 re f")
        for _ in range(11):
            names = Dictionary(XObject=Dictionary(I=pdf.make_indirect(inner)))
            inner = form(pdf, b"/I Do " * 10, Resources=names)
        paint(pdf, "/F Do", page=1, XObject={"F": inner})

    (found,) = inspected(broken(good[Finish.PRESS], nested), Finish.PRESS)
    assert ("content-too-large", (2,)) == (found.code, found.pages)


def test_a_form_that_draws_itself(good: dict[Finish, bytes]) -> None:
    def circle(pdf: pikepdf.Pdf) -> None:
        own = pdf.make_indirect(form(pdf, b"/I Do", Resources=Dictionary()))
        own.Resources.XObject = Dictionary(I=own)
        paint(pdf, "/F Do", XObject={"F": own})

    assert codes(broken(good[Finish.PRESS], circle)) == set()


def space_of_itself(pdf: pikepdf.Pdf) -> None:
    space = pdf.make_indirect(Array([Name.Indexed, Name.DeviceCMYK, 1, b"\0" * 8]))
    space[1] = space
    paint(pdf, "/Cs cs 0 scn 200 300 50 50 re f", ColorSpace={"Cs": space})


def descendants_lost(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.DescendantFonts = Array([])


@pytest.mark.parametrize("breaking", [space_of_itself, descendants_lost])
def test_a_structure_that_makes_no_sense_is_unreadable(
    good: dict[Finish, bytes], breaking: Breaking
) -> None:
    (found,) = inspected(broken(good[Finish.PRESS], breaking), Finish.PRESS)
    assert "pdf-unreadable" == found.code
    assert "内部结构损坏" in found.message("zh")
    assert "inner structure is damaged" in found.message("en")


def endless_widths(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.DescendantFonts[0].W = Array([0, 2_000_000_000, 500, -9, -1, 500])


def endless_characters(pdf: pikepdf.Pdf) -> None:
    more = b"\n2 beginbfrange <0000> <FFFFFFFFFFFF> <DBFFDFFF> <1> <2> <004> endbfrange"
    for font in fonts(pdf):
        font.ToUnicode.write(font.ToUnicode.read_bytes() + more * 20)


@pytest.mark.parametrize("breaking", [endless_widths, endless_characters])
def test_tables_that_never_end_are_read_as_far_as_codes_go(
    good: dict[Finish, bytes], breaking: Breaking
) -> None:
    assert codes(broken(good[Finish.PRESS], breaking)) <= {"text-near-trim", "text-unreadable"}


@pytest.mark.parametrize("kept", [3, 11, 30])
def test_a_font_that_was_cut_short_has_no_glyphs(good: dict[Finish, bytes], kept: int) -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        for font in fonts(pdf):
            descriptor = font.DescendantFonts[0].FontDescriptor
            for kind in ("/FontFile2", "/FontFile3"):
                if kind in descriptor:
                    start = b"\0\1\0\0\0\x0c" + b"\0" * 40
                    descriptor[kind].write(start[:kept])

    found = codes(broken(good[Finish.PRESS], cut))
    assert found == ({"glyph-missing"} if kept > 3 else set())


def too_few_dots(dots: Stream) -> None:
    dots.write(b"\xff" * 10)


def no_jpeg(dots: Stream) -> None:
    dots.write(b"\xff\xd8\xff\xc0\0\x11", filter=Name.DCTDecode)


@pytest.mark.parametrize("damage", [too_few_dots, no_jpeg])
def test_a_picture_that_cannot_be_read_is_a_finding(good: dict[Finish, bytes], damage) -> None:  # type: ignore[no-untyped-def]
    def damaged(pdf: pikepdf.Pdf) -> None:
        dots = picture(pdf, "CMYK", (0, 0, 0, 0), 300)
        damage(dots)
        paint(pdf, "q 1 0 0 1 200 300 cm 20 0 0 20 0 0 cm /P Do Q", XObject={"P": dots})

    assert codes(broken(good[Finish.PRESS], damaged)) == {"picture-damaged"}


@pytest.mark.parametrize(
    "xmp", [b"", b"<x", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\0" * 9, b"<a><b:c/></a>"]
)
def test_metadata_that_are_none_are_missed_and_nothing_is_logged(
    good: dict[Finish, bytes], caplog: pytest.LogCaptureFixture, xmp: bytes
) -> None:
    def damaged(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata.write(xmp)

    pdf = broken(good[Finish.PRESS], damaged)
    # What is logged when such a file is written does not count.
    caplog.clear()
    assert codes(pdf) == {"press-key-missing"}
    assert not caplog.records


@pytest.fixture(scope="module")
def bare(good: dict[Finish, bytes]) -> bytes:
    """Return the good press file with nothing packed, so that damage strikes what is said."""
    with pikepdf.open(io.BytesIO(good[Finish.PRESS])) as pdf:
        file = io.BytesIO()
        pdf.save(
            file,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
        return file.getvalue()


@pytest.mark.parametrize("seed", range(16))
def test_bytes_that_were_changed_on_the_way(bare: bytes, seed: int) -> None:
    """Cut, overwritten, left out, said twice, all figures nines: never a traceback."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    data = bytearray(bare)
    at = chance.randrange(len(data))
    if seed % 4 == 0:
        del data[at:]
    elif seed % 4 == 1:
        for place in chance.sample(range(len(data)), 60):
            data[place] = chance.randrange(256)
    elif seed % 4 == 2:
        data[at : at + chance.randrange(3000)] = b""
    else:
        figures = [place for place, byte in enumerate(data) if chr(byte).isdigit()]
        for place in chance.sample(figures, 40):
            data[place] = ord("9")
    for one in inspect(bytes(data), "a.pdf", Finish.PRESS):
        assert one.message("zh") + one.message("en")


def test_an_inspection_beyond_its_limits_is_ended_and_the_next_file_read(
    good: dict[Finish, bytes], tmp_path: Path
) -> None:
    """Three million operators are let through, and take a thousand MiB."""

    def crowded(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"q Q " * 1_500_000)

    files = {"crowded.pdf": broken(good[Finish.PRESS], crowded), "good.pdf": good[Finish.PRESS]}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    limits = Limits(600, 150)
    (found,) = inspected_apart([tmp_path / name for name in files], None, limits)
    assert ("inspection-ended", str(tmp_path / "crowded.pdf")) == (found.code, found.file)
    assert "150 MiB" in found.message("en")
