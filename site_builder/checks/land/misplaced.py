"""Projects whose plots lie in another park than the one they name.

Goes in: a county. Come out: those projects. Which of the two is wrong cannot be told, so no park
is held against them: `across/references.py` says that they do not fit.
"""

from site_builder.checks.scope import Scope
from site_builder.content.project import Project


def misplaced(scope: Scope) -> frozenset[str]:
    """Return the slugs of approved projects that name a plot of another park than their own.

    A plot that no park has is misspelt, which says nothing against the park.
    """
    plots = {
        park.slug: frozenset(plot.id for plot in park.record.plots)
        for park in scope.catalog.parks.values()
    }
    everywhere = frozenset[str]().union(*plots.values())

    def lies_elsewhere(project: Project) -> bool:
        if project.park is None:
            return False
        return bool((everywhere - plots.get(project.park, everywhere)).intersection(project.plots))

    return frozenset(
        entry.slug for entry in scope.approved.projects.values() if lies_elsewhere(entry.record)
    )
