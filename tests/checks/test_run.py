"""Who is judged by which check: what is approved by all of them, a draft by a few."""

import pytest

from site_builder.checks.run import ANY_RECORD, OF_ANY_STATUS, RECORD_CHECKS, check_county
from site_builder.checks.scope import Scope
from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

BRIEF = "projects/cathode.yml"
INDUSTRY = "industries/batteries.yml"


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_of_a_draft_only_its_structure_is_judged(county: CountyCopy, status: str) -> None:
    """A sum that does not hold is told of any record, a promise only of an approved one."""
    county.edit(BRIEF, "  total: 3.2亿元", "  total: 3.5亿元")
    county.edit(BRIEF, "锰盐企业距园区2公里。", "县里保证通过环评。2公里。")
    assert {Rule.SUM_MISMATCH, Rule.FORBIDDEN_PROMISE} == {f.rule for f in county.findings()}
    county.edit(INDUSTRY, "    projects: [cathode]\n", "")  # a gap may not lead to a draft
    county.edit(BRIEF, "status: approved", f"status: {status}")
    found = [finding for finding in county.findings() if str(finding.place.path) == BRIEF]
    assert [Rule.SUM_MISMATCH] == [finding.rule for finding in found]


def test_every_check_of_any_status_is_listed() -> None:
    """Naming a check as one of drafts too does not run it: the tables do."""
    listed = {*ANY_RECORD, *(check for checks in RECORD_CHECKS.values() for check in checks)}
    assert set() == set(OF_ANY_STATUS) - listed


def test_a_scope_knows_which_records_are_approved(county: CountyCopy) -> None:
    """What is not approved is left out; a reference to it is still one to a file that exists."""
    checked = check_county(county.root)
    scope = Scope(checked.catalog, checked.terms)
    approved = list(scope.approved.entries())
    left_out = [entry.slug for entry in scope.catalog.entries() if entry not in approved]
    assert ["recycling"] == left_out
    assert scope.catalog.named == scope.approved.named
