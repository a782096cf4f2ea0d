"""What is printed for an event can be printed: there are projects, and the profile is there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from site_builder.checks.scope import Scope
from site_builder.content.catalog import Catalog, Entry
from site_builder.content.event import Event, chosen
from site_builder.content.schema_errors import suggest
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.icc import MOST_BYTES, ProfileError, read_press_profile

_ENDINGS = (".icc", ".icm")
_PROFILE: Loc = ("press", "profile")
_CRITERIA = ("industries", "stages", "size")


def check_events(scope: Scope) -> Iterator[Diagnostic]:
    """Yield approved events that are to come with no project, or no usable profile."""
    approved = scope.approved
    projects = {slug: entry.record for slug, entry in approved.projects.items()}
    for entry in approved.events.values():
        if entry.record.is_over(scope.terms.today):
            continue
        if not chosen(entry.record, projects) and not _has_slip(entry.record, scope.catalog):
            loc = next((name for name in _CRITERIA if getattr(entry.record, name)), "cover")
            yield entry.source.diagnostic(Rule.EVENT_WITHOUT_PROJECT, (loc,), on_key=True)
        yield from _profile(entry, scope.catalog.root.resolve())


def _has_slip(event: Event, catalog: Catalog) -> bool:
    """Whether a slip that is told elsewhere may be why no project was found."""
    industries = catalog.named.get("industry", frozenset())
    unread = catalog.named.get("project", frozenset()) - set(catalog.projects)
    size = event.size
    return (
        bool(event.projects)
        or bool(unread)
        or not industries.issuperset(event.industries)
        or not industries.issuperset(p.record.industry for p in catalog.projects.values())
        or bool(size and size.is_reversed)
    )


def _profile(entry: Entry[Event], root: Path) -> Iterator[Diagnostic]:
    press = entry.record.press
    if press is None or press.profile is None:
        return
    file = root / press.profile
    problem, remedy = _problem(file), _REPLACE
    if not file.is_file():
        hint = suggest(
            press.profile, _profiles(root), zh="县资料中有", en="the county's folder has"
        )
        remedy = Words(
            f"把印厂给的文件放到该处，或改正文件名；没有的，删去这一行，用程序的默认文件；{hint.zh}",
            f"put the print shop's file there, or correct the name; without one, delete this line, "
            f"and the program's own is used; {hint.en}",
        )
    if problem is not None:
        yield entry.source.diagnostic(
            Rule.PROFILE_UNUSABLE,
            _PROFILE,
            name=press.profile,
            **both(problem=problem, remedy=remedy),
        )


_REPLACE = Words(
    "向印厂索取 CMYK 输出特性文件；没有的，删去这一行，用程序的默认文件",
    "ask the print shop for its CMYK output profile; without one, delete this line, and the "
    "program's own is used",
)


def _profiles(root: Path) -> Sequence[str]:
    """Return the profiles that a county keeps, where one would look for them."""
    places = [*root.glob("*"), *(root / "media").rglob("*"), *(root / "events").rglob("*")]
    return [str(p.relative_to(root)) for p in places if p.suffix.lower() in _ENDINGS]


def _problem(file: Path) -> Words | None:
    """Say why a file cannot be used as a print shop's profile; None if it can."""
    if not file.is_file():
        return Words("找不到文件", "there is no such file")
    if file.resolve() != file:
        return Words("这是一个链接", "it is a link to somewhere else")
    if file.stat().st_size > MOST_BYTES:
        return Words("文件过大", "it is too large")
    try:
        read_press_profile(file.read_bytes())
    except OSError:
        return Words("文件读不了", "it cannot be read")
    except ProfileError as error:
        return error.words
    return None
