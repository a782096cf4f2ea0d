"""Two ways through a record come upon the same texts."""

from site_builder.content.reader import read_catalog
from site_builder.content.walk import texts, texts_in
from tests.county_copy import COUNTY


def test_the_short_way_finds_every_text() -> None:
    """Going only where texts may be, no text is missed, and none that is held back is found."""
    catalog, _ = read_catalog(COUNTY)
    entries = list(catalog.entries())
    expected = [list(texts(entry)) for entry in entries]
    assert expected == [texts_in(entry.record) for entry in entries]
    assert all(expected)
