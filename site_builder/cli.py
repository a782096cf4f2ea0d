"""The command line: arguments in, exit code out, nothing else.

Exit codes: 0 fine, 1 errors in the county's files, 2 wrong usage, 3 warnings under --strict.

What builds is imported by the commands that build: the doctor must run where WeasyPrint
or MkDocs cannot be loaded, and nobody waits for them who only asks for help.
"""

import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.text import Text

from site_builder.cli_words import Say, stage_name
from site_builder.content.json_schema import MODELS, file_pattern, json_schema, record_path
from site_builder.content.skeleton import is_slug, skeleton
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.diagnostics.language import reader_language
from site_builder.diagnostics.printing import as_json, as_text, summary
from site_builder.doctor import examine

if TYPE_CHECKING:
    from site_builder.checks.run import Checked

# 2 is click's own, for wrong usage.
FINE, CONTENT, WARNINGS = 0, 1, 3
_HOST = "127.0.0.1"
_HELP = reader_language()
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_CommandT = TypeVar("_CommandT", bound=Callable[..., None])


class _Zhaoshang(click.Group):
    """Commands whose trouble with files is a sentence, not a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except OSError as error:
            reason = error.strerror or str(error)
            text = Say.FILE_TROUBLE(_HELP, path=error.filename or "", reason=reason)
            raise click.ClickException(text) from error


def _common(command: _CommandT) -> _CommandT:
    """Add the options that every command has."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    root = click.option("--root", type=folder, default=".", help=Say.OPTION_ROOT(_HELP))
    languages = click.Choice(["zh", "en"])
    lang = click.option("--lang", type=languages, default=_HELP, help=Say.OPTION_LANG(_HELP))
    return root(lang(command))


_strict = click.option("--strict", is_flag=True, help=Say.OPTION_STRICT(_HELP))


@click.group(cls=_Zhaoshang, help=Say.ZHAOSHANG(_HELP))
@click.version_option(package_name="zhaoshang", prog_name="zhaoshang")
def cli() -> None:
    """Start one of the commands."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Chinese shows escapes; it does not end the program.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@cli.command(help=Say.CHECK(_HELP))
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text",
    help=Say.OPTION_FORMAT(_HELP),
)  # fmt: skip
@_strict
@_common
def check(paths: tuple[Path, ...], form: str, root: Path, lang: str, *, strict: bool) -> None:
    """Report what does not hold in the county's files."""
    from site_builder.checks.run import check_county

    wanted = [_inside(root, path, lang) for path in paths]
    checked = check_county(root)
    findings = [
        finding
        for finding in checked.findings
        if not wanted or any(finding.place.path.is_relative_to(path) for path in wanted)
    ]
    if form == "json":
        click.echo(as_json(findings, lang))
    else:
        console = Console()
        _print_findings(console, findings, lang)
        _say(console, *lowered_rules(checked, lang))
    sys.exit(_verdict(findings, strict=strict))


@cli.command(help=Say.BUILD(_HELP))
@click.option("--site-dir", type=click.Path(path_type=Path), help=Say.OPTION_SITE_DIR(_HELP))
@click.option("--no-pdf", is_flag=True, help=Say.OPTION_NO_PDF(_HELP))
@_strict
@_common
def build(root: Path, site_dir: Path | None, lang: str, *, strict: bool, no_pdf: bool) -> None:
    """Build the website and the brochures."""
    from site_builder.plugin import build_site

    console = Console(stderr=True)
    with _explained(console, lang, strict=strict), _progress(console, lang) as report:
        built = build_site(root, site_dir, strict=strict, brochures=not no_pdf, report=report)
    if built.findings:
        _print_findings(console, built.findings, lang)
    _say(
        console,
        Say.BUILT(lang, pages=built.pages, documents=built.documents, seconds=built.seconds),
        Say.OPEN_IT(lang, index=built.site_dir / "index.html"),
    )


@cli.command(help=Say.SERVE(_HELP))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True,
    help=Say.OPTION_PORT(_HELP),
)  # fmt: skip
@_common
def serve(root: Path, port: int, lang: str) -> None:
    """Preview the website on this computer only."""
    from site_builder.plugin import serve_site

    console = Console(stderr=True)
    _say(console, Say.SERVING(lang, address=f"http://{_HOST}:{port}/"))
    # Ctrl-C is how a preview ends.
    with _explained(console, lang, strict=False), suppress(KeyboardInterrupt):
        serve_site(root, f"{_HOST}:{port}", lang)


@cli.command(help=Say.NEW(_HELP))
@click.argument("kind", type=click.Choice(list(MODELS)))
@click.argument("slug")
@_common
def new(kind: str, slug: str, root: Path, lang: str) -> None:
    """Write the skeleton of a record; never over a file that exists."""
    if not is_slug(slug):
        raise click.UsageError(Say.BAD_SLUG(lang, slug=slug))
    if kind == "county" and slug != "county":
        raise click.UsageError(Say.COUNTY_SLUG(lang))
    path = root / record_path(kind, slug)
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(kind, date.today()))
    except FileExistsError:
        raise click.UsageError(Say.EXISTS(lang, path=path)) from None
    _say(Console(stderr=True), Say.WROTE(lang, path=path), Say.NEXT(lang, path=path))


