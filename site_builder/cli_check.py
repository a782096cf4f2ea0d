"""The command `check`: what does not hold, in the form that was asked for.

The forms for programs go to stdout or into a file; the report for readers is always a file.
What only one form needs is imported for that form: `check` is run on every save.
"""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click
from rich.console import Console

from site_builder.cli_options import HELP, common, say, strict_option
from site_builder.cli_output import Answered, print_findings, verdict
from site_builder.cli_words import Say
from site_builder.diagnostics import Diagnostic, Rule
from site_builder.diagnostics.printing import as_github, as_json, as_sarif, as_text, summary

if TYPE_CHECKING:
    from site_builder.checks.run import Checked

FORMS = ("text", "json", "github", "sarif", "html")
_REPORT = Path(".zhaoshang/report.html")
_PUBLISHED = ("docs", "media", "site", "theme")
"""Folders that a website is made from or put into: nothing for internal use may lie there."""


@click.command(help=Say.CHECK(HELP))
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", help=Say.OPTION_FORMAT(HELP)
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help=Say.OPTION_CHECK_OUT(HELP)
)
@click.option("--drafts", is_flag=True, help=Say.OPTION_DRAFTS(HELP))
@strict_option
@common
def check(  # noqa: PLR0913 - the choices of one check
    paths: tuple[Path, ...],
    form: str,
    out: Path | None,
    root: Path,
    lang: str,
    *,
    drafts: bool,
    strict: bool,
) -> None:
    """Report what does not hold in the county's files."""
    from site_builder.checks.run import check_county

    wanted = [_inside(root, path, lang) for path in paths]
    if form == "html":
        out = _outside_the_site(root, out or root / _REPORT, lang)
    checked = check_county(root, drafts=drafts)
    findings = [finding for finding in checked.findings if _is_wanted(finding, wanted)]
    console = Console()
    if form == "text" and out is None:
        print_findings(console, findings, lang)
        if elsewhere := len(checked.findings) - len(findings):
            say(console, Say.ELSEWHERE(lang, count=elsewhere))
        say(console, *checked.concessions.sentences(lang))
    elif form == "html":
        _write(out, _report(root, checked, wanted, lang, strict=strict))
    else:
        _write(out, _document(form, checked, findings, lang, root))
    if out is not None:
        say(console, summary(findings, lang), Say.WROTE(lang, path=out))
    raise Answered(verdict(findings, strict=strict))


def _is_wanted(finding: Diagnostic, wanted: Sequence[PurePosixPath]) -> bool:
    """Whether a finding is listed: in the files asked for, or of a folder that is no county."""
    return (
        not wanted
        or finding.rule is Rule.COUNTY_MISSING
        or any(finding.place.path.is_relative_to(path) for path in wanted)
    )


def _write(out: Path | None, document: str) -> None:
    """Write a document into a file, or to stdout if there is none."""
    if out is None:
        click.echo(document)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    # A name of a file that is no UTF-8 is written as a terminal shows it; JSON reads that, too.
    out.write_text(f"{document}\n", "utf-8", errors="backslashreplace")


def _document(
    form: str, checked: "Checked", findings: Sequence[Diagnostic], lang: str, root: Path
) -> str:
    """Return the findings in one of the forms that are text."""
    lowered = checked.concessions
    match form:
        case "json":
            return as_json(findings, lowered, lang)
        case "github":
            commands = as_github(findings, lowered, lang, _from_here(root))
            return "\n".join(line for line in (commands, summary(findings, lang)) if line)
        case "sarif":
            return as_sarif(findings, lowered, lang, _from_here(root))
    said = (as_text(finding, lang) for finding in findings)
    return "\n".join((*said, summary(findings, lang), *lowered.sentences(lang)))


def _report(
    root: Path, checked: "Checked", wanted: Sequence[PurePosixPath], lang: str, *, strict: bool
) -> str:
    """Return the report for readers."""
    from site_builder.report.page import report_page

    return report_page(root, checked, wanted, lang, strict=strict)


def _from_here(root: Path) -> str:
    """Return the way from where the program runs to the county, if the county lies below."""
    here, there = Path.cwd(), root.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else ""


def _outside_the_site(root: Path, out: Path, lang: str) -> Path:
    """Return where a report is written; refuse folders that become a website."""
    for folder in _PUBLISHED:
        if out.resolve().is_relative_to((root / folder).resolve()):
            raise click.UsageError(Say.PUBLISHED_FOLDER(lang, path=out, folder=f"{folder}/"))
    return out


def _inside(root: Path, path: Path, lang: str) -> PurePosixPath:
    """Return a path as findings name it: from the county's folder.

    An author may write it from where they stand, or from the county's folder.
    """
    there = [place for place in (path, root / path) if place.exists()]
    for place in there:
        # Of a symbolic link it is the link that is reported, not what it leads to.
        real = place.parent.resolve() / place.name if place.is_symlink() else place.resolve()
        if real.is_relative_to(root.resolve()):
            return PurePosixPath(real.relative_to(root.resolve()))
    if there:
        raise click.UsageError(Say.OUTSIDE(lang, path=path, root=root.resolve()))
    raise click.UsageError(Say.NO_SUCH_PATH(lang, path=path))
