"""Compares the parts of a year that both texts name: 第三季度 and `Q2`, 上半年, year-end."""

from site_builder.quantities.mention import Mention
from site_builder.quantities.parts_of_year import PARTS, may_name_parts, parts_of_year


def misdated(zh: str, en: str) -> tuple[Mention, Mention] | None:
    """Return the quarter, half or turn of a year that two texts name differently.

    Each text has to name just one of a kind that the other lacks: what one leaves out, or
    gives as a month, is no contradiction.
    """
    if not may_name_parts(zh):
        return None
    chinese, english = parts_of_year(zh, "zh"), parts_of_year(en, "en")
    for kind in PARTS:
        here = {part.number: part for part in chinese if part.dimension == kind}
        there = {part.number: part for part in english if part.dimension == kind}
        alone, others = here.keys() - there.keys(), there.keys() - here.keys()
        if len(alone) == len(others) == 1:
            return here[alone.pop()], there[others.pop()]
    return None
