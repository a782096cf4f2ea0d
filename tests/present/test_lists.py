"""The lists of a chain come from the same records as its map."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.present.county_view import CountyView
from site_builder.present.lists import percent_of
from tests.county_copy import COUNTY, CountyCopy

INDUSTRY = "industries/batteries.yml"
SAMPLE = Path(__file__).parents[2]
Counties = Mapping[str, CountyView]


@pytest.fixture(scope="module")
def sample() -> Counties:
    """Return the sample county in both languages."""
    return prepare(SAMPLE, SAMPLE / "theme").counties


@pytest.mark.parametrize("language", ["zh", "en"])
def test_coverage_counts_the_segments_that_are_there(language: str) -> None:
    """Two of the four segments of the tiny chain are missing."""
    lists = prepare(COUNTY, SAMPLE / "theme").counties[language].lists["batteries"]
    assert lists.coverage == "50%"
    assert "2" in lists.covered
    assert "4" in lists.covered


@pytest.mark.parametrize(
    ("there", "of", "said"),
    [
        (0, 8, 0),
        (8, 8, 100),
        (5, 8, 63),
        (1, 8, 13),
        (2, 3, 67),
        (199, 200, 99),
        (999, 1000, 99),
        (1, 200, 1),
        (1, 1000, 1),
    ],
)
def test_a_share_is_rounded_half_up_and_never_to_all_or_nothing(
    there: int, of: int, said: int
) -> None:
    """A chain is whole, or empty, only where it is; 62.5% reads 63%."""
    assert said == percent_of(Fraction(there, of))


def test_every_firm_gap_and_project_of_a_chain_is_listed(sample: Counties) -> None:
    """None is left out, none stands twice, and anchors come first."""
    for industry in sample["en"].industries:
        if not industry.segments:
            assert industry.slug not in sample["en"].lists
            continue
        lists = sample["en"].lists[industry.slug]
        names = [firm.name for firm in lists.firms]
        assert sorted(names) == sorted({n for s in industry.segments for n in s.firms})
        anchors = [firm.anchor for firm in lists.firms]
        assert anchors == sorted(anchors, reverse=True)
        assert [gap.slug for gap in lists.gaps] == [gap.id for gap in industry.gaps]
        assert {p.slug for p in industry.projects} <= {p.slug for p in lists.projects}


def test_a_region_that_two_gaps_name_is_placed_by_the_one_that_says_where(
    county: CountyCopy,
) -> None:
    """The first gap only names it; the second knows its position."""
    county.edit(INDUSTRY, '湖南湘潭, en: "Xiangtan, Hunan"', '湖南长沙, en: "Changsha, Hunan"')
    lists = prepare(county.root, SAMPLE / "theme").counties["en"].lists["batteries"]
    (line,) = [line for line in lists.regions if line.region.name == "Changsha, Hunan"]
    assert line.region.distance is not None
    assert len(line.gaps) == 2


def test_regions_are_listed_from_near_to_far(sample: Counties) -> None:
    """Each with every gap that firms there could fill; one without a position comes last."""
    lines = sample["zh"].lists["mountain-machinery"].regions
    names = [line.region.name for line in lines]
    assert names[0] == "重庆"
    assert names[-1] == "东南亚"
    assert len(names) == len(set(names))
    assert len(lines[0].gaps) == 4
    placed = [line.region.kilometres for line in lines if line.region.distance]
    assert placed == sorted(placed)
