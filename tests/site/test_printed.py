"""A project's page says what has changed since it was printed for a fair."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.county_copy import CountyCopy
from tests.printings import keep, printing
from tests.site.tiny import built, publishable
from tests.site.website import Website

PROJECT = "projects/battery-manganese-sulphate/"
ASKED = "?event=linjiang-2026"
WIDTHS = (375, 768, 1440)


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("", ["总投资", "2.9亿元", "3.2亿元"]),
        ("en/", ["Total investment", "RMB 290 million", "RMB 320 million"]),
    ],
)
def test_without_script_the_page_tells_what_has_changed(
    website: Website, browser: Browser, language: str, row: list[str]
) -> None:
    """As printed and as it is, in the words of the page, at its end, where it is printed too."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((website.folder / language / PROJECT / "index.html").as_uri() + ASKED)
    section = page.locator(".project__text #printed")
    expect(section).to_be_visible()
    expect(section.locator("tbody tr")).to_have_count(2)
    assert section.locator("tbody tr").first.locator("th, td").all_inner_texts() == row
    page.emulate_media(media="print")
    expect(section).to_be_visible()
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_printed_code_opens_the_notice_at_the_top(
    website: Website, page: Page, language: str
) -> None:
    """From a folder as from the web: first what has changed, then the project; nothing to mend."""
    page.goto((website.folder / language / PROJECT / "index.html").as_uri() + ASKED)
    first = page.locator(".project > :first-child")
    expect(first).to_have_id("printed")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        expect(first.locator(".since__title")).to_be_in_viewport()
        left = [page.locator(place).bounding_box() for place in ("#printed-title", "h1")]
        assert left[0] is not None
        assert left[1] is not None
        assert (width, left[0]["x"]) == (width, left[1]["x"])
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        found = Axe().run(page).response["violations"]
        assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]


@pytest.mark.parametrize("asked", ["", "?event=nowhere-2026", "?event=<b>", "?event="])
def test_an_event_that_is_not_known_changes_nothing(page: Page, address: str, asked: str) -> None:
    """The notice stays at its place, with every event."""
    page.goto(address + PROJECT + asked)
    expect(page.locator(".project__text #printed .since__notice")).to_be_visible()


def test_a_project_that_was_not_printed_has_no_notice(website: Website) -> None:
    """Neither section nor script nor style is there."""
    assert b"printed" not in (website.folder / "projects/tea-extracts/index.html").read_bytes()


def fair(county: CountyCopy, slug: str) -> None:
    """Write another event, half a year before the tiny county's own."""
    source = county.file("events/xiamen.yml").read_text("utf-8")
    dates = source.replace("2026-10-2", "2026-04-2").replace("2026-10-08", "2026-03-01")
    county.file(f"events/{slug}.yml").write_text(dates, "utf-8")


def test_of_several_printings_only_those_of_the_event_asked_for_are_told(
    tiny: CountyCopy, page: Page
) -> None:
    """The last printing comes first; a printed code shows all of its event, each with its day."""
    fair(tiny, "wuhan")
    other = {"phone": "0800-5550100"}
    keep(tiny, printing("2026-03-01", cathode=other), file="events/printed/wuhan.json")
    keep(tiny, printing("2026-09-10", cathode=other), printing("2026-10-08", cathode={}))
    file = Path(built(tiny).folder, "en/projects/cathode/index.html")
    page.goto(file.as_uri())
    notices = page.locator(".since__title")
    assert [text.rpartition(" on ")[2] for text in notices.all_inner_texts()] == [
        "8 October 2026",
        "10 September 2026",
        "1 March 2026",
    ]
    page.goto(f"{file.as_uri()}?from=paper&event=xiamen")
    for number, shown in enumerate((True, True, False)):
        expect(notices.nth(number)).to_be_visible(visible=shown)


@pytest.mark.parametrize("tongue", ["", "en/"])
def test_the_code_of_a_project_that_is_gone_opens_a_page(
    gone: Website, browser: Browser, tongue: str
) -> None:
    """Which project it was, that it is no longer on offer, and whom to call; without script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((gone.folder / tongue / "projects/recycling/index.html").as_uri() + "?event=xiamen")
    expect(page.locator("h1")).to_have_text({"": "电池回收", "en/": "Battery recycling"}[tongue])
    lead = page.locator(".opening__lead")
    expect(lead).to_contain_text({"": "已不再招商", "en/": "no longer on offer"}[tongue])
    printed = page.locator("#printed li")
    day = {"": "2026年10月8日", "en/": "8 October 2026"}[tongue]
    expect(printed).to_contain_text(day)
    call = page.locator(".button--call")
    expect(call).to_be_visible()
    assert call.get_attribute("href") == "tel:0800-5550100"
    context.close()


def test_the_page_of_a_project_that_is_gone_can_be_read_everywhere(
    gone: Website, page: Page
) -> None:
    """Nothing runs over on a phone, and nothing is to be mended; nor is it the 404 page."""
    page.goto((gone.folder / "en/projects/recycling/index.html").as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        found = Axe().run(page).response["violations"]
        assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]


def test_a_project_that_is_gone_is_in_no_list(gone: Website) -> None:
    """Only its own code leads there: no search engine, list or feed does."""
    for tongue in ("", "en/"):
        own = gone.folder / tongue / "projects/recycling/index.html"
        assert b'<meta name="robots" content="noindex">' in own.read_bytes()
    naming = [
        file.relative_to(gone.folder).as_posix()
        for file in gone.folder.rglob("*")
        if file.is_file() and b"projects/recycling" in file.read_bytes()
    ]
    # Each names its own address and the page in the other language.
    assert sorted(naming) == [
        "en/projects/recycling/index.html",
        "projects/recycling/index.html",
    ]


@pytest.fixture(scope="module")
def gone(tmp_path_factory: pytest.TempPathFactory) -> Website:
    """Return a website of which a project is withdrawn that was printed."""
    county = publishable(tmp_path_factory.mktemp("gone") / "county")
    title = {"title": {"zh": "电池回收", "en": "Battery recycling"}}
    keep(county, printing("2026-10-08", cathode={}, recycling=title))
    return built(county)
