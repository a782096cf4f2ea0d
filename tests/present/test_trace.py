"""A gap as one reading: what it is worth, who is sought, the land, its cost, whom to call."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.present.county_view import CountyView
from site_builder.present.trace_views import TraceView
from tests.county_copy import COUNTY, CountyCopy

SAMPLE = Path(__file__).parents[2]
THEME = SAMPLE / "theme"
Counties = Mapping[str, CountyView]


@pytest.fixture(scope="module")
def counties() -> Counties:
    """Return the tiny county in both languages."""
    return prepare(COUNTY, THEME).counties


@pytest.fixture(scope="module")
def sample() -> Counties:
    """Return the sample county in both languages."""
    return prepare(SAMPLE, THEME).counties


def trace(counties: Counties, language: str, slug: str, industry: str = "batteries") -> TraceView:
    """Return one gap."""
    return next(gap for gap in counties[language].traces[industry] if gap.slug == slug)


def test_each_gap_has_a_page_and_no_strong_segment_has(counties: Counties) -> None:
    """Weak and missing segments lead to their pages; strong ones do not."""
    (industry,) = counties["en"].industries
    assert {s.id: s.path for s in industry.segments} == {
        "ore": "",
        "salts": "en/industries/batteries/salts/",
        "cathode": "en/industries/batteries/cathode/",
        "recycling": "en/industries/batteries/recycling/",
    }
    assert [gap.path for gap in counties["en"].traces["batteries"]] == [
        segment.path for segment in industry.segments if segment.path
    ]


@pytest.mark.parametrize(
    ("language", "need", "note"),
    [
        ("zh", "450万元", "另有1项未列金额，未计入"),
        ("en", "RMB 4.5 million", "1 more without a stated value, not counted"),
    ],
)
def test_the_need_says_what_it_leaves_out(
    counties: Counties, language: str, need: str, note: str
) -> None:
    """Of two purchases one has no value: the figure says so."""
    figure = trace(counties, language, "recycling").need
    assert figure is not None
    assert (need, note) == (figure.value.short, figure.note)


def test_a_gap_without_purchases_has_no_figure(counties: Counties) -> None:
    """Nothing is made up."""
    assert trace(counties, "en", "salts").need is None


def test_the_cost_of_a_plot_is_its_price_times_its_area(counties: Counties) -> None:
    """50 mu at RMB 96,000 a mu; the park asks for no least investment."""
    (site,) = trace(counties, "en", "cathode").sites
    assert ("hx-01", "RMB 4.8 million") == (site.plot.id, site.cost.short)
    assert site.least is None
    assert site.project is not None
    assert site.project.path == "en/projects/cathode/"


def test_neighbours_lead_to_their_own_pages_or_to_the_chain(counties: Counties) -> None:
    """Salts are fed by ore, which is strong, and by recycling, which is a gap: a loop."""
    salts = trace(counties, "zh", "salts")
    assert [near.path for near in salts.suppliers] == [
        "industries/batteries/#seg-ore",
        "industries/batteries/recycling/",
    ]
    assert [near.goods for near in salts.buyers] == ["硫酸锰"]
    assert salts.suppliers[0].firms == ("白溪锰矿有限公司",)


def test_a_region_is_as_far_as_it_is(counties: Counties) -> None:
    """Changsha lies some 370 km east of the county seat; a region without a position, nowhere."""
    (changsha,) = trace(counties, "en", "cathode").regions
    assert changsha.distance is not None
    assert changsha.distance.short == "about 370 km"
    assert 80 < changsha.bearing < 95
    (chongqing,) = trace(counties, "en", "recycling").regions
    assert chongqing.distance is None


def test_whom_to_call_is_told_once_each(counties: Counties) -> None:
    """The industry's office comes first, then those of project and park, which are one here."""
    units = [str(card.unit) for card in trace(counties, "en", "cathode").contacts]
    assert units == ["County Industry Bureau", "Hexi Park Administration"]


def test_nothing_internal_is_in_a_trace(counties: Counties) -> None:
    """Target firms are named in internal notes only."""
    for language in ("zh", "en"):
        assert "CANARY" not in repr(counties[language].traces)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_gap_of_the_sample_county_can_be_sent_to_an_investor(
    sample: Counties, language: str
) -> None:
    """Need, profile, regions, land, cost, policy and office are there for each."""
    gaps = [gap for traces in sample[language].traces.values() for gap in traces]
    assert len(gaps) >= 20
    for gap in gaps:
        assert gap.need is not None, gap.path
        assert all((gap.profile, gap.regions, gap.policies, gap.contacts)), gap.path
        assert gap.sites or gap.open_land, gap.path
        assert all(cost.rows for cost in gap.costs), gap.path
        assert len(gap.figures) >= 2, gap.path


def test_the_cost_of_entry_says_threshold_and_prices(sample: Counties) -> None:
    """Land of 85 mu in a park that asks for RMB 1.5 million a mu, with its power by day."""
    gap = trace(sample, "en", "battery-recycling", "manganese-materials")
    (site,) = gap.sites
    assert site.least is not None
    assert ("RMB 8.16 million", "RMB 127.5 million") == (site.cost.short, site.least.short)
    rows = {row.label: row.value.short for row in gap.costs[0].rows}
    assert rows["Lowest flat-rate power"] == "RMB 0.46/kWh"
    assert rows["Fixed investment per mu"] == "RMB 1.5 million/mu"


def test_a_gap_may_be_answered_from_another_industry(sample: Counties) -> None:
    """The cold-chain centre is a project of logistics, on land outside the parks."""
    gap = trace(sample, "en", "packaging-cold-chain", "tea-food")
    assert [project.slug for project in gap.projects] == ["cold-chain-logistics"]
    assert [land.land.short for land in gap.open_land] == ["66 mu"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("10066万元", "约1.01亿元"),
        ("9999万元", "9999万元"),
        ("约13000万元", "约1.3亿元"),
        ("8000万美元", "约5.7亿元"),
        ("9000万—11000万元", "9000至11000万元"),
    ],
)
def test_a_need_of_a_hundred_million_is_said_in_them(
    county: CountyCopy, value: str, said: str
) -> None:
    """What stands large in a band is read at a glance: 约1.01亿元, not 10066万元."""
    county.edit("industries/batteries.yml", "value: 5.4亿元", f"value: {value}")
    need = trace(prepare(county.root, THEME).counties, "zh", "cathode").need
    assert need is not None
    assert need.value.short == said


def test_a_sum_of_needs_is_the_one_the_county_states(sample: Counties) -> None:
    """The machinery chain states what it buys outside, and its purchases add up to that."""
    lists = sample["zh"].lists["mountain-machinery"]
    assert lists.need is not None
    assert lists.need.value.short == "1.37亿元"


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "约5.45亿元"), ("en", "about RMB 545 million")]
)
def test_a_large_sum_of_needs_is_said_as_people_say_it(
    counties: Counties, language: str, said: str
) -> None:
    """5.4亿元 and 450万元 are 54450万元: rounded, and said to be."""
    need = counties[language].lists["batteries"].need
    assert need is not None
    assert need.value.short == said
