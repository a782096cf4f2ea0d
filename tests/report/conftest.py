"""The tiny county with a theme, to be reported on."""

import shutil
from pathlib import Path

import pytest

from tests.county_copy import COUNTY, CountyCopy

THEME = Path(__file__).parents[2] / "theme"


@pytest.fixture
def county(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county that can be reported on."""
    copy = CountyCopy.of(COUNTY, tmp_path / "county")
    shutil.copytree(THEME, copy.root / "theme")
    return copy
