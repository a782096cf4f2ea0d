"""The same county built on three days: figures are shown, then marked, then gone."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from site_builder.plugin import build_site
from tests.brochure import reading
from tests.county_copy import CountyCopy
from tests.site.served import serving
from tests.site.tiny import publishable
from tests.site.website import Website, find, words

SHOWN = {
    "zh": ("86.4亿元", "2.37元/吨", "24.68亿元"),
    "en": ("RMB 8.64 billion", "RMB 2.37/t", "RMB 2.468 billion"),
}
"""Values of figures for 2025 as pages say them: the county's, a tariff, a park's output."""
MARK = {"zh": "2025年数据，待更新", "en": "2025 figure, being updated"}
COSTS = """\
tariffs:
  - {kind: power, price: 2.37元/吨, year: 2025, source: {zh: 县发改局, en: County office}}
performance:
  year: 2025
  output: 24.68亿元
  tax: 1.1亿元
  output_per_area: 137万元/亩
  tax_per_area: 6.1万元/亩
  jobs: 2600人
  source: {zh: 园区管委会, en: Park administration}
policies: [standard-land]
"""
DAYS = {"shown": "2027-12-30", "marked": "2028-01-02", "gone": "2030-01-02"}


def built_on(county: CountyCopy, day: str, *, brochures: bool = False) -> Website:
    epoch = datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(epoch)))
        report = build_site(county.root, county.root / f"site-{day}", brochures=brochures)
    return Website(report.site_dir)


@pytest.fixture(scope="module")
def websites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Website]:
    """Return the tiny county's website as it is built on each day, with brochures but at first."""
    county = publishable(tmp_path_factory.mktemp("old") / "county")
    county.edit("parks/hexi.yml", "policies: [standard-land]\n", COSTS)
    county.edit("mkdocs.yml", "  - zhaoshang: {brochures: false}\n", "  - zhaoshang\n")
    for folder in ("docs", "docs/en"):
        page = county.file(f"{folder}/services.md")
        link = '<a href="../policies/standard-land/">The Measures</a>'
        page.write_text(f"{page.read_text('utf-8')}\n{link}\n", "utf-8")
    return {name: built_on(county, day, brochures=name != "shown") for name, day in DAYS.items()}


def texts(website: Website) -> dict[str, str]:
    """Return all that pages of each language say, without spaces: units stand by themselves."""
    said = {"zh": "", "en": ""}
    for path, page in website.pages.items():
        said["en" if path.startswith("en/") else "zh"] += "".join(page.itertext())
    return {language: reading.squeezed(text) for language, text in said.items()}


@pytest.mark.parametrize(
    ("name", "shown", "marked"),
    [("shown", True, False), ("marked", True, True), ("gone", False, False)],
)
def test_figures_are_shown_then_marked_then_gone(
    websites: dict[str, Website], name: str, shown: bool, marked: bool
) -> None:
    """In both languages, on every page that shows them."""
    said = texts(websites[name])
    for language, values in SHOWN.items():
        assert {shown} == {reading.squeezed(value) in said[language] for value in values}
        assert marked is (reading.squeezed(MARK[language]) in said[language])


def test_every_figure_of_an_old_year_is_marked(websites: dict[str, Website]) -> None:
    """The county's figure, the chart and the table of a project, and twice the park's tariff."""
    pages = websites["marked"].pages
    counted = {
        path: len(find(pages[path], ".stale"))
        for path in ("", "en/", "projects/cathode/", "en/parks/hexi/")
    }
    assert {"": 1, "en/": 1, "projects/cathode/": 2, "en/parks/hexi/": 3} == counted


def test_no_file_holds_what_is_held_back(websites: dict[str, Website]) -> None:
    """Neither pages nor drawings nor machine-readable files; the search finds them before."""
    # The county's own figure stands in parts, number and unit; these stand in one piece.
    marks = [*SHOWN["zh"][1:], *SHOWN["en"][1:]]

    def holding(website: Website) -> set[str]:
        files = website.files().items()
        return {mark for mark in marks for _, data in files if mark.encode() in data}

    assert set(marks) == holding(websites["shown"])
    assert set() == holding(websites["gone"])


def test_no_brochure_holds_what_is_held_back(websites: dict[str, Website]) -> None:
    """The handbooks and leaflets of that day name the project, and none of the figures."""
    folder = websites["gone"].folder
    said = {file: reading.words(file) for file in sorted(folder.rglob("*.pdf"))}
    assert len(said) == 4
    values = [reading.squeezed(value) for texts in SHOWN.values() for value in texts]
    assert set() == {value for value in values for text in said.values() if value in text}
    assert any("年产2万吨正极材料" in text for text in said.values())


def test_brochures_mark_old_figures_too(websites: dict[str, Website]) -> None:
    """The leaflet of the project says so beside its figure, in both languages."""
    folder = websites["marked"].folder
    for language, path in (("zh", ""), ("en", "en/")):
        said = reading.words(folder / f"{path}projects/cathode/leaflet.pdf")
        assert reading.squeezed(MARK[language]) in said


def test_a_policy_that_is_over_leaves_no_link(websites: dict[str, Website]) -> None:
    """Its page is gone with all that led there; prose keeps the words."""
    for name, expected in (("marked", True), ("gone", False)):
        pages = websites[name].pages
        assert expected is ("policies/standard-land/" in pages)
        links = {link for page in pages.values() for _, _, link, _ in page.iterlinks()}
        assert expected is any("standard-land" in link for link in links)
        assert "The Measures" in words(pages["services/"])


def test_the_mark_of_an_old_figure_stands_on_a_line_of_its_own(
    websites: dict[str, Website], page: Page
) -> None:
    """Over a page it is neither bracketed nor broken, nor pushes a figure into a second row."""
    with serving(websites["marked"].folder) as address:
        for folder in ("", "en/"):
            page.goto(f"{address}{folder}parks/hexi/")
            notes = page.locator(".band .figures__note:has(.stale)")
            assert 1 == notes.count()
            style = "e => ['::before', '::after'].map(p => getComputedStyle(e, p).content)"
            assert ["none", "none"] == notes.first.evaluate(style)
            assert "block" == notes.first.evaluate("e => getComputedStyle(e).display")
            tops = "es => new Set(es.map(e => e.getBoundingClientRect().top)).size"
            assert 1 == page.locator(".band .figures__item").evaluate_all(tops)
