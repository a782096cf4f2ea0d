"""What of a county, its event and its projects a small piece shows."""

from site_builder.brochure.plan import Brochure
from site_builder.present.county_view import CountyView
from site_builder.present.views import IndustryView, ParkView, ProjectView
from site_builder.present.voice import Shown

_CALLERS = 2
"""So many stand beside each other at the foot of a leaflet."""
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


def callers_of(brochure: Brochure, project: ProjectView) -> tuple[Shown, ...]:
    """Return the two whom a leaflet names: at a fair its squad first, then the project's own."""
    own: tuple[Shown, ...] = tuple(project.brief.contacts)
    if brochure.event is None:
        return own[:_CALLERS]
    first = brochure.event.contact
    return (first, *(card for card in own if card.phone != first.phone))[:_CALLERS]


def where_of(project: ProjectView) -> str:
    """Return the park of a project, or else its place."""
    return project.park.title if project.park else str(project.brief.place)


def advantages_of(project: ProjectView) -> tuple[object, ...]:
    """Return why a project is well placed here, in sentences; none if it does not say."""
    conditions = project.brief.conditions
    return tuple(conditions.advantages) if conditions and conditions.advantages else ()


def lack_of(side: Brochure, industry: IndustryView) -> str:
    """Return what a chain lacks: how many segments are missing, and how many are weak.

    The missing ones are named, or the weak ones where none is missing. Nothing of a chain that
    lacks nothing.
    """
    words = side.county.voice.words
    joint, said = str(words["site"]["list_joint"]), words["pieces"]["lack"]
    missing = [one.title for one in industry.gaps if one.strength.code == "missing"]
    weak = [one.title for one in industry.gaps if one.strength.code != "missing"]
    if not missing and not weak:
        return ""
    kind = "both" if missing and weak else "missing" if missing else "weak"
    return str(said[kind]).format(
        missing=len(missing), weak=len(weak), names=joint.join(missing or weak)
    )


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
