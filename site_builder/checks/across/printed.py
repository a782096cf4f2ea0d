"""What has been printed for an event is still on offer, while people hold it in their hands."""

from collections.abc import Iterator
from datetime import timedelta

from site_builder.checks.scope import Scope
from site_builder.content.catalog import Entry
from site_builder.content.event import Event
from site_builder.content.model import ReviewStatus
from site_builder.content.printed import Printed, Printing
from site_builder.content.project import Project, ProjectStage
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both

_READ_FOR = timedelta(days=183)
"""How long after an event people still call about what they took home."""
_TAKEN = {
    ProjectStage.SIGNED: Words("该项目现已签约", "has been signed since"),
    ProjectStage.UNDER_CONSTRUCTION: Words("该项目现已开工", "is being built"),
}
_UNPUBLISHED = {
    ReviewStatus.DRAFT: Words("现已退回草稿，不再发布", "is a draft again, and not published"),
    ReviewStatus.IN_REVIEW: Words(
        "现正在重新审定，未发布", "is in review again, and not published"
    ),
    ReviewStatus.WITHDRAWN: Words("现已撤下", "has been withdrawn since"),
}
_TELL = Words(
    "告知会上接洽的人；扫码打开的页面已写明该项目不再招商。要重印的，把 printed 改为新的付印日期，"
    "再用 --freeze 付印",
    "tell those who answer for the event; the page that the printed code opens says that the "
    "project is no longer on offer. To print again, set a new day under the event's `printed`, "
    "then use --freeze",
)
_TELL_STAGE = Words(
    "告知会上接洽的人；扫码打开的页面已写明现在的进展。要重印的，把 printed 改为新的付印日期，"
    "再用 --freeze 付印",
    "tell those who answer for the event; the page that the printed code opens says how far the "
    "project has come. To print again, set a new day under the event's `printed`, then use "
    "--freeze",
)


def check_printed(scope: Scope) -> Iterator[Diagnostic]:
    """Yield what was last printed for an event to come, or a recent one, and is not on offer now.

    Whether the event itself is approved makes no difference: what was printed for it is out.
    """
    for slug, entry in scope.catalog.events.items():
        printed = scope.catalog.printed.get(slug)
        if printed is None or entry.record.dates.end + _READ_FOR < scope.terms.today:
            continue
        yield from _of_event(entry, printed, scope)


def _of_event(entry: Entry[Event], printed: Printed, scope: Scope) -> Iterator[Diagnostic]:
    unread = scope.catalog.named.get("project", frozenset()) - set(scope.catalog.projects)
    for slug in printed.latest.projects:
        project = scope.catalog.projects.get(slug)
        if project is None:
            if slug not in unread:
                yield _gone(entry, printed.latest, slug)
        elif not project.is_approved:
            state = _UNPUBLISHED[project.record.review.status]
            yield _told(project.source, ("review", "status"), printed.latest, slug, (state, _TELL))
        elif _is_taken(project, printed.latest):
            state = _TAKEN[project.record.stage]
            yield _told(project.source, ("stage",), printed.latest, slug, (state, _TELL_STAGE))


def _is_taken(project: Entry[Project], printing: Printing) -> bool:
    """Whether a project was free when it was printed, and has found its investor since."""
    return project.record.stage in _TAKEN and printing.projects[project.slug].stage not in _TAKEN


def _gone(entry: Entry[Event], printing: Printing, slug: str) -> Diagnostic:
    file = f"projects/{slug}.yml"
    state = Words(f"现已没有文件 {file}", f"{file} is gone")
    remedy = Words(
        f"只是改了文件名的，改回 {file}，印出的码才打得开；确已撤下的，{_TELL.zh}",
        f"if the file was only renamed, give it back its name, or the printed code leads to no "
        f"project; if it was withdrawn, {_TELL.en}",
    )
    loc: Loc = ("projects",) if slug in entry.record.projects else ("printed",)
    return _told(entry.source, loc, printing, slug, (state, remedy))


def _told(
    source: Source, loc: Loc, printing: Printing, slug: str, said: tuple[Words, Words]
) -> Diagnostic:
    state, remedy = said
    return source.diagnostic(
        Rule.PRINTED_WITHDRAWN,
        loc,
        day=printing.printed,
        **both(
            title=printing.projects[slug].title, event=printing.event, state=state, remedy=remedy
        ),
    )
