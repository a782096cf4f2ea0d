"""Investment adds up: the total, its items, its phases and its sources.

Sums are exact but for the rounding of their parts. Foreign currency is counted at the rates
the brief itself states; a sum without its rate cannot be added, and is reported instead.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_builder.checks.money.judgement import Judgement
from site_builder.checks.money.rounding import Span, allowance, span, total
from site_builder.checks.money.slips import is_slip
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.field_sentences import about
from site_builder.content.project import Project
from site_builder.content.project_money import FundingKind, Investment
from site_builder.diagnostics import Diagnostic, InBoth, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.precision import restated
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.writing import as_written, yuan_as_written

# Parts are rounded to 万元 at the finest in most tables; so much never matters.
ROUNDING = Fraction(10_000)

_FIXED = Words(zh="固定资产投资", en="fixed assets")
_INTEREST = Words(zh="建设期利息", en="interest during construction")
_WORKING = Words(zh="流动资金", en="working capital")
_SOURCES = {
    FundingKind.EQUITY: Words(zh="投资方自筹", en="investor's equity"),
    FundingKind.PARTNER_EQUITY: Words(zh="合作方出资", en="partner's equity"),
    FundingKind.LOAN: Words(zh="贷款", en="loan"),
    FundingKind.BOND: Words(zh="债券", en="bond"),
    FundingKind.GOVERNMENT: Words(zh="政府资金", en="government funds"),
    FundingKind.OTHER: Words(zh="其他资金", en="other funds"),
}


@dataclass(frozen=True)
class Part:
    """A part of a sum, with its name and what it may stand for in yuan."""

    name: InBoth
    written: Quantity
    span: Span


@dataclass(frozen=True)
class Sum:
    """A whole of the investment and the parts that should make it up."""

    field: str
    """The whole: `total` or `fixed_assets`."""
    title: Words
    """What the parts are, e.g. the phases."""
    written: Quantity
    whole: Span
    parts: Sequence[Part]
    reckoned: Span
    """The sum of the parts."""

    @property
    def excess(self) -> Fraction:
        """By how much the parts exceed the whole; negative where they fall short."""
        return self.reckoned.middle - self.whole.middle

    @property
    def holds(self) -> bool:
        """Whether parts and whole agree, but for rounding."""
        gap = self.reckoned.gap(self.whole)
        # The whole may be rounded too: 3.2亿元 for parts of 31966万元.
        rounded = self.whole.widened().high - self.whole.high
        parts = allowance([part.span for part in self.parts], ROUNDING)
        return not gap or gap <= max(parts, rounded)


def check_sums(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield sums of a brief's investment that do not hold."""
    yield from judge_sums(entry).findings


@lru_cache(maxsize=1)
def judge_sums(entry: Entry[Project]) -> Judgement[str]:
    """Find sums of a brief's investment that do not hold, each mistake once.

    Kept for the next check of the same brief, which asks what is in doubt.
    """
    sums = sums_of(entry.record.investment)
    wrong = [found for found in sums if not found.holds]
    findings = [
        _mismatch(entry, found, [other for other in sums if other is not found])
        for found in _causes(wrong)
    ]
    return Judgement([*_rates(entry), *findings], frozenset(found.field for found in wrong))


def sums_of(money: Investment) -> list[Sum]:
    """Return the sums that a brief states both sides of, in the order of the file."""
    parts = [
        (_FIXED, money.fixed_assets),
        (_INTEREST, money.interest),
        (_WORKING, money.working_capital),
    ]
    items = [(item.name, item.cost) for item in money.items]
    phases = [(phase.name, phase.investment) for phase in money.phases]
    sources = [(_SOURCES[source.kind], source.amount) for source in money.sources]
    found = [
        _sum(money, "total", Words(zh="各组成部分", en="its components"), parts)
        if money.fixed_assets is not None
        else None,
        _sum(money, "fixed_assets", Words(zh="各分项", en="its items"), items),
        _sum(money, "total", Words(zh="各期投资", en="its phases"), phases),
        _sum(money, "total", Words(zh="资金来源", en="its sources"), sources),
    ]
    return [each for each in found if each is not None]


def _sum(
    money: Investment,
    field: str,
    title: Words,
    parts: Sequence[tuple[InBoth, Quantity | None]],
) -> Sum | None:
    written: Quantity | None = getattr(money, field)
    whole = span_in_yuan(money, written)
    given = [
        (name, quantity, span_in_yuan(money, quantity))
        for name, quantity in parts
        if quantity is not None
    ]
    counted = [Part(name, quantity, yuan) for name, quantity, yuan in given if yuan is not None]
    if written is None or whole is None or not counted or len(counted) < len(given):
        return None
    return Sum(field, title, written, whole, counted, total([part.span for part in counted]))


