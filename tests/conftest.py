"""The tiny county that many tests read, a copy that a test may spoil, and one Chromium for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.county_copy import COUNTY, CountyCopy

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# What the tests say of a change must be the same tomorrow, on any machine, however busy; `make
# fuzz` looks for new inputs. How long things may take is measured in `benchmarks/`.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("seeking", derandomize=False, max_examples=1000, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def county(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county in a folder of its own."""
    return CountyCopy.of(COUNTY, tmp_path / "county")
