"""Handbook, project book and folder of a fair: on the book's paper, in one language and two."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from markupsafe import Markup

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.paper_style import BLEED
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import A4, BOOK, Brochure, Paper, Product
from site_builder.present.event_view import EventView
from site_builder.present.links import event_address
from tests.brochure.conftest import Printed
from tests.brochure.pressing import pressed
from tests.brochure.reading import squeezed

MM = 72 / 25.4
WORDS = {
    "zh": ("白溪投资洽谈会", "尊敬的投资者：欢迎来白溪。"),
    "en": ("Baixi Investment Fair", "Dear investors, welcome to Baixi."),
}


def _brochure(
    printed: Printed, product: Product, language: str, paper: Paper = BOOK, project: int = -1
) -> Brochure:
    county = printed.publication.counties[language]
    name, letter = WORDS[language]
    event = EventView(
        slug="fair-2026",
        name=name,
        place="P",
        dates="D",
        audience="",
        title=f"{name} 2026",
        subtitle="S",
        letter=Markup(f"<p>{letter}</p>"),  # noqa: S704 - a text of this test
        signed="X",
        printed="2026-11-20",
        contact=county.contacts[-1],
    )
    chosen = county.projects[project] if product is Product.LEAFLET else None
    path = f"{product}-{language}.pdf"
    return Brochure(path, product, language, county, chosen, paper, event)


def _both(printed: Printed, product: Product, paper: Paper = BOOK) -> Brochure:
    left, right = (_brochure(printed, product, language, paper) for language in ("zh", "en"))
    return replace(left, path=f"{product}-both.pdf", language="both", facing=right)


@pytest.fixture(scope="module")
def shelf(brochures: Printed) -> Mapping[str, bytes]:
    """Return what is made for a fair, by its path."""
    publication = brochures.publication
    composer = Composer(publication.theme, publication.counties, publication.site_url)
    wanted = [
        _both(brochures, Product.HANDBOOK),
        _brochure(brochures, Product.HANDBOOK, "en"),
        _brochure(brochures, Product.PROJECT_BOOK, "zh"),
        _both(brochures, Product.LEAFLET, A4),
    ]
    press = Press(composer, brochures.folder)
    return {brochure.path: pdf for brochure, pdf in pressed(press, wanted, workers=2)}


def _said(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]


@pytest.mark.parametrize("path", ["handbook-both.pdf", "handbook-en.pdf", "project-book-zh.pdf"])
def test_a_book_is_set_on_its_own_paper(shelf: Mapping[str, bytes], path: str) -> None:
    with pypdfium2.PdfDocument(shelf[path]) as document:
        sizes = {(round(w / MM, 1), round(h / MM, 1)) for w, h in (p.get_size() for p in document)}
    assert (210, 285) in sizes
    assert sizes <= {(210, 285), (285, 210), (420, 285)}


@pytest.mark.parametrize(
    ("path", "language"), [("handbook-en.pdf", "en"), ("project-book-zh.pdf", "zh")]
)
def test_the_sides_of_a_project_face_each_other(
    brochures: Printed, shelf: Mapping[str, bytes], path: str, language: str
) -> None:
    """The first is a left-hand page, whose number is even; the second follows it."""
    county = brochures.publication.counties[language]
    money = squeezed(str(county.voice.words["brochure"].money))
    said = _said(shelf[path])
    for project in county.projects:
        (front,) = [
            number
            for number, text in enumerate(said, 1)
            if squeezed(str(project.brief.tagline)) in text
            and squeezed(str(county.voice.words["project"].overview)) in text
        ]
        assert front % 2 == 0
        assert money in said[front]


@pytest.mark.parametrize("path", ["handbook-en.pdf", "project-book-zh.pdf", "leaflet-both.pdf"])
def test_the_code_of_every_project_names_the_fair(
    brochures: Printed, shelf: Mapping[str, bytes], path: str
) -> None:
    language = "zh" if "zh" in path else "en"
    publication = brochures.publication
    projects = publication.counties[language].projects
    chosen = projects if "leaflet" not in path else projects[-1:]
    with pypdfium2.PdfDocument(shelf[path]) as document:
        pictures = [page.render(scale=200 / 72).to_pil() for page in document]
    read = {code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)}
    expected = {event_address(publication.site_url, p.path, "fair-2026") for p in chosen}
    assert expected <= read


def test_letter_and_cover_are_of_the_fair(shelf: Mapping[str, bytes]) -> None:
    said = _said(shelf["handbook-en.pdf"])
    assert squeezed("Baixi Investment Fair 2026") in said[0]
    assert squeezed(WORDS["en"][1]) in said[2]
    assert said[1] == ""


def test_a_project_book_is_called_what_it_is(
    brochures: Printed, shelf: Mapping[str, bytes]
) -> None:
    """The event's words name its handbook."""
    with pypdfium2.PdfDocument(shelf["project-book-zh.pdf"]) as document:
        cover = squeezed(document[0].get_textpage().get_text_range())
    name = brochures.publication.counties["zh"].brief.name
    assert squeezed(f"{name}招商项目册") in cover
    assert WORDS["zh"][0] in cover
    assert f"{WORDS['zh'][0]}2026" not in cover


