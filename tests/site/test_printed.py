"""A project's page says what has changed since it was printed for a fair."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.county_copy import CountyCopy
from tests.site.tiny import built
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


def test_of_several_events_only_the_one_asked_for_is_told(tiny: CountyCopy, page: Page) -> None:
    """The last printing comes first; a printed code shows its own, changed or not."""
    events = {"xiamen": "2026-10-08", "wuhan": "2026-03-01"}
    source = tiny.file("events/xiamen.yml").read_text("utf-8")
    dates = source.replace("2026-10-2", "2026-04-2").replace("2026-10-08", "2026-03-01")
    tiny.file("events/wuhan.yml").write_text(dates.replace("Xiamen", "Wuhan"), "utf-8")
    tiny.file("events/printed").mkdir()
    for slug, day in events.items():
        printed = {"printed": day, "projects": {"cathode": {"en": {"phone": "1"}}}}
        tiny.file(f"events/printed/{slug}.json").write_text(json.dumps(printed), "utf-8")
    file = Path(built(tiny).folder, "en/projects/cathode/index.html")
    page.goto(file.as_uri())
    notices = page.locator(".since__title")
    assert [text.rpartition(" on ")[2] for text in notices.all_inner_texts()] == [
        "8 October 2026",
        "1 March 2026",
    ]
    page.goto(f"{file.as_uri()}?from=paper&event=wuhan")
    expect(notices.nth(0)).to_be_hidden()
    expect(notices.nth(1)).to_be_visible()
