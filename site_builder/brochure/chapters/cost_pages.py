"""The pages of what parks cost: tables that do not fit on one are spread over two alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from site_builder.brochure.chapters.costs import cost_tables
from site_builder.brochure.chapters.prices import PriceRow, PriceTable
from site_builder.draw.text_width import text_width
from site_builder.present.county_view import CountyView

# Measured in millimetres on paper of 285 mm (`theme/assets/css/chapters.css`).
_LOW = {"zh": 192.0, "en": 206.0}
"""The room under the low picture that opens the chapter, by language."""
_HIGH, _NEXT = 148.0, 237.0
"""The room under the high picture, and on a page that has none."""
_ABOUT = 18.0
"""A table's title and heads with the space over them."""
_ROW, _TIGHT_ROW = 5.8, 5.3
"""A row, and one where room is short."""
_LINE, _SMALL = 3.8, 3.3
"""Another line in a row, and a line of remarks and sources."""

# And in ems of their type.
_LABEL, _PARK_LABEL = 14.5, 8.0
"""The first two columns of a table, and of the narrow one of a park."""
_SOURCES = 84.0
"""A line of remarks and sources."""


_Parts = tuple[tuple[PriceTable, ...], ...]


@dataclass(frozen=True)
class CostPages:
    """The tables, page by page."""

    pages: _Parts
    is_high: bool
    """Whether there is room for the high picture over the first."""
    is_tight: bool = False
    """Whether rows stand close, so that two pages are enough."""


def cost_pages(county: CountyView) -> CostPages | None:
    """Return the tables of a county's parks as they stand on pages; None where there are none."""
    tables = cost_tables(county)
    if not tables:
        return None
    rooms = (_LOW[county.language], _NEXT)
    for row in (_ROW, _TIGHT_ROW):
        pages = _pages(tables, row, rooms)
        if pages:
            is_high = row == _ROW and _height(pages[0], row) <= _HIGH
            return CostPages(pages, is_high, is_tight=row == _TIGHT_ROW)
    return CostPages((tables,), is_high=False)


def _pages(tables: tuple[PriceTable, ...], row: float, rooms: tuple[float, float]) -> _Parts:
    """Return the tables on a page, or on two; nothing where two do not hold them."""
    if _height(tables, row) <= rooms[0]:
        return (tables,)
    left = {
        pages: [room - _height(page, row) for room, page in zip(rooms, pages, strict=True)]
        for pages in _parted(tables)
    }
    fit = [pages for pages, room in left.items() if min(room) >= 0]
    # As they come, if that will do; as evenly filled as may be.
    in_order = [pages for pages in fit if pages[0] + pages[1] == tables]
    return min(in_order or fit, key=lambda pages: abs(left[pages][0] - left[pages][1]), default=())


def _parted(tables: tuple[PriceTable, ...]) -> Iterator[_Parts]:
    """Yield the ways to part the tables; those of one park, which share lines, come last."""
    shared = [table for table in tables if not table.park]
    for count in range(1, len(shared) + 1):
        for first in combinations(shared, count):
            rest = tuple(table for table in tables if table not in first)
            if first[0] is shared[0] and rest:
                yield first, rest


def _height(tables: Sequence[PriceTable], row: float) -> float:
    shared = sum(_table_height(table, row) for table in tables if not table.park)
    parks = [_table_height(table, row) for table in tables if table.park]
    return shared + sum(max(parks[at : at + 2]) for at in range(0, len(parks), 2))


def _table_height(table: PriceTable, row: float) -> float:
    width = _PARK_LABEL if table.park else _LABEL
    rows = sum(row + _LINE * (_lines(one, width) - 1) for one in table.rows)
    small = sum(ceil(text_width(text, 1) / _SOURCES) for text in (table.remark, table.sources))
    return _ABOUT + rows + _SMALL * small


def _lines(row: PriceRow, width: float) -> int:
    # A label that stands for several rows has their room.
    texts = (row.label, row.note) if row.span == 1 else (row.note,)
    return max(1, *(ceil(text_width(text, 1) / width) for text in texts))
