"""Two ways through a record come upon the same texts."""

import pytest

from site_builder.content.reader import read_catalog
from site_builder.content.walk import texts, texts_called
from tests.county_copy import COUNTY


@pytest.mark.parametrize("names", [{"name", "unit", "title"}, {"zh"}, {"summary"}])
def test_the_short_way_finds_every_text_of_a_name(names: set[str]) -> None:
    """Going only where such texts may be, none is missed, and none that is held back is found."""
    catalog, _ = read_catalog(COUNTY)
    for entry in catalog.entries():
        expected = [(loc, text) for loc, text in texts(entry) if loc[-1] in names]
        assert expected == texts_called(entry.record, frozenset(names))
    assert texts_called(catalog.projects["cathode"].record, frozenset({"summary"}))
