"""The county map's drawing, put together from the county's view."""

from collections.abc import Iterator

from site_builder.draw.locator.locator import KINDS, Kind, LocatorMap, MapWords, Place
from site_builder.present.county_view import CountyView
from site_builder.present.words import Words

NARROW = 500
"""Below this width there is no room for distances beside the places."""


def county_chart(
    county: CountyView, words: Words, root: str, key: str, *, projects: bool
) -> LocatorMap:
    """Return what the map of a county shows; `root` leads from the page to the root.

    With `projects`, those with a position of their own are on it by number, and parks say
    which numbers are theirs.
    """
    said, kinds = words["map"], words["choices"]["PlaceKind"]
    legend: dict[Kind, str] = {"park": str(said.park), "project": str(words["nav"].projects)}
    for kind in KINDS:
        if kind not in {"park", "project"}:
            legend[kind] = str(kinds[kind])
    return LocatorMap(
        key=key,
        title=str(said.title),
        description=f"{said.description} {county.map.note}",
        places=tuple(_places(county, root, projects=projects)),
        words=MapWords(
            legend,
            str(said.north),
            "{km} " + str(said.kilometres),
            str(said.far),
            str(said.boundary),
        ),
        seat=county.map.seat,
        outline=county.map.outline,
        approval=county.map.approval,
    )


def _places(county: CountyView, root: str, *, projects: bool) -> Iterator[Place]:
    shown = county.map
    for place in (*shown.places, *shown.parks):
        yield Place(
            name=place.name,
            kind=place.kind.code,  # type: ignore[arg-type]
            at=place.at,
            note=place.note,
            projects=place.numbers if projects else "",
            href=root + place.path if place.path else None,
        )
    for project in shown.projects if projects else ():
        if project.at is not None:
            yield Place(
                name=f"{project.number} {project.title}",
                kind="project",
                at=project.at,
                number=project.number,
                href=root + project.path,
            )
