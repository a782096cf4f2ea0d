"""Policies say when they passed fair competition review."""

from collections.abc import Iterator
from datetime import date

from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.policy import Policy, PolicyLevel
from site_builder.diagnostics import Diagnostic, Rule, Words, both

IN_FORCE = date(2024, 8, 1)
"""The day on which the Regulations on Fair Competition Review came into force (Order 783)."""


def check_fair_competition(entry: Entry[Policy], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield a published local policy that ought to have been reviewed and gives no date."""
    policy = entry.record
    if policy.fair_competition is not None or policy.level is PolicyLevel.NATIONAL:
        return
    day = policy.issued
    if day >= IN_FORCE:
        reason = Words(f"于 {day} 发布", f"issued on {day}")
    elif _grants_money(policy):
        reason = Words(
            f"于 {day} 发布、至今给予资金支持", f"issued on {day} and still granting money"
        )
    else:
        return
    yield entry.source.diagnostic(Rule.POLICY_UNREVIEWED, ("issued",), **both(reason=reason))


def _grants_money(policy: Policy) -> bool:
    tiers = (tier for clause in policy.clauses for tier in clause.tiers)
    return any(
        tier.cap is not None or (tier.amount is not None and tier.amount.dimension == "money")
        for tier in tiers
    )
