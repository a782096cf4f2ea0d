"""What parks cost, page by page: none is left half empty, and a price says when it holds."""

import re
from pathlib import Path
from shutil import copytree, ignore_patterns

import pypdfium2
import pytest

from site_builder.brochure.chapters.cost_pages import CostPages, cost_pages
from site_builder.brochure.chapters.costs import cost_tables
from site_builder.brochure.plan import BOOK
from site_builder.build import prepare
from site_builder.present.links import LANGUAGES
from tests.brochure.conftest import THEME
from tests.brochure.shop import Shop, lines

OTHER_BANDS = re.compile(r"(?m)^  - \{ kind: power, .*band: (?:sharp|peak|valley), .*\n")
TABLE = (
    '{% from "brochures/parts/price_table.html" import price_table %}'
    "{% for table in tables %}{{ price_table(table, w) }}{% endfor %}"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_price_at_all_hours_says_so_beside_a_single_band(tmp_path: Path, language: str) -> None:
    ignored = ignore_patterns("site*", "editions", "tests", ".*", "theme", "benchmarks", "docs")
    root = Path(copytree(THEME.parent, tmp_path / "county", ignore=ignored))
    for park in (root / "parks").glob("*.yml"):
        park.write_text(OTHER_BANDS.sub("", park.read_text("utf-8")), "utf-8")
    sample = prepare(root, THEME)
    county = sample.counties[language]
    (table,) = (table for table in cost_tables(county) if any(r.all_hours for r in table.rows))
    assert len(table.heads) == 1
    assert {row.cells for row in table.rows if row.all_hours} == {("0.42",)}
    html = sample.theme.environment.from_string(TABLE).render(tables=[table], w=county.voice.words)
    said = [re.sub("<[^>]*>", "", cell) for cell in re.findall("<td.*?</td>", html)]
    assert {"zh": "不分时段：0.42", "en": "At all hours: 0.42"}[language] in said


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop()


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_pages_are_used(shop: Shop, language: str) -> None:
    """The sample's tables take two pages; on both, words reach into the lower half."""
    html = shop.html(shop.brochure(language, BOOK))
    layout = shop.part(html, "costs")
    assert layout.pages == 2
    with pypdfium2.PdfDocument(layout.pdf()) as document:
        for page in document:
            height = page.get_height()
            text = [bottom for _, bottom, _, _ in lines(page) if bottom > height * 0.1]
            assert min(text) < height * 0.45


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_is_left_out(shop: Shop, language: str) -> None:
    for county in (shop.publication, shop.publication.events["xiamen-2026"]):
        view = county.counties[language]
        pages = cost_pages(view)
        assert isinstance(pages, CostPages)
        shown = [table for page in pages.pages for table in page]
        assert len(shown) == len(cost_tables(view))
        assert set(shown) == set(cost_tables(view))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_of_all_projects_share_a_page(shop: Shop, language: str) -> None:
    assert shop.part(shop.html(shop.brochure(language, BOOK)), "papers").pages == 1
