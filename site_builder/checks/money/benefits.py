"""Revenue, profit and net profit follow from each other, and from what is made and sold.

Each figure is held against those before it; one that is already contradicted is not used to
contradict the next, so that a mistake is reported once.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.checks.money.judgement import Judgement
from site_builder.checks.money.rounding import (
    BEYOND,
    TOLD_DIGITS,
    Span,
    in_digits,
    in_percent,
    opened,
    total,
)
from site_builder.checks.money.slips import power_between
from site_builder.checks.money.sums import listed, span_in_yuan
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Benefits, Investment
from site_builder.content.project_scale import Scale
from site_builder.diagnostics import Diagnostic, InBoth, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.precision import significant
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.writing import as_written, yuan_as_written
from site_builder.quantities.yearly import yearly_sales

# Taxes and surcharges stand inside total cost or apart from it; outside tobacco, alcohol and
# fuel they stay below this share of revenue. A rule of thumb.
SURCHARGES = Fraction(1, 100)
# The Enterprise Income Tax Law (2007, as amended 2018), article 4.
INCOME_TAX = Fraction(1, 4)
# From here on a figure is said to be so many times another, not so many per cent more.
SEVERAL = 3
# Figures that differ by a power of ten, and by no more than this besides, differ by a slip.
SLIP = Fraction(5, 100)

# Trades that pay more: consumption tax on spirits and tobacco, resource tax in mining (Resource
# Tax Law 2019, rates up to 20%; Provisional Regulations on Consumption Tax). Rules of thumb.
HIGHER_SURCHARGES = {
    **dict.fromkeys(("B06", "B07", "B08", "B09", "B10", "B11", "B12"), Fraction(10, 100)),
    **dict.fromkeys(("C15", "C16"), Fraction(25, 100)),
}

_VISITS = Words(zh="接待", en="visits")


class Sale(NamedTuple):
    """What is sold, how much of it, and at what price."""

    name: InBoth
    amount: Quantity
    price: Quantity

    def __str__(self) -> str:
        """Write the product: `5万吨/年 × 6200元/吨`."""
        return f"{as_written(self.amount)} × {as_written(self.price)}"


def judge_benefits(entry: Entry[Project], terms: Terms) -> Judgement[str]:
    """Find what is wrong between sales, revenue, cost, profit and net profit."""
    found = list(_findings(entry, terms))
    return Judgement([finding for _, finding in found], frozenset(name for name, _ in found))


def _findings(entry: Entry[Project], terms: Terms) -> Iterator[tuple[str, Diagnostic]]:
    """Yield each finding with the figure that it doubts."""
    benefits = entry.record.benefits
    if benefits is None:
        return
    doubted = ""
    if finding := _revenue(entry, benefits, terms):
        doubted = "revenue"
        yield doubted, finding
    if not doubted and (finding := _profit(entry, benefits)):
        doubted = "profit"
        yield doubted, finding
    if doubted != "profit" and (finding := _net_profit(entry, benefits)):
        yield "net_profit", finding
        return
    if not doubted and (finding := _tax(entry, benefits)):
        yield "tax", finding


def _revenue(entry: Entry[Project], benefits: Benefits, terms: Terms) -> Diagnostic | None:
    revenue = span_in_yuan(entry.record.investment, benefits.revenue)
    sales, others = _sales(entry.record.scale)
    sold = _sold(entry.record.investment, sales)
    if sold is not None and others:
        sold = opened(sold, Bound.AT_LEAST)
    if revenue is None or benefits.revenue is None or sold is None or revenue.middle <= 0:
        return None
    tolerance = terms.limits.revenue_tolerance
    allowed = tolerance.highest.reference() * revenue.middle
    if revenue.gap(sold) <= allowed:
        return None
    sales_in_words = yuan_as_written(significant(sold.middle, TOLD_DIGITS))
    return entry.source.diagnostic(
        Rule.REVENUE_MISMATCH,
        ("benefits", "revenue"),
        revenue=as_written(benefits.revenue),
        sold=sales_in_words,
        tolerance=as_written(tolerance),
        **both(
            off=_compared(sold.middle / revenue.middle),
            parts=listed((sale.name, sale) for sale in sales),
            hint=_revenue_hint(benefits, revenue, sold, sales_in_words),
        ),
    )


def _revenue_hint(benefits: Benefits, revenue: Span, sold: Span, in_words: str) -> Words:
    power = None
    if not sold.is_open and benefits.revenue is not None and not benefits.revenue.is_range:
        near = sold.by(sold.middle * SLIP)
        power = power_between(revenue.middle, near.low, near.high)
    if power is not None and power not in {10, Fraction(1, 10)}:
        meant = yuan_as_written(revenue.middle * power)
        written = _said(benefits.revenue)
        return Words(
            f"收入 {written} 疑为 {meant}，或产能、单价的计数单位（万、亿）有误",
            f"is revenue of {written} meant to be {meant}? Or a capacity or price has "
            "the wrong counting word (万, 亿)",
        )
    if sold.high >= BEYOND:
        return Words(
            f"收入应不低于 {in_words}，或改正产能、单价",
            f"write at least {in_words} as revenue, or correct a capacity or a price",
        )
    return Words(
        f"收入改为 {in_words}，或改正产能、单价",
        f"write {in_words} as revenue, or correct a capacity or a price",
    )


def _compared(ratio: Fraction) -> Words:
    """Say how much larger or smaller one figure is than another."""
    if ratio > SEVERAL:
        times = in_digits(ratio, 1)
        return Words(f"是前者的 {times} 倍", f"{times} times as much")
    off = in_percent(abs(ratio - 1))
    return Words(f"高 {off}", f"{off} more") if ratio > 1 else Words(f"低 {off}", f"{off} less")


def _sales(scale: Scale) -> tuple[list[Sale], bool]:
    """Return what is sold at a price of which a year's sales follow, and whether more is sold."""
    found: list[tuple[InBoth, Quantity, Quantity | None]] = [
        (product.name, product.capacity, product.price) for product in scale.products
    ]
    if scale.visitors is not None:
        found.append((_VISITS, scale.visitors.per_year, scale.visitors.spend))
    sales = [
        Sale(name, amount, price)
        for name, amount, price in found
        if price is not None and yearly_sales(amount, price) is not None
    ]
    return sales, len(sales) < len(found)


