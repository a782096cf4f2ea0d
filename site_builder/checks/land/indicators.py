"""The indicators of a project that land is allotted by, each with the value to be changed.

Investment, output and tax are sums on each mu; floor-area ratio and coverage are areas on each
square metre. A range counts by its better end: land that is still open is not held against a
project that could meet the demand on it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from site_builder.checks.land.density import Density
from site_builder.content.project import Project
from site_builder.content.source import Loc
from site_builder.diagnostics import NOTHING, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.land import area_as_written, yuan_per_mu_as_written
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.writing import as_written, yuan_as_written

_SQUARE_METRE = read_quantity("1平方米")


class _Names(NamedTuple):
    zh: str
    en: str
    amount: Words
    """What is divided by the land."""


class Kind(Enum):
    """What is measured, with its name and the name of what is divided by the land."""

    INVESTMENT = _Names(
        "固定资产投资强度", "fixed investment", Words("固定资产投资", "fixed investment")
    )
    OUTPUT = _Names("亩均产值", "output", Words("年营业收入", "yearly revenue"))
    TAX = _Names("亩均税收", "tax", Words("年纳税总额", "yearly tax"))
    PLOT_RATIO = _Names(
        "容积率",
        "floor-area ratio",
        Words(
            "计容建筑面积（层高超过8米的加倍计算）", "floor area (storeys over 8 m counted twice)"
        ),
    )
    COVERAGE = _Names(
        "建筑系数", "site coverage", Words("建筑物、构筑物和堆场占地", "built-on area")
    )

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money on each mu."""
        return self in {Kind.INVESTMENT, Kind.OUTPUT, Kind.TAX}


@dataclass(frozen=True)
class Indicator:
    """One indicator of a project."""

    kind: Kind
    loc: Loc
    """The value that its author would change."""
    amount: Fraction
    """Yuan, or square metres built; on one square metre of land, if `land` is not known."""
    land: Quantity | None
    written: str = ""
    """A ratio as its author wrote it; empty for sums."""

    def against(self, least: Fraction) -> Density:
        """Hold the indicator against the least of it on each square metre."""
        land = self.land.lowest.reference() if self.land is not None else Fraction(1)
        return Density(self.amount, land, least)

    def facts(self, least: Fraction, least_written: str = "") -> dict[str, Any]:
        """Return what is said of an indicator that falls short: the figures, and the way out."""
        density, name = self.against(least), self.kind.value
        aim = least_written or yuan_per_mu_as_written(least)
        actual, reckoned = self.written, NOTHING
        if self.land is None:
            remedy = Words(f"把{name.zh}提高到 {aim}", f"raise the {name.en} to {aim}")
        else:
            remedy = self._remedy(density, self.land, aim)
            if self.kind.is_money:
                actual = yuan_per_mu_as_written(density.reached)
                formula = f"{yuan_as_written(self.amount)} ÷ {as_written(self.land)}"
                reckoned = Words(f"（{formula}）", f" ({formula})")
        said = both(what=name, reckoned=reckoned, remedy=remedy)
        return {"actual": actual, "least": aim, **said}

    def _remedy(self, density: Density, land: Quantity, aim: str) -> Words:
        """Say what would be enough: less land, if any is, or a larger amount on it."""
        step, write = _TEN_THOUSAND_YUAN if self.kind.is_money else _ONE_SQUARE_METRE
        enough, mu, amount = density.least_amount(step), density.most_mu(), self.kind.value.amount
        more, taken = write(enough - self.amount), as_written(land)
        less_zh = f"用地由 {taken} 减至 {mu}亩，或" if mu else ""
        less_en = f"{mu}亩 instead of {taken} would meet {aim}, and so would " if mu else ""
        meets_en = "" if mu else f" would meet {aim}"
        return Words(
            f"{less_zh}{amount.zh}增至 {write(enough)}（增加 {more}），即可达到 {aim}",
            f"{less_en}{amount.en} of {write(enough)} ({more} more){meets_en}",
        )


def _square_metres_as_written(area: Fraction) -> str:
    return area_as_written(area, _SQUARE_METRE)


# To what an amount that would be enough is rounded up, and how it is written.
_Rounding = tuple[int, Callable[[Fraction], str]]
_TEN_THOUSAND_YUAN: _Rounding = (10_000, yuan_as_written)
_ONE_SQUARE_METRE: _Rounding = (1, _square_metres_as_written)


def money_indicators(project: Project) -> Iterator[Indicator]:
    """Yield fixed investment, output and tax, each on the land of the project."""
    land = project.scale.land
    if land is None:
        return
    sums = (
        (Kind.INVESTMENT, *_fixed_investment(project)),
        (Kind.OUTPUT, ("benefits", "revenue"), _benefit(project, "revenue")),
        (Kind.TAX, *_tax(project, land)),
    )
    for kind, loc, amount in sums:
        if amount is not None:
            yield Indicator(kind, loc, amount, land)


def area_indicators(project: Project) -> Iterator[Indicator]:
    """Yield floor-area ratio and coverage, on the land of the project where that is known."""
    scale = project.scale
    land = scale.land
    size = land.lowest.reference() if land is not None else Fraction(1)
    if scale.plot_ratio is not None:
        ratio, written = Fraction(scale.plot_ratio), f"{scale.plot_ratio:f}"
        yield Indicator(Kind.PLOT_RATIO, ("scale", "plot_ratio"), ratio * size, land, written)
    if scale.coverage is not None:
        share = scale.coverage.highest
        covered = share.reference() * size
        yield Indicator(Kind.COVERAGE, ("scale", "coverage"), covered, land, as_written(share))


def _fixed_investment(project: Project) -> tuple[Loc, Fraction | None]:
    """Return plant, equipment and land price in yuan: 国土资发〔2008〕24号, 固定资产总投资."""
    money = project.investment
    if money.fixed_assets is not None:
        return ("investment", "fixed_assets"), money.in_yuan(money.fixed_assets.highest)
    total = money.in_yuan(money.total.highest)
    for part in (money.working_capital, money.interest):
        amount = money.in_yuan(part.lowest) if part is not None else Fraction(0)
        total = total - amount if total is not None and amount is not None else None
    return ("investment", "total"), total


def _benefit(project: Project, name: str) -> Fraction | None:
    amount: Quantity | None = getattr(project.benefits, name, None)
    return project.investment.in_yuan(amount.highest) if amount is not None else None


def _tax(project: Project, land: Quantity) -> tuple[Loc, Fraction | None]:
    stated = project.benefits.tax_per_area if project.benefits is not None else None
    amount = _benefit(project, "tax")
    if amount is None and stated is not None and stated.currency == "CNY":
        each = stated.highest.reference()
        return ("benefits", "tax_per_area"), each * land.lowest.reference()
    return ("benefits", "tax"), amount
