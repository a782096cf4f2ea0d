"""What an investor takes along: places side by side, and a shortlist as link and code."""

import json
from collections.abc import Iterator
from io import BytesIO

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.finding import CHINESE, ENGLISH, Finding, choose_four, keep_some
from tests.site.website import SITE_URL, Website, records

WIDTHS = (375, 768, 1440)


@pytest.fixture
def other(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a profile that knows nothing of the first."""
    fresh = browser.new_context(viewport={"width": 375, "height": 800})
    yield fresh
    fresh.close()


def test_up_to_four_stand_side_by_side(finding: Finding) -> None:
    """One is not compared yet, four are, a fifth says why not and changes nothing."""
    finding.point("manganese-materials")
    first = finding.press("compare", "project")
    assert ("Choose one more" in finding.page.inner_text(".tray__said"), []) == (
        True,
        finding.compared(),
    )
    finding.press("compare", "project")
    titles = choose_four(finding.open(ENGLISH))
    assert titles == finding.compared()
    assert first == titles[0]
    finding.press("compare", "park")
    assert "Four can be compared at a time" in finding.page.inner_text(".tray__said")
    assert titles == finding.compared()
    assert "false" == finding.page.locator("#fits-park [data-compare]").first.get_attribute(
        "aria-pressed"
    )


def test_a_comparison_can_be_changed_and_cleared(finding: Finding) -> None:
    """From the table one is removed, from the band all are; the address keeps step."""
    titles = choose_four(finding)
    finding.page.locator(".compare__remove").nth(1).click()
    assert [titles[0], *titles[2:]] == finding.compared()
    finding.page.reload()
    assert [titles[0], *titles[2:]] == finding.compared()
    finding.page.click(".tray__clear")
    assert (False, False) == tuple(
        finding.page.locator(box).is_visible() for box in ("#compare", "#tray")
    )
    assert "vs=" not in finding.page.url


def rows(page: Page) -> dict[str, list[str]]:
    """Return the figures of the table by the name of their row."""
    return {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts()
        for row in page.locator("#compare tbody tr").all()
    }


def test_the_best_of_a_row_is_marked_by_word_and_sign(finding: Finding) -> None:
    """The lowest price, the shortest way and the highest return say that they are best."""
    for slug in ("jinhe", "nanxi", "linjiang-enclave"):
        title = records("parks")[slug]["title"]["en"]
        finding.page.select_option("#by", "airport")
        row = finding.page.locator("#fits-park .fit", has_text=title)
        row.locator("[data-compare]").click()
    assert 3 == len(finding.compared())
    order = {title: n for n, title in enumerate(finding.compared())}
    found = rows(finding.page)

    def best(name: str) -> set[int]:
        return {n for n, said in enumerate(found[name]) if "◆ best" in said}

    jinhe, enclave = (
        order[records("parks")[s]["title"]["en"]] for s in ("jinhe", "linjiang-enclave")
    )
    assert {jinhe} == best("Starting price") == best("To the airport")
    assert {enclave} == best("To a port")
    assert set() == best("Land on offer") == best("Power")
    both = {order[records("parks")[s]["title"]["en"]] for s in ("jinhe", "nanxi")}
    assert both == best("Lowest price of power by day")


def test_land_is_judged_by_its_price_and_not_by_its_size(finding: Finding) -> None:
    """Plots at one price per mu are alike: the smallest is not the best; dearer land is worse."""
    finding.open(CHINESE)
    items = finding.page.evaluate("zhaoshangFind.items.filter(item => item.kind === 'plot')")
    jinhe = [item for item in items if item["key"].startswith("jinhe/")][:3]
    other = next(item for item in items if not item["key"].startswith("jinhe/"))
    assert len({item["numbers"]["price"] for item in jinhe}) == 1
    assert len({item["numbers"]["cost"] for item in jinhe}) == 3
    for compared, marks in ((jinhe, [False] * 3), ([*jinhe, other], None)):
        finding.open(f"{CHINESE}#vs=" + ".".join(item["id"] for item in compared))
        said = rows(finding.page)
        name = finding.page.evaluate("zhaoshangFind.words.labels.cost")
        found = ["◆" in cell for cell in said[name]]
        low = min(item["numbers"]["price"] for item in compared)
        assert found == (marks or [item["numbers"]["price"] == low for item in compared])


def test_what_is_alike_is_said_once_on_a_phone(finding: Finding) -> None:
    """A figure that all have is shown once, others beside each other by the number of the place."""
    page = finding.page
    page.set_viewport_size({"width": 375, "height": 800})
    finding.point("manganese-materials").press("compare", "plot")
    finding.press("compare", "project")
    assert ["1", "2"] == page.locator(".compare__number").all_inner_texts()
    same = page.locator("#compare .is-same td")
    assert "The same for all" == same.first.get_attribute("data-label")
    assert [True, False] == [cell.is_visible() for cell in same.all()[:2]]
    row = page.locator("#compare tbody tr", has=page.get_by_text("Total investment", exact=True))
    cells = row.locator("td").all()
    assert ["1", "2"] == [cell.get_attribute("data-label") for cell in cells]
    left, right = (cell.bounding_box() for cell in cells)
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]


def test_the_shortlist_stays(finding: Finding) -> None:
    """What is kept is there after a reload and in the other language, until it is removed."""
    titles = keep_some(finding)
    assert titles == finding.kept()
    finding.open(CHINESE)
    assert len(titles) == len(finding.kept())
    finding.page.locator(".kept [data-keep]").first.click()
    finding.open(ENGLISH)
    assert titles[1:] == finding.kept()


@pytest.mark.parametrize("path", [ENGLISH, CHINESE])
def test_the_link_opens_the_list_elsewhere(
    finding: Finding, other: BrowserContext, path: str
) -> None:
    """In a browser that knows nothing the link opens the same list, which can then be adopted."""
    titles = keep_some(finding)
    link = finding.page.input_value("#shortlist-link")
    assert link.startswith(f"{SITE_URL}en/find/#ids=")
    fragment = link.split("#")[1]
    elsewhere = Finding(other.new_page(), finding.address).open(f"{path}#{fragment}")
    there = elsewhere.kept()
    assert (titles if path == ENGLISH else len(titles)) == (
        there if path == ENGLISH else len(there)
    )
    assert elsewhere.page.locator(".shortlist__received").is_visible()
    assert None is elsewhere.page.evaluate("localStorage.getItem('zhaoshang-shortlist')")
    elsewhere.page.click(".shortlist__adopt")
    assert "ids=" not in elsewhere.page.url
    elsewhere.open(path)
    assert there == elsewhere.kept()


def test_a_list_with_what_is_gone_says_so(finding: Finding) -> None:
    """A link that names something no longer offered opens the rest, and says how many are gone."""
    keep_some(finding)
    ids = finding.page.input_value("#shortlist-link").split("ids=")[1].split(".")
    finding.page.evaluate("localStorage.clear()")
    finding.open(f"{ENGLISH}#ids={ids[0]}.aaaaaaaa")
    assert 1 == len(finding.kept())
    assert "No longer on offer: 1" == finding.page.inner_text(".shortlist__gone")


def test_whoever_changes_a_sent_list_makes_it_his_own(finding: Finding) -> None:
    """Keeping something beside a list that was sent keeps both; nothing that was kept is lost."""
    mine = keep_some(finding)
    sent = next(
        item["id"]
        for item in finding.page.evaluate("zhaoshangFind.items")
        if item["title"] not in mine and item["kind"] == "project"
    )
    finding.open(f"{ENGLISH}#ids={sent}")
    assert 1 == len(finding.kept())
    finding.point("logistics").press("keep", "project")
    assert len(mine) + 2 == len(finding.kept())
    assert mine == finding.kept()[: len(mine)]


def test_a_shortlist_is_bounded(finding: Finding) -> None:
    """Forty are kept; one more is refused with a word, and the code can still be drawn."""
    ids = [item["id"] for item in finding.page.evaluate("zhaoshangFind.items")][:40]
    finding.page.evaluate(
        "ids => localStorage.setItem('zhaoshang-shortlist', ids)", json.dumps(ids)
    )
    finding.open()
    assert 40 == len(finding.kept())
    assert [finding.page.input_value("#shortlist-link")] == decoded(finding.page)
    finding.page.select_option("#way", "rent")
    finding.press("keep", "policy")
    assert "holds 40 items" in finding.page.inner_text(".tray__said")
    assert 40 == len(finding.kept())


def test_what_does_not_fit_of_a_sent_list_is_said(finding: Finding) -> None:
    """A list that was sent is shown whole; adopted beside another, what is cut is counted."""
    ids = [item["id"] for item in finding.page.evaluate("zhaoshangFind.items")]
    finding.page.evaluate("ids => zhaoshangShortlist.write(ids)", ids[:30])
    finding.open(f"{ENGLISH}#ids={'.'.join(ids[30:75])}")
    assert len(finding.kept()) == 45
    finding.page.click(".shortlist__adopt")
    assert len(finding.kept()) == 40
    assert "did not fit: 35" in finding.page.inner_text(".tray__said")


@pytest.mark.parametrize("spoilt", ["{", "[1,2]", '"x"', "null", '["<img>"]'])
def test_spoilt_storage_is_an_empty_list(finding: Finding, spoilt: str) -> None:
    """Whatever stands in the browser's storage, the page works."""
    finding.page.evaluate("text => localStorage.setItem('zhaoshang-shortlist', text)", spoilt)
    finding.open()
    assert [] == finding.kept()
    keep_some(finding)
    assert finding.kept()


def decoded(page: Page) -> list[str]:
    """Return what a phone reads from the code on the screen."""
    picture = Image.open(BytesIO(page.locator(".shortlist__code").screenshot()))
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_code_on_the_screen_is_the_link(finding: Finding, width: int) -> None:
    """A QR code, photographed from the screen, opens the same list."""
    finding.page.set_viewport_size({"width": width, "height": 900})
    keep_some(finding)
    assert [finding.page.input_value("#shortlist-link")] == decoded(finding.page)


@pytest.mark.parametrize("path", [CHINESE, ENGLISH])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_full_page_serves_everyone(finding: Finding, path: str, width: int) -> None:
    """With answer, table, shortlist and band there is no axe violation, and nothing runs over."""
    page = finding.page
    page.set_viewport_size({"width": width, "height": 900})
    finding.open(path)
    page.fill("#size", "50")
    choose_four(finding)
    finding.press("keep", "project")
    page.click("#segments [data-segment='battery-cells']")
    assert 0 == page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")
    found = Axe().run(page).response["violations"]
    assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]


def test_it_works_from_a_folder(page: Page, website: Website) -> None:
    """From file:// a product is found, kept, compared, coded and opened, and nothing is fetched."""
    strangers: list[str] = []
    page.on("request", lambda request: strangers.extend([request.url]))
    page.on("pageerror", lambda error: strangers.extend([str(error)]))
    finding = Finding(page, website.folder.as_uri() + "/").open("en/find/index.html")
    keep_some(finding)
    finding.press("compare", "plot", 0)
    finding.press("compare", "plot", 1)
    assert (2, True) == (len(finding.compared()), decoded(page)[0].startswith(SITE_URL))
    page.reload()
    assert len(finding.kept()) == len(finding.kinds())
    assert [] == [url for url in strangers if not url.startswith(("file://", "about:"))]
    page.click("#fits-project .fit__title a >> nth=0")
    page.wait_for_url("**/en/projects/*/index.html")
