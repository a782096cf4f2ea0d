"""Rates of return before tax, held against the benchmark of the trade.

The benchmark rates are data with an edition, `data/benchmark_rates.yml`; a county may set its
own. They are old, so what they find is a warning.
"""

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from site_builder.checks.money.rounding import Span, in_digits, in_percent, span
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import TaxBasis
from site_builder.content.settings import Limits
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.writing import as_written
from site_builder.sheets import read_sheet

# A rule of thumb.
TIMES_BENCHMARK = 3


class Benchmark(NamedTuple):
    """A benchmark rate of return before tax, with the trade and the edition it holds for."""

    rate: Fraction
    trade: Words


@cache
def _table() -> Mapping[str, Benchmark]:
    sheet = read_sheet("site_builder.checks", "data/benchmark_rates.yml")
    edition = sheet["edition"]
    return {
        code: Benchmark(
            Fraction(row["rate"]) / 100,
            Words(f"{row['zh']}，{edition}年版", f"{row['en']}, {edition} edition"),
        )
        for code, row in sheet["rates"].items()
    }


def benchmark_of(classification: str, own: Quantity | None = None) -> Benchmark | None:
    """Return the benchmark of a class of GB/T 4754: the county's `own`, else the table's.

    None where neither names one.
    """
    if own is not None:
        return Benchmark(own.reference(), Words("本县规定", "set by the county"))
    for length in range(len(classification), 2, -1):
        if found := _table().get(classification[:length]):
            return found
    return None


def benchmark_rates() -> Collection[Fraction]:
    """Return the benchmarks of all trades, as fractions."""
    return [benchmark.rate for benchmark in _table().values()]


def check_benchmarks(
    entry: Entry[Project], limits: Limits, doubted: AbstractSet[Loc]
) -> Iterator[Diagnostic]:
    """Yield rates of return below the benchmark of the trade, or several times as high.

    Nothing is said of claims at the places that are `doubted` already.
    """
    benefits = entry.record.benefits
    benchmark = benchmark_of(entry.record.classification, limits.benchmark_rate)
    if benefits is None or benchmark is None or benchmark.rate <= 0:
        return
    for index, claimed in enumerate(benefits.returns):
        loc: Loc = ("benefits", "returns", index, "value")
        found = span(claimed.value)
        if claimed.basis is not TaxBasis.BEFORE_TAX or found is None or loc in doubted:
            continue
        written = as_written(claimed.value)
        if found.high < benchmark.rate:
            yield _below(entry, loc, written, benchmark)
        elif is_far_above(found, benchmark):
            times = in_digits(found.low / benchmark.rate, 1)
            rate, trade = in_percent(benchmark.rate), benchmark.trade
            yield entry.source.diagnostic(
                Rule.RETURN_IMPLAUSIBLE,
                loc,
                fact_zh=f"所得税前内部收益率 {written} 是基准收益率 {rate}"
                f"（{trade.zh}）的 {times} 倍",
                fact_en=f"the rate of return before tax, {written}, is {times} times the "
                f"benchmark of {rate} ({trade.en})",
            )


def is_far_above(rate: Span, benchmark: Benchmark | None) -> bool:
    """Whether a rate of return before tax is several times the benchmark of its trade."""
    return benchmark is not None and 0 < benchmark.rate * TIMES_BENCHMARK < rate.low


def _below(entry: Entry[Project], loc: Loc, written: str, benchmark: Benchmark) -> Diagnostic:
    return entry.source.diagnostic(
        Rule.RETURN_BELOW_BENCHMARK,
        loc,
        written=written,
        benchmark=in_percent(benchmark.rate),
        **both(trade=benchmark.trade),
    )
