"""A distance leads to the place of the same name, however either is written."""

from pathlib import Path

import pytest

from site_builder.content.county import County
from site_builder.content.destinations import place_of, seat_of
from site_builder.content.model import Distance, DistanceKind, Text
from site_builder.content.reader import read_catalog
from site_builder.quantities.reading import read_quantity

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def county() -> County:
    """Return the sample county."""
    entry = read_catalog(REPOSITORY)[0].county
    assert entry is not None
    return entry.record


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("青岚北高铁站", "railway", "青岚北站"),
        ("青岚北站", "railway", "青岚北站"),
        ("青岚北火车站", "railway", "青岚北站"),
        ("青岚东高速出口", "expressway", "青岚东出口"),
        ("青岚东互通", "expressway", "青岚东出口"),
        ("南溪高速出口", "expressway", "南溪出口"),
        ("云屏机场", "airport", "云屏机场"),
        ("金河镇", "town", "金河镇"),
        ("县城", "town", "城关镇"),
        ("青岚县城", "town", "城关镇"),
        ("青岚县县城", "town", "城关镇"),
        ("城关镇", "town", "城关镇"),
        ("临江县城", "town", None),
        ("临江东高铁站", "railway", None),
        ("临江港（内河港）", "port", None),
        ("云屏机场", "railway", None),
        ("高铁站", "railway", None),
    ],
)
def test_a_name_leads_to_its_place(county: County, name: str, kind: str, place: str | None) -> None:
    way = Distance.model_construct(
        to=Text(zh=name, en="Place"),
        kind=DistanceKind(kind),
        distance=read_quantity("9公里"),
        time=None,
    )
    found = place_of(county, way)
    assert (found.name.zh if found else None) == place


def test_the_seat_is_the_place_of_that_kind(county: County) -> None:
    seat = seat_of(county)
    assert seat is not None
    assert seat.name.zh == "城关镇"
