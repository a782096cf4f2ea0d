"""A park's plan as it is shown: outlines in metres around the middle of its plots."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.content.ground.park_shapes import SitePlan
from site_builder.geography.datums import Point
from site_builder.geography.plane import Plane
from site_builder.geography.polygons import point_within
from site_builder.present.voice import Voice

Metres = tuple[float, float]


@dataclass(frozen=True)
class GroundShape:
    """A road, water, green or built land."""

    kind: str
    name: str
    outline: tuple[Metres, ...]
    closed: bool
    width: float | None
    """Of a line, in metres."""
    holes: tuple[tuple[Metres, ...], ...] = ()
    """What is cut out of it."""


@dataclass(frozen=True)
class PlanView:
    """Where a park's plots lie."""

    outlines: Mapping[str, tuple[Metres, ...]]
    """By the plot's id: metres east and north of one place."""
    middles: Mapping[str, Point]
    """A point well inside each plot in WGS-84, for navigation."""
    ground: tuple[GroundShape, ...]
    note: str
    """What the plan is and where it is from; stands under it."""


def present_plan(plan: SitePlan, voice: Voice) -> PlanView:
    """Return the view of a plan in a voice's language."""
    middles = {plot: point_within(points) for plot, points in plan.shapes.items()}
    plane = Plane(_mean(tuple(middles.values())))
    words = voice.words["plan"]
    note = str(words.from_corners)
    if plan.source is not None:
        note = str(words.note).format(source=voice.text(plan.source))
    return PlanView(
        outlines={
            plot: tuple(plane.flat(point) for point in points)
            for plot, points in plan.shapes.items()
        },
        middles=middles,
        ground=tuple(
            GroundShape(
                kind=ground.kind,
                name=voice.text(ground.name) if ground.name is not None else "",
                outline=tuple(plane.flat(point) for point in ground.points),
                closed=ground.closed,
                width=ground.width,
                holes=tuple(tuple(map(plane.flat, hole)) for hole in ground.holes),
            )
            for ground in plan.ground
        ),
        note=note,
    )


def _mean(points: tuple[Point, ...]) -> Point:
    return Point(
        sum(point.latitude for point in points) / len(points),
        sum(point.longitude for point in points) / len(points),
    )
