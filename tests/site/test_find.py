"""From a product or an industry to what fits an investor, in the order that matters to him."""

import pytest
from playwright.sync_api import Page

from tests.site.finding import CHINESE, ENGLISH, Finding, plots_in
from tests.site.website import Website, find, only, records, resolved


def available_plots(park: str) -> set[str]:
    """Return the plots of a park that can be had."""
    return {
        plot["id"].upper()
        for plot in records("parks")[park]["plots"]
        if plot["status"] == "available"
    }


def on_segment(industry: str, segment: str) -> set[str]:
    """Return the projects that answer a segment, as their authors and its author wrote it."""
    own = {
        slug
        for slug, project in records("projects").items()
        if project["industry"] == industry and segment in project.get("segments", [])
    }
    chain = {s["id"]: s for s in records("industries")[industry]["segments"]}
    return own | set(chain[segment].get("projects", [])) & set(records("projects"))


@pytest.mark.parametrize("segment", ["battery-cells", "high-purity-sulphate", "slag-recovery"])
def test_a_segment_leads_to_its_projects_plots_and_policies(finding: Finding, segment: str) -> None:
    """Pointed to, a segment gives itself, the projects on it, plots of its parks, its policies."""
    industry = "manganese-materials"
    finding.point(industry, segment)
    chain = {s["id"]: s for s in records("industries")[industry]["segments"]}
    assert [chain[segment]["title"]["en"]] == finding.titles("segment")
    briefs = on_segment(industry, segment)
    assert briefs == set(finding.slugs("project"))
    parks = {*chain[segment]["parks"]} | {
        p for b in briefs if (p := records("projects")[b].get("park"))
    }
    named = {*chain[segment].get("plots", [])}
    named |= {plot for b in briefs for plot in records("projects")[b].get("plots", [])}
    uses = {p["use"] for park in parks for p in records("parks")[park]["plots"] if p["id"] in named}
    wanted = {
        p["id"].upper()
        for park in parks
        for p in records("parks")[park]["plots"]
        if p["status"] == "available" and (not uses or p["use"] in uses or p["id"] in named)
    }
    shown = finding.titles("plot")
    assert wanted == plots_in(shown)
    assert {p.upper() for p in named} & wanted == plots_in(shown[: len(named)])
    assert parks == set(finding.slugs("park"))
    assert set(chain[segment]["policies"]) <= set(finding.slugs("policy"))


def test_an_industry_leads_to_all_of_its_chain(finding: Finding) -> None:
    """Pointed to, an industry gives its whole chain and every project of its own, gaps first."""
    finding.point("tea-food")
    segments = records("industries")["tea-food"]["segments"]
    titles = finding.titles("segment")
    assert {s["title"]["en"] for s in segments} == set(titles)
    strengths = {s["title"]["en"]: s["strength"] for s in segments}
    order = [["missing", "weak", "strong"].index(strengths[title]) for title in titles]
    assert sorted(order) == order
    own = {slug for slug, p in records("projects").items() if p["industry"] == "tea-food"}
    assert own <= set(finding.slugs("project"))


def test_an_industry_without_a_chain_leads_to_its_projects(finding: Finding) -> None:
    """An industry without segments has none to point to, but its projects are found."""
    finding.point("logistics")
    assert not finding.page.locator("#segments").is_visible()
    own = {slug for slug, p in records("projects").items() if p["industry"] == "logistics"}
    assert own == set(finding.slugs("project"))


ASKED = [
    ("硫酸锰", "high-purity-sulphate", "battery-manganese-sulphate"),
    ("manganese sulphate", "high-purity-sulphate", "battery-manganese-sulphate"),
    ("Manganese Sulfates", "high-purity-sulphate", "battery-manganese-sulphate"),
    ("我们生产 硫酸锰", "high-purity-sulphate", "battery-manganese-sulphate"),
    ("精密零部件", "precision-parts", "outboard-motors"),
    ("precision part", "precision-parts", "outboard-motors"),
    ("茶多酚", "tea-extracts", "tea-extracts"),
    ("outboard motors", "outboard-motors", "outboard-motors"),
]


@pytest.mark.parametrize("path", [CHINESE, ENGLISH])
@pytest.mark.parametrize(("product", "segment", "project"), ASKED)
def test_a_product_is_found_in_either_language(  # noqa: PLR0917 - what is asked, what is found
    page: Page, address: str, path: str, product: str, segment: str, project: str
) -> None:
    """A product, typed in Chinese or English, is found on the page of either language."""
    finding = Finding(page, address).open(path).ask(product)
    assert segment in page.locator("#fits-segment .fit__title a").first.get_attribute("href")
    assert project in finding.slugs("project")[:2]
    assert not page.locator(".answer__aside").count()
    assert page.get_by_role("status").first.is_visible()
    assert product.strip() in page.inner_text("#answer")


