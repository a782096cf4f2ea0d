"""What of a county, its event and its projects a small piece shows."""

from site_builder.brochure.plan import Brochure
from site_builder.present.county_view import CountyView
from site_builder.present.views import IndustryView, ParkView, ProjectView, SegmentView
from site_builder.present.voice import Shown

LISTED = 3
"""Figures of a project in a list: investment, land, payback."""


def parks_of(county: CountyView) -> tuple[ParkView, ...]:
    """Return the parks that a piece shows: all of the county, whatever its edition narrows."""
    return county.offered or county.parks


def labels_of(park: ParkView) -> tuple[str, ...]:
    """Return what the listed figures of a park are called."""
    return tuple(str(figure.label) for figure in park.figures[:LISTED])


def contact_of(side: Brochure) -> Shown:
    """Return whom to call: the event's squad, or else the bureau."""
    if side.event is not None:
        return side.event.contact
    bureau: Shown = side.county.brief.bureau
    return bureau


def where_of(project: ProjectView) -> str:
    """Return the park of a project, or else its place."""
    return project.park.title if project.park else str(project.brief.place)


def advantages_of(project: ProjectView) -> tuple[object, ...]:
    """Return why a project is well placed here, in sentences; none if it does not say."""
    conditions = project.brief.conditions
    return tuple(conditions.advantages) if conditions and conditions.advantages else ()


def gaps_of(industry: IndustryView) -> tuple[SegmentView, ...]:
    """Return the missing segments of a chain, or else the weak ones."""
    missing = tuple(one for one in industry.segments if one.strength.code == "missing")
    return missing or industry.gaps


def chosen_of(brochure: Brochure) -> tuple[ProjectView, ...]:
    """Return the projects in the order in which a piece shows them.

    An event has put its own in order. Without one, those on the home page come first, then
    the largest.
    """
    county: CountyView = brochure.county
    if brochure.event is not None:
        return county.projects
    first = {project.slug: None for project in county.featured}
    return tuple(
        sorted(
            county.projects,
            key=lambda p: (
                list(first).index(p.slug) if p.slug in first else len(first),
                -p.sort["investment"],
                p.slug,
            ),
        )
    )
