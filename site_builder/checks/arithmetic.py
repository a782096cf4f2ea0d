"""Investment adds up: the total, its items, its phases and its sources.

Sums are exact. Foreign currency is counted at the rates the brief itself states; a sum
without its rate cannot be added, and is reported instead.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Investment
from site_builder.content.schema_errors import about
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule
from site_builder.quantities.quantity import Quantity

# Parts are often rounded to 万元; a total may differ from their sum by no more than this.
ROUNDING = Fraction(10_000)

Part = tuple[str, Quantity]


def check_arithmetic(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield every sum of a brief that does not hold."""
    yield from _rates(entry)
    yield from _investment(entry)


def _investment(entry: Entry[Project]) -> Iterator[Diagnostic]:
    money = entry.record.investment
    parts = [
        (name, value)
        for name, value in (
            ("fixed_assets", money.fixed_assets),
            ("interest", money.interest),
            ("working_capital", money.working_capital),
        )
        if value is not None
    ]
    if money.fixed_assets is not None:
        yield from _sum(entry, ("total",), money.total, parts)
        items = [(item.name.zh, item.cost) for item in money.items]
        yield from _sum(entry, ("fixed_assets",), money.fixed_assets, items)
    phases = [(phase.name.zh, phase.investment) for phase in money.phases]
    yield from _sum(entry, ("total",), money.total, phases, "phases")
    sources = [(source.kind.value, source.amount) for source in money.sources]
    yield from _sum(entry, ("total",), money.total, sources, "sources")


def _rates(entry: Entry[Project]) -> Iterator[Diagnostic]:
    money = entry.record.investment
    sums = [money.total, money.fixed_assets, money.interest, money.working_capital]
    sums += [item.cost for item in money.items]
    sums += [phase.investment for phase in money.phases]
    sums += [source.amount for source in money.sources]
    if any(amount is not None and money.in_yuan(amount) is None for amount in sums):
        yield entry.source.diagnostic(
            Rule.MISSING_FIELD,
            ("investment", "exchange"),
            on_key=False,
            key="exchange",
            **about(Investment.model_fields["exchange"]),
        )


def _sum(
    entry: Entry[Project], loc: Loc, whole: Quantity, parts: Sequence[Part], where: str = ""
) -> Iterator[Diagnostic]:
    money = entry.record.investment
    amounts = [money.in_yuan(quantity) for _, quantity in parts]
    total = money.in_yuan(whole)
    if not parts or total is None or whole.is_range:
        return
    if any(amount is None for amount in amounts):
        return
    added = sum((amount for amount in amounts if amount is not None), Fraction(0))
    if abs(added - total) > ROUNDING:
        listed = " + ".join(f"{name} {_written(quantity)}" for name, quantity in parts)
        yield entry.source.diagnostic(
            Rule.SUM_MISMATCH,
            ("investment", *loc),
            whole=_written(whole),
            sum=_in_yuan(added),
            parts=f"{where}: {listed}" if where else listed,
        )


def _written(quantity: Quantity) -> str:
    """Write a sum as authors do, for a message."""
    ends = (quantity.low, quantity.high) if quantity.is_range else (quantity.low,)
    if quantity.currency != "CNY":
        return f"{'至'.join(_plain(end / 10_000) for end in ends)}万{quantity.unit}"
    return "至".join(_in_yuan(Fraction(end)) for end in ends)


def _in_yuan(amount: Fraction) -> str:
    for size, word in ((Fraction(10**8), "亿元"), (Fraction(10**4), "万元")):
        if abs(amount) >= size:
            return f"{_plain(amount / size)}{word}"
    return f"{_plain(amount)}元"


def _plain(number: Fraction | Decimal) -> str:
    exact = Fraction(number)
    text = f"{Decimal(exact.numerator) / exact.denominator:.4f}".rstrip("0").rstrip(".")
    return text or "0"
