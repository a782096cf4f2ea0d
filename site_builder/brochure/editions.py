"""Which brochures there are: a leaflet for each project and a handbook, in each language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.present.county_view import CountyView
from site_builder.present.links import handbook_path
from site_builder.present.views import ProjectView


@dataclass(frozen=True)
class Edition:
    """One brochure."""

    path: str
    """Where it stands, relative to the website's root; it names the brochure as well."""
    template: str
    """Its template in `theme/brochures/`."""
    language: str
    county: CountyView
    project: ProjectView | None = None
    """The project of a leaflet; None for the handbook."""


def plan_editions(counties: Mapping[str, CountyView]) -> Iterator[Edition]:
    """Yield every brochure, the handbooks first: they take longest."""
    for language, county in counties.items():
        yield Edition(handbook_path(language), "handbook.html", language, county)
    for language, county in counties.items():
        for project in county.projects:
            yield Edition(project.leaflet, "leaflet.html", language, county, project)
