"""Other names for a product, and what is said where nothing fits."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from site_builder.theme import Theme
from tests.site.finding import CHINESE, ENGLISH, Finding
from tests.site.website import COUNTY, Website, records

NEAR = {
    path: str(Theme(COUNTY / "theme").words(language)["find"]["near"])
    for path, language in ((CHINESE, "zh"), (ENGLISH, "en"))
}


@pytest.mark.parametrize(
    ("typed", "segment"),
    [
        ("电瓶", "battery-cells"),
        ("电瓶厂", "battery-cells"),
        ("我们是电池厂", "battery-cells"),
        ("马达", "outboard-motors"),
        ("蘑菇", "mushrooms-livestock"),
        ("中成药", "preparations"),
        ("accumulators", "battery-cells"),
        ("MnSO4", "high-purity-sulphate"),
        ("fungi", "mushrooms-livestock"),
    ],
)
@pytest.mark.parametrize("path", [CHINESE, ENGLISH])
def test_another_name_leads_to_the_same(
    finding: Finding, path: str, typed: str, segment: str
) -> None:
    """What trade calls otherwise is found, and the page says that it is not called exactly that."""
    finding.open(path).ask(typed)
    language = "en" if path == ENGLISH else "zh"
    titles = {
        part["id"]: part["title"][language]
        for industry in records("industries").values()
        for part in industry.get("segments", [])
    }
    assert titles[segment] in finding.titles("segment")
    near = typed != "我们是电池厂"
    assert near is (NEAR[path] in finding.page.inner_text("#answer"))


@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_word_of_the_scripts_is_delivered(
    website: Website, page: Page, address: str, folder: str
) -> None:
    """What the scripts of the page read from its words is there, and nothing is "undefined"."""
    scripts = list((website.folder / "assets/js").glob("find*.js"))
    assert len(scripts) >= 5
    read = {
        name for js in scripts for name in re.findall(r"\bwords\.(\w+)", js.read_text("utf-8"))
    } - {"latin", "chinese", "length", "filter", "every"}
    finding = Finding(page, address).open(f"{folder}find/")
    delivered = json.loads(page.evaluate("JSON.stringify(zhaoshangFind.words)"))
    assert read >= {"answer", "why", "kinds"}
    assert sorted(read - set(delivered)) == []
    finding.ask("tea" if folder else "茶")
    assert "undefined" not in page.locator("main").evaluate("main => main.outerHTML")


def test_a_name_that_is_found_is_not_changed(finding: Finding) -> None:
    """Other names are tried only where the one that was typed stands nowhere."""
    finding.open(CHINESE).ask("香菇")
    assert NEAR[CHINESE] not in finding.page.inner_text("#answer")
    found = finding.titles("project")
    finding.ask("蘑菇")
    assert set(found) <= set(finding.titles("project"))


def test_nothing_says_what_to_relax(finding: Finding) -> None:
    """The industry or the product can be left out, with how many results that brings."""
    finding.point("manganese-materials").ask("ropeway")
    page = finding.page
    assert [] == finding.kinds()
    offers = page.locator("#relaxations button").all_inner_texts()
    assert [
        "Without Manganese-based new materials",
        "Without “ropeway”",
    ] == [o.rpartition(" (")[0] for o in offers]
    page.click("#relaxations button >> nth=0")
    count = int(offers[0].rpartition(" (")[2].rstrip(")"))
    assert count == sum(len(finding.titles(kind)) for kind in finding.kinds())
    expect(page.locator("#found h2")).to_be_focused()
    expect(page.locator("#relaxing")).to_be_hidden()


@pytest.mark.parametrize("path", [CHINESE, ENGLISH])
def test_a_word_nobody_knows_leads_to_everything_and_to_a_person(
    finding: Finding, path: str
) -> None:
    """Where only a word was typed, the whole list and the telephone are offered; axe is content."""
    page = finding.open(path).page
    page.fill("#product", "zzxxqq")
    assert page.get_attribute("#relaxing a", "href").startswith("tel:0800")
    assert [] == Axe().run(page).response["violations"]
    page.click("#relaxations button")
    expect(page.locator("#all")).to_be_visible()
    assert "" == page.input_value("#product")


def test_the_catalogue_passes_its_search_on(page: Page, address: str) -> None:
    """What no project offers is looked for among gaps, plots and policies."""
    page.goto(address + "en/projects/")
    page.fill("#search", "electroplating line")
    page.click(".catalogue__elsewhere a")
    page.wait_for_url("**/en/find/#q=electroplating%20line")
    assert "electroplating line" == page.input_value("#product")


_LINES_OF_A_WORD = """buttons => {
  const range = document.createRange(), broken = [];
  for (const button of buttons) {
    const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      for (const word of node.data.matchAll(/[A-Za-z]+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const tops = [...range.getClientRects()].map(box => Math.round(box.top));
        if (new Set(tops).size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("width", [375, 768, 1440])
def test_no_word_is_broken_on_a_segment(finding: Finding, width: int) -> None:
    """The names of the segments to point at keep their words whole, at every width."""
    finding.page.set_viewport_size({"width": width, "height": 900})
    finding.open(ENGLISH)
    broken = []
    for industry in finding.page.locator("[data-industry]").all():
        industry.click()
        broken += finding.page.locator(".pick__one").evaluate_all(_LINES_OF_A_WORD)
    assert [] == broken
