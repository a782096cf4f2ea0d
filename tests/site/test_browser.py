"""The sample county's pages in a real browser: for everyone, on any screen, from any place."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from tests.site.website import KINDS, Website, find, only, records, words

PAGES = [f"{folder}{path}" for path in KINDS.values() for folder in ("", "en/")]
PAGES.append("no/such/page/")
WIDTHS = (375, 768, 1440)
PROJECT = KINDS["project"]
BUDGET = 200 * 1024
CUT_OFF = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(e => {
  if (e.closest("svg, [hidden], .table, .chart__data, .chain-map--wide, .skip")) return false
  const style = getComputedStyle(e)
  if (style.display === "inline" || !e.clientWidth) return false
  return e.scrollWidth > e.clientWidth + 1 && !["auto", "scroll"].includes(style.overflowX)
}).map(e => `${e.tagName}.${e.className} ${e.scrollWidth}: ${e.textContent.trim().slice(0, 40)}`)"""


class Watch:
    """What a tab asks for and complains of."""

    def __init__(self, page: Page, address: str) -> None:
        self.address = address
        self.strangers: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._request)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._console)

    def _request(self, request: object) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.strangers.append(request.url)

    def _console(self, message: object) -> None:
        # The browser itself reports that a lost address is lost.
        if message.type in {"error", "warning"} and "404 (Not Found)" not in message.text:
            self.complaints.append(message.text)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_serves_everyone(page: Page, address: str, path: str) -> None:
    """A page has no axe violation, asks no other host, logs no error, and fits three screens."""
    watch = Watch(page, address)
    page.goto(address + path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (width, 0) == (width, max(0, over))
        assert (width, []) == (width, page.evaluate(CUT_OFF))
    found = Axe().run(page).response["violations"]
    assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]
    assert ([], []) == (watch.strangers, watch.complaints)


@pytest.mark.parametrize("path", [PROJECT, "en/projects/"])
def test_a_page_on_a_phone_serves_everyone(browser: Browser, address: str, path: str) -> None:
    """With menu and filters open on a phone there is no axe violation either."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(address + path)
    page.click(".masthead__menu")
    if page.locator(".filters__toggle").count():
        page.click(".filters__toggle")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]


def test_the_menu_opens_and_closes_on_a_phone(browser: Browser, address: str) -> None:
    """On a phone the navigation is behind a button, which Escape closes again."""
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto(f"{address}en/")
    menu, link = page.locator(".masthead__menu"), page.locator(".masthead__list a").first
    assert (False, "false") == (link.is_visible(), menu.get_attribute("aria-expanded"))
    menu.click()
    assert (True, "true") == (link.is_visible(), menu.get_attribute("aria-expanded"))
    page.keyboard.press("Escape")
    assert (False, "false") == (link.is_visible(), menu.get_attribute("aria-expanded"))
    assert page.evaluate("document.activeElement.className") == "masthead__menu"
    context.close()


@pytest.mark.parametrize("path", [PROJECT, "no/such/page/"])
def test_the_first_tab_leads_past_the_navigation(page: Page, address: str, path: str) -> None:
    """The first link on a page is the way to its content, and it stays on the page."""
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.url.removeprefix(address).split("#")[0] == path


def loaded_files(website: Website, path: str) -> set[Path]:
    """Return every file a page names, those that are loaded only on scrolling included."""
    page = website.pages[path]
    names = [e.get("href") for e in find(page, "link[rel=stylesheet], link[rel=icon]")]
    names += [e.get("src") for e in find(page, "img[src], script[src]")]
    return {(website.folder / path / name).resolve() for name in (*names, "index.html")}


def test_a_project_loads_little(website: Website) -> None:
    """All that a project's page can load is at most 200 KB, before any compression."""
    sizes = {
        path: sum(file.stat().st_size for file in loaded_files(website, path))
        for path in website.pages
        if path.count("projects/") and path.removeprefix("en/") != "projects/"
    }
    assert 2 * len(records("projects")) == len(sizes)
    assert {} == {path: size for path, size in sizes.items() if size > BUDGET}


