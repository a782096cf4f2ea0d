"""Office files: A4 or A3, a white edge, type at its size, tags and links in place."""

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from site_builder.brochure.finish import FinishError, office, screen
from site_builder.brochure.finish.streams import images
from site_builder.preflight import Finish, inspect
from site_builder.preflight.type_checks import REDUCED
from tests.brochure.conftest import Printed
from tests.brochure.finish.conftest import Setter
from tests.brochure.finish.looking import MM, at, picture

FULL = (
    "<div style='position:absolute;top:-3mm;left:-3mm;width:400mm;height:400mm;"
    "background:#0f4c46'></div>"
)
LINK = (
    "<p style='padding:50mm'><a href='#there'>go</a></p>"
    "<h1 id=there style='padding-top:90mm'>X</h1>"
)


@pytest.mark.parametrize(
    ("size", "paper"),
    [
        ("A4", (210, 297)),
        ("285mm 210mm", (297, 210)),
        ("420mm 297mm", (420, 297)),
        ("800mm 2000mm", (210, 297)),
    ],
)
def test_no_colour_reaches_the_edge_of_the_paper(
    set_pdf: Setter, size: str, paper: tuple[int, int]
) -> None:
    made = office(set_pdf(FULL, size=size))
    image = picture(made)
    assert image.size == pytest.approx([side * MM * 2 for side in paper], abs=2)
    width, height = paper
    for x, y in ((3.9, height / 2), (width - 3.9, height / 2), (width / 2, 3.9)):
        assert at(image, x, y) == (255, 255, 255)
    if size != "800mm 2000mm":
        assert at(image, 13, height / 2)[0] < 60
        assert at(image, width / 2, 4.5)[0] < 60


@pytest.mark.parametrize(
    ("size", "scale", "paper"),
    [
        ("A4", 1, (210, 297)),
        ("285mm 210mm", 1, (297, 210)),
        ("420mm 297mm", 1, (420, 297)),
        ("600mm 1000mm", (297 - 8.4) / 1000, (210, 297)),
    ],
)
def test_pages_stand_in_the_middle_and_type_keeps_its_size(
    set_pdf: Setter, size: str, scale: float, paper: tuple[int, int]
) -> None:
    """Up to A3; a poster is made smaller. Links and bookmarks go where they went."""
    pdf = set_pdf(LINK, size=size)
    before, after = _places(pdf), _places(office(pdf))
    sides = size.replace("A4", "210mm 297mm").split()
    width, height = (float(side.removesuffix("mm")) for side in sides)
    dx, dy = (paper[0] - width * scale) / 2 * MM, (paper[1] - height * scale) / 2 * MM
    for old, new in zip(before, after, strict=True):
        moved = [part * scale + (dx, dy)[i % 2] for i, part in enumerate(old)]
        assert new == pytest.approx(moved, abs=0.02)


def test_a_fold_out_of_small_type_stays_readable(set_pdf: Setter) -> None:
    """On A4 its 7 points would be 4.8; on A3 preflight finds nothing but that it takes A3."""
    pdf = set_pdf("<p style='font-size:7pt;padding:40mm'>一张大图</p>", size="420mm 297mm")
    (found,) = inspect(office(pdf), "a.pdf", Finish.OFFICE)
    assert ("paper-a3", (1,)) == (found.code, found.pages)


def _places(pdf: bytes) -> list[list[float]]:
    """Return the link's rectangle, where it leads, and where the text stands."""
    with pikepdf.open(BytesIO(pdf)) as document:
        (note,) = document.pages[0].Annots
        names = pikepdf.NameTree(document.Root.Names.Dests)
        target = names[str(note.Dest)]
        found = [[float(s) for s in note.Rect], [float(target[2]), float(target[3])]]
        found.append([float(s) for s in list(document.Root.Outlines.First.Dest)[2:4]])
    with pypdfium2.PdfDocument(pdf) as read:
        found.append(list(read[0].get_textpage().get_charbox(0)))
    return found


def test_tags_text_and_links_of_real_brochures_stay(brochures: Printed) -> None:
    for name, file in brochures.files.items():
        old, made = file.read_bytes(), office(file.read_bytes())
        assert office(old) == made, name
        with pikepdf.open(BytesIO(old)) as a, pikepdf.open(BytesIO(made)) as b:
            assert b.Root.MarkInfo.Marked
            assert _tags(a) == _tags(b) > 100
            assert 'part="1"' in b.Root.Metadata.read_bytes().decode()
        assert _text(old) == _text(made), name


def _tags(pdf: pikepdf.Pdf) -> int:
    """Return how many elements the structure has: a reader comes to them from its root."""
    waiting, found = [pdf.Root.StructTreeRoot], 0
    while waiting:
        kids = waiting.pop().get("/K", pikepdf.Array())
        kids = kids if isinstance(kids, pikepdf.Array) else [kids]
        elements = [one for one in kids if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        found += len(elements)
        waiting += elements
    return found


def _text(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("finish", [screen, office])
def test_photographs_for_a_press_are_made_smaller_for_reading(
    set_pdf: Setter, finish: Callable[[bytes], bytes]
) -> None:
    """A file that is sent has what a screen shows of a photograph, in its place and colours."""
    photo = Image.linear_gradient("L").resize((2551, 1700))
    shaded = Image.merge("RGB", (photo, photo, photo.rotate(180)))
    made = finish(set_pdf(_photograph(shaded), size="A4"))
    with pikepdf.open(BytesIO(made)) as document:
        sizes = [(int(one.Width), int(one.Height)) for one in images(document)]
        assert "/StructTreeRoot" in document.Root
    assert sizes == [(1600, 1066)]
    shown = picture(made)
    assert at(shown, 50, 55)[0] > at(shown, 50, 15)[0] + 40
    assert at(shown, 50, 55)[2] < at(shown, 50, 15)[2] - 40


def test_a_small_photograph_stays_as_it_is(set_pdf: Setter) -> None:
    pdf = set_pdf(_photograph(Image.linear_gradient("L").resize((1600, 900)).convert("RGB")))
    assert screen(pdf) == pdf


def _photograph(photo: Image.Image) -> str:
    written = BytesIO()
    photo.save(written, "JPEG", quality=92)
    data = b64encode(written.getvalue()).decode()
    return f"<img alt='茶园' style='width:100mm' src='data:image/jpeg;base64,{data}'>"


def test_a_screen_shows_the_set_pdf(set_pdf: Setter) -> None:
    pdf = set_pdf(FULL)
    assert screen(pdf) == pdf


def test_a_poster_is_made_smaller_and_says_so(set_pdf: Setter) -> None:
    """Its type is to be looked at, not read; in any other file it would be found."""
    poster = "<p style='font: 30pt Noto Sans CJK SC;padding:90mm'>投资与效益为测算数</p>"
    made = office(set_pdf(poster, size="800mm 2000mm"))
    assert inspect(made, "a.pdf", Finish.OFFICE) == []
    with pikepdf.open(BytesIO(made)) as document:
        assert str(document.docinfo[REDUCED]) == "0.144"
        del document.docinfo[REDUCED]
        out = BytesIO()
        document.save(out)
    (found,) = inspect(out.getvalue(), "a.pdf", Finish.OFFICE)
    assert found.code == "type-tiny"


def test_a_damaged_set_file_is_told(set_pdf: Setter) -> None:
    with pytest.raises(FinishError) as caught:
        office(set_pdf(FULL)[:900])
    assert "读不了" in caught.value.words.zh
    assert ".zhaoshang/cache" in caught.value.words.en
