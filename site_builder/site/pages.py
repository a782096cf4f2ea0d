"""Which page stands at which address, and what it shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.present.county_view import CountyView
from site_builder.present.links import LANGUAGES, TAGS, language_of, section_path, twin, up
from site_builder.present.text import plain
from site_builder.present.trace_views import TraceView
from site_builder.present.views import (
    IndustryView,
    ParkView,
    PolicyView,
    ProjectView,
    WithdrawnView,
)

RecordView = ProjectView | IndustryView | ParkView | PolicyView
View = CountyView | RecordView | TraceView | WithdrawnView


@dataclass(frozen=True)
class Page:
    """A page of the website."""

    path: str
    """Relative to the root; ends in `/`, or is empty for the home page."""
    language: str
    section: str
    template: str
    title: str
    description: str
    updated: str
    """The day its facts were brought up to date, ISO."""
    view: View
    listed: bool = True
    """Whether search engines are shown it."""

    @property
    def twin(self) -> str:
        """The path of the same page in the other language."""
        return twin(self.path)

    @property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """The tag and the path of the page in every language, its own among them."""
        both = {language_of(path): path for path in (self.path, self.twin)}
        return tuple((TAGS[language], both[language]) for language in LANGUAGES)

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
        ("map", "map.html", "map"),
        ("contact", "contact.html", "contact"),
        ("find", "find.html", "find"),
    ):
        title = f"{words.nav[section]} · {county.brief.name}"
        yield _section(county, section, template, title, words[group].lead)
    yield from _records(county)
    yield from _gaps(county)
    yield from _withdrawn(county)


def _section(county: CountyView, section: str, template: str, title: str, description: str) -> Page:
    return Page(
        path=section_path(section, county.language),
        language=county.language,
        section=section,
        template=template,
        title=title,
        description=plain(description),
        updated=county.brief.updated.iso,
        view=county,
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
                language=county.language,
                section=section,
                template=template,
                title=f"{view.brief.title} · {county.brief.name}",
                description=plain(str(view.brief.summary)),
                updated=view.brief.updated.iso,
                view=view,
            )


def _gaps(county: CountyView) -> Iterator[Page]:
    """Yield a page for each gap of each chain, which a squad sends to the right investor."""
    for industry in county.industries:
        for trace in county.traces[industry.slug]:
            said = trace.brief.target_profile or trace.brief.note or industry.brief.summary
            yield Page(
                path=trace.path,
                language=county.language,
                section="industries",
                template="gap.html",
                title=f"{trace.segment.title} · {industry.brief.title} · {county.brief.name}",
                description=plain(str(said)),
                updated=trace.updated.iso,
                view=trace,
            )


def _withdrawn(county: CountyView) -> Iterator[Page]:
    """Yield a page for each project that is printed and gone: a printed code still opens it."""
    for view in county.withdrawn:
        yield Page(
            path=view.path,
            language=county.language,
            section="projects",
            template="withdrawn.html",
            title=f"{view.title} · {county.brief.name}",
            description=str(county.voice.words["printed"].withdrawn),
            updated="",
            view=view,
            listed=False,
        )
