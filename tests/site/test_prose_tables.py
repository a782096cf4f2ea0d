"""Tables of prose pages: read on a phone without scrolling, row by row."""

import pytest
from markupsafe import Markup
from playwright.sync_api import Page

from site_builder.site.prose_tables import with_ready_tables
from tests.site.website import PROSE

WIDE = """() => [...document.querySelectorAll(".prose__table")]
  .filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.textContent.slice(0, 40))"""
SEEN = """() => [...document.querySelectorAll(".prose__table--stacks tbody tr:first-child td")]
  .slice(0, 3).map(cell => [getComputedStyle(cell, "::before").content, cell.textContent])"""

ASTRAY = """() => [...document.querySelectorAll(".prose__table--stacks td:not(:first-child) *")]
  .filter(part => {
    const cell = part.closest("td").getBoundingClientRect();
    return part.getBoundingClientRect().left < cell.left + 0.4 * cell.width;
  }).map(part => part.closest("td").textContent)"""


def table(head: str, *rows: str) -> str:
    """Return a table as Markdown writes it; cells are parted by bars."""
    headings = "".join(f"<th>{cell}</th>\n" for cell in head.split("|"))
    lines = ["".join(f"<td>{cell}</td>\n" for cell in row.split("|")) for row in rows]
    body = "".join(f"<tr>\n{line}</tr>\n" for line in lines)
    return f"<table>\n<thead>\n<tr>\n{headings}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n</table>"


def framed(html: str) -> str:
    return str(with_ready_tables(Markup(html), "Costs & fees"))  # noqa: S704 - of this test


def test_each_cell_carries_the_heading_of_its_column() -> None:
    """The heading is text in the attribute, whatever marks it has; quotes do not end it."""
    html = framed(table('Item|<em>Price</em>|Say "now"', "Water|2.6|yes"))
    assert 'class="prose__table prose__table--stacks"' in html
    assert 'aria-label="Costs &amp; fees"' in html
    cells = ('"Item">Water', '"Price">2.6', '"Say &quot;now&quot;">yes')
    assert [] == [cell for cell in cells if f"<td data-label={cell}</td>" not in html]


@pytest.mark.parametrize(
    "html",
    [
        table("Item|Price", "Water|2.6"),
        table("Item|Price|Year", "Water|2.6"),
        table("Item|Price|Year", "Water|2.6|2026", "Steam|none"),
        "<table><tr><td>1</td><td>2</td><td>3</td></tr></table>",
    ],
)
def test_a_table_that_cannot_stack_stays_as_it_is(html: str) -> None:
    """Two columns fit; cells that belong to no heading would be named after the wrong one."""
    assert html in framed(html)
    assert "prose__table--stacks" not in framed(html)


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_nothing_scrolls_sideways_on_a_phone(
    page: Page, address: str, folder: str, name: str
) -> None:
    """Every table of every prose page fits 375 pixels."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{address}{folder}{name}/")
    assert [] == page.evaluate(WIDE)


def test_a_row_reads_by_itself_on_a_phone(page: Page, address: str) -> None:
    """The first cell names the row; before each of the others its heading is read."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{address}en/why/")
    expected = [
        ["none", "Electricity, 10 kV, flat (per kWh)"],
        ['"Jinhe Industrial Park"', "0.49"],
        ['"Nanxi Chemical Park"', "0.49"],
    ]
    assert expected == page.evaluate(SEEN)


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_words_of_a_cell_stay_together_on_a_phone(
    page: Page, address: str, folder: str, name: str
) -> None:
    """Links and figures stand beside the heading with the words around them, not under it."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{address}{folder}{name}/")
    assert [] == page.evaluate(ASTRAY)
