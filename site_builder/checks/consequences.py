"""One mistake gives one finding: what only follows from another finding is left out.

Goes in: all that is wrong with one record. Comes out: the same without what need not be told.
"""

from collections.abc import Iterable, Iterator, Sequence

from site_builder.diagnostics import Diagnostic, Rule

_TELLING = {
    Rule.PLACEHOLDER_LEFT,
    Rule.SAYS_NOTHING,
    Rule.FIGURE_STALE,
    Rule.FIGURE_WITHHELD,
    Rule.DATE_IN_FUTURE,
}


def without_consequences(findings: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
    """Return the findings of one record without those that follow from others of them."""
    found = _without_what_is_told_otherwise(list(findings))
    if not any(finding.rule is Rule.TEXT_CONTRADICTS_FIELD for finding in found):
        return found
    return list(_of_claims(found))


def _without_what_is_told_otherwise(found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """Leave out what another finding makes idle to mend.

    `TBD` and `the Internet` say nothing in any language. A figure of a year that is too old, or
    has not come, is replaced with its year, and then held against the chart.
    """
    told = {finding.field for finding in found if finding.rule in _TELLING}
    return [finding for finding in found if _idle_with(finding) not in told]


def _idle_with(finding: Diagnostic) -> str | None:
    """Return the field whose other finding makes this one idle; None for most findings."""
    if finding.rule is Rule.ENGLISH_IN_CHINESE:
        return finding.field
    if finding.rule is Rule.FIGURE_CONTRADICTS_SERIES:
        return f"{finding.field.removesuffix('.value')}.year"
    return None


def _of_claims(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what follows where a text contradicts a field.

    A field that does not agree with its own parts is no measure for a text. And where a Chinese
    figure contradicts the field, that the English has another one is the same mistake: whoever
    mends the Chinese mends both, and the English is compared again.
    """
    at_fault = {finding.field for finding in found}
    # Land and its parts are one measure, whichever of them is told to be wrong.
    if any(finding.rule is Rule.LAND_MISMATCH for finding in found):
        at_fault.add("scale.land")
    # People are counted, and a count is compared without what is counted: 180 of 180人.
    claims = {
        (finding.field, said)
        for finding in found
        if finding.rule is Rule.TEXT_CONTRADICTS_FIELD
        for said in (finding.facts["said"], str(finding.facts["said"]).removesuffix("人"))
    }
    for finding in found:
        if finding.rule is Rule.TEXT_CONTRADICTS_FIELD and finding.facts["against"] in at_fault:
            continue
        if finding.rule is Rule.NUMBER_MISMATCH:
            chinese = f"{finding.field.removesuffix('.en')}.zh"
            if (chinese, finding.facts.get("chinese")) in claims:
                continue
        yield finding
