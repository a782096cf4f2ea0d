"""One mistake gives one finding: what only follows from another finding is left out.

Goes in: all that is wrong with one record. Comes out: the same without what need not be told.
"""

from collections.abc import Iterable, Iterator, Sequence

from site_builder.diagnostics import Diagnostic, Rule


def without_consequences(findings: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
    """Return the findings of one record without those that follow from others of them."""
    found = list(findings)
    if not any(finding.rule is Rule.TEXT_CONTRADICTS_FIELD for finding in found):
        return found
    return list(_of_claims(found))


def _of_claims(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what follows where a text contradicts a field.

    A field that does not agree with its own parts is no measure for a text. And where a Chinese
    figure contradicts the field, that the English has another one is the same mistake: whoever
    mends the Chinese mends both, and the English is compared again.
    """
    at_fault = {finding.field for finding in found}
    claims = {
        (finding.field, finding.facts["said"])
        for finding in found
        if finding.rule is Rule.TEXT_CONTRADICTS_FIELD
    }
    for finding in found:
        if finding.rule is Rule.TEXT_CONTRADICTS_FIELD and finding.facts["against"] in at_fault:
            continue
        if finding.rule is Rule.NUMBER_MISMATCH:
            chinese = f"{finding.field.removesuffix('.en')}.zh"
            if (chinese, finding.facts.get("chinese")) in claims:
                continue
        yield finding
