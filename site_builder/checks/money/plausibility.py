"""Profit rates and paybacks that are too good, or too far from profit and investment, to believe.

Rules of thumb; what they find is a warning.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from site_builder.checks.money.rounding import Span, in_digits, in_percent, span
from site_builder.checks.money.sums import span_in_yuan
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Benefits, Payback, PaybackMethod
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.writing import as_written
from site_builder.quantities.yearly import YEAR

HIGHEST_PROFIT_RATE = Fraction(60, 100)
SHORTEST_PAYBACK = 2 * YEAR
# Depreciation is at most this share of fixed assets in a year.
DEPRECIATION = Fraction(10, 100)
# How far a payback may lie outside what profit and investment allow.
SLACK = Fraction(30, 100)


def check_plausibility(
    entry: Entry[Project], figures: AbstractSet[str], claims: AbstractSet[Loc]
) -> Iterator[Diagnostic]:
    """Yield profit rates and paybacks that hardly any project has.

    `figures` and `claims` are those in doubt already, of which nothing more is said.
    """
    benefits = entry.record.benefits
    if benefits is None:
        return
    if not figures & {"profit", "total"}:
        yield from _profit_rate(entry, benefits)
    usual = None if figures else _usual(entry.record, benefits)
    for index, payback in enumerate(benefits.paybacks):
        found = span(payback.value)
        loc: Loc = ("benefits", "paybacks", index, "value")
        if found is None or loc in claims:
            continue
        if found.high < SHORTEST_PAYBACK:
            yield _implausible(entry, loc, payback, Words("短于两年", "is shorter than two years"))
        elif usual is not None and payback.method is PaybackMethod.STATIC:
            yield from _unusual(entry, loc, payback, found, usual)


def _profit_rate(entry: Entry[Project], benefits: Benefits) -> Iterator[Diagnostic]:
    money = entry.record.investment
    profit = span_in_yuan(money, benefits.profit)
    total = span_in_yuan(money, money.total)
    rate = profit.over(total) if profit is not None and total is not None else None
    if rate is None or rate.low <= HIGHEST_PROFIT_RATE:
        return
    shown = in_percent(rate.middle)
    yield entry.source.diagnostic(
        Rule.RETURN_IMPLAUSIBLE,
        ("benefits", "profit"),
        fact_zh=f"年利润总额是总投资的 {shown}，高于 {in_percent(HIGHEST_PROFIT_RATE)}",
        fact_en=f"yearly profit is {shown} of the investment, more than "
        f"{in_percent(HIGHEST_PROFIT_RATE)}",
    )


def _usual(project: Project, benefits: Benefits) -> Span | None:
    """Return the months of static payback, after building, that profit and investment allow.

    Total investment over net profit at most; over net profit and the highest depreciation at
    least. None where there are cash flows to reckon from, or too little to go by.
    """
    money = project.investment
    net, total = span_in_yuan(money, benefits.net_profit), span_in_yuan(money, money.total)
    if benefits.cash_flows or net is None or total is None or net.low <= 0 or total.low <= 0:
        return None
    if net.is_open or total.is_open:
        return None
    # Without fixed assets of its own, all of the investment may be depreciated.
    fixed = span_in_yuan(money, money.fixed_assets) or total
    shortest = total.low / (net.high + fixed.high * DEPRECIATION)
    return Span(shortest * YEAR, total.high / net.low * YEAR)


def _unusual(
    entry: Entry[Project], loc: Loc, payback: Payback, found: Span, usual: Span
) -> Iterator[Diagnostic]:
    building = span(entry.record.scale.construction)
    if building is None or building.is_open:
        return
    least, most = usual.low, usual.high
    if payback.includes_construction:
        least, most = least + building.low, most + building.high
    if least * (1 - SLACK) <= found.high and found.low <= most * (1 + SLACK):
        return
    low, high = in_digits(least / YEAR, 1), in_digits(most / YEAR, 1)
    yield _implausible(
        entry,
        loc,
        payback,
        Words(
            f"与总投资和净利润不相称，按其推算为 {low} 至 {high} 年",
            f"does not go with total investment and net profit, which give {low} to {high} years",
        ),
    )


def _implausible(entry: Entry[Project], loc: Loc, payback: Payback, fact: Words) -> Diagnostic:
    return entry.source.diagnostic(
        Rule.PAYBACK_IMPLAUSIBLE,
        loc,
        written=as_written(payback.value),
        **both(fact=fact),
    )
