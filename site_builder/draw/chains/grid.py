"""Where each card of a chain stands: its column and its row, counted, not measured.

A stage is a column. One that has far more cards than its neighbours takes several columns,
so that a large chain is a map and not a ribbon. Only the numbers of cards decide, so the
language never changes a card's place.
"""

from collections import Counter
from dataclasses import dataclass
from math import log

from site_builder.draw.chains.chain import SUPPORT, Chain

_UNBROKEN = 8
"""A stage of so many cards stands in one column."""
_LEAST_ROWS = 6
_COLUMN, _ROW = 320.0, 190.0
"""About how wide a column with its gutter is, and how high a row, in pixels."""
_ASPECT = 1.5
"""The width of a large map over its height, as a screen or a sheet has it."""


@dataclass(frozen=True)
class Cell:
    """A card's place in the grid; rows of support follow the rows of the stages."""

    column: int
    row: int
    stage: int
    """The rank of its stage; the support's is after all others."""
    support: bool = False


@dataclass(frozen=True)
class Span:
    """The columns of one stage, from the first to the last."""

    title: str
    first: int
    last: int


@dataclass(frozen=True)
class Grid:
    """The places of all cards."""

    columns: int
    stage_rows: int
    rows: int
    cells: dict[str, Cell]
    spans: tuple[Span, ...]


def place(chain: Chain, limit: int | None = None) -> Grid:
    """Return the grid: columns for each stage, the support beneath, in the order given.

    `limit` is the most rows that the stages may take; without it the map chooses.
    Raises ValueError when a card names a stage that the chain has not.
    """
    stages = [stage for stage in chain.stages if stage.id != SUPPORT]
    ranks = {stage.id: rank for rank, stage in enumerate(stages)}
    counts = Counter(card.stage for card in chain.cards)
    for card in chain.cards:
        if card.stage not in ranks and card.stage != SUPPORT:
            raise ValueError(f"{card.id}: the chain has no stage {card.stage!r}")
    limit = limit or balanced([counts[stage.id] for stage in stages], counts[SUPPORT])
    spans, first = [], 0
    for stage in stages:
        last = first + max(-(-counts[stage.id] // limit), 1) - 1
        spans.append(Span(stage.title, first, last))
        first = last + 1
    columns = max(first, 1)
    cells: dict[str, Cell] = {}
    filled: Counter[str] = Counter()
    for card in chain.cards:
        if card.stage != SUPPORT:
            span = spans[ranks[card.stage]]
            high = -(-counts[card.stage] // (span.last - span.first + 1))
            column, row = divmod(filled[card.stage], high)
            cells[card.id] = Cell(span.first + column, row, ranks[card.stage])
            filled[card.stage] += 1
    stage_rows = max((cell.row + 1 for cell in cells.values()), default=0)
    below = [card for card in chain.cards if card.stage == SUPPORT]
    for index, card in enumerate(below):
        row, column = divmod(index, columns)
        cells[card.id] = Cell(column, stage_rows + row, len(stages), support=True)
    return Grid(columns, stage_rows, stage_rows + -(-len(below) // columns), cells, tuple(spans))


def balanced(counts: list[int], support: int = 0) -> int:
    """Return how many rows give the stages, with the support, a map of a good shape."""
    most = max(counts, default=0)
    if most <= _UNBROKEN:
        return max(most, 1)
    return min(
        range(_LEAST_ROWS, most + 1), key=lambda rows: (_distortion(counts, support, rows), rows)
    )


def _distortion(counts: list[int], support: int, rows: int) -> float:
    columns = sum(max(-(-count // rows), 1) for count in counts)
    high = rows + -(-support // columns)
    return abs(log(columns * _COLUMN / (high * _ROW) / _ASPECT))
