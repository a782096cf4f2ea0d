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
@click.option("--freeze", is_flag=True, help=Say.OPTION_FREEZE(HELP))
@click.option("--list", "listed", is_flag=True, help=Say.OPTION_LIST(HELP))
@common
def brochure(  # noqa: PLR0913 - the choices of one edition
    event: str | None,
    out: Path | None,
    *,
    products: tuple[str, ...],
    languages: tuple[str, ...],
    root: Path,
    lang: str,
    freeze: bool,
    listed: bool,
) -> None:
    """Make the edition of an event, or list the events there are."""
    console = Console(stderr=True)
    publication = _prepared(root, console, lang)
    events = publication.events
    if listed or event is None:
        _list(events, lang)
        return
    if event not in events:
        raise click.UsageError(_unknown(event, events, lang))
    from site_builder.edition import Wanted

    folder = out or root / "editions" / event
    wanted = Wanted(events[event], folder, products, languages, freeze)
    started = time.monotonic()
    made = _made(publication, wanted, console, lang)
    _print_inspected(console, made.warnings, lang)
    say(
        console,
        *publication.lowered.sentences(lang),
        Say.EDITION_MADE(
            lang,
            files=len(made.files),
            size=sum(file.bytes for file in made.files) / 1e6,
            seconds=time.monotonic() - started,
            folder=folder,
        ),
        *([Say.FROZEN(lang, event=event)] if freeze else []),
    )


def _prepared(root: Path, console: Console, lang: str) -> "Publication":
    """Return what is public; end with the findings if the county's files do not hold."""
    from site_builder.build import ContentErrors, prepare

    try:
        return prepare(root, root / "theme")
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


def _unknown(event: str, events: Mapping[str, "EditionView"], lang: str) -> str:
    from site_builder.content.schema_errors import suggest

    hint = suggest(event, events, zh="已审定的活动", en="the approved events are")
    return Say.NO_SUCH_EVENT(lang, event=event, hint=hint.zh if lang == "zh" else hint.en)


def _made(publication: "Publication", wanted: "Wanted", console: Console, lang: str) -> "Made":
    """Make an edition; say what stops it, and end."""
    from site_builder.edition import EditionError, UnfitError, make_edition

    try:
        with _progress(console, lang) as report:
            return make_edition(publication, wanted, report)
    except UnfitError as error:
        _print_inspected(console, error.findings, lang)
        _stop(console, error.words.zh if lang == "zh" else error.words.en)
    except EditionError as error:
        _stop(console, error.words.zh if lang == "zh" else error.words.en)


def _stop(console: Console, reason: str) -> NoReturn:
    say(console, reason)
    sys.exit(CONTENT)


def _print_inspected(console: Console, findings: Sequence["Finding"], lang: str) -> None:
    """Print errors whole; of warnings, which every file may have, how many there are of each."""
    from site_builder.diagnostics import Severity
    from site_builder.preflight.printing import as_text

    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    say(console, *(as_text(finding, lang) for finding in errors))
    warned: dict[str, list[str]] = {}
    for finding in findings:
        if finding.severity is Severity.WARNING:
            warned.setdefault(finding.code, []).append(finding.file)
    for code, files in sorted(warned.items()):
        count, first = len(dict.fromkeys(files)), files[0]
        say(console, Say.EDITION_WARNED(lang, code=code, count=count, file=first))


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
