"""How much land a project takes in its park, as against fields and woods that it uses elsewhere."""

from site_builder.checks.land.classification import is_manufacturing
from site_builder.content.project import Project
from site_builder.content.project_scale import LandUse, Tenure
from site_builder.quantities.fraction import Fraction


def land_taken(project: Project) -> Fraction | None:
    """Return the least land in square metres that is to be allotted; None if none is stated.

    Land whose use is transferred (流转) is farmed where it lies. Leased land is as well, unless
    a factory leases it: parks let industrial land too.
    """
    if project.scale.land is None:
        return None
    elsewhere = sum(
        (
            use.area.highest.reference()
            for use in project.scale.land_uses
            if _lies_elsewhere(use, project.classification)
        ),
        Fraction(0),
    )
    return max(Fraction(0), project.scale.land.lowest.reference() - elsewhere)


def _lies_elsewhere(use: LandUse, classification: str) -> bool:
    if use.tenure is Tenure.LEASED:
        return not is_manufacturing(classification)
    return use.tenure is Tenure.TRANSFER_OF_USE
