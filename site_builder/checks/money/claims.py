"""What a brief claims of its returns, and what its cash flows give instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from site_builder.checks.money.cash_flows import BASES_IN_WORDS
from site_builder.checks.money.reckoning import internal_rate, payback, present_value
from site_builder.checks.money.rounding import TOLD_DIGITS, in_digits, span
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import (
    Benefits,
    CashFlow,
    Payback,
    PaybackMethod,
    PresentValue,
    Return,
    TaxBasis,
)
from site_builder.content.settings import Limits
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.precision import restated, rounded
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.writing import as_written
from site_builder.quantities.yearly import YEAR

# How far a claim may be from its recalculation; the rate's own limit is the county's.
VALUE_TOLERANCE = Fraction(1, 100)
PAYBACK_TOLERANCE = Fraction(1, 10) * YEAR

METHODS_IN_WORDS = {
    PaybackMethod.STATIC: Words(zh="静态", en="static"),
    PaybackMethod.DYNAMIC: Words(zh="动态", en="dynamic"),
}
_COUNTED = {
    True: Words("含建设期", "construction included"),
    False: Words("不含建设期", "construction not included"),
}
_NEVER = Words(zh="计算期内收不回投资", en="do not recover the investment within the years given")


@dataclass(frozen=True)
class Claim:
    """A figure that a brief claims, and what the flows of its basis give instead."""

    rule: Rule
    loc: Loc
    basis: TaxBasis
    written: Quantity
    reckoned: Fraction | None
    """In the reference unit of what is written; None if the flows give no such figure."""
    tolerance: Fraction
    facts: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def holds(self) -> bool:
        """Whether claim and recalculation agree."""
        claimed = span(self.written)
        if claimed is None:
            return True
        if self.reckoned is None:
            return False
        allowed = max(self.tolerance, claimed.digit / 2)
        return claimed.low - allowed <= self.reckoned <= claimed.high + allowed

    def finding(self, entry: Entry[Project], *, alone: bool) -> Diagnostic:
        """Return the finding that the claim does not hold; `alone`, that others do."""
        basis = BASES_IN_WORDS[self.basis]
        right = ""
        if self.reckoned is not None:
            right = as_written(rounded(restated(self.written, self.reckoned), TOLD_DIGITS))
        reckoned = Words(f"复算为 {right}", f"give {right}") if right else _NEVER
        return entry.source.diagnostic(
            self.rule,
            self.loc,
            written=as_written(self.written),
            **both(reckoned=reckoned, basis=basis, hint=self._hint(right, alone=alone)),
            **self.facts,
        )

    def _hint(self, right: str, *, alone: bool) -> Words:
        basis = BASES_IN_WORDS[self.basis]
        check = Words(
            f"核对 cash_flows 中{basis.zh}的各年数字",
            f"check the flows {basis.en} under cash_flows",
        )
        if not alone:
            return Words(
                f"{basis.zh}各项指标都与现金流量不符，先{check.zh}",
                f"no figure {basis.en} agrees with the flows, so first {check.en}",
            )
        if not right:
            return check
        return Words(f"改为 {right}，或{check.zh}", f"write {right}, or {check.en}")


@dataclass(frozen=True)
class Flows:
    """The cash flow of one basis, with what is claimed on that basis."""

    project: Project
    benefits: Benefits
    cash_flow: CashFlow
    amounts: tuple[Fraction, ...]
    """The flows in the reference unit of their currency."""
    limits: Limits
    loc: Loc = ("benefits",)

    @property
    def basis(self) -> TaxBasis:
        """The basis of the flows."""
        return self.cash_flow.basis

    def claims(self) -> Iterator[Claim]:
        """Yield the rates of return and the present values that are claimed on this basis."""
        for index, claimed in enumerate(self.benefits.returns):
            if claimed.basis is self.basis and (claim := self._rate(index, claimed)):
                yield claim
        for index, present in enumerate(self.benefits.present_values):
            if present.basis is self.basis and (claim := self._present(index, present)):
                yield claim

    def _rate(self, index: int, claimed: Return) -> Claim | None:
        rate = internal_rate(self.amounts)
        if rate is None:
            return None
        return Claim(
            Rule.IRR_MISMATCH,
            (*self.loc, "returns", index, "value"),
            self.basis,
            claimed.value,
            rate,
            self.limits.return_tolerance.highest.reference(),
        )

    def _present(self, index: int, claimed: PresentValue) -> Claim | None:
        money = self.project.investment
        rate = money.rate_of(self.cash_flow.currency)
        own_rate = money.rate_of(claimed.value.currency)
        if claimed.discount.is_range or rate is None or own_rate is None:
            return None
        factor = rate / own_rate
        value = present_value(self.amounts, claimed.discount.reference())
        if value is None:
            return None
        return Claim(
            Rule.NPV_MISMATCH,
            (*self.loc, "present_values", index, "value"),
            self.basis,
            claimed.value,
            value * factor,
            max(abs(value) * VALUE_TOLERANCE, self.cash_flow.digit) * factor,
            {"discount": as_written(claimed.discount)},
        )

    def payback(self, index: int) -> Claim | None:
        """Return a payback as claimed on this basis; None if it cannot be reckoned."""
        claimed = self.benefits.paybacks[index]
        discount = discount_of(claimed, self.benefits, self.basis)
        if discount is None:
            return None
        reckoned = payback(self.amounts, discount)
        building = self.project.scale.construction.reference()
        if reckoned is not None:
            reckoned = reckoned * YEAR - (0 if claimed.includes_construction else building)
        method, at = METHODS_IN_WORDS[claimed.method], in_digits(discount * 100, 2)
        if discount:
            method = Words(f"{method.zh}（折现率 {at}%）", f"{method.en} (at {at}%)")
        return Claim(
            Rule.PAYBACK_MISMATCH,
            (*self.loc, "paybacks", index, "value"),
            self.basis,
            claimed.value,
            reckoned,
            PAYBACK_TOLERANCE,
            both(method=method, counted=_COUNTED[claimed.includes_construction]),
        )


def discount_of(claimed: Payback, benefits: Benefits, basis: TaxBasis) -> Fraction | None:
    """Return the rate that a payback is discounted at; None if the brief does not say.

    A static one is not discounted. A dynamic one that states no rate has that of the present
    values, those of its own basis first.
    """
    if claimed.method is PaybackMethod.STATIC:
        return Fraction(0)
    if claimed.discount is not None:
        return None if claimed.discount.is_range else claimed.discount.reference()
    present = benefits.present_values
    own = [value for value in present if value.basis is basis] or list(present)
    rates = {value.discount.reference() for value in own if not value.discount.is_range}
    return rates.pop() if len(rates) == 1 else None
