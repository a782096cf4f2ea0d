"""An estimate looks like one: no more digits than it is exact, and a loan that costs interest."""

from collections.abc import Iterator

from site_builder.checks.money.rounding import TOLD_DIGITS
from site_builder.checks.money.sums import sums_of
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.project_money import FundingKind
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.precision import rounded, significant_digits
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.writing import as_written

# A figure to write instead has four digits; so many more than that are let pass.
MOST_DIGITS = 5
ROUGH = Fraction(1, 10)
MONTHS = 6

_BORROWED = {FundingKind.LOAN, FundingKind.BOND}
_FIGURES = ("revenue", "cost", "tax", "profit", "net_profit")


def check_estimates(entry: Entry[Project]) -> Iterator[Diagnostic]:
    """Yield figures more exact than the estimate, and a loan without interest."""
    yield from _precision(entry)
    yield from _interest(entry)


def _precision(entry: Entry[Project]) -> Iterator[Diagnostic]:
    margin = entry.record.investment.margin
    if margin.reference() < ROUGH:
        return
    for loc, quantity in _estimated(entry.record):
        if significant_digits(quantity) > MOST_DIGITS:
            yield entry.source.diagnostic(
                Rule.FALSE_PRECISION,
                loc,
                written=as_written(quantity),
                digits=significant_digits(quantity),
                margin=as_written(margin),
                rounded=as_written(rounded(quantity, TOLD_DIGITS)),
            )


def _estimated(project: Project) -> Iterator[tuple[Loc, Quantity]]:
    # The total is as exact as its parts, with which it must agree to the last digit.
    if all(found.field != "total" for found in sums_of(project.investment)):
        yield ("investment", "total"), project.investment.total
    benefits = project.benefits
    if benefits is None:
        return
    for name in _FIGURES:
        figure: Quantity | None = getattr(benefits, name)
        if figure is not None:
            yield ("benefits", name), figure
    for index, present in enumerate(benefits.present_values):
        yield ("benefits", "present_values", index, "value"), present.value


def _interest(entry: Entry[Project]) -> Iterator[Diagnostic]:
    project, money = entry.record, entry.record.investment
    months = project.scale.construction.reference()
    if money.fixed_assets is None or money.interest is not None or months < MONTHS:
        return
    if any("利息" in item.name.zh or "interest" in item.name.en.lower() for item in money.items):
        return
    for index, source in enumerate(money.sources):
        if source.kind in _BORROWED and source.amount.reference() > 0:
            yield entry.source.diagnostic(
                Rule.LOAN_WITHOUT_INTEREST,
                ("investment", "sources", index, "kind"),
                amount=as_written(source.amount),
                construction=as_written(project.scale.construction),
            )
            return