@pytest.mark.parametrize("path", [PROJECT, f"en/{PROJECT}"])
def test_a_browser_loads_little(page: Page, address: str, path: str) -> None:
    """The bodies of all answers that the first view of a project brings are at most 200 KB."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.extend([answer]))
    page.goto(address + path, wait_until="networkidle")
    sizes = {answer.url: len(answer.body()) for answer in answers if "/media/" not in answer.url}
    assert len(sizes) >= 7
    assert (BUDGET, sizes) == (max(BUDGET, sum(sizes.values())), sizes)


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_project_prints_whole(
    page: Page, address: str, website: Website, tmp_path: Path, folder: str
) -> None:
    """A printed project page has its title, key figures and chapters on A4, and no navigation."""
    page.goto(address + folder + PROJECT)
    page.emulate_media(media="print")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    printed = "".join(
        "".join(sheet.get_textpage().get_text_bounded() for sheet in document).split()
    )
    parsed = website.pages[folder + PROJECT]
    wanted = [only(parsed, "h1"), *find(parsed, ".band .figures__value"), *find(parsed, "h2")[:-1]]
    texts = ["".join(element.text_content().split()) for element in wanted]
    assert len(texts) > 15
    assert [] == [text for text in texts if text not in printed]
    assert not page.locator(".masthead__nav").is_visible()
    assert 210 == round(document[0].get_width() / 72 * 25.4)


def test_the_site_works_from_a_folder(page: Page, website: Website) -> None:
    """From file://, home leads to the catalogue, a project, its twin, and back."""
    watch = Watch(page, "file://")
    page.goto((website.folder / "index.html").as_uri())
    page.click(".masthead__list a >> nth=0")
    page.wait_for_url("**/projects/index.html")
    page.click(".row__link >> nth=2")
    page.wait_for_url("**/projects/*/index.html")
    title = page.title()
    page.click(".masthead__language")
    page.wait_for_url("**/en/projects/*/index.html")
    page.click(".masthead__language")
    page.wait_for_url("**/projects/*/index.html")
    assert title == page.title()
    page.go_back()
    page.go_back()
    page.go_back()
    assert page.url.endswith("/projects/index.html")
    page.click(".brand")
    page.wait_for_url("**/index.html")
    assert ([], []) == (watch.strangers, watch.complaints)


def test_the_catalogue_works_from_a_folder(page: Page, website: Website) -> None:
    """From file://, filters narrow the list, and the selection survives a reload."""
    page.goto((website.folder / "en/projects/index.html").as_uri())
    page.check("input[name=industry][value=tea-food]")
    wanted = {slug for slug, r in records("projects").items() if r["industry"] == "tea-food"}
    assert len(wanted) == page.locator(".row:visible").count()
    page.reload()
    assert len(wanted) == page.locator(".row:visible").count()


def test_a_chain_map_leads_on_from_a_folder(page: Page, website: Website) -> None:
    """From file://, a link inside a drawing opens the page it names."""
    page.goto((website.folder / "parks/index.html").as_uri())
    page.click("svg a[href*='jinhe'] >> nth=0")
    page.wait_for_url("**/parks/jinhe/index.html")
    assert only(website.pages["parks/jinhe/"], "head title").text == page.title()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """Yield a tab of a phone without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    yield context.new_page()
    context.close()


def test_without_javascript_the_catalogue_is_a_list(plain: Page, address: str) -> None:
    """Without JavaScript every project is listed, and no dead form is shown."""
    plain.goto(f"{address}projects/")
    assert len(records("projects")) == plain.locator(".row__link:visible").count()
    assert [False, False] == [plain.locator(s).is_visible() for s in ("#filters", "#sort")]


def test_without_javascript_the_navigation_is_reachable(plain: Page, address: str) -> None:
    """Without JavaScript each section and the other language can be seen and clicked."""
    plain.goto(f"{address}en/")
    links = plain.locator(".masthead__list a, .masthead__language")
    assert [True] * links.count() == [link.is_visible() for link in links.all()]
    assert not plain.locator(".masthead__menu").is_visible()
    links.nth(1).click()
    assert f"{address}en/find/" == plain.url


def test_charts_can_be_read_on_every_screen(page: Page, address: str) -> None:
    """Every chart is shown once on each screen, and no word in it is smaller than ten pixels."""
    page.goto(address + PROJECT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        pictures = page.locator(".chart__picture:visible")
        assert page.locator("figure.chart").count() == pictures.count()
        heights = page.evaluate(
            "[...document.querySelectorAll('.chart__picture svg text')]"
            ".filter(t => t.checkVisibility()).map(t => t.getScreenCTM().a"
            " * parseFloat(getComputedStyle(t).fontSize))"
        )
        assert len(heights) > 20
        assert (width, 10) == (width, min(10, *heights))


def test_a_project_says_what_it_must(website: Website) -> None:
    """A project's page has opening, facts, charts, QR code, contact card, chapters and kin."""
    for folder in ("", "en/"):
        for slug, record in records("projects").items():
            page = website.pages[f"{folder}projects/{slug}/"]
            counts = {
                "hero": len(find(page, ".hero h1")),
                "facts": len(find(page, ".project__card .facts")),
                "code": len(find(page, ".project__code svg")),
                "card": len(find(page, "a[href='contact.vcf']")),
                "kin": len(find(page, ".project__related .card")),
                "charts": len(find(page, "#market .chart")),
            }
            series = len(record["market"].get("series", []))
            wanted = {"hero": 1, "facts": 1, "code": 1, "card": 1, "kin": 3, "charts": series}
            assert (slug, wanted) == (slug, counts)
            assert record["contacts"][0]["phone"] in words(page)
