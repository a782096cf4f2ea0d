"""Rules that a county takes less strictly, as its settings say, with a reason for each."""

import dataclasses
from collections.abc import Iterator, Sequence

from site_builder.checks.scope import Scope
from site_builder.content.schema_errors import suggest
from site_builder.content.settings import Lowered, LoweredTo
from site_builder.diagnostics import Diagnostic, Rule, Severity
from site_builder.diagnostics.lowered import LoweredRule
from site_builder.diagnostics.rules import rule_texts

_SEVERITIES = {LoweredTo.WARNING: Severity.WARNING, LoweredTo.NOTE: Severity.NOTE}
_LOWERABLE = frozenset(code for code, text in rule_texts().items() if text.lowerable)


def check_lowering(scope: Scope) -> Iterator[Diagnostic]:
    """Yield the settings that lower a rule that does not exist or must not be lowered."""
    county = scope.catalog.county
    for index, lowered in enumerate(scope.settings.lowered):
        loc = ("checks", "lowered", index, "rule")
        if county is None or lowered.rule in _LOWERABLE:
            continue
        if lowered.rule in rule_texts():
            yield county.source.diagnostic(Rule.RULE_NOT_LOWERABLE, loc, code=lowered.rule)
        else:
            hint = suggest(lowered.rule, _LOWERABLE, zh="可降级的规则", en="rules to lower")
            yield county.source.diagnostic(Rule.UNKNOWN_RULE, loc, code=lowered.rule, **hint)


def lower(findings: Sequence[Diagnostic], scope: Scope) -> list[Diagnostic]:
    """Return the findings with the severities that the county's settings give them.

    A warning is never raised to an error: lowering it `to: warning` leaves it as it is.
    """
    settings = {
        lowered.rule: _SEVERITIES[lowered.to]
        for lowered in scope.settings.lowered
        if lowered.rule in _LOWERABLE
    }
    return [
        dataclasses.replace(finding, lowered_to=settings[finding.code])
        if finding.code in settings
        else finding
        for finding in findings
    ]


def lowered_rules(
    settings: Sequence[Lowered], findings: Sequence[Diagnostic]
) -> tuple[LoweredRule, ...]:
    """Return the rules that settings lower, each with how often it did not hold."""
    return tuple(
        LoweredRule(
            code=lowered.rule,
            to=_SEVERITIES[lowered.to],
            reason=lowered.reason,
            count=sum(finding.code == lowered.rule for finding in findings),
        )
        for lowered in settings
        if lowered.rule in _LOWERABLE
    )
