from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

PROJECT, INDUSTRY = "projects/cathode.yml", "industries/batteries.yml"
PROFILE = (
    "    target_profile: {zh: 有湿法回收经验的企业。, "
    "en: A firm with experience of wet recycling.}\n"
)
SOUGHT = (
    "    target_profile: {zh: 已批量供货的正极材料企业。, "
    "en: A maker of cathode material that already supplies cell plants.}\n"
)


def chain_rules(county: CountyCopy) -> list[Rule]:
    """Return the rules about chains that are broken."""
    rules = (Rule.GAP_WITHOUT_PROJECT, Rule.PROJECT_OFF_CHAIN, Rule.INDUSTRY_WITHOUT_PROJECT)
    return [finding.rule for finding in county.breaches(*rules)]


def test_a_project_off_its_chain_may_be_the_answer_to_a_gap(county: CountyCopy) -> None:
    """The gap it may answer is not reported beside it."""
    county.edit(PROJECT, "segments: [cathode]\n", "")
    county.edit(INDUSTRY, PROFILE, "")
    assert [Rule.PROJECT_OFF_CHAIN] == chain_rules(county)


def test_an_industry_with_open_gaps_is_told_of_the_gaps_alone(county: CountyCopy) -> None:
    """A brief for the gap is a brief for the industry."""
    county.edit(PROJECT, "  status: approved", "  status: draft")
    county.edit(INDUSTRY, SOUGHT, "")
    assert [Rule.GAP_WITHOUT_PROJECT] == chain_rules(county)


def test_a_brief_that_cannot_be_read_may_belong_to_the_industry(county: CountyCopy) -> None:
    """Nothing is missing for certain while a file is broken."""
    county.edit(PROJECT, "kind: new-build", "kind: newbuild")
    county.edit(INDUSTRY, PROFILE, "")
    assert chain_rules(county) == []


def test_a_chain_that_is_being_written_is_not_judged(county: CountyCopy) -> None:
    """A strong segment may wait for its firms until the industry is approved."""
    county.edit(INDUSTRY, "    strength: weak\n", "    strength: strong\n")
    county.edit(INDUSTRY, "status: approved", "status: draft")
    assert [] == county.breaches(Rule.STRONG_WITHOUT_FIRM)