@pytest.mark.parametrize(
    ("product", "segment"), [("饲料级硫酸锰粉", "高纯硫酸锰"), ("精密零件", "精密零部件")]
)
def test_what_is_only_like_it_is_called_near(finding: Finding, product: str, segment: str) -> None:
    """A product that is named nowhere leads to what comes close, and the page says so."""
    finding.open(CHINESE).ask(product)
    assert "相近" in finding.page.inner_text(".answer__aside")
    assert segment in finding.titles("segment")


@pytest.mark.parametrize("nonsense", ["zzz qqq", "飞碟", "!?", "<b>x</b>"])
def test_nothing_found_says_what_to_do(finding: Finding, nonsense: str) -> None:
    """A product that nothing is like gives no list, but a way on."""
    finding.ask(nonsense)
    assert [] == finding.kinds()
    assert "Nothing fits" in finding.page.inner_text("#answer")
    assert not finding.page.locator("#all").is_visible()
    finding.page.click(".ask__clear")
    assert finding.page.locator("#all").is_visible()


def test_a_result_says_why(finding: Finding) -> None:
    """Reasons are words: what is bought, which segment is filled, what land there is, how far."""
    finding.ask("high-purity manganese sulphate")
    finding.page.fill("#size", "100")
    finding.page.select_option("#by", "airport")
    said = finding.why("segment", "High-purity Mn sulphate")
    assert said[0].startswith("Local firms buy from outside: High-purity manganese sulphate")
    brief = records("projects")["battery-manganese-sulphate"]["title"]["en"]
    project = finding.why("project", brief)
    assert "Strengthens the weak segment “High-purity Mn sulphate”" in project
    assert any(reason.startswith("Yunping Airport, 44 km") for reason in project)
    plot = finding.why("plot", finding.titles("plot")[0])
    assert "Suits the segment “High-purity Mn sulphate”" in plot
    assert any("enough for the 100 mu you want" in reason for reason in plot)


@pytest.mark.parametrize(("path", "product"), [(ENGLISH, "tea extract"), (CHINESE, "茶多酚")])
def test_a_gap_is_offered_its_own_plot_first(finding: Finding, path: str, product: str) -> None:
    """Then free land of the same use; what is meant for others comes last and says for whom."""
    finding.open(path).ask(product)
    titles = finding.titles("plot")
    assert [plots_in([title]).pop() for title in titles] == ["JH-06", "JH-01", "JH-07", "JH-12"]
    suits = "Suits the segment" if path == ENGLISH else "适合“茶叶提取物”环节"
    meant = "Meant for “" if path == ENGLISH else "规划用于“"
    for place, title in enumerate(titles):
        why = finding.why("plot", title)
        assert (place == 0) is any(reason.startswith(suits) for reason in why)
        assert (place > 1) is any(reason.startswith(meant) for reason in why)


def test_the_reason_names_the_segment_that_fits_best(finding: Finding) -> None:
    """Of several segments that a park suits, the one that was asked for comes first."""
    finding.ask("cathode material")
    park = records("parks")["jinhe"]["title"]["en"]
    assert finding.why("park", park)[0] == "Suits the segment “Cathode materials”"
    assert finding.titles("plot")[0].endswith("JH-04")
    for title in finding.titles("plot"):
        assert "Suits the segment “Cathode precursors”" not in finding.why("plot", title)


def test_a_project_is_planned_on_its_own_plot_alone(finding: Finding) -> None:
    """Plots beside it say that they lie in the same park."""
    finding.ask("connectors")
    own = records("projects")["connectors-harness"]["plots"]
    title = records("projects")["connectors-harness"]["title"]["en"]
    for plot in finding.titles("plot"):
        why = finding.why("plot", plot)
        mine = plot[-5:].lower() in own
        assert mine is (f"“{title}” is planned here" in why)
        assert mine is not (f"In the same park as “{title}”" in why)


def test_land_larger_than_any_plot_is_owned_up_to(finding: Finding) -> None:
    """Where no plot is as large as wanted, the smaller ones are shown and the page says so."""
    finding.point("manganese-materials").page.fill("#size", "5000")
    assert "No single plot or factory reaches 5000 mu" in finding.page.inner_text("#answer")
    assert available_plots("jinhe") <= plots_in(finding.titles("plot"))


