"""A figure of the market and the chart beside it say one number.

Goes in: one brief. Come out: figures that a chart of the same name gives otherwise for their year,
by more than rounding. A figure of another name, scope or unit is another figure.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from site_builder.checks.depth.repetition import plain
from site_builder.checks.money.rounding import span
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.model import Figure
from site_builder.content.project import Project
from site_builder.content.project_argument import Series
from site_builder.diagnostics import Diagnostic, Rule
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.units import MULTIPLIERS, parse_unit
from site_builder.quantities.writing import as_written
from site_builder.quantities.yearly import in_one_year

_ASIDE = re.compile(r"[（(](?:单位[：:]?)?([^（）()]*)[）)]")


def check_charted(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the figures of the market that a chart of the same name contradicts, each once."""
    market = entry.record.market
    if market is None or not market.figures or not market.series:
        return
    for index, figure in enumerate(market.figures):
        for number, series in enumerate(market.series):
            charted = _point(series, figure)
            if charted is None or _agree(figure.value, charted):
                continue
            points = ("market", "series", number, "points")
            yield entry.source.diagnostic(
                Rule.FIGURE_CONTRADICTS_SERIES,
                ("market", "figures", index, "value"),
                label=figure.label.zh,
                year=figure.year,
                value=as_written(figure.value),
                charted=as_written(charted),
                line=entry.source.place((*points, str(figure.year))).line,
            )
            break


def _point(series: Series, figure: Figure) -> Quantity | None:
    """Return what a chart gives for the figure's year; None if it shows something else."""
    number, unit = series.points.get(figure.year), parse_unit(series.unit)
    if number is None or unit is None:
        return None
    year = figure.year
    if _name(series.label.zh, year) != _name(figure.label.zh, year):
        return None
    low = number * Decimal(MULTIPLIERS[unit[0]])
    return Quantity(low, low, unit[1], unit[0])


def _name(label: str, year: int) -> str:
    """Return what is measured; its unit in brackets and its own year before it say no more."""
    bare = _ASIDE.sub(lambda aside: "" if _is_unit(aside[1]) else aside[0], label)
    return plain(bare.strip().removeprefix(f"{year}年"))


def _is_unit(words: str) -> bool:
    return parse_unit(words.strip()) is not None


def _agree(figure: Quantity, charted: Quantity) -> bool:
    """Whether both may be one number, rounded; as they may, if they cannot be compared."""
    one, other = in_one_year(figure), in_one_year(charted)
    if one.unit.currencies != other.unit.currencies:
        return True
    said, drawn = span(one), span(other)
    if said is None or drawn is None:
        return True
    # The finer of the two rounds to the other: 53万吨 may be 52.6万吨, but 54万吨 is not 53万吨.
    return said.gap(drawn) <= max(said.digit, drawn.digit) / 2