def test_two_languages_take_turns(brochures: Printed, shelf: Mapping[str, bytes]) -> None:
    """Chinese on the left, English beside it; folios and links count the pages as bound."""
    pdf = shelf["handbook-both.pdf"]
    said = _said(pdf)
    assert len(said) % 2 == 0
    for language, rest in (("zh", 0), ("en", 1)):
        county = brochures.publication.counties[language]
        for record in (*county.projects, *county.policies):
            title = squeezed(str(record.brief.title))
            pages = [number for number, text in enumerate(said, 1) if title in text]
            assert pages
            assert {number % 2 for number in pages} == {rest}
    assert all(name in said[0] for name in (squeezed(words[0]) for words in WORDS.values()))
    with pikepdf.open(BytesIO(pdf)) as document:
        numbers = {page.obj.objgen: n for n, page in enumerate(document.pages, 1)}
        spoken = {
            numbers[element.Pg.objgen]: str(element.get("/Lang", document.Root.Lang))
            for element in document.Root.StructTreeRoot.K[0].K  # type: ignore[index]
        }
        led = {
            (number, numbers[note.Dest[0].objgen] if "/Dest" in note else 0)
            for number, page in enumerate(document.pages, 1)
            for note in page.get("/Annots", [])  # type: ignore[call-overload]
            if "/Dest" in note and isinstance(note.Dest, pikepdf.Array)
        }
    last = len(said)
    assert all(
        tag == ("en" if number % 2 and number not in (1, last) else "zh-CN")
        for number, tag in spoken.items()
    )
    assert all((one - other) % 2 == 0 for one, other in led if other)
    folios = [n for n in range(2, last) if said[n - 1] and str(n) in said[n - 1]]
    assert len(folios) > last * 0.8


@pytest.mark.parametrize("path", ["handbook-en.pdf", "leaflet-both.pdf"])
def test_colour_that_touches_the_trim_runs_beyond_it(shelf: Mapping[str, bytes], path: str) -> None:
    """With the bleed in sight, an edge that is coloured at the trim is so to its end."""
    bleed = BLEED * MM
    with pikepdf.open(BytesIO(shelf[path])) as document:
        for page in document.pages:
            left, bottom, right, top = (float(x) for x in page.MediaBox)  # type: ignore[union-attr]
            page.MediaBox = [left - bleed, bottom - bleed, right + bleed, top + bleed]
        written = BytesIO()
        document.save(written)
    checked = 0
    with pypdfium2.PdfDocument(written.getvalue()) as document:
        for number, page in enumerate(document):
            picture = page.render(scale=1).to_pil().convert("RGB")
            wide, high = picture.size
            inside, outside = round(bleed) + 2, 1
            pairs = [
                *(((x, inside), (x, outside)) for x in range(20, wide - 20, 20)),
                *(((x, high - 1 - inside), (x, high - 2)) for x in range(20, wide - 20, 20)),
                *(((inside, y), (outside, y)) for y in range(20, high - 20, 20)),
                *(((wide - 1 - inside, y), (wide - 2, y)) for y in range(20, high - 20, 20)),
            ]
            for within, beyond in pairs:
                if picture.getpixel(within) != (255, 255, 255):
                    checked += 1
                    assert (number, picture.getpixel(beyond)) != (number, (255, 255, 255))
    assert checked > 50
