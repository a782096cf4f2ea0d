"""Limits have their ends, and those laxer than the program's own are listed."""

import pytest

from site_builder.checks.limits import laxer_limits
from site_builder.checks.run import check_county
from site_builder.content.land_standard import LandStandard
from site_builder.content.limit_range import limits_in, range_of
from site_builder.content.settings import Limits
from site_builder.quantities.reading import read_quantity
from tests.county_copy import CountyCopy

SOURCE = {"zh": "省标准", "en": "Provincial standard"}


def set_limits(county: CountyCopy, limits: str) -> None:
    county.edit("county.yml", "internal:\n", f"checks: {{limits: {{{limits}}}}}\ninternal:\n")


@pytest.mark.parametrize(
    "limit",
    [
        "figure_age: 500年",
        "figure_age: 5个月",
        "figure_age: 12至24个月",
        "figure_age: 不低于24个月",
        "record_age: 25个月",
        "revenue_tolerance: 100%",
        "return_tolerance: 1.1%",
        "benchmark_rate: 0%",
        "benchmark_rate: 31%",
        "office_land: 16%",
        "office_floor_area: 100%",
        "land_standards: [{plot_ratio: 0, source: {zh: 县标准, en: County standard}}]",
        "land_standards: [{coverage: 19%, source: {zh: 县标准, en: County standard}}]",
    ],
)
def test_a_limit_out_of_its_range_is_one_error(county: CountyCopy, limit: str) -> None:
    """It is told at the limit itself, whatever it would have let pass or found."""
    set_limits(county, limit)
    (finding,) = county.findings()
    value = finding.place.excerpt[finding.place.column - 1 :][: finding.place.length]
    assert ("limit-unsound", value) == (finding.code, finding.facts["value"])


@pytest.mark.parametrize(
    "limit",
    [
        "figure_age: 60个月",
        "record_age: 2年",
        "revenue_tolerance: 0%",
        "return_tolerance: 1%",
        "benchmark_rate: 3%",
        "office_land: 15%",
        "office_floor_area: 30%",
        "land_standards: [{plot_ratio: 0.2, coverage: 20%, source: {zh: 县标准, en: County}}]",
    ],
)
def test_the_ends_of_a_range_belong_to_it(county: CountyCopy, limit: str) -> None:
    """A county may go as far as the range does."""
    set_limits(county, limit)
    assert [] == county.findings()


def test_an_unsound_limit_does_not_switch_its_rule_off(county: CountyCopy) -> None:
    """The default holds in its place: revenue that is half of capacity times price is found."""
    set_limits(county, "revenue_tolerance: 100%")
    county.edit("projects/cathode.yml", "  revenue: 9亿元\n", "  revenue: 4.5亿元\n")
    assert {"limit-unsound", "revenue-mismatch"} <= {finding.code for finding in county.findings()}


@pytest.mark.parametrize(
    ("limits", "listed"),
    [
        ({"figure_age": "36个月"}, ["figure_age → 36个月 (default: 24个月)"]),
        ({"figure_age": "12个月", "office_land": "7%"}, []),
        ({"revenue_tolerance": "5.1%"}, ["revenue_tolerance → 5.1% (default: 5%)"]),
        ({"benchmark_rate": "8%"}, ["benchmark_rate → 8% (default: by trade, 5% to 18%)"]),
        ({"benchmark_rate": "18%"}, []),
        ({"record_age": "500年"}, []),
        (
            {"land_standards": [{"classification": ["C39"], "plot_ratio": "0.8"}]},
            ["land_standards C39 plot_ratio → 0.8 (default: 1.0)"],
        ),
        ({"land_standards": [{"plot_ratio": "1.0", "coverage": "40%"}]}, []),
        (
            {"land_standards": [{"plot_ratio": "0.9", "coverage": "39%"}]},
            [
                "land_standards C plot_ratio → 0.9 (default: 1.0)",
                "land_standards C coverage → 39% (default: 40%)",
            ],
        ),
        ({"land_standards": [{"classification": ["A01"], "plot_ratio": "0.2"}]}, []),
    ],
)
def test_what_is_laxer_than_the_default_is_listed(
    limits: dict[str, object], listed: list[str]
) -> None:
    """Stricter limits, and those of trades without a national figure, are no concession."""
    rows = limits.get("land_standards")
    for row in rows if isinstance(rows, list) else []:
        row["source"] = SOURCE
    found = laxer_limits(Limits.model_validate(limits))
    assert [f"Relaxed limit: {each}" for each in listed] == [each.sentence("en") for each in found]


def test_a_check_knows_what_is_relaxed(county: CountyCopy) -> None:
    """What was checked tells its limits as well as its rules, in both languages."""
    set_limits(county, "figure_age: 3年")
    (limit,) = check_county(county.root).concessions.limits
    assert "放宽的限值：figure_age → 3年（默认：24个月）" == limit.sentence("zh")


def test_every_limit_has_a_range_around_its_default() -> None:
    """Whatever a county may set is bounded, in both languages for a reason."""
    sound = {limit.name for limit in limits_in(Limits()) if limit.range.holds(limit.value)}
    fields = Limits.model_fields
    assert {"benchmark_rate", "land_standards"} == set(fields) - sound
    assert ["land_standards"] == [name for name, field in fields.items() if range_of(field) is None]
    row = LandStandard.model_validate({"plot_ratio": "1", "coverage": "40%", "source": SOURCE})
    assert ["plot_ratio", "coverage"] == [limit.name for limit in limits_in(row)]


def test_sound_limits_keep_what_is_sound() -> None:
    """Only what is beyond its range gives way to the default."""
    limits = Limits.model_validate({"figure_age": "500年", "record_age": "6个月"}).sound()
    assert read_quantity("24个月") == limits.figure_age
    assert read_quantity("6个月") == limits.record_age
