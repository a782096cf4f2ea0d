"""Revenue, profit and net profit follow from each other, and from what is made and sold.

Each figure is held against those before it; one that is already contradicted is not used to
contradict the next, so that a mistake is reported once.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from site_builder.checks.bilingual import Words
from site_builder.checks.judgement import Judgement
from site_builder.checks.rounding import Span, in_digits, in_percent, total
from site_builder.checks.scope import Terms
from site_builder.checks.sums import span_in_yuan
from site_builder.content.catalog import Entry
from site_builder.content.model import Text
from site_builder.content.project import Project
from site_builder.content.project_money import Benefits, Investment
from site_builder.content.project_scale import Scale
from site_builder.diagnostics import Diagnostic, Rule
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
# A figure to write instead has no more digits than an estimate bears.
DIGITS = 4

_VISITS = Words(zh="接待", en="visits")


class Sale(NamedTuple):
    """What is sold, how much of it, and at what price."""

    name: Text | Words
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


def _revenue(entry: Entry[Project], benefits: Benefits, terms: Terms) -> Diagnostic | None:
    revenue = span_in_yuan(entry.record.investment, benefits.revenue)
    sales = _sales(entry.record.scale)
    sold = _sold(entry.record.investment, sales)
    if revenue is None or benefits.revenue is None or sold is None or revenue.middle <= 0:
        return None
    tolerance = terms.limits.revenue_tolerance
    if revenue.gap(sold) <= tolerance.highest.reference() * revenue.middle:
        return None
    sales_in_words = yuan_as_written(significant(sold.middle, DIGITS))
    off = _compared(sold.middle / revenue.middle)
    return entry.source.diagnostic(
        Rule.REVENUE_MISMATCH,
        ("benefits", "revenue"),
        revenue=as_written(benefits.revenue),
        sold=sales_in_words,
        off_zh=off.zh,
        off_en=off.en,
        tolerance=as_written(tolerance),
        parts_zh=" + ".join(f"{sale.name.zh} {sale}" for sale in sales),
        parts_en=" + ".join(f"{sale.name.en} {sale}" for sale in sales),
    )


def _compared(ratio: Fraction) -> Words:
    """Say how much larger or smaller one figure is than another."""
    if ratio > SEVERAL:
        times = in_digits(ratio, 1)
        return Words(f"是前者的 {times} 倍", f"{times} times as much")
    off = in_percent(abs(ratio - 1))
    return Words(f"高 {off}", f"{off} more") if ratio > 1 else Words(f"低 {off}", f"{off} less")


def _sales(scale: Scale) -> list[Sale]:
    """Return all that is sold; nothing where some product or the guests lack a price."""
    found: list[tuple[Text | Words, Quantity, Quantity | None]] = [
        (product.name, product.capacity, product.price) for product in scale.products
    ]
    if scale.visitors is not None:
        found.append((_VISITS, scale.visitors.per_year, scale.visitors.spend))
    sales = [Sale(name, amount, price) for name, amount, price in found if price is not None]
    return sales if len(sales) == len(found) else []


def _sold(money: Investment, sales: Sequence[Sale]) -> Span | None:
    """Return what is sold in a year in yuan; None if the units do not say."""
    spans = []
    for _, amount, price in sales:
        rate = money.rate_of(price.currency)
        low = yearly_sales(amount.lowest, price.lowest)
        high = yearly_sales(amount.highest, price.highest)
        open_ended = {amount.bound, price.bound} & {Bound.AT_LEAST, Bound.AT_MOST}
        if rate is None or low is None or high is None or open_ended:
            return None
        spans.append(Span(low, high).times(rate))
    return total(spans) if spans else None


def _profit(entry: Entry[Project], benefits: Benefits) -> Diagnostic | None:
    money = entry.record.investment
    revenue = span_in_yuan(money, benefits.revenue)
    cost = span_in_yuan(money, benefits.cost)
    profit = span_in_yuan(money, benefits.profit)
    if revenue is None or cost is None or profit is None:
        return None
    left = revenue.widened().less(cost.widened())
    apart = profit.middle < left.middle
    allowed = abs(revenue.middle) * SURCHARGES if apart else Fraction(0)
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


def _said(quantity: Quantity | None) -> str:
    return as_written(quantity) if quantity is not None else ""
