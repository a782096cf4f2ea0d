"""Short names of records: a list that was printed must still open."""

import re

from site_builder.present.short_ids import short_id


def test_a_printed_list_still_opens() -> None:
    """The names are those of the lists that are out: changing how they are made breaks them."""
    assert "44cimkyg" == short_id("project", "battery-manganese-sulphate")
    assert "bp4ndhza" == short_id("plant", "jinhe/1号标准厂房")


def test_names_differ_and_fit_an_address() -> None:
    """Of 20,000 records no two share a name; a kind counts; nothing in a name needs escaping."""
    names = [short_id(kind, f"slug-{n}") for kind in ("project", "plot") for n in range(10_000)]
    assert len(names) == len(set(names))
    assert [] == [name for name in names if not re.fullmatch("[a-z2-7]{8}", name)]
