"""Tables of prose pages, made ready for narrow screens.

HTML of a page goes in and comes out: each cell carries the heading of its column, so that on a
phone a row can become a block that reads by itself. A table whose rows do not match its
headings stays as it is, and scrolls.
"""

import re

from markupsafe import Markup

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b")
_FEWEST = 3
"""Tables of two columns fit on a phone."""


def with_ready_tables(body: Markup, title: str) -> Markup:
    """Frame every table of a page, and prepare for stacking those that can; `title` names them."""
    return Markup(  # noqa: S704 - prose is written by the site's owner
        _TABLE.sub(lambda match: _framed(match.group(), title), body)
    )


def _framed(table: str, title: str) -> str:
    around = Markup('<div class="{}" tabindex="0" role="group" aria-label="{}">{}</div>')
    head, _, rows = table.partition("</thead>")
    headings = [re.sub(r"<[^>]*>", "", heading) for heading in _HEADING.findall(head)]
    counts = {len(_CELL.findall(row)) for row in _ROW.findall(rows)}
    stacks = len(headings) >= _FEWEST and counts == {len(headings)}
    name = "prose__table prose__table--stacks" if stacks else "prose__table"
    if stacks:
        table = head + "</thead>" + _ROW.sub(lambda row: _labelled(row.group(), headings), rows)
    return around.format(name, title, Markup(table))  # noqa: S704 - as above


def _labelled(row: str, headings: list[str]) -> str:
    # The headings are HTML already: Markdown has escaped what stands in them.
    names = iter(headings)
    return _CELL.sub(lambda _: f'<td data-label="{next(names).replace(chr(34), "&quot;")}"', row)
