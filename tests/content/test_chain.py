"""What follows from a chain: coverage, the size of a gap, the links of its trace."""

from fractions import Fraction

import pytest

from site_builder.content.chain import (
    TraceLink,
    Unmet,
    answers,
    coverage,
    edges_to_nowhere,
    missing_links,
    open_gaps,
    sites,
    unmet,
    without_firm,
)
from site_builder.content.industry import Industry, Purchase, Segment
from site_builder.content.park import Park
from site_builder.content.project import Project
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.writing import as_written
from tests.county_copy import CountyCopy

TEXT = {"zh": "甲", "en": "A"}
RATE = Fraction("7.1")
SALTS = """    target_profile: {zh: 有提纯工艺的锰盐企业。, en: A maker of purified salts.}
    target_regions: [{name: {zh: 湖南湘潭, en: "Xiangtan, Hunan"}}]
    projects: [cathode]
"""


def segment(**fields: object) -> Segment:
    """Return a segment with what it must have, and these fields."""
    least = {"id": "a", "title": TEXT, "stage": "upstream", "role": "material"}
    return Segment.model_validate({**least, "strength": "missing", **fields})


def purchase(**fields: object) -> Purchase:
    """Return something that is bought outside."""
    return Purchase.model_validate({"goods": TEXT, "buyer": TEXT, **fields})


def records(county: CountyCopy) -> tuple[Industry, dict[str, Project], dict[str, Park]]:
    """Return the tiny county's industry, its approved projects and its parks."""
    catalog = county.catalog()
    projects = {slug: e.record for slug, e in catalog.projects.items() if e.is_approved}
    parks = {slug: entry.record for slug, entry in catalog.parks.items()}
    return catalog.industries["batteries"].record, projects, parks


def links(county: CountyCopy, of: str) -> tuple[TraceLink, ...]:
    """Return the missing links of a segment of the tiny county."""
    industry, projects, parks = records(county)
    wanted = next(s for s in industry.segments if s.id == of)
    return missing_links("batteries", wanted, projects, parks)


def test_the_coverage_of_a_chain_is_the_share_that_is_there() -> None:
    """Weak segments are there; missing ones are not; a chain without segments has nothing."""
    chain = [segment(strength=strength) for strength in ("strong", "weak", "missing", "missing")]
    assert Fraction(1, 2) == coverage(chain)
    assert coverage([]) == 0


def test_a_gap_is_as_large_as_its_purchases() -> None:
    """Values are added up; what has none is said not to be counted."""
    need = unmet([purchase(value="3360万元"), purchase(value="720万元"), purchase()], RATE)
    assert need == Unmet(read_quantity("4080万元"), counted=2, uncounted=1)
    assert as_written(need.value or read_quantity("0元")) == "4080万元"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["约1亿元"], "约1亿元"),
        (["约1亿元", "2000万元"], "约1.2亿元"),
        (["约1亿元", "2250万元", "480万元"], "约1.3亿元"),
        (["1000万至1200万元", "500万元"], "1500万至1700万元"),
    ],
)
def test_a_sum_is_no_more_certain_than_its_parts(values: list[str], said: str) -> None:
    """A sum with an estimate in it is an estimate; ranges add up to a range."""
    need = unmet((purchase(value=value) for value in values), RATE)
    assert need.value == read_quantity(said)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["300万美元"], "约2100万元"),
        (["8000万美元", "450万元"], "约5.7亿元"),
        (["300万至500万美元"], "约2100万至3600万元"),
    ],
)
def test_dollars_are_counted_at_the_rate_of_the_county(values: list[str], said: str) -> None:
    """Another day's rate gives another sum: it is an estimate, with two digits."""
    need = unmet((purchase(value=value) for value in values), RATE)
    assert need == Unmet(read_quantity(said), counted=len(values), uncounted=0)


def test_nothing_bought_is_no_sum() -> None:
    """Without a value there is nothing to add up."""
    assert unmet([], RATE) == Unmet(None, counted=0, uncounted=0)
    assert unmet([purchase(amount="300吨/年")], RATE) == Unmet(None, counted=0, uncounted=1)


def test_the_traces_of_the_tiny_county_are_whole(county: CountyCopy) -> None:
    """With a brief or by invitation, each gap leads from need to policy."""
    assert links(county, "cathode") == ()
    assert links(county, "recycling") == ()


def test_a_bare_gap_lacks_every_link(county: CountyCopy) -> None:
    """All links are named, in the order in which a trace is read."""
    _, projects, parks = records(county)
    assert tuple(TraceLink) == missing_links("batteries", segment(id="new"), projects, parks)


