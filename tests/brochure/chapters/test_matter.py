"""What stands before and after the projects of a handbook: cover, contents, policies, the end."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from site_builder.brochure.plan import A4, BOOK, Paper
from site_builder.present.links import LANGUAGES
from tests.brochure.reading import squeezed
from tests.brochure.shop import MM, Shop, lines


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop()


@pytest.mark.parametrize("paper", [A4, BOOK], ids=lambda paper: paper.name)
@pytest.mark.parametrize("kind", ["zh", "en", "both"])
def test_every_word_of_the_cover_stands_on_one_ground(shop: Shop, kind: str, paper: Paper) -> None:
    """Titles of two lines stay in the sky, what is under the ridges in their dark foot."""
    html = shop.book("en" if kind == "en" else "zh", paper, both=kind == "both")
    with pypdfium2.PdfDocument(shop.part(html, "cover").pdf()) as document:
        (page,) = document
        scale = 2
        picture = page.render(scale=scale).to_pil().convert("RGB")
        rows = list(lines(page))
        high = page.get_height()
    assert len(rows) > 6
    for left, bottom, right, top in rows:
        if left > 150 * MM and top > 200 * MM:
            continue  # The seal has a ground of its own.
        corners = [(x, high - y) for x in (left - 2, right + 2) for y in (bottom - 1, top + 1)]
        grounds = {picture.getpixel((round(x * scale), round(y * scale))) for x, y in corners}
        assert len(grounds) == 1, (left, bottom, right, top)


def test_chapters_without_content_vanish_from_book_and_contents(shop: Shop) -> None:
    brochure = shop.brochure("en")
    bare = replace(brochure.county, parks=(), policies=(), contacts=())
    html = shop.html(replace(brochure, county=bare))
    named = set(re.findall(r'\sid="([^"]+)"', html))
    assert not named & {"parks", "costs", "policies", "contacts"}
    toc = html[html.index('id="contents"') : html.index("<!-- end of contents")]
    led = set(re.findall(r'href="#([^"]+)"', toc))
    assert led - named == set()
    assert {"county", "invest", "index"} <= led


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_lead_to_every_chapter_and_project(shop: Shop, language: str) -> None:
    html = shop.book(language)
    toc = html[html.index('id="contents"') : html.index("<!-- end of contents")]
    led = set(re.findall(r'href="#([^"]+)"', toc))
    county = shop.publication.counties[language]
    assert {f"project-{p.slug}" for p in county.projects} <= led
    assert {f"industry-{i.slug}" for i in county.industries} <= led
    # What a chapter of the book is, is one of the contents.
    chapters = set(re.findall(r'<section class="chapter[^"]*" id="([^"]+)"', html))
    assert chapters <= led


@pytest.mark.parametrize(
    ("language", "endless", "until"),
    [("zh", "长期有效", "至"), ("en", "no end date", "until ")],
)
def test_how_long_a_policy_holds_is_a_phrase(
    shop: Shop, language: str, endless: str, until: str
) -> None:
    county = shop.publication.counties[language]
    assert {p.validity for p in county.policies if not p.brief.expires} == {endless}
    assert all(p.validity.startswith(until) for p in county.policies if p.brief.expires)
    said = squeezed(re.sub(r"<[^>]+>", "", shop.book(language)))
    assert squeezed(endless) in said
    assert f"有效期至{endless}" not in said


def test_english_names_a_document_by_its_number_and_year(shop: Shop) -> None:
    html = shop.book("en")
    section = html[html.index('id="policies"') : html.index("<!-- end of policies")]
    text = re.sub(r"<[^>]+>", "", section).replace("\xa0", " ")
    assert "No. 7 of 2025 (青岚府发〔2025〕7号)" in text
    # The number as it was issued stands in brackets, behind the English one.
    assert text.count("〔") == len(re.findall(r"No\. \d+ of \d{4} \([^()]*〔\d{4}〕\d+号\)", text))


def test_tables_show_only_columns_that_hold_something(shop: Shop) -> None:
    html = shop.book("zh")
    for part in ("policies", "invest"):
        section = html[html.index(f'id="{part}"') : html.index(f"<!-- end of {part}")]
        for table in re.findall(r"<table.*?</table>", section, re.DOTALL):
            rows = [
                re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr>")[2:]
            ]
            columns = list(zip(*rows, strict=True))
            assert columns
            assert all(any(map(_holds, column)) for column in columns), table
            assert not [cell for row in rows for cell in row if cell in {"—", "0"}], table


def _holds(cell: str) -> bool:
    """Return whether a cell says anything; the number of a page is not known before it is set."""
    return "page-of" in cell or re.sub(r"<[^>]+>", "", cell).strip() != ""


def test_steps_of_an_application_are_numbered(shop: Shop) -> None:
    """A list that is numbered in the data shows its numbers on paper."""
    with pypdfium2.PdfDocument(shop.part(shop.book("zh"), "policies").pdf()) as document:
        said = squeezed("".join(page.get_textpage().get_text_range() for page in document))
    assert "1在县公共资源交易平台查看出让公告" in said
    assert "4凭承诺书由代办员协助" in said


@pytest.mark.parametrize("name", ["costs", "policies"])
def test_a_chapter_goes_on_under_a_running_head(shop: Shop, name: str) -> None:
    words = shop.publication.counties["en"].voice.words["brochure"]
    title = str(getattr(words, name))
    layout = shop.part(shop.book("en", BOOK), name)
    assert layout.pages > 1
    with pypdfium2.PdfDocument(layout.pdf()) as document:
        for number, page in enumerate(document):
            high = page.get_height()
            heads = page.get_textpage().get_text_bounded(bottom=high - 23 * MM)
            foot = page.get_textpage().get_text_bounded(top=19 * MM)
            assert (title in heads) == (number > 0)
            assert str(number + 1) in foot
