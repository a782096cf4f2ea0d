"""Policies say when they passed fair competition review."""

from collections.abc import Iterator
from datetime import date

from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.model import ReviewStatus
from site_builder.content.policy import Policy, PolicyLevel
from site_builder.diagnostics import Diagnostic, Rule

IN_FORCE = date(2024, 8, 1)
"""The day on which the Regulations on Fair Competition Review came into force (Order 783)."""


def check_fair_competition(entry: Entry[Policy], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield a published local policy that ought to have been reviewed and gives no date."""
    policy = entry.record
    if policy.review.status is not ReviewStatus.APPROVED or policy.fair_competition is not None:
        return
    if policy.level is PolicyLevel.NATIONAL:
        return
    loc, day = ("issued",), policy.issued
    if day >= IN_FORCE:
        yield entry.source.diagnostic(
            Rule.POLICY_UNREVIEWED, loc, reason_zh=f"于 {day} 发布", reason_en=f"issued on {day}"
        )
    elif _grants_money(policy):
        yield entry.source.diagnostic(
            Rule.POLICY_UNREVIEWED,
            loc,
            reason_zh=f"于 {day} 发布、至今给予资金支持",
            reason_en=f"issued on {day} and still granting money",
        )


def _grants_money(policy: Policy) -> bool:
    tiers = (tier for clause in policy.clauses for tier in clause.tiers)
    return any(
        tier.cap is not None or (tier.amount is not None and tier.amount.dimension == "money")
        for tier in tiers
    )
