"""Every mistake in `tests/cases` is told where it stands, once, in both languages."""

import os

import pytest

from site_builder.diagnostics import Rule
from tests.case_files import LANGUAGES, Case, all_cases, printed, rewrite
from tests.county_copy import CountyCopy

REGENERATE = os.environ.get("ZS_REGENERATE") == "1"


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_an_author_is_told_exactly_what_is_wrong(case: Case, county: CountyCopy) -> None:
    """A mistake gives the findings that its case expects, and no others."""
    case.spoil(county)
    texts = printed(county)
    if REGENERATE:
        rewrite(case, texts)
        pytest.skip("the case has been rewritten; read it before it is kept")
    assert case.expected == texts


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_mistake_breaks_the_rule_of_its_folder(case: Case, county: CountyCopy) -> None:
    """Every finding of a case has the code of the folder, a place, and a remedy."""
    case.spoil(county)
    findings = county.findings()
    assert (set() if case.is_fine else {case.code}) == {finding.code for finding in findings}
    for finding in findings:
        assert finding.place.line >= 1
        assert 1 <= finding.place.column <= len(finding.place.excerpt) + 1
        assert "" not in {finding.help(language).strip() for language in LANGUAGES}


@pytest.mark.parametrize("is_fine", [False, True], ids=["broken", "kept"])
def test_every_rule_has_cases_that_break_it_and_that_keep_it(is_fine: bool) -> None:
    """The folders of cases are the codes of the rules, and each shows both sides."""
    assert {rule.code for rule in Rule} == {
        case.code for case in all_cases() if case.is_fine is is_fine
    }


def test_the_tiny_county_has_no_mistake(county: CountyCopy) -> None:
    """Unspoilt, the county gives no finding, so that each case shows its own alone."""
    assert county.findings() == []
