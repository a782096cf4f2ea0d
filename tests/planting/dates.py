"""Mistakes in time: figures, records and policies that have grown old, days not yet come."""

from collections.abc import Iterator

from site_builder.diagnostics import Rule
from tests.planting.field import Planted, plants
from tests.planting.kind import kind

ALL = ("projects", "industries", "parks", "policies")


def _years() -> Iterator[tuple]:
    for plant in plants("projects", "industries"):
        for loc in plant.locs(r"(market\.)?figures\.\d+\.year"):
            yield plant, loc


@kind(Rule.FIGURE_STALE)
def figure_of_three_years_ago() -> Iterator[Planted]:
    for plant, loc in _years():
        yield plant.write(loc, "2023")


@kind(Rule.FIGURE_WITHHELD)
def figure_of_ten_years_ago() -> Iterator[Planted]:
    for plant, loc in _years():
        yield plant.write(loc, "2016")


@kind(Rule.RECORD_STALE)
def not_updated_for_two_years() -> Iterator[Planted]:
    for plant in plants(*ALL):
        yield plant.write(("updated",), "2024-03-01")


@kind(Rule.REVIEW_OVERDUE)
def review_long_due() -> Iterator[Planted]:
    for plant in plants(*ALL):
        if plant.record.review.next is not None:
            yield plant.write(("review", "next"), plant.record.review.date.isoformat())


@kind(Rule.DATE_IN_FUTURE)
def updated_next_year() -> Iterator[Planted]:
    for plant in plants(*ALL):
        yield plant.write(("updated",), "2027-09-01")


@kind(Rule.DATE_IN_FUTURE)
def figure_of_a_year_to_come() -> Iterator[Planted]:
    for plant, loc in _years():
        yield plant.write(loc, "2035")
