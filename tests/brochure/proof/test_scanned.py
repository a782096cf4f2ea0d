"""What a visitor reads who scans the code of a leaflet long after the fair."""

from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from tests.command_line import run
from tests.county_copy import CountyCopy
from tests.site.tiny import built, publishable

LEAFLET = "editions/xiamen/{}/press/leaflet-cathode.pdf"
PHONE = ("phone: 0800-5550111", "phone: 0800-5550199")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> CountyCopy:
    """Return the tiny county, whose leaflets have gone to print."""
    county = publishable(tmp_path_factory.mktemp("scanned") / "county")
    event = county.file("events/xiamen.yml")
    text = event.read_text("utf-8")
    event.write_text(f"products: [leaflet]\nlanguages: [zh, en]\n{text}", "utf-8")
    result = run("brochure", "xiamen", "--freeze", "--root", county.root, "--lang", "en")
    assert result.exit_code == 0, result.stderr
    return county


def scanned(file: Path) -> str:
    """Return where the code on the last page of a leaflet leads, read as it looks in print."""
    with pypdfium2.PdfDocument(file) as document:
        picture = document[len(document) - 1].render(scale=150 / 72).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    return code.text


def opened(page: Page, site: Path, address: str) -> None:
    """Open on a built website what an address of the county's leads to."""
    parts = urlsplit(address)
    page.goto(f"{(site / parts.path.lstrip('/') / 'index.html').as_uri()}?{parts.query}")


@pytest.mark.parametrize(("language", "label"), [("zh", "电话"), ("en", "Telephone")])
def test_the_page_says_what_has_changed_since(
    printed: CountyCopy, browser: Browser, tmp_path: Path, language: str, label: str
) -> None:
    """Nothing at first; when the telephone is another, as it was printed and as it is now."""
    address = scanned(printed.file(LEAFLET.format(language)))
    county = CountyCopy.of(printed.root, tmp_path / "county")
    page = browser.new_page()
    opened(page, built(county).folder, address)
    notice = page.locator("#printed .since__notice")
    expect(notice).to_be_in_viewport()
    expect(notice.locator("tr")).to_have_count(0)
    county.edit("projects/cathode.yml", *PHONE)
    opened(page, built(county).folder, address)
    expect(notice).to_be_in_viewport()
    rows = notice.locator("tbody tr")
    expect(rows).to_have_count(1)
    assert rows.locator("th, td").all_inner_texts() == [label, "0800-5550111", "0800-5550199"]
    page.close()
