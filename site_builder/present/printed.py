"""What was printed of a project, in words, and what of it is said otherwise today."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from site_builder.content.printed import Printing
from site_builder.content.printed_facts import FACTS, Facts, facts_of, value_of
from site_builder.diagnostics import Words
from site_builder.present.links import record_path
from site_builder.present.text import spoken_day
from site_builder.present.views import ChangeView, PrintedView, ProjectView, WithdrawnView
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicCatalog


def public_facts(catalog: PublicCatalog, slug: str) -> Facts:
    """Return the facts of a public project as they are now."""
    project = catalog.projects[slug]
    return facts_of(project, catalog.parks.get(project.park or ""))


def said(facts: Facts, voice: Voice) -> Mapping[str, str]:
    """Return facts in the words of one language, by name; empty where nothing is stated."""
    joint = str(voice.words["site"].list_joint)
    plots = [plot.upper() for plot in facts.site.plots]
    prices = [(p.upper(), facts.price[p]) for p in facts.site.plots if p in facts.price]
    return {
        "title": voice.text(facts.title),
        "investment": voice.speaker.say(facts.investment).short,
        "land": voice.speaker.say(facts.land).short if facts.land else "",
        "payback": _payback(facts, voice),
        "return": _rate(facts, voice),
        "stage": voice.words.choice(facts.stage),
        "modes": joint.join(voice.words.choice(mode) for mode in facts.modes),
        "site": f"{voice.text(facts.site.name)} {joint.join(plots)}".strip(),
        "price": joint.join(f"{plot} {voice.speaker.say(price).short}" for plot, price in prices),
        "person": voice.text(facts.person),
        "phone": facts.phone,
    }


def _payback(facts: Facts, voice: Voice) -> str:
    if facts.payback is None:
        return ""
    words = voice.words["figures"]
    with_building = facts.payback.includes_construction
    note = words.with_construction if with_building else words.without_construction
    return _noted(voice.speaker.say(facts.payback.value).short, str(note), voice)


def _rate(facts: Facts, voice: Voice) -> str:
    if facts.rate is None:
        return ""
    value = voice.speaker.say(facts.rate.value).short
    return _noted(value, voice.words.choice(facts.rate.basis), voice)


def _noted(value: str, note: str, voice: Voice) -> str:
    return str(voice.words["printed"].noted).format(value=value, note=note)


def changes(before: Facts, now: Facts, voice: Voice) -> Iterator[ChangeView]:
    """Yield the facts that have changed since they were printed, and read otherwise for it."""
    words, old, new = voice.words["printed"], said(before, voice), said(now, voice)
    for name in _changed(before, now):
        if old[name] != new[name]:
            unstated = str(words.unstated)
            yield ChangeView(str(words.facts[name]), old[name] or unstated, new[name] or unstated)


def _changed(before: Facts, now: Facts) -> Iterator[str]:
    """Yield the names of the facts whose values differ, in the order in which they are told."""
    for name in FACTS:
        if (value_of(before, name) or None) != (value_of(now, name) or None):
            yield name


def _in_its_file(slug: str, _fact: str, _before: Facts, _now: Facts) -> str:
    return f"projects/{slug}.yml"


def differences(
    before: Mapping[str, Facts],
    now: Mapping[str, Facts],
    voices: Mapping[str, Voice],
    place: Callable[[str, str, Facts, Facts], str] = _in_its_file,
) -> Iterator[Words]:
    """Yield a line for each fact of an edition that is not as it was.

    `before` are the facts of its projects as they were printed or made, `now` as they are.
    `place` says where a fact of a project stands. A line in one language gives the words of
    that language; a project that is no longer in the edition, or was not, is a line too.
    """
    for slug in dict.fromkeys([*before, *now]):
        file = f"projects/{slug}.yml"
        if slug not in now:
            yield Words(f"{file}：当时在此版，现已不在", f"{file}: was in it, and is left out now")
        elif slug not in before:
            yield Words(f"{file}：当时不在此版", f"{file}: was not in it then")
        else:
            old, new = before[slug], now[slug]
            for name in _changed(old, new):
                at = place(slug, name, old, new)
                yield Words(*(_line(at, name, (old, new), voices[tag]) for tag in ("zh", "en")))


def _line(place: str, name: str, facts: tuple[Facts, Facts], voice: Voice) -> str:
    words = voice.words["printed"]
    old, new = (said(one, voice)[name] or str(words.unstated) for one in facts)
    return str(words.line).format(place=place, fact=words.facts[name], change=f"{old} → {new}")


def with_printed(
    projects: Mapping[str, ProjectView], catalog: PublicCatalog, voice: Voice
) -> dict[str, ProjectView]:
    """Return the projects, each with what has changed since it was printed."""
    return {
        slug: replace(project, printed=tuple(_notices(slug, catalog, voice)))
        if catalog.printed
        else project
        for slug, project in projects.items()
    }


def withdrawn_projects(catalog: PublicCatalog, voice: Voice) -> tuple[WithdrawnView, ...]:
    """Return the projects that were printed and are not public any more.

    Of what was printed of them only the title is told: whoever scans a printed code must find
    out which project it was, and that it is no longer on offer.
    """
    last: dict[str, Printing] = {}
    for printed in catalog.printed.values():
        for printing in printed.printings:
            for slug in printing.projects:
                if slug not in catalog.projects and (
                    slug not in last or last[slug].printed <= printing.printed
                ):
                    last[slug] = printing
    return tuple(
        WithdrawnView(
            slug=slug,
            path=record_path("project", slug, voice.language),
            title=voice.text(printing.projects[slug].title),
            printed=tuple(
                PrintedView(event, _title(alike, voice), ())
                for event, alike in _printings(slug, catalog)
            ),
        )
        for slug, printing in sorted(last.items())
    )


def _notices(slug: str, catalog: PublicCatalog, voice: Voice) -> Iterator[PrintedView]:
    now = None
    for event, alike in _printings(slug, catalog):
        now = now or public_facts(catalog, slug)
        found = tuple(changes(alike[0].projects[slug], now, voice))
        yield PrintedView(event, _title(alike, voice), found)


def _printings(slug: str, catalog: PublicCatalog) -> Iterator[tuple[str, Sequence[Printing]]]:
    """Yield the printings of a project: the event, and those of it that say the same.

    The event that was last printed comes first, and of its printings the last one.
    """
    latest = sorted(
        catalog.printed.items(), key=lambda item: (item[1].latest.printed, item[0]), reverse=True
    )
    for event, printed in latest:
        alike: list[list[Printing]] = []
        for printing in reversed(printed.printings):
            facts = printing.projects.get(slug)
            if facts is None:
                continue
            if alike and alike[-1][0].projects[slug] == facts:
                alike[-1].append(printing)
            else:
                alike.append([printing])
        for one in alike:
            yield event, one


def _title(alike: Sequence[Printing], voice: Voice) -> str:
    """Return for which event something was printed, and on which days, the first one first."""
    joint = str(voice.words["site"].list_joint)
    days = joint.join(spoken_day(one.printed, voice.language) for one in reversed(alike))
    event = voice.text(alike[0].event)
    return str(voice.words["printed"].title).format(event=event, date=days)
