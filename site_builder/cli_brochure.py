"""The command `brochure`: everything that is printed for an event, into one folder."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console

from site_builder.cli_options import HELP, common, say
from site_builder.cli_output import CONTENT, print_findings, verdict
from site_builder.cli_words import Say

if TYPE_CHECKING:
    from site_builder.build import Publication
    from site_builder.edition import Made, Report, Wanted
    from site_builder.preflight import Finding
    from site_builder.present.event import EditionView

PRODUCTS = (
    "handbook",
    "project-book",
    "leaflet",
    "tri-fold",
    "roll-up",
    "table-card",
    "long-picture",
)
# Written out, as the models take longer to import than most commands to run.
LANGUAGES = ("zh", "en", "both")
FINISHES = ("screen", "office", "press")


@click.command(help=Say.BROCHURE(HELP))
@click.argument("event", required=False, metavar="[EVENT]")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help=Say.OPTION_EDITION_OUT(HELP)
)
@click.option(
    "--product", "products", type=click.Choice(PRODUCTS), multiple=True,
    help=Say.OPTION_PRODUCT(HELP),
)  # fmt: skip
@click.option(
    "--language", "languages", type=click.Choice(LANGUAGES), multiple=True,
    help=Say.OPTION_LANGUAGE(HELP),
)  # fmt: skip
@click.option(
    "--finish", "finishes", type=click.Choice(FINISHES), multiple=True,
    help=Say.OPTION_EDITION_FINISH(HELP),
)  # fmt: skip
@click.option("--freeze", is_flag=True, help=Say.OPTION_FREEZE(HELP))
@click.option("--list", "listed", is_flag=True, help=Say.OPTION_LIST(HELP))
@common
def brochure(  # noqa: PLR0913 - the choices of one edition
    event: str | None,
    out: Path | None,
    *,
    products: tuple[str, ...],
    languages: tuple[str, ...],
    finishes: tuple[str, ...],
    root: Path,
    lang: str,
    freeze: bool,
    listed: bool,
) -> None:
    """Make the edition of an event, or list the events there are."""
    console = Console(stderr=True)
    event = _slug(event or "")
    publication = _prepared(root, console, lang, "" if listed else event)
    events = publication.events
    if listed or not event:
        _list(events, lang)
        return
    if event in publication.unshown:
        _stop(console, _unshown(event, publication.unshown[event], lang))
    if event not in events:
        raise click.UsageError(_unknown(event, publication, lang))
    from site_builder.edition import Wanted

    folder = out or root / "editions" / event
    wanted = Wanted(events[event], folder, products, languages, finishes, freeze)
    say(console, *_reminders(publication, events[event], lang))
    started = time.monotonic()
    made = _made(publication, wanted, console, lang)
    _print_inspected(console, made.warnings, lang)
    say(console, *publication.lowered.sentences(lang))
    _print_made(console, made, wanted, time.monotonic() - started, lang)


def _slug(event: str) -> str:
    """Return the name of an event, of which somebody may have given the file."""
    return event.rpartition("/")[2].removesuffix(".yml")


def _reminders(publication: "Publication", edition: "EditionView", lang: str) -> Iterator[str]:
    """Yield what may have been forgotten: a day that has passed."""
    if edition.frozen is not None:
        return
    if edition.end < publication.today:
        yield Say.EVENT_OVER(lang, event=edition.slug, end=edition.end)
    elif edition.day < publication.today:
        yield Say.PRINTED_PASSED(lang, event=edition.slug, day=edition.day)


def _print_made(
    console: Console, made: "Made", wanted: "Wanted", seconds: float, lang: str
) -> None:
    """Print how much was made, and what else is to be known of it."""
    say(console, *(words.zh if lang == "zh" else words.en for words in made.notes))
    size = sum(file.bytes for file in made.files)
    told = f"{size / 1e6:.1f} MB" if size >= _MEGABYTE else f"{size / 1e3:.0f} kB"
    facts = {"size": told, "seconds": seconds, "folder": wanted.folder}
    say(console, Say.EDITION_MADE(lang, files=_files(len(made.files), lang), **facts))
    if made.carried:
        say(console, Say.EDITION_CARRIED(lang, files=_files(made.carried, lang)))
    if wanted.freeze:
        say(console, Say.FROZEN(lang, event=wanted.edition.slug))


_MEGABYTE = 1e6


def _files(count: int, lang: str) -> str:
    """Return how many files there are, in words."""
    if lang == "zh":
        return f"{count} 个文件"
    return "1 file" if count == 1 else f"{count} files"


def _prepared(root: Path, console: Console, lang: str, event: str) -> "Publication":
    """Return what is public on the event's day; end if the county's files do not hold."""
    from site_builder.build import ContentErrors, prepare

    try:
        return prepare(root, root / "theme", event=event)
    except ContentErrors as errors:
        print_findings(console, errors.findings, lang)
        say(console, *errors.lowered.sentences(lang), Say.NOT_PRINTED(lang))
        sys.exit(verdict(errors.findings, strict=False))


def _list(events: Mapping[str, "EditionView"], lang: str) -> None:
    """Print the events, one a line: slug, name, when, how many projects."""
    if not events:
        say(Console(), Say.NO_EVENTS(lang))
    for slug, edition in events.items():
        event = edition.events[lang]
        count = len(edition.counties[lang].projects)
        frozen = Say.IS_FROZEN(lang) if edition.frozen else ""
        line = Say.EVENT_LINE(lang, slug=slug, name=event.name, dates=event.dates, count=count)
        say(Console(), line + frozen)


def _unshown(event: str, status: str, lang: str) -> str:
    """Return why an event that there is has no edition: not approved, or nothing to show."""
    say_why = Say.EVENT_WITHOUT_PROJECTS if status == "approved" else Say.EVENT_NOT_APPROVED
    return say_why(lang, event=event, status=status)


def _unknown(event: str, publication: "Publication", lang: str) -> str:
    """Return that there is no such event, and which one may be meant."""
    from site_builder.content.schema_errors import suggest

    names = {
        name: slug for slug, e in publication.events.items() for name in (e.name.zh, e.name.en)
    }
    if event in names:
        return Say.EVENT_BY_NAME(lang, event=event, slug=names[event])
    known = [*publication.events, *publication.unshown]
    hint = suggest(event, known, zh="已有的活动", en="the events are")
    return Say.NO_SUCH_EVENT(lang, event=event, hint=hint.zh if lang == "zh" else hint.en)


def _made(publication: "Publication", wanted: "Wanted", console: Console, lang: str) -> "Made":
    """Make an edition; say what stops it, and end."""
    from site_builder.edition import EditionError, UnfitError, UsageError, make_edition

    try:
        with _progress(console, lang) as report:
            return make_edition(publication, wanted, report)
    except UnfitError as error:
        _print_inspected(console, error.findings, lang)
        _stop(console, error.words.zh if lang == "zh" else error.words.en)
    except UsageError as error:
        raise click.UsageError(error.words.zh if lang == "zh" else error.words.en) from error
    except EditionError as error:
        _stop(console, error.words.zh if lang == "zh" else error.words.en)
    except KeyboardInterrupt:
        _stop(console, Say.EDITION_STOPPED(lang, folder=wanted.folder))


def _stop(console: Console, reason: str) -> NoReturn:
    say(console, reason)
    sys.exit(CONTENT)


def _print_inspected(console: Console, findings: Sequence["Finding"], lang: str) -> None:
    """Print errors and notes whole; of warnings, which every file may have, how many of each."""
    from site_builder.diagnostics import Severity
    from site_builder.preflight.printing import as_text

    whole = [finding for finding in findings if finding.severity is not Severity.WARNING]
    say(console, *(as_text(finding, lang) for finding in whole))
    warned: dict[str, list[str]] = {}
    for finding in findings:
        if finding.severity is Severity.WARNING:
            warned.setdefault(finding.code, []).append(finding.file)
    for code, files in sorted(warned.items()):
        count = _files(len(dict.fromkeys(files)), lang)
        say(console, Say.EDITION_WARNED(lang, code=code, count=count, file=files[0]))


@contextmanager
def _progress(console: Console, lang: str) -> Iterator["Report"]:
    """Yield what is told of each file; drawn on a terminal only."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("")

        def report(name: str, done: int, total: int) -> None:
            text = Say.EDITION_LEFT(lang, name=name, left=total - done)
            bar.update(task, completed=done, total=total, description=text)

        yield report
