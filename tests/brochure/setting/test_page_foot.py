"""The feet of pages that are not full: pale mountains, which take no room from the words."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from site_builder.brochure.composing.paper_style import (
    BLEED,
    facing_style,
    measures_style,
    paper_style,
)
from site_builder.brochure.plan import A4, BOOK, Paper
from site_builder.brochure.rendering.renderer import Layout
from site_builder.brochure.setting.facing import padded
from site_builder.draw.pictures import Pictures
from tests.brochure.shop import MM, Shop, lines


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop()


SECTION = "<section class='chapter'>{lines}{tail}</section>"


def _grown(shop: Shop, tail: str) -> Layout:
    """Set chapters of one line more each, which end at every place of a page's lower half."""
    sections = "".join(
        SECTION.format(lines="".join(f"<p>L{n}x{m}</p>" for m in range(n + 1)), tail=tail)
        for n in (0, *range(22, 38), *range(50, 60))
    )
    style = paper_style(BOOK) + ".chapter > p { line-height: 8mm }"
    html = f"<!doctype html><html lang='en'><title>t</title><style>{style}</style>"
    return shop.renderer.lay_out(f"{html}<body class='book'>{sections}", "t")


def test_a_page_that_is_not_full_has_mountains_at_its_foot(shop: Shop) -> None:
    """They take no room from the words: no line is lost, none moves, there is no page more."""
    words = shop.publication.counties["en"].voice.words
    template = shop.publication.theme.environment.get_template("brochures/parts/endpiece.html")
    pictures = Pictures(shop.publication.theme.palette, words)
    tail = str(template.make_module({"pictures": pictures}).endpiece("seed"))
    pdf = _grown(shop, tail).pdf()
    assert _runs_on(_beyond(pdf)[0])
    with (
        pypdfium2.PdfDocument(_grown(shop, "").pdf()) as plain,
        pypdfium2.PdfDocument(pdf) as drawn,
    ):
        said = [[page.get_textpage().get_text_range() for page in book] for book in (plain, drawn)]
        assert said[0] == said[1]
        found = [(_end(page), _has_foot(page)) for page in drawn]
    # An end above the foot has them, and an end that reaches it has not; so has no page
    # after which the chapter goes on.
    assert {foot for end, foot in found if end > 62 * MM} == {True}
    assert {foot for end, foot in found if end < 52 * MM} == {False}


def _end(page: pypdfium2.PdfPage) -> float:
    """Return how high the last line of the text is, over the foot of the page."""
    return min(bottom for _, bottom, _, _ in lines(page) if bottom > 20 * MM)


def _has_foot(page: pypdfium2.PdfPage) -> bool:
    picture = page.render(scale=1).to_pil().convert("RGB")
    wide, high = picture.size
    return _coloured(picture, high - 2, wide)


def _coloured(picture: Image.Image, row: int, wide: int) -> bool:
    return all(picture.getpixel((x, row)) != (255, 255, 255) for x in range(1, wide - 1))


@pytest.mark.parametrize("paper", [A4, BOOK], ids=lambda paper: paper.name)
def test_a_page_that_only_fills_up_has_mountains_beyond_the_trim(shop: Shop, paper: Paper) -> None:
    brochure = shop.brochure("zh", paper)
    body = padded("<p>A</p><!-- end of a -->", {"a": 1}, shop.composer.quiet(brochure))
    style = measures_style(paper) + paper_style(paper)
    html = f"<!doctype html><html lang='zh-CN'><title>t</title><style>{style}</style>"
    layout = shop.renderer.lay_out(f"{html}<body class='book'>{body}", "t")
    pdf = layout.pdf()
    with_bleed = _beyond(pdf)
    assert len(with_bleed) == 2
    assert _runs_on(with_bleed[1])
    with pypdfium2.PdfDocument(pdf) as document:
        assert "2" in document[1].get_textpage().get_text_bounded(top=20 * MM)


@pytest.mark.parametrize(("first", "is_left"), [(0, True), (3, False)])
def test_numbers_of_facing_pages_stand_on_the_outer_side(
    shop: Shop, first: int, is_left: bool
) -> None:
    """Bound, all pages of one language are on the same side of the book."""
    style = measures_style(BOOK) + paper_style(BOOK) + facing_style(first)
    parts = ("matter", "chapter", "spread", "quiet-page")
    body = "".join(f"<section class='{name} matter--new'>A</section>" * 2 for name in parts)
    html = f"<!doctype html><html lang='zh-CN'><title>t</title><style>{style}</style>"
    html += f"<body class='book is-facing' data-notice='N'>{body}"
    with pypdfium2.PdfDocument(shop.renderer.lay_out(html, "t").pdf()) as document:
        assert len(document) > 7
        for number, page in enumerate(document):
            half = (0, 105 * MM) if is_left else (105 * MM, 210 * MM)
            foot = page.get_textpage().get_text_bounded(left=half[0], right=half[1], top=20 * MM)
            assert foot.strip() == str(first + 2 * number)


def _beyond(pdf: bytes) -> list[Image.Image]:
    """Return the pages with what runs beyond their trim, all but a point of it."""
    written = BytesIO()
    bleed = BLEED * MM - 1
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            left, bottom, right, top = (float(x) for x in page.MediaBox)  # type: ignore[union-attr]
            page.MediaBox = [left - bleed, bottom - bleed, right + bleed, top + bleed]
        document.save(written)
    with pypdfium2.PdfDocument(written.getvalue()) as document:
        return [page.render(scale=1).to_pil().convert("RGB") for page in document]


def _runs_on(picture: Image.Image) -> bool:
    """Return whether a foot goes on below the trim, and on both sides as it is there."""
    wide, high = picture.size
    bleed = round(BLEED * MM)
    sides = [((bleed + 1, y), (1, y)) for y in range(high // 2, high - 1)]
    sides += [((wide - bleed - 2, y), (wide - 2, y)) for y in range(high // 2, high - 1)]
    return _coloured(picture, high - 2, wide) and all(
        picture.getpixel(one) == picture.getpixel(other) for one, other in sides
    )
