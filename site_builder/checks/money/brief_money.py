"""The money of a brief: sums, then what follows from them, then what is made of it all.

Each step is told which figures those before it have put in doubt.
"""

from collections.abc import Iterator

from site_builder.checks.money.benchmarks import check_benchmarks
from site_builder.checks.money.benefits import judge_benefits
from site_builder.checks.money.breakdowns import check_shares, judge_land
from site_builder.checks.money.cash_ties import check_cash_ties
from site_builder.checks.money.estimates import check_estimates
from site_builder.checks.money.plausibility import check_plausibility
from site_builder.checks.money.rates_alone import check_rates_alone
from site_builder.checks.money.ratios import check_project_ratios
from site_builder.checks.money.returns import judge_returns
from site_builder.checks.money.sums import judge_sums
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.diagnostics import Diagnostic, Rule


def check_money(entry: Entry[Project], terms: Terms) -> Iterator[Diagnostic]:
    """Yield what is wrong with the money of a brief besides its sums, which `sums.py` tells."""
    sums = judge_sums(entry)
    land = judge_land(entry)
    benefits = judge_benefits(entry, terms)
    returns = judge_returns(entry, terms.limits)
    figures = sums.doubted | benefits.doubted
    yield from (*land.findings, *benefits.findings, *returns.findings)
    yield from check_shares(entry)
    yield from check_project_ratios(entry, figures | land.doubted)
    if not any(found.rule is Rule.CASH_FLOW_UNUSABLE for found in returns.findings):
        yield from check_cash_ties(entry, figures, returns.doubted)
    yield from check_estimates(entry)
    yield from check_benchmarks(entry, terms.limits, returns.doubted)
    yield from check_plausibility(entry, figures, returns.doubted)
    yield from check_rates_alone(entry, terms.limits, figures, returns.doubted)