def span_in_yuan(money: Investment, quantity: Quantity | None) -> Span | None:
    """Return what a sum of money may stand for in yuan; None if that cannot be said."""
    return span(quantity, money.rate_of(quantity.currency)) if quantity is not None else None


def _rates(entry: Entry[Project]) -> Iterator[Diagnostic]:
    money = entry.record.investment
    sums = [money.total, money.fixed_assets, money.interest, money.working_capital]
    sums += [item.cost for item in money.items]
    sums += [phase.investment for phase in money.phases]
    sums += [source.amount for source in money.sources]
    if any(amount is not None and money.rate_of(amount.currency) is None for amount in sums):
        yield entry.source.diagnostic(
            Rule.MISSING_FIELD,
            ("investment", "exchange"),
            key="exchange",
            **both(about=about(Investment, "exchange")),
        )


def _causes(wrong: Sequence[Sum]) -> list[Sum]:
    """Return one sum for each mistake among those that do not hold.

    A total that is wrong contradicts its parts, its phases and its sources by one amount;
    fixed assets that are wrong contradict their items and the total, in opposite directions.
    """
    fixed = [found.excess for found in wrong if found.field == "fixed_assets"]
    causes: list[Sum] = []
    for found in wrong:
        explained = [-excess for excess in fixed] if found.field == "total" else []
        explained += [cause.excess for cause in causes if cause.field == found.field]
        if found.excess not in explained:
            causes.append(found)
    return causes


def _mismatch(entry: Entry[Project], found: Sum, others: Sequence[Sum]) -> Diagnostic:
    off = _like(found.written, found.whole.middle, abs(found.excess))
    short = found.excess > 0
    return entry.source.diagnostic(
        Rule.SUM_MISMATCH,
        ("investment", found.field),
        whole=as_written(found.written),
        sum=_like(found.written, found.whole.middle, found.reckoned.middle),
        off_zh=f"{'少' if short else '多'} {off}",
        off_en=f"{off} {'short' if short else 'too much'}",
        **both(
            title=found.title,
            parts=listed((part.name, as_written(part.written)) for part in found.parts),
            hint=_hint(found, others),
        ),
    )


def listed(parts: Iterable[tuple[InBoth, object]]) -> Words:
    """Return parts as they are added up, each behind its name: `贷款 5000万元 + 债券 2000万元`."""
    kept = list(parts)
    return Words(
        " + ".join(f"{name.zh} {part}" for name, part in kept),
        " + ".join(f"{name.en} {part}" for name, part in kept),
    )


def _like(written: Quantity, middle: Fraction, amount: Fraction) -> str:
    """Write an amount in yuan in the currency in which another, of `middle` yuan, is written."""
    if written.currency == "CNY" or not written.reference():
        return yuan_as_written(amount)
    there = amount * written.reference() / middle
    said = restated(written, there)
    return as_written(said) if there and said.reference() else yuan_as_written(amount)


def _hint(found: Sum, others: Sequence[Sum]) -> Words:
    """Name the one number whose correction explains everything, if there is just one."""
    meant = found.reckoned.middle
    same = [other for other in others if other.field == found.field]
    wrong = [other for other in others if not other.holds]
    if same and all(not other.holds and other.excess == found.excess for other in same):
        right = _like(found.written, found.whole.middle, meant)
        return Words(
            f"其他各项合计也是 {right}，应改总投资",
            f"the other sums give {right} too, so correct the total",
        )
    if any(other.field != found.field and other.excess == -found.excess for other in wrong):
        right = _like(found.written, found.whole.middle, meant)
        return Words(
            f"固定资产投资改为 {right}，总投资也相符",
            f"with fixed assets of {right} the total is right too",
        )
    sound = {other.field for other in others if other.holds and other.field != found.field}
    candidates = [
        (part, part.span.middle - found.excess)
        for part in found.parts
        if is_slip(part.span.middle, part.span.middle - found.excess)
        and not (sound and part.name is _FIXED)
    ]
    # What other sums bear out is not where the mistake is.
    borne_out = bool(same) and all(other.holds for other in same)
    if len(candidates) == 1 and (borne_out or not is_slip(found.whole.middle, meant)):
        part, right_amount = candidates[0]
        right = _like(part.written, part.span.middle, right_amount)
        return Words(
            f"“{part.name.zh}”改为 {right} 即相符，是否笔误？",
            f"with {right} for “{part.name.en}” they agree: a slip of the hand?",
        )
    if borne_out:
        return Words(
            "总投资与其他各项合计相符，应改其中一项",
            "the total agrees with the other sums, so correct a part",
        )
    return Words("改正其中一项或合计", "correct a part or the total")
