"""The traces of gaps: when they are judged, and what is told of something else instead."""

from pathlib import Path

import pytest

from site_builder.content.chain import is_gap, missing_links
from site_builder.content.reader import read_catalog
from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

SAMPLE = Path(__file__).parents[3]
PROJECT, INDUSTRY, PARK = "projects/cathode.yml", "industries/batteries.yml", "parks/hexi.yml"
REGION = "    target_regions:\n      - name: {zh: 重庆, en: Chongqing}\n"
FREE = "    area: 50亩\n    use: industrial-2\n    status: available"
HELD = "    area: 50亩\n    use: industrial-2\n    status: taken"
RULES = (Rule.GAP_TRACE_BROKEN, Rule.SEGMENT_PLOT_UNFIT, Rule.PROJECT_OUTSIDE_PARKS)


def gap_rules(county: CountyCopy) -> list[Rule]:
    """Return the rules about traces that are broken."""
    return [finding.rule for finding in county.breaches(*RULES)]


def test_every_gap_of_the_sample_county_leads_all_the_way() -> None:
    """No link of any trace is missing, of weak segments either."""
    catalog = read_catalog(SAMPLE)[0]
    projects = {slug: e.record for slug, e in catalog.projects.items() if e.is_approved}
    parks = {slug: entry.record for slug, entry in catalog.parks.items()}
    gaps = {
        (slug, segment.id): missing_links(slug, segment, projects, parks)
        for slug, entry in catalog.industries.items()
        for segment in entry.record.segments
        if is_gap(segment)
    }
    assert len(gaps) >= 20
    assert {gap: links for gap, links in gaps.items() if links} == {}


def test_all_missing_links_of_a_gap_are_one_finding(county: CountyCopy) -> None:
    """The author learns at once what to add, in both languages."""
    county.edit(INDUSTRY, REGION, "")
    county.edit(INDUSTRY, "    plots: [hx-02]\n", "")
    (finding,) = county.breaches(Rule.GAP_TRACE_BROKEN)
    assert "目标区域、项目、地块" in finding.message("zh")
    assert "the regions where such firms are, a project, a plot" in finding.message("en")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (INDUSTRY, "status: approved", "status: draft"),
        (PROJECT, "kind: new-build", "kind: newbuild"),
        (PARK, "kind: industrial", "kind: industry"),
    ],
    ids=["draft", "broken project", "broken park"],
)
def test_a_chain_is_judged_when_it_is_approved_and_all_is_read(
    county: CountyCopy, path: str, old: str, new: str
) -> None:
    """What is being written, or cannot be read, may hold the missing link."""
    county.edit(INDUSTRY, REGION, "")
    assert gap_rules(county) == [Rule.GAP_TRACE_BROKEN]
    county.edit(path, old, new)
    assert gap_rules(county) == []


def test_a_plot_that_a_project_holds_is_told_of_the_project(county: CountyCopy) -> None:
    """The brief promises the plot; the segment only follows it."""
    county.edit(PARK, FREE, HELD)
    found = [finding.rule for finding in county.findings()]
    assert found == [Rule.PLOT_NOT_AVAILABLE]


def test_an_unknown_plot_is_told_once(county: CountyCopy) -> None:
    """A slip of the pen in a plot is no broken trace."""
    county.edit(INDUSTRY, "plots: [hx-02]", "plots: [hx-20]")
    assert [Rule.UNKNOWN_REFERENCE] == [finding.rule for finding in county.findings()]


def test_a_misspelt_plot_silences_its_own_gap_alone(county: CountyCopy) -> None:
    """One gap's brief names a plot that its park has not; another gap is judged all the same."""
    county.edit(INDUSTRY, REGION, "")
    county.edit(PROJECT, "plots: [hx-01]", "plots: [hx-10]")
    found = [finding.rule for finding in county.findings()]
    assert sorted(found) == [Rule.GAP_TRACE_BROKEN, Rule.UNKNOWN_REFERENCE]


def test_a_county_may_accept_a_broken_trace() -> None:
    """The rule may be lowered, as others across records."""
    assert all(rule.text.lowerable for rule in RULES)
