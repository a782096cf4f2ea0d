"""The limits that a county sets: those that make no sense, and those laxer than the program's own.

A limit beyond its range would switch its rule off unseen. It is an error, and the records are
checked with the default (`Limits.sound`), so that one mistake gives one finding.
"""

from collections.abc import Iterator

from site_builder.checks.land.land_standards import least_of, national_standards
from site_builder.checks.money.benchmarks import benchmark_rates
from site_builder.checks.money.rounding import in_percent
from site_builder.content.catalog import Entry
from site_builder.content.county import County
from site_builder.content.land_standard import LandStandard
from site_builder.content.limit_range import Limit, in_writing, limits_in, size
from site_builder.content.settings import Limits
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, both
from site_builder.diagnostics.lowered import LaxerLimit

_LOC: Loc = ("checks", "limits")
_DEFAULTS = {limit.name: limit for limit in limits_in(Limits())}


def check_limits(county: Entry[County]) -> Iterator[Diagnostic]:
    """Yield the limits that lie beyond their range, or are no single number."""
    for loc, limit in _placed(county.record.checks.limits):
        if limit.range.holds(limit.value):
            continue
        usual = _DEFAULTS.get(limit.name)
        yield county.source.diagnostic(
            Rule.LIMIT_UNSOUND,
            loc,
            value=limit.written,
            least=limit.range.least,
            most=limit.range.most,
            **both(reason=limit.range),
            otherwise_zh=f"，或删去这一行，用默认的 {usual.written}" if usual else "，或删去这一行",
            otherwise_en=f", or remove the line: the default is {usual.written}"
            if usual
            else ", or remove the line",
        )


def laxer_limits(limits: Limits) -> tuple[LaxerLimit, ...]:
    """Return the limits that find less than the program's own would, to be listed after a check.

    Those beyond their range are left out: they do not hold, and are errors.
    """
    return tuple(_laxer(limits.sound()))


def _placed(limits: Limits) -> Iterator[tuple[Loc, Limit]]:
    for limit in limits_in(limits):
        yield (*_LOC, limit.name), limit
    for index, row in enumerate(limits.land_standards):
        for limit in limits_in(row):
            yield (*_LOC, "land_standards", index, limit.name), limit


def _laxer(limits: Limits) -> Iterator[LaxerLimit]:
    for limit in limits_in(limits):
        usual = _DEFAULTS.get(limit.name)
        if usual is None:
            yield from _laxer_benchmark(limit)
        elif limit.range.is_laxer(size(limit.value), size(usual.value)):
            yield LaxerLimit(limit.name, limit.written, usual.written, usual.written)
    for row in limits.land_standards:
        yield from _laxer_standards(row)


def _laxer_benchmark(limit: Limit) -> Iterator[LaxerLimit]:
    """Yield a benchmark for all trades that is below that of one of them."""
    rates = benchmark_rates()
    lowest, highest = in_percent(min(rates)), in_percent(max(rates))
    if limit.range.is_laxer(size(limit.value), max(rates)):
        yield LaxerLimit(
            limit.name,
            limit.written,
            f"按行业，{lowest} 至 {highest}",
            f"by trade, {lowest} to {highest}",
        )


def _laxer_standards(row: LandStandard) -> Iterator[LaxerLimit]:
    """Yield the figures of a county's land standard that are below the national ones."""
    for limit in limits_in(row):
        national = [
            least
            for code in _classes(row)
            if (least := least_of(limit.name, code, national_standards())) is not None
        ]
        highest = max(national, key=lambda least: least.value, default=None)
        if highest is not None and limit.range.is_laxer(size(limit.value), highest.value):
            classes = "、".join(row.classification) or "C"
            name = f"land_standards {classes} {limit.name}"
            yield LaxerLimit(name, in_writing(limit.value), highest.written, highest.written)


def _classes(row: LandStandard) -> set[str]:
    """Return the classes that a row is for, and those within them that have a national figure."""
    national = {code for row in national_standards() for code in row.classification}
    own = set(row.classification) or {"C"}
    return own | {code for code in national if any(code.startswith(each) for each in own)}
