"""The plan of a park in a real browser: by pointer, finger, keyboard, link, and without script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.website import records

PARKS = ("parks/jinhe/", "parks/nanxi/", "parks/linjiang-enclave/")
SHOWN = ".plan__card:not([hidden])"
PICTURE = ".plan__picture--screen"


def test_pointing_at_a_plot_shows_it_and_leaving_it_does_not_keep_it(
    page: Page, address: str
) -> None:
    page.goto(f"{address}parks/jinhe/")
    expect(page.locator(".plan__hint")).to_be_visible()
    page.hover(f'{PICTURE} a[data-plot="jh-03"]')
    expect(page.locator(SHOWN)).to_contain_text("JH-03")
    expect(page.locator(SHOWN)).to_contain_text("9.6万元/亩")
    expect(page.locator(SHOWN)).to_contain_text("年产5万吨电池级硫酸锰")
    page.hover("h1")
    expect(page.locator(SHOWN)).to_have_count(0)


def test_a_chosen_plot_stays_and_stands_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}en/parks/nanxi/")
    page.click(f'{PICTURE} a[data-plot="nx-06"]')
    page.hover("h1")
    expect(page.locator(SHOWN)).to_contain_text("Reserved")
    assert page.url.endswith("#plot-nx-06")
    expect(page.locator("#plot-nx-06")).to_have_class(re.compile("is-chosen"))
    page.keyboard.press("Escape")
    expect(page.locator(SHOWN)).to_have_count(0)
    assert "#" not in page.url


def test_a_link_to_a_plot_opens_the_plan_with_it(page: Page, address: str) -> None:
    page.goto(f"{address}parks/linjiang-enclave/#plot-lj-04")
    expect(page.locator(SHOWN)).to_contain_text("LJ-04")
    expect(page.locator("#plan")).to_be_in_viewport()
    page.evaluate("location.hash = '#plot-lj-06'")
    expect(page.locator(SHOWN)).to_contain_text("LJ-06")


def test_the_keyboard_goes_from_plot_to_plot(page: Page, address: str) -> None:
    page.goto(f"{address}parks/jinhe/")
    page.focus(f'{PICTURE} a[data-plot="jh-01"]')
    expect(page.locator(SHOWN)).to_contain_text("JH-01")
    page.keyboard.press("ArrowRight")
    expect(page.locator(SHOWN)).to_contain_text("JH-02")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    last = records("parks")["jinhe"]["plots"][-1]["id"]
    expect(page.locator(SHOWN)).to_contain_text(last.upper())
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#plot-{last}")


def test_a_finger_chooses_on_the_phones_own_drawing(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}parks/jinhe/")
    expect(page.locator(PICTURE)).to_be_hidden()
    page.tap('.plan__picture--phone a[data-plot="jh-05"]')
    expect(page.locator(SHOWN)).to_contain_text("JH-05")
    expect(page.locator(SHOWN)).to_contain_text("90亩")
    context.close()


@pytest.mark.parametrize("path", PARKS)
def test_with_a_plot_chosen_the_page_serves_everyone(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}en/{path}")
    page.locator(".plan__index a").first.click()
    found = Axe().run(page).response["violations"]
    assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]


@pytest.mark.parametrize("path", PARKS)
@pytest.mark.parametrize("width", [375, 768, 1024, 1440])
def test_the_table_of_plots_never_scrolls_sideways(
    page: Page, address: str, path: str, width: int
) -> None:
    for folder in ("", "en/"):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + folder + path)
        over = page.evaluate(
            "(t => t.scrollWidth - t.clientWidth)(document.querySelector('#plots .table'))"
        )
        assert (folder, 0) == (folder, over)


@pytest.mark.parametrize("path", PARKS)
@pytest.mark.parametrize("width", [375, 741, 768])
def test_the_words_on_a_plan_can_be_read(page: Page, address: str, path: str, width: int) -> None:
    """No text of the plan is below 11 px on a phone, nor below 9.5 px between it and a desk."""
    page.set_viewport_size({"width": width, "height": 900})
    for folder in ("", "en/"):
        page.goto(address + folder + path)
        smallest = page.evaluate(
            """Math.min(...Array.from(document.querySelectorAll('.plan svg text'))
            .filter(t => t.getBoundingClientRect().width)
            .map(t => parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().d
                / Math.cos(Math.atan2(t.getScreenCTM().b, t.getScreenCTM().a))))"""
        )
        assert smallest >= (11 if width == 375 else 9.5), folder


def test_no_heading_of_the_plots_takes_more_than_two_lines(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}en/parks/jinhe/")
    high = page.evaluate("""Array.from(document.querySelectorAll('#plots thead th')).map(th => {
        const words = document.createRange();
        words.selectNodeContents(th);
        return [th.innerText, words.getBoundingClientRect().height /
            parseFloat(getComputedStyle(th).lineHeight)];
    }).filter(([, lines]) => lines > 2)""")
    assert high == []


def test_without_script_every_plot_leads_to_its_row(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}parks/jinhe/")
    expect(page.locator(".plan__details")).to_be_hidden()
    page.click(f'{PICTURE} a[data-plot="jh-04"]')
    assert page.url.endswith("#plot-jh-04")
    expect(page.locator("#plot-jh-04")).to_contain_text("260亩")
    context.close()
