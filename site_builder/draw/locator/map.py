"""The map of a county: places to scale on a quiet ground, a boundary only where approved."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from site_builder.draw.box import Box
from site_builder.draw.locator.frame import (
    legend,
    legend_height,
    legend_rows,
    north,
    north_room,
    relief,
    scale_bar,
    scale_room,
)
from site_builder.draw.locator.ground import Ground, border_boxes, lay_ground, on_land
from site_builder.draw.locator.layout import LEADING, Label, Spot, leader_end, place_spots
from site_builder.draw.locator.locator import Kind, LocatorMap, MapWords, Place
from site_builder.draw.locator.symbols import BOUNDARY_DASH, numbered, symbol
from site_builder.draw.palette import Palette, mix
from site_builder.draw.svg import CENTRE, Point, document, element, number, path, text
from site_builder.draw.text_width import text_width

__all__ = ["Kind", "LocatorMap", "MapWords", "Place", "locator_map"]

_APPROVAL = 11.5


class UnapprovedBoundaryError(ValueError):
    """A map was to be drawn with a boundary and without the number of its approval."""


def locator_map(
    chart: LocatorMap, palette: Palette, *, width: float = 720, height: float = 520
) -> str:
    """Return the map with its legend, in pixels; north is up.

    Places much farther off than the rest stand at the edge with an arrow and how far they
    are. Raises UnapprovedBoundaryError for an outline without an approval.
    """
    if chart.outline is not None and not chart.approval:
        raise UnapprovedBoundaryError(chart.key)
    rows = legend_rows(chart, width)
    frame = Box(0, 0, width, height - legend_height(rows))
    ground = lay_ground(chart, frame)
    approval = _approval_room(chart, frame)
    taken = (scale_room(ground), north_room(frame), *approval)
    border = border_boxes(chart, ground)
    spots = place_spots(chart, ground, taken, border)
    content = [
        element("rect", width=width, height=frame.height, fill=palette.mist),
        _ground(chart, ground, palette),
        *(_displaced(spot, palette) for spot in spots),
        *(_spot(spot, _patch(spot, chart, ground, border, palette), palette) for spot in spots),
        scale_bar(chart, ground, palette),
        north(chart.words.north, frame, palette),
        *(_approval(chart.approval, room, palette) for room in approval),
        legend(rows, frame.bottom, palette),
    ]
    linked = any(place.href for place in chart.places)
    return document(
        "".join(content),
        width=width,
        height=height,
        key=chart.key,
        title=chart.title,
        description=chart.description,
        role="group" if linked else "img",
    )


def _ground(chart: LocatorMap, ground: Ground, palette: Palette) -> str:
    """Return the county's area within its boundary, or else some lines of no real relief."""
    if chart.outline is None:
        return relief(chart.seed, ground.frame, palette)
    rings = []
    for ring in chart.outline.rings:
        corners = (ground.at(point) for point in ring[:-1])
        rings.append("M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "Z")
    line: dict[str, str | float | None] = {
        "fill": _land(palette),
        "fill_rule": "evenodd",
        "stroke": palette.pine,
        "stroke_width": 1.6,
        "stroke_dasharray": BOUNDARY_DASH,
        "stroke_linejoin": "round",
    }
    return path("".join(rings), **line)


def _land(palette: Palette) -> str:
    return mix(palette.mist, palette.paper, 0.6)


def _approval_room(chart: LocatorMap, frame: Box) -> tuple[Box, ...]:
    """Return the room of the approval's number, in the corner where maps have it."""
    if chart.outline is None:
        return ()
    wide = text_width(chart.approval, _APPROVAL) + 6
    return (Box(frame.right - wide - 10, frame.bottom - 26, wide, 18),)


def _approval(number_of_it: str, room: Box, palette: Palette) -> str:
    patch = element(
        "rect", x=room.x, y=room.y, width=room.width, height=room.height, fill=palette.mist
    )
    base = room.y + room.height / 2 + CENTRE * _APPROVAL
    return patch + text(number_of_it, room.x + 3, base, _APPROVAL, palette.ink)


def _displaced(spot: Spot, palette: Palette) -> str:
    """Return a dot where a place is whose symbol gave way, with a line to the symbol."""
    if spot.true is None:
        return ""
    x, y = spot.true
    line = f"M{number(x)} {number(y)}L{number(spot.at[0])} {number(spot.at[1])}"
    return path(line, stroke=palette.ink_soft, stroke_width=1, fill="none") + element(
        "circle", cx=x, cy=y, r=1.8, fill=palette.ink
    )


@dataclass(frozen=True)
class Patch:
    """The ground behind a label, so that no line runs through the words."""

    fill: str
    opacity: str | None = None


def _patch(
    spot: Spot, chart: LocatorMap, ground: Ground, border: Sequence[Box], palette: Palette
) -> Patch | None:
    """Return what is behind a label: the relief ends there, a boundary fades and goes on."""
    if chart.outline is None:
        return Patch(palette.mist)
    if spot.label is None or not any(spot.label.room.meets(box) for box in border):
        return None
    room = spot.label.room
    middle = (room.x + room.width / 2, room.y + room.height / 2)
    fill = _land(palette) if on_land(chart, ground, middle) else palette.mist
    return Patch(fill, "0.7")


def _spot(spot: Spot, patch: Patch | None, palette: Palette) -> str:
    place = spot.place
    parts = [f"<title>{escape(place.name)}</title>"]
    if spot.away:
        parts.append(_arrow(spot.at, spot.away, palette))
    if spot.label and spot.label.leader:
        ends = _leader(spot.at, spot.label.room)
        parts.append(path(ends, stroke=palette.ink_soft, stroke_width=1, fill="none"))
    if place.number:
        parts.append(numbered(place.number, spot.at, palette))
    else:
        parts.append(symbol(place.kind, spot.at, palette))
    if spot.label:
        parts.append(_label(spot, spot.label, patch, palette))
    drawn = "".join(parts)
    return element("a", drawn, href=place.href) if place.href else element("g", drawn)


def _label(spot: Spot, label: Label, patch: Patch | None, palette: Palette) -> str:
    """Return the label, on a patch of ground if lines would run through it."""
    room = label.room
    x, anchor = room.x + 1, None
    if room.right <= spot.at[0]:
        x, anchor = room.right - 1, "end"
    elif room.x < spot.at[0]:
        x, anchor = room.x + room.width / 2, "middle"
    colours = {"name": palette.ink, "strong": palette.ink, "note": palette.ink_soft}
    parts = []
    if patch:
        box = {"x": room.x, "y": room.y, "width": room.width, "height": room.height}
        parts.append(element("rect", fill=patch.fill, fill_opacity=patch.opacity, **box))
    top = room.y
    for line in label.lines:
        base = top + line.size * LEADING / 2 + CENTRE * line.size
        fill = colours.get(line.tone, palette.seal)
        weight = "bold" if line.tone in ("strong", "project") else None
        parts.append(
            text(line.words, x, base, line.size, fill, text_anchor=anchor, font_weight=weight)
        )
        top += line.size * LEADING
    return "".join(parts)


def _leader(at: Point, room: Box) -> str:
    x, y = leader_end(at, room)
    return f"M{number(at[0])} {number(at[1])}L{number(x)} {number(y)}"


def _arrow(at: Point, away: Point, palette: Palette) -> str:
    """Return an arrow that points out of the map from beside a symbol."""
    start, end = 11.0, 25.0
    line = [(at[0] + away[0] * r, at[1] + away[1] * r) for r in (start, end - 5)]
    tip = (at[0] + away[0] * end, at[1] + away[1] * end)
    back = (at[0] + away[0] * (end - 8), at[1] + away[1] * (end - 8))
    sides = [(back[0] - away[1] * s, back[1] + away[0] * s) for s in (4.5, -4.5)]
    head = "L".join(f"{number(x)} {number(y)}" for x, y in (tip, *sides))
    shaft = "L".join(f"{number(x)} {number(y)}" for x, y in line)
    return path(f"M{shaft}", stroke=palette.ink, stroke_width=1.8) + path(
        f"M{head}Z", fill=palette.ink
    )
