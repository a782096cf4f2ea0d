"""Ratios that a record states are those of the figures that it states.

Profit over investment, tax over land, floor area over land; of a park, output and tax over
the area built.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from site_builder.checks.money.rounding import Span, in_digits, span
from site_builder.checks.money.slips import power_between
from site_builder.checks.money.sums import span_in_yuan
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.park import Park
from site_builder.content.project import Project
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.precision import decimal_step, restated, times
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.writing import as_written

# Floor area above eight metres counts double (自然资源部《工业项目建设用地控制指标》2023), so a
# plot ratio may be twice the built one; five per cent more or less is how it was measured.
PLOT_RATIO_LEAST, PLOT_RATIO_MOST = Fraction(95, 100), Fraction(210, 100)

# From here on it is a counting word (万, 亿) that was left out, not a point misplaced.
SLIP_OF_WORD = 1000

_PROFIT_RATE = Words(zh="投资利润率", en="profit rate")
_TAX_PER_AREA = Words(zh="亩均税收", en="tax per area")
_OUTPUT_PER_AREA = Words(zh="亩均产值", en="output per area")
_PLOT_RATIO = Words(zh="容积率", en="plot ratio")
_PROFIT = Words(zh="利润总额", en="profit")
_INVESTMENT = Words(zh="总投资", en="total investment")
_TAX = Words(zh="纳税总额", en="taxes")
_REVENUE_TAX = Words(zh="税收", en="tax")
_OUTPUT = Words(zh="产值", en="output")
_LAND = Words(zh="用地", en="land")
_FLOOR = Words(zh="建筑面积", en="floor area")
_BUILT = Words(zh="建成面积", en="area built")


@dataclass(frozen=True)
class Side:
    """One side of a division: what it is, as written, and what it may stand for."""

    name: Words
    written: Quantity | None
    span: Span | None


@dataclass(frozen=True)
class Ratio:
    """A ratio that a record states, where it stands, and the figures that give it."""

    name: Words
    loc: Loc
    upper: Side
    lower: Side

    def mismatch(
        self, source: Source, written: str, right: str, power: Fraction | None = None
    ) -> Diagnostic:
        """Return the finding that the figures give `right`, not what is written.

        `power` is the power of ten that the upper side must be multiplied by, if it is one.
        """
        above, below = (
            as_written(side.written) if side.written is not None else ""
            for side in (self.upper, self.lower)
        )
        return source.diagnostic(
            Rule.RATIO_MISMATCH,
            self.loc,
            written=written,
            right=right,
            formula_zh=f"{self.upper.name.zh} {above} ÷ {self.lower.name.zh} {below}",
            formula_en=f"{self.upper.name.en} {above} ÷ {self.lower.name.en} {below}",
            **both(name=self.name, hint=self._hint(right, power)),
        )

    def _hint(self, right: str, power: Fraction | None) -> Words:
        upper = self.upper.written
        if power is None or upper is None or max(power, 1 / power) < SLIP_OF_WORD:
            return Words(
                f"改为 {right}，或改正算式里的数字",
                f"write {right}, or correct a figure it is made of",
            )
        meant = as_written(times(upper, power))
        name, said = self.upper.name, as_written(upper)
        return Words(
            f"{name.zh} {said} 疑为 {meant}，核对计数单位（万、亿）",
            f"is the {name.en} of {said} meant to be {meant}? Check the counting word (万, 亿)",
        )


def check_project_ratios(entry: Entry[Project], doubted: AbstractSet[str]) -> Iterator[Diagnostic]:
    """Yield the ratios of a brief that its own figures do not give; not of `doubted` ones."""
    if not doubted & {"profit", "total"}:
        yield from _profit_rate(entry)
    if not doubted & {"land", "tax"}:
        yield from _tax_per_area(entry)
    if "land" not in doubted:
        yield from _plot_ratio(entry)


def check_park_ratios(entry: Entry[Park], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the yields of a park that are not its output and tax over the area built."""
    park = entry.record
    if park.performance is None:
        return
    built = Side(_BUILT, park.built_area, span(park.built_area))
    found = park.performance
    ratios = (
        (_OUTPUT_PER_AREA, "output_per_area", found.output_per_area, _OUTPUT, found.output),
        (_TAX_PER_AREA, "tax_per_area", found.tax_per_area, _REVENUE_TAX, found.tax),
    )
    for name, field, written, upper, amount in ratios:
        if written.currency == amount.currency:
            above = Side(upper, amount, span(amount))
            ratio = Ratio(name, ("performance", field), above, built)
            yield from _check(entry.source, ratio, written)


def _profit_rate(entry: Entry[Project]) -> Iterator[Diagnostic]:
    benefits, money = entry.record.benefits, entry.record.investment
    if benefits is not None:
        ratio = Ratio(
            _PROFIT_RATE,
            ("benefits", "profit_rate"),
            Side(_PROFIT, benefits.profit, span_in_yuan(money, benefits.profit)),
            Side(_INVESTMENT, money.total, span_in_yuan(money, money.total)),
        )
        yield from _check(entry.source, ratio, benefits.profit_rate)


def _tax_per_area(entry: Entry[Project]) -> Iterator[Diagnostic]:
    benefits, land = entry.record.benefits, entry.record.scale.land
    if benefits is None or benefits.tax_per_area is None:
        return
    if benefits.tax_per_area.currency == "CNY":
        ratio = Ratio(
            _TAX_PER_AREA,
            ("benefits", "tax_per_area"),
            Side(_TAX, benefits.tax, span_in_yuan(entry.record.investment, benefits.tax)),
            Side(_LAND, land, span(land)),
        )
        yield from _check(entry.source, ratio, benefits.tax_per_area)


def _check(source: Source, ratio: Ratio, written: Quantity | None) -> Iterator[Diagnostic]:
    claimed, upper, lower = span(written), ratio.upper.span, ratio.lower.span
    if written is None or claimed is None or upper is None or lower is None:
        return
    reckoned = upper.widened().over(lower.widened())
    # Some cut digits off instead of rounding them, so the last one may be one too low.
    if reckoned is None or claimed.by(claimed.digit).gap(reckoned) == 0:
        return
    right = restated(written, upper.middle / lower.middle)
    near = claimed.by(claimed.digit)
    power = power_between(upper.middle / lower.middle, near.low, near.high)
    yield ratio.mismatch(source, as_written(written), as_written(right), power)


def _plot_ratio(entry: Entry[Project]) -> Iterator[Diagnostic]:
    scale = entry.record.scale
    floor, land = span(scale.floor_area), span(scale.land)
    if scale.plot_ratio is None or floor is None or land is None:
        return
    built = floor.over(land)
    if built is None:
        return
    half, stated = decimal_step(scale.plot_ratio) / 2, Fraction(scale.plot_ratio)
    least, most = built.low * PLOT_RATIO_LEAST - half, built.high * PLOT_RATIO_MOST + half
    if not least <= stated <= most:
        above, below = Side(_FLOOR, scale.floor_area, floor), Side(_LAND, scale.land, land)
        ratio = Ratio(_PLOT_RATIO, ("scale", "plot_ratio"), above, below)
        right = in_digits(floor.middle / land.middle, 2)
        power = power_between(floor.middle / land.middle, stated / PLOT_RATIO_MOST, stated)
        yield ratio.mismatch(entry.source, f"{scale.plot_ratio:f}", right, power)
