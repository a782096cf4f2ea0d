"""Sets a small piece: as much of everything as its panels hold, and no panel runs over."""

from collections.abc import Mapping

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.pieces.choice import parks_of
from site_builder.brochure.pieces.shapes import SHAPES, Room, Shape
from site_builder.brochure.pieces.views import Fill
from site_builder.brochure.plan import Brochure, Product
from site_builder.brochure.rendering.renderer import BrochureError, Layout, Place, Renderer
from site_builder.diagnostics.bilingual import Words

_TRIES = 24
_NEAR = 0.2
"""Millimetres by which a room may be over: lengths are rounded."""

_SURELY = 1.6
"""How many times its least height a thing takes, so that one more of it is sure to fit."""
_PAIR = 2
_FEW = 4
"""So many projects are shown with a picture each."""
_SOME = 6
"""So many are shown with their summaries."""

_ROOMS = {
    "cover": Words("封面", "the cover"),
    "fair": Words("活动名称与时间地点", "the fair"),
    "back": Words("交通与办事流程", "ways and steps"),
    "people": Words("联系人", "whom to call"),
    "bureau": Words("单位与地址", "unit and address"),
    "imprint": Words("落款", "the imprint"),
    "numbers": Words("要点数字", "the figures"),
    "reasons": Words("投资理由", "the reasons"),
    "projects": Words("项目", "the projects"),
    "more": Words("其余项目", "the line on other projects"),
    "offer": Words("政策与园区", "policies and parks"),
    "head": Words("标题", "the title"),
    "card": Words("标题", "the title"),
}
"""What readers call the rooms, by their names without a dash at the end."""


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
        fill, places = self._fitted(brochure, shape)
        grown = _grown(shape, fill, fullest_piece(brochure), places)
        if grown != fill:
            sketch = self._composer.sketches.piece(brochure, grown)
            measured = self._renderer.lay_out(sketch, brochure.path).places
            if not _over(shape, measured):
                fill, places = grown, measured
        airs = _airs(shape, fill, places)
        # Rows that break otherwise than they were measured may need what was spread.
        for airy in ({**fill, **airs}, {**fill, **{name: air / 2 for name, air in airs.items()}}):
            layout = self._renderer.lay_out(self._composer.piece(brochure, airy), brochure.path)
            if not _over(shape, layout.places):
                return layout
        return self._renderer.lay_out(self._composer.piece(brochure, fill), brochure.path)

    def _fitted(self, brochure: Brochure, shape: Shape) -> tuple[Fill, Mapping[str, Place]]:
        """Return the fullest filling that fits, and what it takes, measured without pictures."""
        fill, composer = fullest_piece(brochure), self._composer.sketches
        for _ in range(_TRIES):
            layout = self._renderer.lay_out(composer.piece(brochure, fill), brochure.path)
            over = _over(shape, layout.places)
            if not over:
                return fill, layout.places
            fewer = {room: _fewer(room, by, fill) for room, by in over.items()}
            if None in fewer.values():
                over = {room: by for room, by in over.items() if fewer[room] is None}
                break
            less = dict(one for one in fewer.values() if one)
            fill = _spread(shape, {**fill, **less}, brochure)
        raise BrochureError(brochure.path, [_told(over)])


def _told(over: Mapping[Room, float]) -> Words:
    """Return which parts run over, each by how much."""
    rooms = [(_ROOMS[room.name.rstrip("-")], max(round(by), 1)) for room, by in over.items()]
    return Words(
        f"排不下：{'、'.join(f'{name.zh}（高出 {by} 毫米）' for name, by in rooms)}",
        f"does not fit: {', '.join(f'{name.en} ({by} mm)' for name, by in rooms)}",
    )


def fullest_piece(brochure: Brochure) -> Fill:
    """Return how much of everything a piece shows at most: no more than there is.

    To leave out what is not there makes nothing fit, and takes as long to find out.
    """
    shape = SHAPES[brochure.product]
    there = _there(brochure)
    most = {name: min(count, there.get(name, count)) for name, count in shape.most.items()}
    airs = {f"air_{room.name}": 0.0 for room in shape.rooms if room.rows}
    return _spread(shape, {**airs, "spare": 0, **most}, brochure)


def _there(brochure: Brochure) -> dict[str, int]:
    county, projects = brochure.county, len(brochure.projects)
    policies = len(county.policies)
    few, banner = projects <= _FEW, brochure.product is Product.ROLL_UP
    return {
        "projects": projects,
        "taglines": int(few or not banner),
        "pictures": int(few),
        "briefs": int(projects <= _SOME),
        "grounds": {1: 5, _PAIR: 3}.get(projects, 0),
        "figures": int(few) if banner else len(county.figures),
        "policies": policies,
        "summaries": policies,
        "parks": len(parks_of(county)),
        "chains": sum(1 for industry in county.industries if industry.segments),
        "reasons": len(county.brief.reasons or ()) if few or not banner else 0,
        "steps": len(county.brief.steps or ()),
        "ways": len(county.brief.distances or ()),
    }


def _spread(shape: Shape, fill: Fill, brochure: Brochure) -> Fill:
    """Return a filling with its projects spread over the columns, in rows.

    Where not all are shown, a place is kept for what leads to the others.
    """
    if "projects" not in fill:
        return fill
    count, columns = int(fill["projects"]), shape.columns
    if columns > 1 and count < len(brochure.projects) and count % columns == 0:
        count -= 1
    return {**fill, "projects": count, "rows": max(-(-count // columns), 1)}


def _grown(shape: Shape, fill: Fill, most: Fill, places: Mapping[str, Place]) -> Fill:
    """Return a filling that again shows some of what was given up, where room was made since."""
    grown = dict(fill)
    for room in shape.rooms:
        place = places.get(f"room-{room.name}")
        left = room.bottom - place.bottom if place else 0
        for gift in reversed(room.gives):
            missing = most[gift.name] - grown[gift.name]
            if missing > 0 and gift.height and gift.name != "projects":
                more = int(min(missing, left // (gift.height * _SURELY)))
                grown[gift.name] += more
                left -= more * gift.height * _SURELY
    return grown


def _airs(shape: Shape, fill: Fill, places: Mapping[str, Place]) -> dict[str, float]:
    """Return by how much the rows of each room are parted further, in millimetres.

    What is still left under few projects holds the quiet picture (`spare`).
    """
    airs: dict[str, float] = {}
    for room in shape.rooms:
        rows = int(sum(fill[name] for name in room.rows))
        place = places.get(f"room-{room.name}")
        if not rows or place is None:
            continue
        left = room.bottom - place.bottom
        air = max(min((left - 1) / rows, room.airiest), 0)
        airs[f"air_{room.name}"] = round(air, 2)
        if shape.quiet and room.name == "projects":
            airs["spare"] = float(left - air * rows >= shape.quiet)
    return airs


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


def _fewer(room: Room, by: float, fill: Fill) -> tuple[str, float] | None:
    """Return of what a room that runs over `by` some millimetres shows less, and how much."""
    gift = next((gift for gift in room.gives if fill[gift.name] > gift.least), None)
    if gift is None:
        return None
    if gift.all_or_none:
        return gift.name, gift.least
    fewer = int(by // gift.height) if gift.height else 1
    return gift.name, max(fill[gift.name] - max(fewer, 1), gift.least)
