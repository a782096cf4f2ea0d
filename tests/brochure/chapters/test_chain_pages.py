"""The handbook's chain maps: on landscape pages of their own, large enough to be read."""

from collections.abc import Iterator
from ctypes import byref
from math import hypot
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from site_builder.brochure.chapters.chain_pages import ChainPages
from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.paper_style import paper_style
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import A4 as A4_PAPER
from site_builder.brochure.plan import BOOK
from site_builder.build import Publication, prepare
from site_builder.draw.chains.sheet import LEAST_TYPE
from site_builder.present.links import LANGUAGES, handbook_path
from tests.brochure import reading
from tests.brochure.conftest import THEME, Printed
from tests.brochure.reading import squeezed
from tests.county_copy import COUNTY, CountyCopy

ROOT = Path(__file__).parents[3]
A4, A3 = (842, 595), (1191, 842)
"""Landscape, in points."""
GAPS = """  - id: part-{number}
    title: {{zh: 第{number}环节部件, en: "Segment {number} of the chain"}}
    stage: {stage}
    role: product
    strength: {strength}
    firms:
      - name: {{zh: 白溪第{number}部件制造有限公司, en: "Baixi Parts Number {number} Co., Ltd."}}
        makes: {{zh: 各类部件, en: Parts of all kinds}}
    supplies:
      - to: part-{target}
        goods: {{zh: 部件毛坯{number}, en: "Blanks of type {number}"}}
"""
STAGES = ("upstream", "midstream", "downstream", "support")


def _letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float]]:
    """Yield every letter of a page with its size in points as it is printed."""
    text = page.get_textpage()
    matrix = pdfium.FS_MATRIX()
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        if letter.strip() and pdfium.FPDFText_GetMatrix(text, index, byref(matrix)):
            scale = hypot(matrix.b, matrix.d)
            yield letter, pdfium.FPDFText_GetFontSize(text, index) * scale


def _size(page: pypdfium2.PdfPage) -> tuple[int, int]:
    return round(page.get_width()), round(page.get_height())


def _sheets(sample: Publication, language: str, folder: Path) -> pypdfium2.PdfDocument:
    """Print the chain maps of a county alone, in the pages of the handbook."""
    composer = Composer(sample.theme, sample.counties, sample.site_url)
    press = Press(composer, folder)
    parts = [
        f'<section class="sheet sheet--{sheet.paper}" data-title="x">{sheet.picture}</section>'
        for pages in composer.chains(A4_PAPER).drawn(language).values()
        for sheet in pages
    ]
    style = paper_style(A4_PAPER)
    tag = sample.counties[language].voice.words["language"].tag
    html = f'<html lang="{tag}"><title>x</title><style>{style}</style>'
    html += f'<body class="book">{"".join(parts)}</html>'
    return pypdfium2.PdfDocument(press.typesetter.renderer.lay_out(html, "chains").pdf())


def _large(tmp_path: Path, count: int) -> Publication:
    """Return the tiny county with a chain of `count` segments more."""
    county = CountyCopy.of(COUNTY, tmp_path / "county")
    path = county.file("industries/batteries.yml")
    text = path.read_text("utf-8")
    strengths = ("strong", "weak")
    added = "".join(
        GAPS.format(
            number=number,
            stage=STAGES[number * 4 // count],
            strength=strengths[number % 2],
            target=(number * 7 + 3) % count,
        )
        for number in range(count)
    )
    path.write_text(text.replace("segments:\n", "segments:\n" + added), "utf-8")
    return prepare(county.root, THEME)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chain_of_the_sample_county_is_a_page_that_can_be_read(
    language: str, tmp_path: Path
) -> None:
    """One landscape A4 each, with title, legend and source, in no type below 6.5 pt."""
    sample = prepare(ROOT, THEME)
    county = sample.counties[language]
    chains = [industry for industry in county.industries if industry.segments]
    with _sheets(sample, language, tmp_path) as document:
        assert [_size(page) for page in document] == [A4] * len(chains)
        for page, industry in zip(document, chains, strict=True):
            letters = list(_letters(page))
            said = squeezed("".join(letter for letter, _ in letters))
            titles = [str(industry.brief.title), *(s.title for s in industry.segments)]
            assert [title for title in titles if squeezed(title) not in said] == []
            assert squeezed(str(county.voice.words["industry"].flow)) in said
            assert squeezed(str(county.brief.bureau.unit)) in said
            assert min(size for _, size in letters) >= LEAST_TYPE - 0.01


@pytest.mark.parametrize("count", [30, 60, 200])
def test_a_large_chain_is_folded_out_or_split_and_can_still_be_read(
    count: int, tmp_path: Path
) -> None:
    sample = _large(tmp_path, count)
    for language in LANGUAGES:
        with _sheets(sample, language, tmp_path) as document:
            sizes = {_size(page) for page in document}
            assert sizes <= ({A4} if count <= 30 else {A3})
            assert (len(document) > 1) == (count > 100)
            said = ""
            for page in document:
                letters = list(_letters(page))
                assert min(size for _, size in letters) >= LEAST_TYPE - 0.01
                said += squeezed("".join(letter for letter, _ in letters))
            (industry,) = sample.counties[language].industries
            missing = [s.title for s in industry.segments if squeezed(s.title) not in said]
            assert missing == []


def test_a_stapled_book_has_no_fold_outs(tmp_path: Path) -> None:
    """A chain too large for a page is split over pages of the book's own trim."""
    sample = _large(tmp_path, 60)
    for language in LANGUAGES:
        (pages,) = ChainPages(sample.counties, sample.theme.palette, BOOK).drawn(language).values()
        assert len(pages) > 1
        assert {page.paper for page in pages} <= {"wide", "wide-full"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_keeps_running_head_and_folio(brochures: Printed, language: str) -> None:
    """The landscape page is found by its mark and bears chapter, notice and number."""
    county = brochures.publication.counties[language]
    industry = county.industries[0]
    file = brochures.files[handbook_path(language)]
    title = f"{industry.brief.title} · {county.voice.words['industry'].map}"
    assert title in reading.outline(file)
    with pypdfium2.PdfDocument(file) as document:
        (number,) = [n for n, page in enumerate(document) if _size(page) == A4]
        text = document[number].get_textpage()
        width, height = document[number].get_size()
        head = text.get_text_bounded(0, height - 18 / 25.4 * 72, width, height)
        foot = text.get_text_bounded(0, 0, width, 14 / 25.4 * 72)
    assert squeezed(str(industry.brief.title)) in squeezed(head)
    assert squeezed(foot).endswith(str(number + 1))
    assert squeezed(str(county.voice.words["site"]["sample"])) in squeezed(foot)  # type: ignore[index]
