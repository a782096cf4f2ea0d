"""The command `preflight`: whether printed files can go out, each file in one run."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from site_builder.cli_options import HELP, common, say, strict_option
from site_builder.cli_output import SEVERITY_COLOURS, verdict
from site_builder.cli_words import Say
from site_builder.preflight.finding import Finding, Finish

_FILE = click.Path(path_type=Path)
"""Whether it is there is a finding of its own: a wrong name keeps no other file from a look."""


@click.command(help=Say.PREFLIGHT(HELP))
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=_FILE)
@click.option(
    "--finish", type=click.Choice([finish.value for finish in Finish]), help=Say.OPTION_FINISH(HELP)
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text",
    help=Say.OPTION_PREFLIGHT_FORMAT(HELP),
)  # fmt: skip
@click.option("--verbose", is_flag=True, help=Say.OPTION_VERBOSE(HELP))
@strict_option
@common
def preflight(  # noqa: PLR0913 - the choices of one inspection
    files: tuple[Path, ...],
    finish: str | None,
    form: str,
    root: Path,  # noqa: ARG001 - as every command
    lang: str,
    *,
    verbose: bool,
    strict: bool,
) -> None:
    """Report what keeps files from going to a print shop, an office printer or a screen."""
    from site_builder.brochure.making.inspected import inspected
    from site_builder.preflight.printing import as_json
    from site_builder.preflight.verapdf import is_installed

    findings = inspected(files, None if finish is None else Finish(finish))
    if form == "json":
        click.echo(as_json(findings, [str(file) for file in files], lang))
    else:
        _print(findings, len(files), lang)
    if verbose and not is_installed():
        say(Console(stderr=True), Say.NO_VERAPDF(lang))
    sys.exit(verdict(findings, strict=strict))


def _print(findings: Sequence[Finding], files: int, lang: str) -> None:
    from site_builder.preflight.printing import as_text, counted

    console = Console()
    for finding in findings:
        text = Text(as_text(finding, lang))
        text.highlight_regex(r"\[[a-z0-9-]+\](?=\n)", SEVERITY_COLOURS[finding.severity])
        console.print(text, soft_wrap=True)
    say(console, counted(findings, files, lang))
