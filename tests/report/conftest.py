"""The tiny county with a theme, and a Chromium to open its report with."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.county_copy import COUNTY, CountyCopy
from tests.site.conftest import CHROMIUM, SWITCHES

THEME = Path(__file__).parents[2] / "theme"


@pytest.fixture
def county(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county that can be reported on."""
    copy = CountyCopy.of(COUNTY, tmp_path / "county")
    shutil.copytree(THEME, copy.root / "theme")
    return copy


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()
