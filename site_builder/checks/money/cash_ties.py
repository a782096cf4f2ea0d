"""Cash flows belong to the brief: they pay out its investment and bring in its profit.

Flows may bear out every return that is claimed and still be those of another project. Rules of
thumb; what they find is a warning.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from statistics import median

from site_builder.checks.money.cash_flows import BASES_IN_WORDS, sort_cash_flows
from site_builder.checks.money.phases import mismatch
from site_builder.checks.money.rounding import Span
from site_builder.checks.money.sums import span_in_yuan
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Benefits, CashFlow, FundingKind, TaxBasis
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.writing import yuan_as_written
from site_builder.quantities.yearly import years

# How far outlay and income may be from investment and profit.
SLACK = Fraction(10, 100)
# Depreciation is at most this share of fixed assets in a year, interest this share of loans.
MOST_DEPRECIATION, INTEREST = Fraction(15, 100), Fraction(6, 100)
# Work starts this many years after the year of the prices, at the earliest and at the latest.
EARLIEST, LATEST = -1, 5

_BORROWED = {FundingKind.LOAN, FundingKind.BOND}


def check_cash_ties(
    entry: Entry[Project], figures: AbstractSet[str], claims: AbstractSet[Loc]
) -> Iterator[Diagnostic]:
    """Yield cash flows that do not go with the investment, the profit or the dates of a brief.

    Nothing is said where `figures` or `claims` are in doubt already: that may be the reason.
    """
    benefits = entry.record.benefits
    if benefits is None or claims:
        return
    usable, _ = sort_cash_flows(entry, benefits)
    told: list[Words] = []
    for cash_flow, amounts in usable.values():
        rate = entry.record.investment.rate_of(cash_flow.currency)
        if rate is None:
            continue
        flows = [amount * rate for amount in amounts]
        fact = _dates(entry.record, cash_flow)
        if fact is None and "total" not in figures and "fixed_assets" not in figures:
            fact = _outlay(entry.record, flows)
        if fact is None and not figures:
            fact = _income(entry.record, benefits, cash_flow.basis, flows)
        # Flows before and after tax that begin in the same wrong year have one mistake.
        if fact is not None and fact not in told:
            told.append(fact)
            yield _detached(entry, benefits.cash_flows.index(cash_flow), cash_flow.basis, fact)


def _dates(project: Project, cash_flow: CashFlow) -> Words | None:
    first, prices = cash_flow.years[0], project.investment.basis_year
    if not prices + EARLIEST <= first <= prices + LATEST:
        return Words(
            f"从 {first} 年起算，而价格基准年是 {prices} 年",
            f"begin in {first}, but prices are those of {prices}",
        )
    if mismatch(project) is not None:
        return None  # a phase may begin in the wrong year, which is told of the phases
    starts = [int(phase.start[:4]) for phase in project.investment.phases if phase.start]
    if starts and len(starts) == len(project.investment.phases) and abs(min(starts) - first) > 1:
        return Words(
            f"从 {first} 年起算，而首期 {min(starts)} 年开工",
            f"begin in {first}, but the first phase starts in {min(starts)}",
        )
    return None


def _outlay(project: Project, flows: Sequence[Fraction]) -> Words | None:
    """Hold what is paid out before the first income against the investment."""
    money = project.investment
    whole = span_in_yuan(money, money.total)
    if whole is None or whole.is_open or whole.low <= 0:
        return None
    paid = list(takewhile(lambda flow: flow <= 0, flows))
    outlay = -sum(paid, Fraction(0))
    # Working capital, later phases and the last months of building may be paid out of income.
    fixed = span_in_yuan(money, money.fixed_assets)
    least = fixed.low if fixed is not None and not fixed.is_open else whole.low
    if len(money.phases) > 1:
        first = span_in_yuan(money, money.phases[0].investment)
        least = min(least, first.low) if first is not None else Fraction(0)
    if len(paid) < years(project.scale.construction.lowest):
        least = least * len(paid) / years(project.scale.construction.lowest) / 2
    if least * (1 - SLACK) <= outlay <= whole.high * (1 + SLACK):
        return None
    return Words(
        f"建设期流出 {yuan_as_written(outlay)}，与总投资 {yuan_as_written(whole.middle)} 不相称",
        f"pay out {yuan_as_written(outlay)} before the first income, which does not go with an "
        f"investment of {yuan_as_written(whole.middle)}",
    )


def _income(
    project: Project, benefits: Benefits, basis: TaxBasis, flows: Sequence[Fraction]
) -> Words | None:
    """Hold a usual year's income against profit, plus what depreciation and interest may be."""
    money = project.investment
    after = basis is TaxBasis.AFTER_TAX
    profit = span_in_yuan(money, benefits.net_profit if after else benefits.profit)
    assets = span_in_yuan(money, money.fixed_assets) or span_in_yuan(money, money.total)
    # The last year also brings in working capital and what is left of the assets.
    earning = [flow for flow in flows[:-1] if flow > 0]
    if profit is None or assets is None or assets.is_open or profit.low <= 0 or len(earning) < 3:
        return None
    loans = [source.amount for source in money.sources if source.kind in _BORROWED]
    borrowed = [found for loan in loans if (found := span_in_yuan(money, loan)) is not None]
    interest = sum((loan.high for loan in borrowed), Fraction(0)) * INTEREST
    usual = Span(profit.low, profit.high + assets.high * MOST_DEPRECIATION + interest)
    income = median(sorted(earning))
    if usual.low * (1 - SLACK) <= income <= usual.high * (1 + SLACK):
        return None
    name = Words("净利润", "net profit") if after else Words("利润总额", "profit")
    return Words(
        f"正常年份流入 {yuan_as_written(income)}，与{name.zh} {yuan_as_written(profit.middle)} "
        "加折旧不相称",
        f"bring in {yuan_as_written(income)} in a usual year, which does not go with a {name.en} "
        f"of {yuan_as_written(profit.middle)} plus depreciation",
    )


def _detached(entry: Entry[Project], index: int, basis: TaxBasis, fact: Words) -> Diagnostic:
    return entry.source.diagnostic(
        Rule.CASH_FLOW_DETACHED,
        ("benefits", "cash_flows", index, "flows"),
        on_key=True,
        **both(basis=BASES_IN_WORDS[basis], fact=fact),
    )
