"""A worked example for each rule: a line that breaks it, what is said, the line mended.

They are taken from the cases that the rules are tested with, and kept in `examples.yml`
beside this module; a test holds the two against each other.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from site_builder.diagnostics import Words
from site_builder.sheets import read_sheet


class Example(NamedTuple):
    """One mistake and its mending, in a county that does not exist."""

    path: str
    """The file, by its way from the county's folder."""
    written: tuple[str, ...]
    """The lines with the mistake."""
    fact: Words
    """What is said of it."""
    help: Words
    """The remedy that is said with it."""
    mended: tuple[str, ...]
    """The lines as they should be; none where the remedy is all that can be said."""


@cache
def examples() -> Mapping[str, Example]:
    """Return the examples by the codes of their rules."""
    sheet = read_sheet("site_builder.reference", "examples.yml")
    return {
        code: Example(
            each["path"],
            tuple(each["written"]),
            Words(each["zh"], each["en"]),
            Words(each["help_zh"], each["help_en"]),
            tuple(each["mended"]),
        )
        for code, each in sheet.items()
    }
