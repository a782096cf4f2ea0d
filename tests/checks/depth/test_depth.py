from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

INDUSTRY = "industries/batteries.yml"
ON_ITS_OWN = """\
    parks: [hexi]
    plots: [hx-02]
    policies: [standard-land]
"""
"""What leads an investor on from a gap that no brief answers."""
PROJECT = "projects/cathode.yml"
RECYCLING = "{zh: 电池回收, en: Battery recycling}"


def test_a_draft_may_be_thin(county: CountyCopy) -> None:
    """Only an approved brief must argue every chapter."""
    county.edit("county.yml", "featured: [cathode]", "featured: []")
    county.edit(INDUSTRY, "    projects: [cathode]\n", ON_ITS_OWN)
    county.edit(PROJECT, "  status: approved\n", "  status: draft\n")
    county.edit(PROJECT, "  modes: [sole, joint-venture]", "  modes: []")
    county.file("events/xiamen.yml").unlink()
    assert county.findings() == []


def test_a_chart_counts_as_a_figure(county: CountyCopy) -> None:
    """Two sourced figures, two charts, or one of each are enough."""
    text = county.file(PROJECT).read_text("utf-8")
    start, end = text.index("  figures:\n"), text.index("  series:\n")
    county.edit(PROJECT, text[start:end], "")
    assert [finding.rule for finding in county.findings()] == [Rule.CHAPTER_THIN]
    series = text[end : text.index("content:\n")].removeprefix("  series:\n")
    series = series.replace("全国需求量, en: Demand", "全国产能, en: Capacity")
    county.edit(PROJECT, "content:\n  summary", f"{series}content:\n  summary")
    assert county.findings() == []


def test_a_gap_is_answered_by_a_published_project(county: CountyCopy) -> None:
    """A project in review does not answer a gap; once it is approved, it does."""
    text = county.file(PROJECT).read_text("utf-8")
    county.edit(
        "industries/batteries.yml",
        "    target_profile: {zh: 有湿法回收经验的企业。, "
        "en: A firm with experience of wet recycling.}\n",
        "",
    )
    assert [finding.rule for finding in county.findings()] == [Rule.GAP_WITHOUT_PROJECT]
    answer = text.replace("segments: [cathode]", "segments: [recycling]")
    for old, new in (
        ('{zh: 年产2万吨正极材料, en: "Cathode material, 20,000 tonnes a year"}', RECYCLING),
        ("plots: [hx-01]", "plots: [hx-02]"),
        ("  land: 50亩", "  land: 30亩"),
        ("  modes: [", "  seeks: {zh: 有湿法回收经验的企业。, en: A wet recycler.}\n  modes: ["),
    ):
        answer = answer.replace(old, new)
    county.file("projects/recycling.yml").write_text(answer, "utf-8")
    assert county.findings() == []
