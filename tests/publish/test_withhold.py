"""The gate holds back what is too old, and leaves no reference to it."""

import typing
from collections.abc import Iterator
from datetime import date

import pytest
from pydantic import BaseModel

from site_builder.content.dated import year_of
from site_builder.content.project_argument import Series
from site_builder.content.walk import walk
from site_builder.publish.public import (
    PublicCatalog,
    PublicCounty,
    PublicIndustry,
    PublicPark,
    PublicPolicy,
    PublicProject,
)
from site_builder.publish.withhold import without_old_figures
from tests.county_copy import CountyCopy

PUBLIC = (PublicCounty, PublicIndustry, PublicPark, PublicPolicy, PublicProject)
PARK = "parks/hexi.yml"
OLD_PARK = """\
tariffs:
  - {kind: water, price: 2.3元/吨, year: 2021, source: {zh: 县发展和改革局, en: County office}}
  - {kind: power, price: 0.42元/千瓦时, year: 2025, source: {zh: 县发展和改革局, en: County office}}
performance:
  year: 2020
  output: 24亿元
  tax: 1.1亿元
  output_per_area: 133万元/亩
  tax_per_area: 6.1万元/亩
  jobs: 2600人
  source: {zh: 园区管委会, en: Park administration}
"""


def records(public: PublicCatalog) -> Iterator[BaseModel]:
    yield public.county
    for kind in (public.projects, public.industries, public.parks, public.policies):
        yield from kind.values()


def years(public: PublicCatalog) -> set[int]:
    """Return the years of all public figures."""
    found = {year_of(part) for record in records(public) for _, part in walk(record)}
    return {year for year in found if year is not None}


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and all that it may hold, each as often as it occurs."""
    yield model
    for field in model.model_fields.values():
        for part in typing.get_args(field.annotation) or (field.annotation,):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from models(part)


@pytest.mark.parametrize(
    ("today", "kept"),
    [
        (date(2026, 9, 18), {2025}),
        (date(2029, 12, 31), {2025}),
        (date(2030, 1, 1), set()),
    ],
)
def test_figures_pass_until_twice_their_limit(
    county: CountyCopy, today: date, kept: set[int]
) -> None:
    """The day decides, and nothing else of the county changes."""
    assert kept == years(county.public(today))


def test_lists_lose_what_is_too_old_and_options_become_absent(county: CountyCopy) -> None:
    """Of two tariffs the older goes, as does the park's only table of what it yields."""
    county.edit(PARK, "distances:\n", f"{OLD_PARK}distances:\n")
    park = county.public().parks["hexi"]
    assert [2025] == [tariff.year for tariff in park.tariffs]
    assert park.performance is None
    younger = county.public(date(2024, 1, 1)).parks["hexi"]
    assert [2021, 2025] == [tariff.year for tariff in younger.tariffs]
    assert younger.performance is not None


def test_what_is_not_old_is_the_same_value(county: CountyCopy) -> None:
    """A record without old figures is not built anew."""
    project = county.public().projects["cathode"]
    assert without_old_figures(project, 2024) is project
    assert without_old_figures(project, 2025) is not project


def test_a_policy_that_is_over_is_gone_with_all_that_named_it(county: CountyCopy) -> None:
    """On its last day it is public, on the next neither it nor a reference to it is."""
    last, next_ = county.public(date(2029, 4, 30)), county.public(date(2029, 5, 1))
    for public, policies in ((last, ("standard-land",)), (next_, ())):
        segments = {s.id: s.policies for s in public.industries["batteries"].segments}
        assert policies == tuple(public.policies)
        assert policies == public.projects["cathode"].policies
        assert policies == public.parks["hexi"].policies
        assert policies == segments["cathode"]
    assert (frozenset(), {"standard-land"}) == (last.ended, next_.ended)


def test_the_gate_says_which_years_are_shown_as_old(county: CountyCopy) -> None:
    """The county's limit and the day give the last year that is marked."""
    assert county.public().last_stale_year == 2023
    county.edit("county.yml", "review: {", "checks: {limits: {figure_age: 6个月}}\nreview: {")
    assert county.public().last_stale_year == 2025


@pytest.mark.parametrize("public", PUBLIC, ids=lambda model: model.__name__)
def test_nothing_that_must_be_there_can_grow_old(public: type[BaseModel]) -> None:
    """A figure stands in a list or is optional, or holding it back would break its record."""
    for model in models(public):
        for name, field in model.model_fields.items():
            kind = field.annotation
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                dated = "year" in kind.model_fields or issubclass(kind, Series)
                assert not (dated and field.is_required()), f"{model}.{name}"
