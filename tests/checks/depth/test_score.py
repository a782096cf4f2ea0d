from site_builder.checks.depth.chapters import REQUIRED
from site_builder.checks.depth.demand import MUST, Chapter
from site_builder.checks.depth.expected import EXPECTED
from site_builder.checks.depth.score import Missing, department_of, score
from site_builder.content.picture import Picture
from site_builder.content.project import Project
from site_builder.content.reader import read_catalog
from tests.county_copy import CountyCopy
from tests.site.website import COUNTY as SAMPLE

FULL = "pharma-intermediates"


def project(county: CountyCopy, slug: str = "cathode") -> Project:
    return county.catalog().projects[slug].record


def test_every_demand_says_what_is_missing_in_both_languages() -> None:
    """A demand has a field, and its lack and its remedy differ in the two languages."""
    for demand in (*REQUIRED, *EXPECTED):
        assert demand.field.split(".")[0] in Project.model_fields
        assert len(set(demand.lack)) == 2
    assert {demand for demand in REQUIRED if not all(demand.hint)} == set()
    assert {True} == {demand.must for demand in REQUIRED}
    assert {False} == {demand.must for demand in EXPECTED}


def test_chapters_add_up(county: CountyCopy) -> None:
    """The points are those of the chapters, as a share of what they could be."""
    for slug in ("cathode", "recycling"):
        found = score(project(county, slug))
        got, full = (sum(getattr(c, name) for c in found.chapters) for name in ("got", "full"))
        assert [chapter.title_zh for chapter in found.chapters] == [c.zh for c in Chapter]
        assert 100 * got // full == found.points
        assert 0 <= found.points < 100


def test_a_brief_that_argues_nothing_gets_little(county: CountyCopy) -> None:
    """What must be there and is not comes first, and names its field."""
    found = score(project(county, "recycling"))
    assert found.points < 25
    assert [missing.field for missing in found.missing[:3]] == [
        "scale",
        "necessity.background",
        "market.figures",
    ]
    assert (
        Missing(
            "必要性：没有论述背景和必要性",
            "Need: background and need are not given",
            "necessity.background",
        )
        in found.missing
    )


def test_what_is_added_raises_the_score(county: CountyCopy) -> None:
    """A break-even point is worth a point, and is no longer missing."""
    before = score(project(county))
    county.edit("projects/cathode.yml", "  assumptions:\n", "  break_even: 46%\n  assumptions:\n")
    after = score(project(county))
    assert {"benefits.break_even"} == {m.field for m in before.missing} - {
        m.field for m in after.missing
    }
    assert sum(c.got for c in after.chapters) == sum(c.got for c in before.chapters) + 1


def test_what_a_project_cannot_have_is_not_missing() -> None:
    """Raw materials and plot ratio are asked of manufacturing, resources of farming."""
    projects = read_catalog(SAMPLE)[0].projects
    fields = {
        "C": {"technology.materials", "scale.plot_ratio"},
        "A": {"scale.resources"},
    }
    asked = {
        slug: {demand.field for demand in EXPECTED if demand.applies(entry.record)}
        for slug, entry in projects.items()
    }
    for slug, entry in projects.items():
        for section, names in fields.items():
            applies = entry.record.classification.startswith(section)
            assert names & asked[slug] == (names if applies else set()), slug


def test_only_a_brief_without_gaps_gets_a_hundred() -> None:
    """The sample's fullest brief lacks a photograph; with one it would have all points."""
    entry = read_catalog(SAMPLE)[0].projects[FULL]
    found = score(entry.record)
    assert ("pictures",) == tuple(missing.field for missing in found.missing)
    assert found.points < 100
    photograph = Picture.model_validate({"file": "a.jpg", "alt": {"zh": "厂区", "en": "Site"}})
    whole = score(entry.record.model_copy(update={"pictures": (photograph,)}))
    assert (100, ()) == (whole.points, whole.missing)


def test_the_department_is_that_of_the_review_or_the_host(county: CountyCopy) -> None:
    """A brief belongs to the department that filled it in; else to the body that hosts it."""
    assert (
        department_of(project(county)).zh,
        department_of(project(county, "recycling")).zh,
    ) == ("县工业和信息化局", "河西工业园管委会")


def test_weights_are_small() -> None:
    """What must be there counts three, everything else one or two."""
    assert {1, 2} == {demand.weight for demand in EXPECTED}
    assert {MUST} == {demand.weight for demand in REQUIRED}
