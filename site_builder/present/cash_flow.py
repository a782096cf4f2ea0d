"""The cash flows of a project as tables: a row a year, with all that has come in by then."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from site_builder.content.project_money import Benefits, CashFlow
from site_builder.present.views import FlowCell, FlowsRow, FlowsView
from site_builder.present.voice import Voice
from site_builder.present.words import Choice
from site_builder.quantities.columns import column
from site_builder.quantities.units import parse_unit


def present_cash_flows(benefits: Benefits | None, voice: Voice) -> tuple[FlowsView, ...]:
    """Return a table of cash flows for each unit and span of years that they have."""
    groups: dict[tuple[str, tuple[int, ...]], list[CashFlow]] = {}
    for cash_flow in benefits.cash_flows if benefits is not None else ():
        groups.setdefault((cash_flow.unit, cash_flow.years), []).append(cash_flow)
    return tuple(_table(unit, years, flows, voice) for (unit, years), flows in groups.items())


def _table(
    unit: str, years: Sequence[int], cash_flows: Sequence[CashFlow], voice: Voice
) -> FlowsView:
    parsed = parse_unit(unit)
    if parsed is None:
        raise ValueError(f"{unit} is no unit")
    top = max(abs(flow) for cash_flow in cash_flows for flow in cash_flow.flows.values())
    axis, factor = voice.speaker.axis(*parsed, top)
    columns = [
        _cells([cash_flow.flows[year] * factor for year in years], voice)
        for cash_flow in cash_flows
    ]
    rows = zip(years, zip(*columns, strict=True), strict=True)
    bases = (cash_flow.basis for cash_flow in cash_flows)
    return FlowsView(
        axis,
        tuple(Choice(basis.value, voice.words.choice(basis)) for basis in bases),
        tuple(FlowsRow(str(year), cells) for year, cells in rows),
    )


def _cells(flows: Sequence[Decimal], voice: Voice) -> Iterator[FlowCell]:
    sums = list(accumulate(flows))
    first = next((index for index, total in enumerate(sums) if total >= 0), None)
    shown = zip(column(flows, voice.language), column(sums, voice.language), strict=True)
    for index, (flow, total) in enumerate(shown):
        yield FlowCell(flow, total, recovered=index == first)
