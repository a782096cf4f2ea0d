"""Which page stands at which address, and what it shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.present.links import section_path, up
from site_builder.present.text import plain
from site_builder.present.views import (
    CountyView,
    IndustryView,
    ParkView,
    PolicyView,
    ProjectView,
)

RecordView = ProjectView | IndustryView | ParkView | PolicyView
View = CountyView | RecordView


@dataclass(frozen=True)
class Page:
    """A page of the website."""

    path: str
    """Relative to the root; ends in `/`, or is empty for the home page."""
    twin: str
    """The path of the same page in the other language."""
    language: str
    section: str
    template: str
    title: str
    description: str
    updated: str
    """The day its facts were brought up to date, ISO."""
    view: View
    landscape: str = ""
    """The picture that stands for the page."""

    @property
    def root(self) -> str:
        """The way from this page to the root."""
        return up(self.path)


def plan_pages(county: CountyView) -> Iterator[Page]:
    """Yield every page of one language, the prose pages of `docs/` apart."""
    words, brief = county.voice.words, county.brief
    yield _section(county, "", "home.html", brief.site_title, brief.summary)
    for section, template, group in (
        ("projects", "catalogue.html", "catalogue"),
        ("industries", "industries.html", "industry"),
        ("parks", "parks.html", "park"),
        ("policies", "policies.html", "policy"),
        ("contact", "contact.html", "contact"),
    ):
        title = f"{words.nav[section]} · {county.brief.name}"
        yield _section(county, section, template, title, words[group].lead)
    yield from _records(county)


def _section(county: CountyView, section: str, template: str, title: str, description: str) -> Page:
    other = "en" if county.language == "zh" else "zh"
    return Page(
        path=section_path(section, county.language),
        twin=section_path(section, other),
        language=county.language,
        section=section,
        template=template,
        title=title,
        description=plain(description),
        updated=county.brief.updated.iso,
        view=county,
        landscape="assets/landscapes/county-home.svg",
    )


def _records(county: CountyView) -> Iterator[Page]:
    groups: tuple[tuple[str, str, tuple[RecordView, ...]], ...] = (
        ("projects", "project.html", county.projects),
        ("industries", "industry.html", county.industries),
        ("parks", "park.html", county.parks),
        ("policies", "policy.html", county.policies),
    )
    for section, template, views in groups:
        for view in views:
            yield Page(
                path=view.path,
                twin=twin_path(view.path),
                language=county.language,
                section=section,
                template=template,
                title=f"{view.brief.title} · {county.brief.name}",
                description=plain(str(view.brief.summary)),
                updated=view.brief.updated.iso,
                view=view,
                landscape=getattr(view, "landscape", ""),
            )


def twin_path(path: str) -> str:
    """Return the path of the same page in the other language."""
    return path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
