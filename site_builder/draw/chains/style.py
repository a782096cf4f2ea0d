"""The sizes of a chain map, in pixels of the drawing: for a screen, and for paper."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Style:
    """How large everything on the map is set."""

    title: float
    """The size of a segment's name; a line of it is `title_step` high."""
    title_step: float
    title_lines: int
    """The most lines of a segment's name; 0 sets no limit."""
    body: float
    body_step: float
    small: float
    """The size of firms, marks and goods, the smallest on the map."""
    pad: float
    """From a card's edge to its words."""
    bar: float
    """The width of the bar that marks a weak segment."""
    chip: float
    """The height of a firm's chip."""
    chip_rows: int
    chip_lines: int
    """The most lines of a firm's name; a longer name is cut."""
    projects: int
    project_lines: int
    roles: bool
    """Whether a card says what its segment does."""
    card: float
    """The least width of a card."""
    widest: float
    """The width above which more room goes to the names of goods."""
    row: float
    """From row to row, when nothing runs between them."""
    lane: float
    """From lane to lane."""
    side: float
    """From a card to the first lane beside it."""
    head: float
    """The height of a stage's heading."""
    heading: float
    """The size of a stage's title."""
    zone: float
    """The least width for the names of goods before an arrow."""
    zone_widest: float
    zone_number: float
    """The width for a number in their place."""
    badge: float
    """The size of such a number."""


SCREEN = Style(
    title=17,
    title_step=24,
    title_lines=0,
    body=13,
    body_step=19,
    small=12,
    pad=16,
    bar=5,
    chip=22,
    chip_rows=3,
    chip_lines=2,
    projects=3,
    project_lines=3,
    roles=True,
    card=216,
    widest=272,
    row=24,
    lane=9,
    side=14,
    head=54,
    heading=20,
    zone=116,
    zone_widest=180,
    zone_number=46,
    badge=11,
)
"""A map to be read on a screen, as wide as it needs."""
DENSE = replace(SCREEN, chip_rows=2, projects=2, project_lines=2, widest=232, lane=8)
"""A large map on a screen: fewer firms and projects on a card."""
PAPER = Style(
    title=13,
    title_step=17,
    title_lines=3,
    body=10.5,
    body_step=14,
    small=10,
    pad=9,
    bar=4,
    chip=16,
    chip_rows=1,
    chip_lines=2,
    projects=1,
    project_lines=2,
    roles=False,
    card=142,
    widest=190,
    row=14,
    lane=6,
    side=9,
    head=34,
    heading=15,
    zone=88,
    zone_widest=116,
    zone_number=34,
    badge=10,
)
"""A map that must fit a sheet."""
PAPER_FULL = replace(PAPER, chip_rows=2, projects=2, project_lines=4, card=160)
"""The same where the sheet has room to spare."""
PAPER_SLIM = replace(
    PAPER,
    title=12,
    title_step=15,
    pad=8,
    bar=3,
    chip=15,
    project_lines=1,
    card=106,
    widest=150,
    row=10,
    lane=5,
    side=7,
    head=30,
    zone_number=28,
)
"""A map of some twenty segments on a sheet of A4."""
PAPER_SPARE = replace(
    PAPER_SLIM,
    chip_lines=1,
    title_lines=2,
    row=8,
    head=26,
    heading=13,
    pad=7,
    card=98,
    zone_number=26,
)
"""The same for some thirty: longer names of firms are cut."""
