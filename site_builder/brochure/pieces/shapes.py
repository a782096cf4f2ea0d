"""How the small pieces are filled: their rooms, and what each gives up when it is too full."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.brochure.plan import Product


@dataclass(frozen=True)
class Gift:
    """What a room can show less of."""

    name: str
    """A count of the filling."""
    least: int
    """Down to how much."""
    height: float = 0
    """Millimetres that one of them takes at least, so that several are given up at once."""
    all_or_none: bool = False
    """Whether some of them would look as if there were no others."""


@dataclass(frozen=True)
class Room:
    """A part of a panel that must end somewhere; lengths in millimetres from the page's top."""

    name: str
    """The element's id is `room-` and this; a name that ends in `-` holds for all that begin so."""
    bottom: float
    gives: tuple[Gift, ...] = ()
    """What there is less of if it runs over: the first that still can."""
    rows: tuple[str, ...] = ()
    """The counts of its rows: what is left of the room is spread between them, as `air_…`."""
    airiest: float = 0
    """How far its rows are parted at most."""


@dataclass(frozen=True)
class Shape:
    """How a product is filled."""

    rooms: tuple[Room, ...]
    most: Mapping[str, int]
    columns: int = 1
    """In how many columns its projects stand."""
    quiet: float = 0
    """How high the quiet picture is that stands under few projects, if there is so much left."""


_Written = tuple[str, int] | tuple[str, int, float] | tuple[str, int, float, bool]


def _gifts(*gifts: _Written) -> tuple[Gift, ...]:
    return tuple(Gift(*gift) for gift in gifts)


_SMALLER = _gifts(("size", 0))
_STEPS = _gifts(("fair", 0), ("size", 0))
"""What is said of the event steps down the scale before all else becomes smaller."""

SHAPES: Mapping[Product, Shape] = {
    Product.TRI_FOLD: Shape(
        rooms=(
            Room("cover", 128, _SMALLER),
            Room("fair", 206, _STEPS),
            Room(
                "back", 99, _gifts(("figures", 0), ("ways", 2, 6), ("steps", 4, 7), ("ways", 0)),
                rows=("steps", "ways"), airiest=2.5,
            ),
            Room("people", 138, _SMALLER),
            Room("imprint", 206, _SMALLER),
            Room("numbers", 208, _SMALLER),
            Room(
                "reasons", 131, _gifts(("reasons", 5), ("texts", 1), ("reasons", 3), ("texts", 0)),
                rows=("reasons",), airiest=7,
            ),
            Room(
                "projects", 197.5,
                _gifts(
                    ("grounds", 3, 9), ("briefs", 0), ("grounds", 0, 9), ("taglines", 0),
                    ("pictures", 0), ("projects", 2, 13),
                ),
                rows=("rows",), airiest=34,
            ),
            Room("more", 207, _SMALLER),
            Room(
                "offer", 203,
                _gifts(
                    ("county", 0), ("summaries", 0, 11), ("policies", 3, 6), ("segments", 0),
                    ("policies", 2, 6), ("parks", 2, 14), ("chains", 1, 10), ("policies", 0),
                ),
                rows=("policies", "parks", "chains"), airiest=3,
            ),
        ),
        most={
            "size": 2, "projects": 12, "taglines": 1, "briefs": 1, "pictures": 1, "grounds": 5,
            "reasons": 6, "texts": 2, "policies": 8, "summaries": 5, "parks": 4, "chains": 6,
            "segments": 1, "county": 1, "figures": 4, "steps": 6, "ways": 5, "fair": 3,
        },
        columns=2,
    ),
    Product.ROLL_UP: Shape(
        rooms=(
            Room(
                "head", 562,
                _gifts(("fair", 1), ("size", 1), ("fair", 0), ("size", 0), ("regions", 0)),
            ),
            Room("numbers", 1137, _SMALLER),
            Room("people", 1137, _SMALLER),
            Room(
                "projects", 1750,
                _gifts(
                    ("chains", 0, 0, True), ("reasons", 3, 45), ("figures", 0), ("reasons", 0, 45),
                    ("taglines", 0), ("projects", 3, 70), ("size", 0),
                ),
                rows=("projects", "reasons", "chains"), airiest=50,
            ),
            Room("bureau", 1837, _SMALLER),
        ),
        most={
            "projects": 9, "chains": 3, "reasons": 5, "taglines": 1, "figures": 1, "size": 2,
            "regions": 1, "fair": 3,
        },
        quiet=165,
    ),
    Product.TABLE_CARD: Shape(
        rooms=(
            Room("card-", 66, _gifts(("size", 0), ("taglines", 0))),
            Room("numbers-", 131.6, _SMALLER),
            Room("imprint-", 142.9, _STEPS),
        ),
        most={"size": 2, "taglines": 1, "fair": 3},
    ),
}  # fmt: skip
"""The pieces that are filled so."""