def test_a_brief_says_whom_it_seeks_and_on_what_land(county: CountyCopy) -> None:
    """Profile, plot and policy of a gap may come from the project that answers it."""
    county.edit(
        "projects/cathode.yml",
        "  modes: [sole, joint-venture]\n",
        "  modes: [sole]\n  seeks: {zh: 有经验的企业。, en: A firm with experience.}\n",
    )
    _, projects, parks = records(county)
    bare = segment(id="cathode")
    lacking = missing_links("batteries", bare, projects, parks)
    assert lacking == (TraceLink.NEED, TraceLink.REGIONS)


def test_land_outside_the_parks_is_land(county: CountyCopy) -> None:
    """A project without a park needs no plot: its brief says where it lies."""
    county.edit("projects/cathode.yml", "park: hexi\nplots: [hx-01]\n", "")
    county.edit("industries/batteries.yml", "    parks: [hexi]\n    plots: [hx-01]\n", "")
    assert links(county, "cathode") == ()


def test_a_cost_in_dollars_without_a_rate_is_no_cost(county: CountyCopy) -> None:
    """Land outside the parks is there, and nobody can tell what it takes in yuan."""
    county.edit("projects/cathode.yml", "park: hexi\nplots: [hx-01]\n", "")
    county.edit("projects/cathode.yml", "  total: 3.2亿元\n", "  total: 4500万美元\n")
    county.edit("industries/batteries.yml", "    parks: [hexi]\n    plots: [hx-01]\n", "")
    assert links(county, "cathode") == (TraceLink.COST,)
    rate = "  exchange: [{rate: 7.10元/美元, date: 2026-09-01}]\n"
    county.edit("projects/cathode.yml", "  basis_year: 2026\n", f"  basis_year: 2026\n{rate}")
    assert links(county, "cathode") == ()


def test_the_rent_of_a_factory_is_a_cost(county: CountyCopy) -> None:
    """A park that lets factories says what it costs to enter, before any plot is named."""
    county.edit("projects/cathode.yml", "plots: [hx-01]\n", "")
    county.edit("industries/batteries.yml", "    plots: [hx-01]\n", "")
    assert links(county, "cathode") == (TraceLink.PLOT, TraceLink.COST)
    hall = "{name: {zh: 甲, en: A}, area: 3000平方米, rent: 8元/平方米·月%s}"
    before = "policies: [standard-land]\n"
    office = hall % ", use: office"
    county.edit("parks/hexi.yml", before, f"plants:\n  - {office}\n{before}")
    assert links(county, "cathode") == (TraceLink.PLOT, TraceLink.COST)
    county.edit("parks/hexi.yml", office, hall % "")
    assert links(county, "cathode") == (TraceLink.PLOT,)


def test_a_segment_may_name_projects_of_other_industries(county: CountyCopy) -> None:
    """They answer it after its own, and each once."""
    _, projects, _ = records(county)
    named = segment(id="cathode", projects=["cathode", "gone"])
    assert answers("batteries", named, projects) == ("cathode",)
    assert answers("other", named, projects) == ("cathode",)
    assert answers("other", segment(id="cathode"), projects) == ()


def test_plots_of_the_segment_come_before_those_of_its_projects(county: CountyCopy) -> None:
    """Each plot is there once, in the parks that the segment names."""
    _, projects, parks = records(county)
    both = segment(id="cathode", parks=["hexi"], plots=["hx-02", "hx-01"])
    found = [site.plot.id for site in sites(both, ["cathode"], projects, parks)]
    assert sorted(found) == ["hx-01", "hx-02"]
    assert sites(segment(plots=["hx-02"]), [], projects, parks) == []


def test_loops_are_allowed_and_edges_to_nowhere_found(county: CountyCopy) -> None:
    """What is recycled flows back up the chain; what flows to no segment is named."""
    assert list(edges_to_nowhere(records(county)[0])) == []
    county.edit("industries/batteries.yml", "      - to: cathode\n", "      - to: cathod\n")
    assert list(edges_to_nowhere(records(county)[0])) == [(1, 0)]


def test_open_gaps_and_strong_segments_without_a_firm_are_found(county: CountyCopy) -> None:
    """A missing segment is open until a project or a profile answers it."""
    industry, projects, _ = records(county)
    assert list(open_gaps("batteries", industry, projects)) == []
    county.edit("industries/batteries.yml", "    strength: weak\n", "    strength: missing\n")
    county.edit("industries/batteries.yml", SALTS, "")
    industry, projects, _ = records(county)
    assert ["salts"] == [s.id for s in open_gaps("batteries", industry, projects)]
    assert list(without_firm(industry)) == []
    strong = industry.model_copy(update={"segments": (segment(strength="strong"),)})
    assert ["a"] == [s.id for s in without_firm(strong)]
