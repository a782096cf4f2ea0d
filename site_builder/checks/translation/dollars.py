"""Dollars in brackets are the yuan before them, at the rate that the county states.

Goes in: one record and the county's rate. Come out: sums in brackets that are off. A brief may
use a rate of its own. What two languages say differently is told in `record_texts.py`.
"""

from collections.abc import Iterator, Sequence

from site_builder.checks.scope import Terms
from site_builder.checks.translation.parity import discrepancies
from site_builder.content.catalog import AnyEntry
from site_builder.content.project import Project
from site_builder.content.walk import texts
from site_builder.diagnostics import Diagnostic, Rule
from site_builder.quantities.dollars import may_state_dollars, misconverted
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.rewriting import in_chinese, in_english
from site_builder.quantities.writing import as_written


def check_dollars(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    """Yield sums in brackets that are not what stands before them, in dollars or in yuan."""
    if terms.dollar is None:
        return
    rates = _rates(entry, terms.dollar)
    for loc, text in texts(entry):
        for language, value in (("en", text.en), ("zh", text.zh)):
            found = may_state_dollars(value, language) and next(
                misconverted(value, language, rates), None
            )
            if not found or discrepancies(text.zh, text.en):
                continue
            where = (*loc, language)
            yield entry.source.diagnostic_at(
                entry.source.stretch(where, value, found.stated.start, found.stated.end),
                Rule.DOLLARS_OFF_RATE,
                where,
                sum=found.sum.written,
                stated=found.stated.written,
                rate=as_written(rates[0]),
                right_zh=in_chinese(found.right, found.stated),
                right_en=in_english(found.right, found.stated),
            )
            # The other language repeats the same mistake.
            break


def _rates(entry: AnyEntry, stated: Quantity) -> Sequence[Quantity]:
    """Return the rates that a record may use, its own first."""
    record = entry.record
    exchanges = record.investment.exchange if isinstance(record, Project) else ()
    return [*(one.rate for one in exchanges if one.rate.unit == stated.unit), stated]
