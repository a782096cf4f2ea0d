"""Sets a small piece: as much of everything as its panels hold, and no panel runs over."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.brochure.composer import Composer
from site_builder.brochure.piece_views import Fill
from site_builder.brochure.plan import Brochure, Product
from site_builder.brochure.renderer import BrochureError, Layout, Place, Renderer

_TRIES = 24
_NEAR = 0.2
"""Millimetres by which a room may be over: lengths are rounded."""


@dataclass(frozen=True)
class Room:
    """A part of a panel that must end somewhere; lengths in millimetres from the page's top."""

    name: str
    """The element's id is `room-` and this; a name that ends in `-` holds for all that begin so."""
    bottom: float
    gives: tuple[tuple[str, int], ...] = ()
    """What there is less of if it runs over, and down to how much: the first that still can."""


@dataclass(frozen=True)
class Shape:
    """How a product is filled."""

    rooms: tuple[Room, ...]
    most: Mapping[str, int]
    columns: int = 1
    """In how many columns its projects stand."""
    space: float = 0
    """How high a column of projects is; rows are stretched to fill it, up to `highest`."""
    highest: float = 0


_SPARSE = 0.7
"""The part of the space for projects below which it would look empty."""

_SMALLER = (("size", 0),)

SHAPES: Mapping[Product, Shape] = {
    Product.TRI_FOLD: Shape(
        rooms=(
            Room("cover", 128, _SMALLER),
            Room("fair", 204, _SMALLER),
            Room("back", 99, (("ways", 2), ("steps", 4), ("ways", 0), ("steps", 2))),
            Room("people", 138, _SMALLER),
            Room("imprint", 206, _SMALLER),
            Room("numbers", 208, _SMALLER),
            Room("reasons", 133, (("reasons", 5), ("texts", 1), ("reasons", 3), ("texts", 0))),
            Room("projects-", 196, (("briefs", 0), ("taglines", 0), ("projects", 2))),
            Room("more", 207, _SMALLER),
            Room("offer", 203, (("summaries", 0), ("policies", 3), ("parks", 2), ("chains", 1))),
        ),
        most={
            "size": 2, "projects": 12, "taglines": 1, "briefs": 1, "reasons": 6, "texts": 2,
            "policies": 8, "summaries": 4, "parks": 3, "chains": 3, "steps": 6, "ways": 4,
        },
        columns=2,
        space=163,
        highest=54,
    ),
    Product.ROLL_UP: Shape(
        rooms=(
            Room("head", 560, _SMALLER),
            Room("numbers", 1095, _SMALLER),
            Room("projects", 1648, (("projects", 3), ("chains", 0))),
            Room("people", 1828, _SMALLER),
        ),
        most={"projects": 5, "chains": 1, "size": 2},
        space=390,
        highest=100,
    ),
    Product.TABLE_CARD: Shape(
        rooms=(Room("card-", 66, _SMALLER), Room("numbers-", 135, _SMALLER)),
        most={"size": 2},
    ),
}  # fmt: skip
"""The pieces that are filled so."""


class PieceSetter:
    """Sets tri-folds, roll-ups and table cards."""

    def __init__(self, composer: Composer, renderer: Renderer) -> None:
        """Fill templates with `composer`, set them with `renderer`."""
        self._composer, self._renderer = composer, renderer

    def pdf(self, brochure: Brochure) -> bytes:
        """Return a piece as PDF; raise `BrochureError` naming the part that does not fit."""
        return self.layout(brochure).pdf()

    def layout(self, brochure: Brochure) -> Layout:
        """Return a piece set in pages."""
        shape = SHAPES[brochure.product]
        fill = fullest_piece(brochure)
        for _ in range(_TRIES):
            layout = self._renderer.lay_out(self._composer.piece(brochure, fill), brochure.path)
            over = _over(shape, layout.places)
            if not over:
                return layout
            less = [_less(room, fill) for room in over]
            if None in less:
                break
            fill = _spread(shape, {**fill, **{name: fill[name] - 1 for name in less if name}})
        names = ", ".join(f"{room.name.rstrip('-')} ({by:.0f} mm)" for room, by in over.items())
        raise BrochureError(brochure.path, [f"does not fit: {names}"])


def fullest_piece(brochure: Brochure) -> Fill:
    """Return how much of everything a piece shows at most."""
    shape = SHAPES[brochure.product]
    most = dict(shape.most)
    if "projects" in most:
        most["projects"] = min(most["projects"], len(brochure.projects))
    return _spread(shape, most)


def _spread(shape: Shape, fill: Fill) -> Fill:
    """Return a filling with its projects spread over the columns, in rows of one height.

    With few of them a quiet picture stands below (`spare`).
    """
    if not shape.space:
        return fill
    rows = max(-(-fill["projects"] // shape.columns), 1)
    height = int(min(shape.space / rows, shape.highest))
    spare = rows * height < shape.space * _SPARSE
    return {**fill, "rows": rows, "height": height, "spare": int(spare)}


def _over(shape: Shape, places: Mapping[str, Place]) -> dict[Room, float]:
    """Return the rooms that run over, and by how much."""
    found: dict[Room, float] = {}
    for room in shape.rooms:
        for name, place in places.items():
            if not _is(room, name):
                continue
            by = place.bottom - room.bottom
            if by > _NEAR:
                found[room] = max(by, found.get(room, 0))
    return found


def _is(room: Room, name: str) -> bool:
    wanted = f"room-{room.name}"
    return name.startswith(wanted) if room.name.endswith("-") else name == wanted


def _less(room: Room, fill: Fill) -> str | None:
    return next((name for name, least in room.gives if fill[name] > least), None)