def test_who_rents_is_shown_factories(finding: Finding) -> None:
    """Renting, an investor is shown ready-built factories in square metres, and no housing."""
    finding.point("electronics").page.select_option("#way", "rent")
    assert "m2" == finding.page.input_value("#unit")
    finding.page.fill("#size", "20000")
    park = records("parks")["linjiang-enclave"]
    names = {plant["name"]["en"]: plant["area"] for plant in park["plants"]}
    wide = [name for name, area in names.items() if area == "2.4万平方米"]
    assert [f"{park['title']['en']}, {name}" for name in wide] == finding.titles("plant")
    finding.page.fill("#size", "")
    assert set(names) - {"Staff housing"} == {
        title.removeprefix(f"{park['title']['en']}, ") for title in finding.titles("plant")
    }
    assert "plot" not in finding.kinds()


def test_housing_is_not_offered_as_a_factory(website: Website) -> None:
    """Housing has a table of its own, and its rent is not the park's lowest for a factory."""
    park = website.pages["en/parks/linjiang-enclave/"]
    tables = {
        only(table, "caption").text: [row.text_content() for row in find(table, "tbody th")]
        for table in find(park, "#costs table")
        if find(table, "caption")
    }
    assert ["Staff housing"] == tables["Other buildings to let"]
    assert "Staff housing" not in tables["Ready-built factories"]
    rows = find(website.pages["parks/"], "tbody tr")
    rents = only(
        next(row for row in rows if find(row, "th")[0].text_content() == "租金"),
        "td[data-label='青岚·临江飞地产业园']",
    )
    assert "12元/平方米·月" == rents.text_content()


def test_the_question_is_in_the_address(finding: Finding) -> None:
    """After a reload, and in the other language, the same question gives the same answer."""
    finding.ask("manganese").point("manganese-materials", "battery-recycling")
    finding.page.fill("#size", "4")
    finding.page.select_option("#unit", "ha")
    finding.page.select_option("#by", "railway")
    shown = {kind: finding.slugs(kind) for kind in finding.kinds()}
    assert shown
    finding.page.reload()
    assert shown == {kind: finding.slugs(kind) for kind in finding.kinds()}
    finding.page.click(".masthead__language")
    finding.page.wait_for_url(f"{finding.address}find/#*")
    assert shown == {kind: finding.slugs(kind) for kind in finding.kinds()}
    assert "到铁路车站的距离" == finding.page.locator("#by option:checked").inner_text()


@pytest.mark.parametrize(
    "fragment", ["#q=%E0%A4%A", "#by=x&unit=y&way=z", "#industry=__proto__", "#ids=&vs=!", "#=&&"]
)
def test_a_damaged_address_is_an_empty_question(finding: Finding, fragment: str) -> None:
    """An address that nobody could have made asks nothing and breaks nothing."""
    errors: list[str] = []
    finding.page.on("pageerror", lambda error: errors.append(str(error)))
    finding.open(ENGLISH + fragment)
    assert ([], True) == (errors, finding.page.locator("#all").is_visible())


def test_an_example_asks_for_itself(finding: Finding) -> None:
    """A press on what local firms buy from outside asks for just that, and something is found."""
    examples = finding.page.locator(".ask__example").all_inner_texts()
    assert 3 <= len(examples) <= 6
    for example in examples:
        finding.open().page.get_by_role("button", name=example, exact=True).click()
        assert example == finding.page.input_value("#product")
        assert "segment" in finding.kinds()
        assert not finding.page.locator(".answer__aside").count()


def test_everything_can_be_done_from_the_keyboard(finding: Finding) -> None:
    """With keys alone an investor asks, goes to the answer and keeps its first result."""
    page = finding.page
    page.focus("#product")
    page.keyboard.type("tea extracts")
    page.keyboard.press("Enter")
    assert "What suits you" == page.evaluate("document.activeElement.textContent")
    while not page.evaluate("document.activeElement.hasAttribute('data-keep')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "true" == page.evaluate("document.activeElement.getAttribute('aria-pressed')")
    assert 1 == len(finding.kept())


def test_the_page_is_linked_where_investors_look(website: Website) -> None:
    """Home, catalogue and industries lead to the page, in both languages."""
    for folder in ("", "en/"):
        for path in (folder, f"{folder}projects/", f"{folder}industries/"):
            links = {
                resolved(path, a.get("href")) for a in find(website.pages[path], "#main a[href]")
            }
            assert f"{folder}find/" in links
