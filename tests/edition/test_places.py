"""Where a fact that has changed stands: in which file, on which line."""

from typing import Any

import pytest

from site_builder.content.printed_facts import Facts
from site_builder.edition.places import Places
from tests.county_copy import CountyCopy
from tests.printings import CATHODE

NOW = Facts.model_validate(CATHODE)


@pytest.mark.parametrize(
    ("fact", "before", "line"),
    [
        ("title", {}, "title: {zh: 年产2万吨正极材料"),
        ("investment", {}, "  total: 3.2亿元"),
        ("land", {}, "  land: 50亩"),
        ("payback", {}, "  paybacks:"),
        ("return", {}, "  returns:"),
        ("stage", {}, "stage: open"),
        ("modes", {}, "  modes: "),
        ("person", {}, "  - unit: "),
        ("phone", {}, "    phone: 0800-5550111"),
        ("site", {"site": {**CATHODE["site"], "plots": ["hx-02"]}}, "plots: [hx-01]"),
        ("price", {"site": {**CATHODE["site"], "plots": ["hx-02"]}}, "plots: [hx-01]"),
    ],
)
def test_a_fact_stands_in_the_file_of_its_project(
    county: CountyCopy, fact: str, before: dict[str, Any], line: str
) -> None:
    """On the line that is told; a comment that says the same is not the place."""
    text = county.file("projects/cathode.yml").read_text("utf-8")
    county.file("projects/cathode.yml").write_text(f"# {line.strip()}\n{text}", "utf-8")
    old = Facts.model_validate({**CATHODE, **before})
    place = Places(county.root).of_fact("cathode", fact, old, NOW)
    file, _, number = place.partition(":")
    assert file == "projects/cathode.yml"
    assert int(number) > 1
    lines = county.file(file).read_text("utf-8").splitlines()
    assert line.strip() in lines[int(number) - 1]


def test_a_price_and_the_name_of_a_park_stand_in_the_park(county: CountyCopy) -> None:
    """Of several plots it is the one whose price has changed."""
    plots = {"site": {**CATHODE["site"], "plots": ["hx-01", "hx-02"]}}
    prices = ({"hx-01": "9.6万元/亩", "hx-02": one} for one in ("9万元/亩", "9.6万元/亩"))
    before, now = (Facts.model_validate({**CATHODE, **plots, "price": one}) for one in prices)
    places = Places(county.root)
    assert places.of_fact("cathode", "price", before, now) == "parks/hexi.yml:25"
    assert places.of_fact("cathode", "site", before, now) == "parks/hexi.yml:1"
    assert "price: 9.6" in county.file("parks/hexi.yml").read_text("utf-8").splitlines()[24]


@pytest.mark.parametrize("spoilt", ["gone", "damaged", "empty"])
def test_what_cannot_be_read_any_more_is_named_all_the_same(
    county: CountyCopy, spoilt: str
) -> None:
    """The file may have changed since the county was checked."""
    file = county.file("projects/cathode.yml")
    file.unlink()
    if spoilt != "gone":
        file.write_bytes(b"title: {\n" if spoilt == "damaged" else b"")
    found = Places(county.root).of_fact("cathode", "phone", NOW, NOW)
    assert found == "projects/cathode.yml"
