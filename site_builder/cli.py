"""The command line: arguments in, exit code out, nothing else.

Exit codes: 0 fine, 1 errors in the county's files, 2 wrong usage, 3 warnings under --strict.

What builds is imported by the commands that build: the doctor must run where WeasyPrint
or MkDocs cannot be loaded, and nobody waits for them who only asks for help.
"""

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from site_builder.checks.repeated_day import UnreadableDayError
from site_builder.cli_brochure import brochure
from site_builder.cli_check import check
from site_builder.cli_frame import asked_language, framed
from site_builder.cli_options import HELP, common, say, strict_option
from site_builder.cli_output import CONTENT, FINE, Answered, print_findings, verdict
from site_builder.cli_preflight import preflight
from site_builder.cli_reference import explain, reference, schema
from site_builder.cli_words import Say, stage_name
from site_builder.diagnostics.trouble import why

KINDS = ("project", "industry", "park", "policy", "event", "county")
"""The kinds of files; written out, for the models take longer to load than help takes to read."""
_HOST = "127.0.0.1"
_GARBAGE = 100_000
"""How many new objects are looked through for garbage; Python's own number is 700."""


class _Zhaoshang(click.Group):
    """Commands whose trouble with files and surroundings is a sentence, not a traceback."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **more: Any) -> Any:
        """Run a command; what click says of it is in the reader's language."""
        given = sys.argv[1:] if args is None else list(args)
        language = asked_language(given)
        # Help was put into words before anybody asked.
        with framed(HELP if "--help" in given else language):
            return super().main(args, *others, obj=language, **more)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except OSError as error:
            reason, lang = why(error), ctx.obj or HELP
            told = reason.zh if lang == "zh" else reason.en
            text = Say.FILE_TROUBLE(lang, path=error.filename or "", reason=told)
            raise click.ClickException(text) from error
        except UnreadableDayError as error:
            raise click.UsageError(Say.BAD_EPOCH(ctx.obj or HELP, value=error)) from error


@click.group(cls=_Zhaoshang, help=Say.ZHAOSHANG(HELP))
@click.version_option(
    package_name="zhaoshang", prog_name="zhaoshang", help=Say.OPTION_VERSION(HELP)
)
def cli() -> None:
    """Start one of the commands."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Chinese shows escapes; it does not end the program.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@cli.command(help=Say.BUILD(HELP))
@click.option("--site-dir", type=click.Path(path_type=Path), help=Say.OPTION_SITE_DIR(HELP))
@click.option("--no-pdf", is_flag=True, help=Say.OPTION_NO_PDF(HELP))
@strict_option
@common
def build(root: Path, site_dir: Path | None, lang: str, *, strict: bool, no_pdf: bool) -> None:
    """Build the website and the brochures."""
    from site_builder.plugin import build_site

    console = Console(stderr=True)
    with _explained(console, lang, strict=strict), _progress(console, lang) as report:
        built = build_site(root, site_dir, strict=strict, brochures=not no_pdf, report=report)
    if built.findings:
        print_findings(console, built.findings, lang)
    say(
        console,
        *built.lowered.sentences(lang),
        Say.BUILT(lang, pages=built.pages, documents=built.documents, seconds=built.seconds),
        Say.OPEN_IT(lang, index=built.site_dir / "index.html"),
    )


@cli.command(help=Say.SERVE(HELP))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True,
    help=Say.OPTION_PORT(HELP),
)  # fmt: skip
@common
def serve(root: Path, port: int, lang: str) -> None:
    """Preview the website on this computer only."""
    from site_builder.plugin import serve_site

    console = Console(stderr=True)
    say(console, Say.SERVING(lang, address=f"http://{_HOST}:{port}/"))
    # Ctrl-C is how a preview ends.
    with _explained(console, lang, strict=False), suppress(KeyboardInterrupt):
        serve_site(root, f"{_HOST}:{port}", lang)


@cli.command(help=Say.NEW(HELP))
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("slug")
@common
def new(kind: str, slug: str, root: Path, lang: str) -> None:
    """Write the skeleton of a record; never over a file that exists."""
    from site_builder.checks.scope import day_of
    from site_builder.content.json_schema import record_path
    from site_builder.content.reader import read_county
    from site_builder.content.skeleton import is_slug, skeleton

    if not is_slug(slug):
        raise click.UsageError(Say.BAD_SLUG(lang, slug=slug))
    if kind == "county" and slug != "county":
        raise click.UsageError(Say.COUNTY_SLUG(lang))
    # The day on which the record will be checked: that of a fictional county stands still.
    day = day_of(read_county(root, []))
    path = root / record_path(kind, slug)
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(kind, day))
    except FileExistsError:
        raise click.UsageError(Say.EXISTS(lang, path=path)) from None
    say(Console(stderr=True), Say.WROTE(lang, path=path), Say.NEXT(lang, path=path))


@cli.command(help=Say.DOCTOR(HELP))
@common
def doctor(root: Path, lang: str) -> None:
    """Say what this computer has and lacks."""
    from site_builder.doctor import examine

    console, missing = Console(stderr=True), 0
    for finding in examine(root):
        mark = "[green]✓[/]" if finding.found else "[red]✗[/]" if finding.needed else "[yellow]–[/]"
        kind = Say.MISSING if finding.needed else Say.OPTIONAL
        console.print(
            mark, escape(f"{finding.name}: {finding.found or kind(lang)}"), soft_wrap=True
        )
        if not finding.found:
            missing += finding.needed
            say(console, f"    {Say.GET_IT(lang, line=finding.remedy)}")
    say(console, Say.SOMETHING_MISSING(lang, count=missing) if missing else Say.ALL_THERE(lang))
    sys.exit(CONTENT if missing else FINE)


for _command in (brochure, check, explain, reference, schema, preflight):
    cli.add_command(_command)


@contextmanager
def _explained(console: Console, lang: str, *, strict: bool) -> Iterator[None]:
    """Say what stopped a publication, and end with its exit code."""
    from site_builder.build import BuildFailedError, ContentErrors

    try:
        yield
    except ContentErrors as errors:
        print_findings(console, errors.findings, lang)
        say(console, *errors.lowered.sentences(lang), Say.NOT_BUILT(lang))
        sys.exit(verdict(errors.findings, strict=strict))
    except BuildFailedError as error:
        reason = error.words.zh if lang == "zh" else error.words.en
        say(console, Say.BUILD_FAILED(lang, reason=reason))
        sys.exit(CONTENT)


@contextmanager
def _progress(console: Console, lang: str) -> Iterator[Callable[[str, int, int, str], None]]:
    """Yield what a build reports its stages to; drawn on a terminal only."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int, name: str) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task("")
            text = stage_name(stage, lang)
            if name:
                text += f" {escape(Say.EDITION_LEFT(lang, name=name, left=total - done))}"
            bar.update(tasks[stage], completed=done, total=total, description=text)

        yield report


def main() -> None:
    """Run the command line."""
    # What a command loads at its start stays; nothing of it is worth looking through so often.
    gc.set_threshold(_GARBAGE)
    try:
        cli(prog_name="zhaoshang")
    except Answered as answer:
        # To give back what a large county took, piece by piece, would take half a second.
        with suppress(BrokenPipeError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(int(answer.code or 0))
    finally:
        # What is left goes with the process; looking through a large county would take a second.
        gc.freeze()


if __name__ == "__main__":
    main()
