"""Mistakes in the corners of plots."""

from collections.abc import Iterator, Sequence

from shapely import Polygon

from site_builder.content.ground.written import Corner
from site_builder.content.source import Loc
from site_builder.diagnostics import Rule
from tests.planting.field import Plant, Planted, plants
from tests.planting.kind import kind


def _surveyed() -> Iterator[tuple[Plant, int]]:
    """Yield every plot of a park whose corners stand in the park's own file."""
    for plant in plants("parks"):
        for index, plot in enumerate(plant.record.plots):
            if plot.corners is not None:
                yield plant, index


def _expected_at(planted: Planted, plant: Plant, loc: Loc) -> Planted:
    span = plant.span(loc)
    return Planted(planted.path, planted.text, span.line + 1, span.column + 1)


@kind(Rule.CORNER_UNCLEAR)
def corner_with_a_figure_of_its_neighbour() -> Iterator[Planted]:
    for plant, index in _surveyed():
        corner: Loc = ("plots", index, "corners", "points", 1)
        point = plant.record.plots[index].corners.points[1]
        names = ("x", "y") if point.x is not None else ("latitude", "longitude")
        # The same figure twice: X in the column of Y.
        planted = plant.write((*corner, names[1]), plant.written((*corner, names[0])))
        yield _expected_at(planted, plant, corner)


@kind(Rule.PLOT_FAR_FROM_PARK)
def meridian_of_the_next_zone() -> Iterator[Planted]:
    for plant, index in _surveyed():
        corners: Loc = ("plots", index, "corners")
        if plant.record.plots[index].corners.meridian is not None:
            for meridian in ("105", "111"):
                planted = plant.write((*corners, "meridian"), meridian)
                yield _expected_at(planted, plant, corners)


@kind(Rule.PLOT_NOT_ON_PLAN)
def plot_without_its_corners() -> Iterator[Planted]:
    for plant, index in _surveyed():
        planted = plant.without(("plots", index, "corners"), 0, 0)
        yield _expected_at(planted, plant, ("plots", index, "id"))


def _crosses(points: Sequence[Corner]) -> bool:
    """Return whether the second and third corner exchanged make a plot cross itself."""
    swapped = [points[0], points[2], points[1], *points[3:]]
    places = [(p.x, p.y) if p.x is not None else (p.latitude, p.longitude) for p in swapped]
    return not Polygon(places).is_valid


@kind(Rule.PLOT_SHAPE_BROKEN)
def two_corners_in_the_wrong_order() -> Iterator[Planted]:
    for plant, index in _surveyed():
        if not _crosses(plant.record.plots[index].corners.points):
            continue  # a corner so flat that the plot only becomes another one
        first, second = (
            plant.span(("plots", index, "corners", "points", number)).line for number in (1, 2)
        )
        lines = list(plant.lines)
        lines[first], lines[second] = lines[second], lines[first]
        planted = Planted(plant.path, "\n".join(lines) + "\n", 0, 0)
        yield _expected_at(planted, plant, ("plots", index, "corners", "points", 0))
