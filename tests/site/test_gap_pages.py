"""A page for each gap, which a squad sends to the right investor."""

import pytest
from playwright.sync_api import Page

from tests.county_copy import CountyCopy
from tests.site.tiny import built
from tests.site.website import Website, find, gap_paths, only, resolved

GAP = "industries/manganese-materials/battery-recycling/"
GAPS = sorted(f"{folder}{path}" for path in gap_paths() for folder in ("", "en/"))
INDUSTRY, PROJECT = "industries/batteries.yml", "projects/cathode.yml"
SALTS = """    purchases: [{goods: {zh: 高纯锰盐, en: High-purity salts}, \
buyer: {zh: 白溪电池有限公司, en: "Baixi Cells Co., Ltd."}}]
    target_profile: {zh: 有提纯工艺的锰盐企业。, en: A maker of purified salts.}
    target_regions: [{name: {zh: 湖南湘潭, en: "Xiangtan, Hunan"}}]
    projects: [cathode]
"""
CATHODE = """    target_profile: {zh: 已批量供货的正极材料企业。, \
en: A maker of cathode material that already supplies cell plants.}
"""
SEEKS = "{zh: 有经验的企业。, en: A firm with experience.}"
NUMBERS = """() => [...document.querySelectorAll(".chapter__number")].map(
  e => getComputedStyle(e, "::before").content)"""
STEPS = {
    "need": "tbody tr .is-number",
    "chain": "li",
    "profile": ".gap__profile",
    "regions": ".regions__name",
    "project": "a[href*='projects/'], p",
    "site": ".sites__fact dd",
    "cost": ".prices__row dd",
    "policies": ".measures__title a",
    "contact": "a[href^='tel:']",
}
"""Each step of a trace, and what stands in it."""


def test_every_gap_has_a_page_in_both_languages(website: Website) -> None:
    """Weak and missing segments of all chains, and no strong one."""
    found = {path for path in website.pages if path.removeprefix("en/").count("/") == 3}
    assert found == set(GAPS)


@pytest.mark.parametrize("path", GAPS)
def test_a_page_leads_all_the_way(website: Website, path: str) -> None:
    """Each step of the trace is there, and links lead back to the chain and on to the land."""
    page = website.pages[path]
    steps = [section.get("id") for section in find(page, ".project__text > section")]
    assert steps == list(STEPS)
    for step, content in STEPS.items():
        found = find(page, f"#{step} :is({content})")
        assert found, step
        assert all("".join(each.itertext()).strip() for each in found), step
    links = {resolved(path, a.get("href").partition("#")[0]) for a in find(page, "article a[href]")}
    industry = path.rstrip("/").rpartition("/")[0] + "/"
    assert industry in links
    assert find(page, "#contact a[href^='tel:']")
    assert find(page, ".project__code svg")
    assert find(page, ".band .figures__value")


@pytest.mark.parametrize(("folder", "figure"), [("", "4400"), ("en/", "44")])
def test_the_need_stands_first(website: Website, folder: str, figure: str) -> None:
    """What is bought outside is the first figure of the page."""
    values = find(website.pages[folder + GAP], ".band .figures__value")
    assert figure in "".join(values[0].itertext())


def test_the_way_to_a_gap_is_on_its_industry_page_and_in_the_sitemap(website: Website) -> None:
    """The list of gaps links to every page; the sitemap names each with its twin."""
    page = website.pages["industries/manganese-materials/"]
    links = {
        resolved("industries/manganese-materials/", a.get("href"))
        for a in find(page, "#list-gaps th a")
    }
    own = {path for path in gap_paths() if path.startswith("industries/manganese-materials/")}
    assert links == own
    sitemap = (website.folder / "sitemap.xml").read_text("utf-8")
    assert [path for path in GAPS if f"{path}</loc>" not in sitemap] == []


def test_the_lists_of_a_chain_stand_on_its_page(website: Website) -> None:
    """Firms, gaps, projects, policies and regions, with the drawing of the routes."""
    for folder in ("", "en/"):
        page = website.pages[f"{folder}industries/tea-food/"]
        for name in ("firms", "gaps", "projects", "policies", "regions"):
            assert find(page, f"#list-{name} tbody tr")
        assert only(page, "#list-regions .routes svg").get("role") == "img"


def test_a_bare_gap_says_nothing_that_it_does_not_know(tiny: CountyCopy) -> None:
    """A weak segment without need, profile or land has a short page and no empty heading."""
    tiny.edit(INDUSTRY, SALTS, "")
    page = built(tiny).pages["en/industries/batteries/salts/"]
    steps = [section.get("id") for section in find(page, ".project__text > section")]
    assert steps == ["chain", "project", "contact"]
    assert not find(page, ".band")


def test_a_profile_may_come_from_the_brief(tiny: CountyCopy) -> None:
    """A segment that leaves it to its project to say whom it seeks has the same chapter."""
    tiny.edit(INDUSTRY, CATHODE, "")
    tiny.edit(PROJECT, "  modes: [sole, joint-venture]\n", f"  modes: [sole]\n  seeks: {SEEKS}\n")
    site = built(tiny)
    for folder, said in (("", "有经验的企业。"), ("en/", "A firm with experience.")):
        page = site.pages[f"{folder}industries/batteries/cathode/"]
        assert only(page, "#profile .gap__profile").text == said


def test_without_a_plot_the_firm_is_not_sent_to_plots_below(tiny: CountyCopy) -> None:
    """What is said where no brief answers a gap names plots only where the page shows some."""
    tiny.edit(INDUSTRY, SALTS, "")
    site = built(tiny)
    for folder, said in (("", "下列地块"), ("en/", "plots below")):
        page = site.pages[f"{folder}industries/batteries/salts/"]
        (text,) = find(page, "#project > p")
        assert said not in text.text
        assert not find(page, "#site")


@pytest.mark.parametrize(("folder", "said"), [("", "致电陈立"), ("en/", "Call Chen Li")])
def test_the_call_names_who_answers(website: Website, folder: str, said: str) -> None:
    """The number is that of the first contact, and so is the name on the button."""
    call = only(website.pages[folder + GAP], ".button--call")
    assert " ".join("".join(call.itertext()).split()).startswith(said)
    card = find(website.pages[folder + GAP], "#contact .contact__phone")[0]
    assert call.get("href") == card.get("href")


@pytest.mark.parametrize(("width", "shown"), [(375, False), (768, True)])
def test_a_telephone_is_not_asked_to_scan_itself(
    page: Page, address: str, width: int, *, shown: bool
) -> None:
    """The code is for a large screen and for paper."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + GAP)
    assert page.locator(".project__code").is_visible() is shown
    page.emulate_media(media="print")
    assert page.locator(".project__code").is_visible()


def test_what_is_internal_is_on_no_page_of_a_gap(website: Website) -> None:
    """Target firms stay in the internal notes."""
    for path in GAPS:
        text = (website.folder / path / "index.html").read_text("utf-8")
        assert "ZHINTERNAL" not in text


@pytest.mark.parametrize("language", ["", "en/"])
def test_steps_are_numbered_on_the_screen(page: Page, address: str, language: str) -> None:
    """The style sheet counts the steps; none is left without its number."""
    page.goto(f"{address}{language}{GAP}")
    numbers = page.evaluate(NUMBERS)
    assert len(numbers) == len(page.query_selector_all(".project__text > section"))
    assert all("counter(step" in number for number in numbers)
    assert page.locator(".band .figures__value").first.bounding_box()["height"] > 50
