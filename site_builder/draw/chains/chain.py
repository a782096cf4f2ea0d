"""What a chain map shows: stages, the segments' cards, and the links between them."""

from dataclasses import dataclass
from typing import Literal

Strength = Literal["strong", "weak", "missing"]

SUPPORT = "support"
"""The id of the stage that is drawn as a row beneath the others."""


@dataclass(frozen=True)
class StageColumn:
    """One stage of the chain; all but the one whose id is `support` are columns."""

    id: str
    title: str


@dataclass(frozen=True)
class Card:
    """One segment of the chain as it is read on the map."""

    id: str
    stage: str
    """The id of its stage."""
    title: str
    role: str = ""
    """What the segment makes or does, in a few words."""
    strength: Strength = "strong"
    strength_word: str = ""
    firms: tuple[str, ...] = ()
    note: str = ""
    """What is lacking or bought from outside."""
    projects: tuple[str, ...] = ()
    highlighted: bool = False
    href: str | None = None
    role_code: str = ""
    """The role as a code, for a script that filters the cards."""
    elsewhere: tuple[str, ...] = ()
    """Where its goods come from and go to on other sheets, a line each."""


@dataclass(frozen=True)
class Link:
    """Goods that go from one segment to another, by the ids of their cards."""

    source: str
    target: str
    goods: str = ""


@dataclass(frozen=True)
class Legend:
    """The words of the legend; an empty word leaves its entry out."""

    strong: str = ""
    weak: str = ""
    missing: str = ""
    project: str = ""
    flow: str = ""
    """For the plain arrow: goods supplied."""
    loop: str = ""
    """For the dashed arrow: goods returned to an earlier stage."""
    goods: str = ""
    """Heads the key of the goods that stand as numbers on the map."""


@dataclass(frozen=True)
class Chain:
    """A whole chain map; cards stand in each stage in the order given."""

    key: str
    """Makes the ids unique on a page."""
    title: str
    """Names the map to readers who cannot see it; drawn only where the map stands alone."""
    description: str
    stages: tuple[StageColumn, ...]
    cards: tuple[Card, ...]
    links: tuple[Link, ...] = ()
    legend: Legend = Legend()
    source_line: str = ""
