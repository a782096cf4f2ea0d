"""Claims about returns that cannot both be true, whatever the cash flows are."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from site_builder.checks.money.cash_flows import BASES_IN_WORDS
from site_builder.checks.money.rounding import Span, span
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Benefits, Payback, PaybackMethod, TaxBasis
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.writing import as_written

_RETURNS: Loc = ("benefits", "returns")
_VALUES: Loc = ("benefits", "present_values")
_PAYBACKS: Loc = ("benefits", "paybacks")


class Contradiction(NamedTuple):
    """Two claims that cannot both be true: their places, the first the one to point at."""

    places: tuple[Loc, ...]
    fact: Words
    hint: Words


def contradictions(
    entry: Entry[Project], benefits: Benefits, borne_out: AbstractSet[Loc]
) -> Iterator[tuple[set[Loc], Diagnostic]]:
    """Yield the findings with all the places that each is about.

    A finding points at a claim that no cash flow bears out, if there is one.
    """
    found = [
        *_taxed_above_untaxed(benefits),
        *_value_against_rate(benefits),
        *_discounting_gains_time(entry.record, benefits),
        *_before_it_is_built(entry.record, benefits),
    ]
    for each in found:
        yield (
            set(each.places),
            entry.source.diagnostic(
                Rule.RETURNS_CONTRADICT,
                next((place for place in each.places if place not in borne_out), each.places[0]),
                **both(fact=each.fact, hint=each.hint),
            ),
        )


def _taxed_above_untaxed(benefits: Benefits) -> Iterator[Contradiction]:
    """Find a rate of return that income tax raises, or leaves as it is though it is paid."""
    before, after = _rate(benefits, TaxBasis.BEFORE_TAX), _rate(benefits, TaxBasis.AFTER_TAX)
    if before is None or after is None:
        return
    (before_index, untaxed), (after_index, taxed) = before, after
    if taxed.low > untaxed.high or (taxed == untaxed and not taxed.is_open and _pays_tax(benefits)):
        written = as_written(benefits.returns[after_index].value)
        other = as_written(benefits.returns[before_index].value)
        yield Contradiction(
            ((*_RETURNS, after_index, "value"), (*_RETURNS, before_index, "value")),
            Words(
                zh=f"所得税后内部收益率 {written} 不低于所得税前 {other}",
                en=f"the rate of return after tax, {written}, is not below the {other} before tax",
            ),
            Words(
                zh="是否写反？缴纳所得税的项目，税后收益率低于税前",
                en="are the two exchanged? Where income tax is paid, the rate after it is lower",
            ),
        )


def _pays_tax(benefits: Benefits) -> bool:
    if benefits.profit is None or benefits.net_profit is None:
        return False
    return benefits.net_profit.reference() < benefits.profit.reference()


def _rate(benefits: Benefits, basis: TaxBasis) -> tuple[int, Span] | None:
    """Return the first rate claimed on a basis, with its place in the list."""
    for index, claimed in enumerate(benefits.returns):
        found = span(claimed.value)
        if claimed.basis is basis and found is not None:
            return index, found
    return None


def _value_against_rate(benefits: Benefits) -> Iterator[Contradiction]:
    """Find present values below nought at a discount below the rate of return, and the reverse."""
    for index, present in enumerate(benefits.present_values):
        rate, value, discount = (
            _rate(benefits, present.basis),
            span(present.value),
            span(present.discount),
        )
        if rate is None or value is None or discount is None:
            continue
        rate_index, stated = rate
        # Rates that round to the discount leave the sign of the value open.
        margin = stated.digit / 2
        above = stated.low - margin > discount.high
        below = stated.high + margin < discount.low
        if not ((value.low > 0 and below) or (value.high < 0 and above)):
            continue
        basis = BASES_IN_WORDS[present.basis]
        worth, at = as_written(present.value), as_written(present.discount)
        written = as_written(benefits.returns[rate_index].value)
        yield Contradiction(
            ((*_VALUES, index, "value"), (*_RETURNS, rate_index, "value")),
            Words(
                zh=f"{basis.zh}内部收益率 {written} {'高' if above else '低'}于折现率 {at}，"
                f"净现值却是 {worth}",
                en=f"the rate of return {basis.en}, {written}, is {'above' if above else 'below'} "
                f"the discount rate of {at}, yet the net present value is {worth}",
            ),
            Words(
                zh="收益率高于折现率时净现值为正，低于时为负；核对收益率、折现率和净现值",
                en="the value is positive where the rate of return is above the discount rate, "
                "negative where it is below; check all three",
            ),
        )


def _discounting_gains_time(project: Project, benefits: Benefits) -> Iterator[Contradiction]:
    """Find dynamic paybacks below static ones: later money counts less when it is discounted."""
    for index, dynamic in enumerate(benefits.paybacks):
        if dynamic.method is not PaybackMethod.DYNAMIC:
            continue
        for other, static in enumerate(benefits.paybacks):
            if static.method is not PaybackMethod.STATIC or not _comparable(static, dynamic):
                continue
            shorter, longer = _from_start(project, dynamic), _from_start(project, static)
            if shorter is None or longer is None or shorter.high >= longer.low:
                continue
            yield Contradiction(
                ((*_PAYBACKS, index, "value"), (*_PAYBACKS, other, "value")),
                Words(
                    zh=f"动态回收期 {as_written(dynamic.value)} 短于静态回收期 "
                    f"{as_written(static.value)}",
                    en=f"the dynamic payback of {as_written(dynamic.value)} is shorter than the "
                    f"static one of {as_written(static.value)}",
                ),
                Words(
                    zh="是否写反？折现以后收回投资只会更晚",
                    en="are the two exchanged? Discounted money is recovered later",
                ),
            )
            break


def _comparable(one: Payback, other: Payback) -> bool:
    return (one.basis or TaxBasis.AFTER_TAX) is (other.basis or TaxBasis.AFTER_TAX)


def _before_it_is_built(project: Project, benefits: Benefits) -> Iterator[Contradiction]:
    """Find paybacks shorter than the construction that they are said to include."""
    building = span(project.scale.construction)
    for index, payback in enumerate(benefits.paybacks):
        found = span(payback.value)
        if building is None or found is None or not payback.includes_construction:
            continue
        if found.high < building.low:
            written = as_written(payback.value)
            construction = as_written(project.scale.construction)
            yield Contradiction(
                ((*_PAYBACKS, index, "value"), ("scale", "construction")),
                Words(
                    zh=f"回收期 {written} 写明含建设期，却短于建设期 {construction}",
                    en=f"the payback of {written} is to include construction, which alone takes "
                    f"{construction}",
                ),
                Words(
                    zh="改正回收期，或把 includes_construction 改为 no",
                    en="correct the payback, or set includes_construction to no",
                ),
            )


def _from_start(project: Project, payback: Payback) -> Span | None:
    """Return a payback counted from the start of work, in months."""
    found, building = span(payback.value), span(project.scale.construction)
    if found is None or payback.includes_construction:
        return found
    if building is None:
        return None
    return Span(found.low + building.low, found.high + building.high, Fraction(0))