@cli.command(help=Say.SCHEMA(_HELP))
@click.option("--out", type=click.Path(path_type=Path), help=Say.OPTION_OUT(_HELP))
@_common
def schema(root: Path, out: Path | None, lang: str) -> None:
    """Write the JSON Schema of every kind, and tell the editor about them."""
    console, folder = Console(stderr=True), out or root / ".zhaoshang/schema"
    folder.mkdir(parents=True, exist_ok=True)
    for kind in MODELS:
        _write_json(folder / f"{kind}.schema.json", json_schema(kind))
        _say(console, Say.WROTE(lang, path=folder / f"{kind}.schema.json"))
    settings = root / ".vscode/settings.json"
    if settings.exists():
        _say(console, Say.KEPT_SETTINGS(lang, path=settings))
        return
    settings.parent.mkdir(exist_ok=True)
    _write_json(settings, {"yaml.schemas": dict(_editor_schemas(root, folder))})
    _say(console, Say.WROTE(lang, path=settings))


@cli.command(help=Say.DOCTOR(_HELP))
@_common
def doctor(root: Path, lang: str) -> None:
    """Say what this computer has and lacks."""
    console, missing = Console(stderr=True), 0
    for finding in examine(root):
        mark = "[green]✓[/]" if finding.found else "[red]✗[/]" if finding.needed else "[yellow]–[/]"
        kind = Say.MISSING if finding.needed else Say.OPTIONAL
        console.print(
            mark, escape(f"{finding.name}: {finding.found or kind(lang)}"), soft_wrap=True
        )
        if not finding.found:
            missing += finding.needed
            _say(console, f"    {Say.GET_IT(lang, line=finding.remedy)}")
    _say(console, Say.SOMETHING_MISSING(lang, count=missing) if missing else Say.ALL_THERE(lang))
    sys.exit(CONTENT if missing else FINE)


def _inside(root: Path, path: Path, lang: str) -> Path:
    """Return a path as findings name it: from the county's folder.

    An author may write it from where they stand, or from the county's folder.
    """
    there = [place for place in (path, root / path) if place.exists()]
    for place in there:
        # Of a symbolic link it is the link that is reported, not what it leads to.
        real = place.parent.resolve() / place.name if place.is_symlink() else place.resolve()
        if real.is_relative_to(root.resolve()):
            return real.relative_to(root.resolve())
    if there:
        raise click.UsageError(Say.OUTSIDE(lang, path=path, root=root.resolve()))
    raise click.UsageError(Say.NO_SUCH_PATH(lang, path=path))


def _verdict(findings: Iterable[Diagnostic], *, strict: bool) -> int:
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return CONTENT
    return WARNINGS if strict and Severity.WARNING in severities else FINE


@contextmanager
def _explained(console: Console, lang: str, *, strict: bool) -> Iterator[None]:
    """Say what stopped a publication, and end with its exit code."""
    from site_builder.build import BuildFailedError, ContentErrors

    try:
        yield
    except ContentErrors as errors:
        _print_findings(console, errors.findings, lang)
        _say(console, Say.NOT_BUILT(lang))
        sys.exit(_verdict(errors.findings, strict=strict))
    except BuildFailedError as error:
        _say(console, Say.BUILD_FAILED(lang, reason=error))
        sys.exit(CONTENT)


@contextmanager
def _progress(console: Console, lang: str) -> Iterator[Callable[[str, int, int], None]]:
    """Yield what a build reports its stages to; drawn on a terminal only."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage_name(stage, lang))
            bar.update(tasks[stage], completed=done, total=total)

        yield report


def _print_findings(console: Console, findings: Sequence[Diagnostic], lang: str) -> None:
    for finding in findings:
        text = Text(as_text(finding, lang))
        text.highlight_regex(r"^[^:]+:\d+:\d+:", "bold")
        text.highlight_regex(r"(?m)\[[a-z0-9-]+\]$|^ +\| +\^+$", _COLOURS[finding.severity])
        console.print(text, soft_wrap=True)
    _say(console, summary(findings, lang))


def lowered_rules(checked: "Checked", lang: str) -> Iterator[str]:
    """Yield a line for each rule that the county takes less strictly: what, how, why."""
    for lowered in checked.lowered:
        count = sum(finding.code == lowered.rule for finding in checked.findings)
        yield Say.LOWERED(
            lang, rule=lowered.rule, to=lowered.to, count=count, reason=lowered.reason
        )


def _say(console: Console, *lines: str) -> None:
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _editor_schemas(root: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each schema, as an editor finds it from the county's folder, with its files."""
    here, there = root.resolve(), folder.resolve()
    shown = there.relative_to(here) if there.is_relative_to(here) else there
    for kind in MODELS:
        yield str(shown / f"{kind}.schema.json"), file_pattern(kind)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Run the command line."""
    cli(prog_name="zhaoshang")


if __name__ == "__main__":
    main()
