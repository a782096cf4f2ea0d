"""The tiny county that many tests read, and a copy of it that a test may spoil."""

from pathlib import Path

import pytest

from tests.county_copy import COUNTY, CountyCopy


@pytest.fixture
def county(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county in a folder of its own."""
    return CountyCopy.of(COUNTY, tmp_path / "county")
