"""What was printed of a project, in words, and what of it is said otherwise today."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from site_builder.content.printed import FACTS, Facts, Printed
from site_builder.diagnostics import Words
from site_builder.present.county_view import CountyView
from site_builder.present.text import spoken_day
from site_builder.present.views import ChangeView, KeyFigure, PrintedView, ProjectView
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCatalog


def facts_of(project: ProjectView, voice: Voice) -> Facts:
    """Return the facts of a project that a printing remembers, in the words of one language.

    A fact that the project does not state is left out.
    """
    brief, joint = project.brief, str(voice.words["site"].list_joint)
    size = brief.scale.land or brief.scale.floor_area
    contact = brief.contacts[0]
    prices = [f"{plot.id.upper()} {plot.price.short}" for plot in project.plots]
    said = {
        "title": brief.title,
        "investment": _figure(project, "investment", voice),
        "land": size.short if size is not None else "",
        "payback": _figure(project, "payback", voice),
        "return": _figure(project, "irr", voice),
        "stage": str(brief.stage),
        "modes": joint.join(str(mode) for mode in brief.cooperation.modes),
        "site": _site(project, joint),
        "price": joint.join(prices),
        "person": contact.person or contact.unit,
        "phone": contact.phone,
    }
    return {name: said[name] for name in FACTS if said[name]}


def _figure(project: ProjectView, name: str, voice: Voice) -> str:
    label = str(voice.words["figures"][name])
    found: KeyFigure | None = next((f for f in project.figures if f.label == label), None)
    if found is None:
        return ""
    noted = str(voice.words["printed"].noted)
    return (
        noted.format(value=found.value.short, note=found.note) if found.note else found.value.short
    )


def _site(project: ProjectView, joint: str) -> str:
    if project.park is None:
        return str(project.brief.place)
    plots = joint.join(plot.id.upper() for plot in project.plots)
    return f"{project.park.title} {plots}".strip()


def printing_of(counties: Mapping[str, CountyView], day: date) -> Printed:
    """Return what a printing on a day remembers: the facts of all projects in every language."""
    return Printed(
        printed=day,
        projects={
            slug: {
                language: facts_of(county.by_slug[slug], county.voice)
                for language, county in counties.items()
            }
            for slug in next(iter(counties.values())).by_slug
        },
    )


def changes(before: Facts, now: Facts, voice: Voice) -> Iterator[ChangeView]:
    """Yield the facts that read otherwise now than when they were printed."""
    words = voice.words["printed"]
    for name in FACTS:
        old, new = before.get(name, ""), now.get(name, "")
        if old != new:
            unstated = str(words.unstated)
            yield ChangeView(str(words.facts[name]), old or unstated, new or unstated)


def differences(printed: Printed, counties: Mapping[str, CountyView]) -> Iterator[Words]:
    """Yield a line for each fact of an edition that reads otherwise than it was printed.

    `counties` are the edition's, by language. A line in one language gives the words of that
    language; a project that is no longer in the edition, or was not, is a line too.
    """
    chinese, english = counties["zh"], counties["en"]
    for slug in dict.fromkeys([*printed.projects, *chinese.by_slug]):
        if slug not in chinese.by_slug:
            yield Words(f"{slug}：印过，现已不在此版", f"{slug}: was printed, and is left out now")
        elif slug not in printed.projects:
            yield Words(f"{slug}：当时未印", f"{slug}: was not printed then")
        else:
            before = printed.projects[slug]
            pairs = {name: (before.get("zh", {}), before.get("en", {})) for name in FACTS}
            now_zh = facts_of(chinese.by_slug[slug], chinese.voice)
            now_en = facts_of(english.by_slug[slug], english.voice)
            for name, (zh, en) in pairs.items():
                if zh.get(name) != now_zh.get(name) or en.get(name) != now_en.get(name):
                    yield Words(
                        _line(slug, name, zh, now_zh, chinese.voice),
                        _line(slug, name, en, now_en, english.voice),
                    )


def _line(slug: str, name: str, before: Facts, now: Facts, voice: Voice) -> str:
    words = voice.words["printed"]
    unstated = str(words.unstated)
    change = f"{before.get(name, unstated)} → {now.get(name, unstated)}"
    return str(words.line).format(project=slug, fact=words.facts[name], change=change)


def with_printed(
    projects: Mapping[str, ProjectView], catalog: PublicCatalog, voice: Voice
) -> dict[str, ProjectView]:
    """Return the projects, each with what has changed since it was printed."""
    latest = sorted(
        catalog.printed.items(), key=lambda item: (item[1].printed, item[0]), reverse=True
    )
    return {
        slug: replace(
            project,
            printed=tuple(
                _view(event, printed, project, catalog, voice)
                for event, printed in latest
                if voice.language in printed.projects.get(slug, {})
            ),
        )
        if latest
        else project
        for slug, project in projects.items()
    }


def _view(
    event: str, printed: Printed, project: ProjectView, catalog: PublicCatalog, voice: Voice
) -> PrintedView:
    title = str(voice.words["printed"].title).format(
        event=voice.text(catalog.events[event].name),
        date=spoken_day(printed.printed, voice.language),
    )
    before = printed.projects[project.slug][voice.language]
    return PrintedView(event, title, tuple(changes(before, facts_of(project, voice), voice)))
