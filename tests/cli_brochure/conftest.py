"""The tiny county with its fair."""

from pathlib import Path

import pytest

from tests.cli_brochure.editions import EVENT, ON_THAT_DAY
from tests.county_copy import CountyCopy
from tests.site.tiny import publishable


@pytest.fixture
def tiny(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county, with the theme that its brochures need."""
    return publishable(tmp_path / "county")


@pytest.fixture(autouse=True)
def _on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have it be the day on which the edition goes to print, or later."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", ON_THAT_DAY)


@pytest.fixture
def leaflets(tiny: CountyCopy) -> CountyCopy:
    """Return the same county, whose event has leaflets in Chinese and nothing else."""
    event = tiny.file(EVENT)
    text = event.read_text("utf-8")
    event.write_text(f"products: [leaflet]\nlanguages: [zh]\n{text}", "utf-8")
    return tiny
