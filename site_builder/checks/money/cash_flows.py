"""Which of a brief's cash flows returns can be reckoned from, and what is wrong with the others."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from site_builder.checks.money.reckoning import has_one_rate
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import Benefits, CashFlow, PaybackMethod, TaxBasis
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.writing import as_written
from site_builder.quantities.yearly import years

BASES_IN_WORDS = {
    TaxBasis.BEFORE_TAX: Words(zh="所得税前", en="before tax"),
    TaxBasis.AFTER_TAX: Words(zh="所得税后", en="after tax"),
}


class Problem(NamedTuple):
    """Why nothing can be reckoned from a cash flow, and what to do about it."""

    fact: Words
    hint: Words
    part: str = ""
    """The year to underline, if it is one year that is wrong."""


class Sorted(NamedTuple):
    """The cash flows of a brief: those to reckon from, by basis, and findings on the others."""

    usable: Mapping[TaxBasis, tuple[CashFlow, tuple[Fraction, ...]]]
    """With its amounts in the reference unit of its currency."""
    findings: Sequence[Diagnostic]


def sort_cash_flows(entry: Entry[Project], benefits: Benefits) -> Sorted:
    """Tell the cash flows that can be reckoned from those that cannot."""
    usable: dict[TaxBasis, tuple[CashFlow, tuple[Fraction, ...]]] = {}
    findings = []
    for index, cash_flow in enumerate(benefits.cash_flows):
        loc: Loc = ("benefits", "cash_flows", index, "flows")
        basis, amounts = BASES_IN_WORDS[cash_flow.basis], cash_flow.amounts()
        if cash_flow.basis in usable:
            loc = (*loc[:-1], "basis")
            problem: Problem | None = Problem(
                Words(zh="写了两次", en="are given twice"),
                Words(zh="两种口径各写一次，只保留一处", en="give each basis once and keep one"),
            )
        else:
            problem = _problem(cash_flow, amounts) or _too_short(amounts, benefits)
        if problem is None:
            usable[cash_flow.basis] = (cash_flow, amounts)
            continue
        findings.append(
            entry.source.diagnostic(
                Rule.CASH_FLOW_UNUSABLE,
                loc,
                part=problem.part,
                on_key=not problem.part and loc[-1] == "flows",
                **both(basis=basis, problem=problem.fact, hint=problem.hint),
            )
        )
    return Sorted(usable, findings)


def _problem(cash_flow: CashFlow, flows: Sequence[Fraction]) -> Problem | None:
    for year, following in pairwise(cash_flow.years):
        if following != year + 1:
            return Problem(
                Words(
                    zh=f"年份不连续：{year} 之后是 {following}",
                    en=f"skip from {year} to {following}",
                ),
                Words(
                    zh=f"补上 {year + 1} 年的净现金流量，没有收支的年份写 0",
                    en=f"give the flow of {year + 1}; a year without any is 0",
                ),
                str(following),
            )
    first = next((flow for flow in flows if flow), Fraction(0))
    if first >= 0 or not any(flow > 0 for flow in flows):
        return Problem(
            Words(
                zh="没有由流出转为流入：应先有负数（投资），后有正数（收益）",
                en="do not turn from outlay to income: negative (investment), then positive",
            ),
            Words(
                zh="建设期的净现金流量写负数，如 2027: -9800",
                en="write the flows of the years of building as negative: 2027: -9800",
            ),
        )
    if not has_one_rate(flows):
        return Problem(
            Words(
                zh="与其累计值的正负号都变化不止一次，内部收益率不唯一",
                en="change their sign more than once, and so do their sums: the rate is not unique",
            ),
            Words(
                zh="核对正负号；确需中途大额投入的，改列净现值并说明，不列内部收益率",
                en="check the signs; with large later outlays, give net present values instead",
            ),
        )
    return None


def _too_short(flows: Sequence[Fraction], benefits: Benefits) -> Problem | None:
    """Return the problem that flows end before the claimed payback, and before any."""
    static = [p.value for p in benefits.paybacks if p.method is PaybackMethod.STATIC]
    if not static or any(total >= 0 for total in accumulate(flows)):
        return None
    longest = max(static, key=years)
    count = len(flows)
    if years(longest) <= count:
        return None
    return Problem(
        Words(
            zh=f"只有 {count} 年，短于所称的回收期 {as_written(longest)}，期内收不回投资",
            en=f"cover {count} years, fewer than the payback of {as_written(longest)}, and do not "
            "recover the investment",
        ),
        Words(
            zh="补足到计算期末，通常含运营期 15 至 20 年",
            en="go on to the end of operation, usually 15 to 20 years",
        ),
    )
