"""Office files: A4, a white edge, tags and links in place."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from site_builder.brochure.finish import office, screen
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
    [("A4", (210, 297)), ("285mm 210mm", (297, 210)), ("800mm 2000mm", (210, 297))],
)
def test_no_colour_reaches_the_edge_of_a4(
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


def test_an_a4_page_is_set_at_96_percent_in_the_middle(set_pdf: Setter) -> None:
    pdf = set_pdf(LINK, size="A4")
    before, after = _places(pdf), _places(office(pdf))
    scale, dx, dy = 0.96, 4.2 * MM, 297 * MM * 0.02
    for old, new in zip(before, after, strict=True):
        moved = [part * scale + (dx, dy)[i % 2] for i, part in enumerate(old)]
        assert new == pytest.approx(moved, abs=0.02)


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
            assert _tags(a) == _tags(b)
            assert 'part="1"' in b.Root.Metadata.read_bytes().decode()
        assert _text(old) == _text(made), name


def _tags(pdf: pikepdf.Pdf) -> int:
    items = (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary))
    return sum(item.get("/Type") == "/StructElem" for item in items)


def _text(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_a_screen_shows_the_set_pdf(set_pdf: Setter) -> None:
    pdf = set_pdf(FULL)
    assert screen(pdf) == pdf
