"""What went to print is remembered, whoever else is at work."""

from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.edition import EditionError, Wanted, make_edition
from tests.printings import FROZEN, keep, printing
from tests.site.tiny import publishable


def test_a_printing_that_was_remembered_since_is_not_written_over(tmp_path: Path) -> None:
    """Two that freeze one after the other may both have read the county before either did."""
    county = publishable(tmp_path / "county")
    publication = prepare(county.root, county.root / "theme", event="xiamen")
    wanted = Wanted(publication.events["xiamen"], tmp_path / "out", freeze=True)
    keep(county, printing("2026-10-08", cathode={}))
    before = county.file(FROZEN).read_bytes()
    with pytest.raises(EditionError, match="since"):
        make_edition(publication, wanted, lambda _name, _done, _total: None)
    assert county.file(FROZEN).read_bytes() == before
    assert not wanted.folder.exists()
