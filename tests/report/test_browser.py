"""The report in a real browser: for everyone, on any screen, on paper, in either language."""

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy
from tests.report.reading import Report
from tests.report.test_report import lower, spoil

WIDTHS = (375, 768, 1440)
LANGUAGES = ("zh", "en")
A4 = (595, 842)


@pytest.fixture
def page(browser: Browser, county: CountyCopy) -> Page:
    """Return a tab with the report of a spoilt county, opened from its file."""
    spoil(county)
    # Nobody writes so, but what has no place to break must not push the page apart.
    county.edit(
        "projects/recycling.yml", "Hexi Park Administration}\ncontacts", f"{'X' * 200}}}\ncontacts"
    )
    county.edit("projects/recycling.yml", "CANARY-unpublished battery recycling", "Y" * 200)
    lower(county, Rule.SUM_MISMATCH, "note", "分期口径不同")
    tab = browser.new_page()
    tab.goto(Report.of(county).file.as_uri())
    return tab


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_serves_everyone(page: Page, language: str) -> None:
    """With all unfolded there is no axe violation at any width, and nothing is cut off."""
    page.click(f"label[for=choose-{language}]")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (width, 0) == (width, max(0, over))
        found = Axe().run(page).response["violations"]
        assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]


def test_one_language_is_seen_at_a_time(page: Page) -> None:
    """The other language is chosen by mouse or by keyboard, without a script."""
    titles = page.locator("h1")
    page.click("label[for=choose-en]")
    assert [False, True] == [title.is_visible() for title in titles.all()]
    page.focus("#choose-en")
    page.keyboard.press("ArrowLeft")
    assert [True, False] == [title.is_visible() for title in titles.all()]


def test_it_asks_for_nothing(browser: Browser, county: CountyCopy) -> None:
    """Opening the report loads its own file and no other."""
    file, asked = Report.of(county).file, []
    tab = browser.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(file.as_uri(), wait_until="networkidle")
    assert [file.as_uri()] == asked


@pytest.mark.parametrize(
    ("language", "seen", "unseen"), [("zh", "处理", "Remedy"), ("en", "Remedy", "处理")]
)
def test_on_paper_everything_is_unfolded(page: Page, language: str, seen: str, unseen: str) -> None:
    """A4 pages in the chosen language alone, with the findings that a screen folds away."""
    page.click(f"label[for=choose-{language}]")
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    assert {A4} == {(round(wide), round(high)) for wide, high in map(tuple, sizes(document))}
    assert (True, False) == (seen in text, unseen in text)


def sizes(document: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    return [sheet.get_size() for sheet in document]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [680, 1440])
def test_no_day_runs_into_the_next_column(page: Page, language: str, width: int) -> None:
    """On paper, which is 680 pixels wide between its margins, and on a wide screen."""
    page.click(f"label[for=choose-{language}]")
    if width < WIDTHS[-1]:
        page.emulate_media(media="print")
    page.set_viewport_size({"width": width, "height": 900})
    days = page.locator(f".tongue--{language} .table--projects .day")
    over = "es => es.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"
    assert (True, []) == (days.count() > 1, days.evaluate_all(over))
