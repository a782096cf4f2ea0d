"""Rules that a county takes less strictly, as its settings say, with a reason for each."""

import dataclasses
import re
from collections.abc import Iterator, Sequence

from site_builder.checks.limits import check_limits, laxer_limits
from site_builder.checks.scope import Scope
from site_builder.content.catalog import Entry
from site_builder.content.county import County
from site_builder.content.schema_errors import suggest
from site_builder.content.settings import CheckSettings, Lowered, LoweredTo
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Severity, both
from site_builder.diagnostics.lowered import Concessions, LoweredRule
from site_builder.diagnostics.rules import rule_texts

LEAST_SIGNS = 6
"""How many Chinese characters a reason has at least; rule of thumb."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9]{2,}")

_SEVERITIES = {LoweredTo.WARNING: Severity.WARNING, LoweredTo.NOTE: Severity.NOTE}
_LOWERABLE = frozenset(code for code, text in rule_texts().items() if text.lowerable)


def check_lowering(scope: Scope) -> Iterator[Diagnostic]:
    """Yield the settings that lower a rule in vain, without a reason, or a limit out of range."""
    county = scope.catalog.county
    if county is None:
        return
    yield from check_limits(county)
    first: dict[str, int] = {}
    for index, lowered in enumerate(county.record.checks.lowered):
        loc: Loc = ("checks", "lowered", index)
        if lowered.rule not in _LOWERABLE:
            yield _not_lowered(county, (*loc, "rule"), lowered.rule)
        elif lowered.rule in first:
            line = county.source.place(("checks", "lowered", first[lowered.rule], "rule")).line
            yield county.source.diagnostic(
                Rule.LOWERED_TWICE, (*loc, "rule"), code=lowered.rule, first=line
            )
        else:
            first[lowered.rule] = index
            if not says_something(lowered.reason):
                yield county.source.diagnostic(
                    Rule.LOWERING_UNEXPLAINED,
                    (*loc, "reason"),
                    code=lowered.rule,
                    reason=lowered.reason,
                )


def _not_lowered(county: Entry[County], loc: Loc, code: str) -> Diagnostic:
    if code in rule_texts():
        return county.source.diagnostic(Rule.RULE_NOT_LOWERABLE, loc, code=code)
    hint = suggest(code, _LOWERABLE, zh="可降级的规则", en="rules to lower")
    return county.source.diagnostic(Rule.UNKNOWN_RULE, loc, code=code, **both(hint=hint))


def says_something(reason: str) -> bool:
    """Whether a reason has six Chinese characters or three words, and not always the same.

    A word counts as two characters, for those who write both.
    """
    signs, words = _HAN.findall(reason), _WORD.findall(reason)
    different = len(set(signs)) + 2 * len({word.lower() for word in words})
    return len(signs) + 2 * len(words) >= LEAST_SIGNS and different >= LEAST_SIGNS - 1


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


def concessions(settings: CheckSettings, findings: Sequence[Diagnostic]) -> Concessions:
    """Return what settings take less strictly: rules, each with its findings, and limits."""
    return Concessions(lowered_rules(settings.lowered, findings), laxer_limits(settings.limits))


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
