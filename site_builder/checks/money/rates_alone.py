"""Rates of return and present values that no yearly flows bear out, held against the profit.

A normal year brings net profit and depreciation. Were every year normal and for ever, the rate
of return would be that over the investment: no project has more. What is found is a warning.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from math import ceil
from typing import NamedTuple

from site_builder.checks.money.benchmarks import benchmark_of, is_far_above
from site_builder.checks.money.cash_flows import BASES_IN_WORDS
from site_builder.checks.money.plausibility import DEPRECIATION, SLACK
from site_builder.checks.money.rounding import TOLD_DIGITS, in_percent, span
from site_builder.checks.money.sums import span_in_yuan
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Benefits, PresentValue, Return, TaxBasis
from site_builder.content.settings import Limits
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.precision import significant
from site_builder.quantities.writing import as_written, yuan_as_written
from site_builder.quantities.yearly import YEAR

# A discount this small makes a present value of anything.
LEAST_DISCOUNT = Fraction(1, 100)


class _Means(NamedTuple):
    """What a brief has to earn with, in yuan: the most of a year, the least that is put in."""

    yearly: Fraction
    total: Fraction
    years: int
    """Years of construction, rounded up."""


def check_rates_alone(
    entry: Entry[Project], limits: Limits, figures: AbstractSet[str], claims: AbstractSet[Loc]
) -> Iterator[Diagnostic]:
    """Yield rates and present values that profit and investment cannot give.

    Looked at where the brief has no cash flows: with them, the claims are reckoned anew.
    Nothing is said if the `figures` are in doubt, or of `claims` that are, or of rates that
    the benchmark of the trade under `limits` shows to be too good.
    """
    benefits = entry.record.benefits
    if benefits is None or benefits.cash_flows or figures:
        return
    for index, claimed in enumerate(benefits.returns):
        loc: Loc = ("benefits", "returns", index, "value")
        if loc not in claims and not _is_told(entry.record, claimed, limits):
            yield from _rate(entry, loc, claimed, _means(entry.record, benefits, claimed.basis))
    for index, value in enumerate(benefits.present_values):
        loc = ("benefits", "present_values", index, "value")
        if loc not in claims:
            yield from _value(entry, loc, value, _means(entry.record, benefits, value.basis))


def _is_told(project: Project, claimed: Return, limits: Limits) -> bool:
    """Whether a rate is above what any project of its trade has, which `benchmarks.py` tells."""
    found = span(claimed.value)
    benchmark = benchmark_of(project.classification, limits.benchmark_rate)
    before_tax = claimed.basis is TaxBasis.BEFORE_TAX
    return before_tax and found is not None and is_far_above(found, benchmark)


def _means(project: Project, benefits: Benefits, basis: TaxBasis) -> _Means | None:
    """Return what there is to earn with; None where the brief does not say enough."""
    money = project.investment
    profit = benefits.net_profit or benefits.profit
    if basis is TaxBasis.BEFORE_TAX:
        profit = benefits.profit
    earned, total = span_in_yuan(money, profit), span_in_yuan(money, money.total)
    building = span(project.scale.construction)
    # Without fixed assets of its own, all of the investment may be depreciated.
    fixed = span_in_yuan(money, money.fixed_assets) or total
    if earned is None or total is None or fixed is None or building is None:
        return None
    if earned.is_open or total.is_open or fixed.is_open or building.is_open or total.low <= 0:
        return None
    yearly = (earned.high + fixed.high * DEPRECIATION) * (1 + SLACK)
    return _Means(yearly, total.low, ceil(building.high / YEAR))


def _rate(
    entry: Entry[Project], loc: Loc, claimed: Return, means: _Means | None
) -> Iterator[Diagnostic]:
    found = span(claimed.value)
    if means is None or found is None or found.low <= means.yearly / means.total:
        return
    written, most = as_written(claimed.value), in_percent(means.yearly / means.total)
    basis = BASES_IN_WORDS[claimed.basis]
    fact = Words(
        f"{basis.zh}内部收益率 {written} 高于年利润加折旧与总投资之比，放宽三成也只有 {most}",
        f"the rate of return {basis.en}, {written}, is above what a year's profit and depreciation "
        f"are of the investment, {most} even with a margin of 30%",
    )
    yield entry.source.diagnostic(Rule.RETURN_IMPLAUSIBLE, loc, **both(fact=fact))


def _value(
    entry: Entry[Project], loc: Loc, claimed: PresentValue, means: _Means | None
) -> Iterator[Diagnostic]:
    found = span_in_yuan(entry.record.investment, claimed.value)
    rate = span(claimed.discount)
    if means is None or found is None or rate is None or rate.is_open or rate.low < LEAST_DISCOUNT:
        return
    most = means.yearly / rate.low - means.total / (1 + rate.high) ** means.years
    if found.low <= most:
        return
    written, least = as_written(claimed.value), yuan_as_written(significant(most, TOLD_DIGITS))
    fact = Words(
        f"净现值 {written} 高于年利润加折旧所能带来的，即使年年达产、放宽三成也只有 {least}",
        f"the net present value of {written} is above what profit and depreciation can bring, "
        f"{least} with every year a normal one and a margin of 30%",
    )
    yield entry.source.diagnostic(Rule.RETURN_IMPLAUSIBLE, loc, **both(fact=fact))
