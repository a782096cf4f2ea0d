"""Text as Markdown that shows it as it is."""

import re
from html import escape

_CODE = re.compile(r"(`[^`]*`)")
_SIGNS = re.compile(r"([\\*_\[\]])")


def plain(text: str) -> str:
    r"""Return a text that Markdown does not change; what stands between backticks stays code.

    >>> plain("use **emphasis** and `a_b`")
    'use \\*\\*emphasis\\*\\* and `a_b`'
    """
    return "".join(part if part.startswith("`") else _plain(part) for part in _CODE.split(text))


def _plain(text: str) -> str:
    # A bar with a stroke before it is a bar inside of tables only.
    return _SIGNS.sub(r"\\\1", escape(text, quote=False)).replace("|", "&#124;")


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Return the lines of a table; cells are Markdown and hold no vertical bar of their own."""
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
