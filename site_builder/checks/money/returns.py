"""Returns as claimed: borne out by the cash flows, and not contradicting each other."""

from collections.abc import Mapping, Sequence

from site_builder.checks.money.cash_flows import sort_cash_flows
from site_builder.checks.money.claims import Claim, Flows
from site_builder.checks.money.contradictions import contradictions
from site_builder.checks.money.judgement import Judgement
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Payback, TaxBasis
from site_builder.content.settings import Limits
from site_builder.content.source import Loc


def judge_returns(entry: Entry[Project], limits: Limits) -> Judgement[Loc]:
    """Find claims that the cash flows do not bear out, and claims that cannot both be true."""
    project, benefits = entry.record, entry.record.benefits
    if benefits is None:
        return Judgement([], frozenset())
    usable, findings = sort_cash_flows(entry, benefits)
    told = list(findings)
    doubted: set[Loc] = set()
    borne_out: set[Loc] = set()
    rows = {
        basis: Flows(project, benefits, cash_flow, amounts, limits)
        for basis, (cash_flow, amounts) in usable.items()
    }
    for claims in _claims(rows, benefits.paybacks).values():
        missed = [claim for claim in claims if not claim.holds]
        doubted |= {claim.loc for claim in missed}
        borne_out |= {claim.loc for claim in claims} - doubted
        # Where nothing agrees it is the flows that are wrong, and one finding says so.
        nothing_agrees = len(missed) == len(claims) > 1
        told += [
            claim.finding(entry, alone=not nothing_agrees)
            for claim in (missed[:1] if nothing_agrees else missed)
        ]
    for places, finding in contradictions(entry, benefits, borne_out):
        if not doubted & places:
            doubted |= places
            told.append(finding)
    return Judgement(told, doubted)


def _claims(
    rows: Mapping[TaxBasis, Flows], paybacks: Sequence[Payback]
) -> dict[TaxBasis, list[Claim]]:
    """Return what is claimed on each basis for which there are flows."""
    found = {basis: list(row.claims()) for basis, row in rows.items()}
    for index, payback in enumerate(paybacks):
        claims = [claim for row in _rows(rows, payback) if (claim := row.payback(index))]
        if claims:
            # A payback that states no basis may be counted on either.
            claim = next((claim for claim in claims if claim.holds), claims[0])
            found[claim.basis].append(claim)
    return found


def _rows(rows: Mapping[TaxBasis, Flows], payback: Payback) -> list[Flows]:
    order = [TaxBasis.AFTER_TAX, TaxBasis.BEFORE_TAX] if payback.basis is None else [payback.basis]
    return [rows[basis] for basis in order if basis in rows]
