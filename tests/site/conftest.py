"""The sample county's website, served, and a window to open it in."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.county_copy import CountyCopy
from tests.site.catalogue import Catalogue
from tests.site.finding import Finding
from tests.site.served import serving
from tests.site.tiny import publishable
from tests.site.website import Website


@pytest.fixture(scope="session")
def website(tmp_path_factory: pytest.TempPathFactory) -> Website:
    """Return the sample county's website, built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    return Website.of_sample(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture(scope="session")
def address(website: Website) -> Iterator[str]:
    """Yield the address at which the sample county's website is served."""
    with serving(website.folder) as url:
        yield url


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a fresh profile with a desktop's window."""
    fresh = browser.new_context(viewport={"width": 1440, "height": 900})
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return an empty tab."""
    return context.new_page()


@pytest.fixture
def tiny(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county that can be built."""
    return publishable(tmp_path / "county")


@pytest.fixture
def catalogue(page: Page, address: str) -> Catalogue:
    """Return the catalogue, open."""
    return Catalogue(page, address).open()


@pytest.fixture
def finding(page: Page, address: str) -> Finding:
    """Return the page of the question in English, open."""
    return Finding(page, address).open()
