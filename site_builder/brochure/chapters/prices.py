"""A table of prices: what is paid for, for whom, in which unit, and how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.quantities.speaking import Spoken

NONE = "—"
"""Where nothing is stated."""


@dataclass(frozen=True)
class PriceRow:
    """A line of a table of prices."""

    label: str
    """What is paid for."""
    note: str
    """For whom, where or how; may be empty."""
    unit: str
    """What its figures are in; empty if the table says it, or every cell for itself."""
    cells: tuple[str, ...]
    """A figure for each column, or a single one that holds for all of them."""
    span: int = 1
    """How many lines its label stands for; none if a line above says it."""
    all_hours: bool = False
    """Whether its single figure holds at all hours, though the columns are parts of a day."""


@dataclass(frozen=True)
class PriceTable:
    """Prices of one kind."""

    title: str
    unit: str
    """The unit, or the year, of all its figures; empty if the lines say it."""
    heads: tuple[str, ...]
    """The names of the columns of figures."""
    rows: tuple[PriceRow, ...]
    note_head: str = ""
    remark: str = ""
    """What holds for the whole table."""
    sources: str = ""
    """Where the prices are laid down."""
    park: str = ""
    """The park it is about; empty if the parks stand beside each other."""

    @property
    def has_notes(self) -> bool:
        """Whether the second column holds anything."""
        return any(row.note for row in self.rows)

    @property
    def has_units(self) -> bool:
        """Whether the column of units holds anything."""
        return any(row.unit for row in self.rows)


def unit_of(prices: Sequence[Spoken]) -> str:
    """Return the unit that all of these are said in, with the currency; empty if they differ."""
    units = {(price.before, price.unit) for price in prices}
    if len(units) != 1:
        return ""
    ((before, unit),) = units
    return f"{before.strip()}{unit}" if unit.startswith("/") else f"{before}{unit.strip()}".strip()


def figures(prices: Sequence[Spoken | None], unit: str) -> tuple[str, ...]:
    """Return a cell for each: the number alone where `unit` is said elsewhere."""
    return tuple(
        NONE if price is None else price.number if unit else price.short for price in prices
    )