def _sold(money: Investment, sales: Sequence[Sale]) -> Span | None:
    """Return what is sold in a year in yuan; None if the units do not say."""
    spans = []
    for _, amount, price in sales:
        rate = money.rate_of(price.currency)
        low = yearly_sales(amount.lowest, price.lowest)
        high = yearly_sales(amount.highest, price.highest)
        if rate is None or low is None or high is None:
            return None
        spans.append(_bounded(Span(low, high).times(rate), amount.bound, price.bound))
    return total(spans) if spans else None


def _bounded(found: Span, *bounds: Bound) -> Span:
    for bound in bounds:
        found = opened(found, bound)
    return found


def _profit(entry: Entry[Project], benefits: Benefits) -> Diagnostic | None:
    money = entry.record.investment
    revenue = span_in_yuan(money, benefits.revenue)
    cost = span_in_yuan(money, benefits.cost)
    profit = span_in_yuan(money, benefits.profit)
    if revenue is None or cost is None or profit is None:
        return None
    left = revenue.widened().less(cost.widened())
    apart = profit.middle < left.middle
    allowed = abs(revenue.middle) * surcharges(entry.record.classification) if apart else 0
    if profit.widened().gap(left) <= allowed:
        return None
    off = yuan_as_written(abs(left.middle - profit.middle))
    return entry.source.diagnostic(
        Rule.PROFIT_MISMATCH,
        ("benefits", "profit"),
        profit=_said(benefits.profit),
        revenue=_said(benefits.revenue),
        cost=_said(benefits.cost),
        left=yuan_as_written(revenue.middle - cost.middle),
        off_zh=f"{'少' if apart else '多'} {off}",
        off_en=f"{off} {'less' if apart else 'more'}",
    )


def surcharges(classification: str | None) -> Fraction:
    """Return what share of revenue taxes and surcharges may be in a trade."""
    return HIGHER_SURCHARGES.get((classification or "")[:3], SURCHARGES)


def _net_profit(entry: Entry[Project], benefits: Benefits) -> Diagnostic | None:
    money = entry.record.investment
    profit = span_in_yuan(money, benefits.profit)
    net = span_in_yuan(money, benefits.net_profit)
    if profit is None or net is None or profit.low <= 0:
        return None
    share = net.widened().over(profit.widened())
    if share is None or share.gap(Span(1 - INCOME_TAX, Fraction(1))) == 0:
        return None
    part = net.middle / profit.middle
    above = part > 1
    return entry.source.diagnostic(
        Rule.NET_PROFIT_IMPLAUSIBLE,
        ("benefits", "net_profit"),
        net=_said(benefits.net_profit),
        profit=_said(benefits.profit),
        implied_zh="高于利润总额" if above else f"相当于所得税率 {in_percent(1 - part)}",
        implied_en=(
            "it is more than the profit itself"
            if above
            else f"it means income tax of {in_percent(1 - part)}"
        ),
        taxed=yuan_as_written(profit.middle * (1 - INCOME_TAX)),
    )


def _tax(entry: Entry[Project], benefits: Benefits) -> Diagnostic | None:
    """Find taxes below the income tax that profit and net profit imply, or above revenue."""
    money = entry.record.investment
    tax = span_in_yuan(money, benefits.tax)
    if tax is None:
        return None
    fact: Words | None = None
    revenue = span_in_yuan(money, benefits.revenue)
    profit, net = (span_in_yuan(money, each) for each in (benefits.profit, benefits.net_profit))
    if revenue is not None and revenue.widened().high <= tax.widened().low:
        said = _said(benefits.revenue)
        fact = Words(f"不低于年营业收入 {said}", f"are no less than revenue, {said}")
    elif profit is not None and net is not None:
        income_tax = profit.widened().less(net.widened())
        if tax.widened().high < income_tax.low:
            said = yuan_as_written(profit.middle - net.middle)
            fact = Words(f"低于所得税 {said}", f"are below the income tax, {said}")
    if fact is None:
        return None
    return entry.source.diagnostic(
        Rule.TAX_IMPLAUSIBLE, ("benefits", "tax"), tax=_said(benefits.tax), **both(fact=fact)
    )


def _said(quantity: Quantity | None) -> str:
    return as_written(quantity) if quantity is not None else ""
