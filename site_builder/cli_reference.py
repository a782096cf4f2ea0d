"""The commands that say what the program expects: `explain`, `schema` and `reference`."""

from pathlib import Path

import click
from rich.console import Console

from site_builder.cli_options import HELP, common, say
from site_builder.cli_words import Say


@click.command(help=Say.EXPLAIN(HELP))
@click.argument("code", required=False)
@common
def explain(code: str | None, root: Path, lang: str) -> None:  # noqa: ARG001 - as every command
    """Explain one rule, or list all of them by subject."""
    from site_builder.reference.explain import UnknownRuleError, explain_rule, list_rules

    if code is None:
        click.echo(list_rules(lang))
        return
    try:
        click.echo(explain_rule(code, lang))
    except UnknownRuleError as error:
        raise click.UsageError(error.message(lang)) from None


@click.command(help=Say.SCHEMA(HELP))
@click.option("--out", type=click.Path(path_type=Path), help=Say.OPTION_OUT(HELP))
@common
def schema(root: Path, out: Path | None, lang: str) -> None:
    """Write the JSON Schema of every kind, and tell the editor about them."""
    from site_builder.reference.schemas import as_json, editor_settings, schema_files

    folder = out or root / ".zhaoshang/schema"
    _write(folder, schema_files(root / "theme"), lang)
    settings = root / ".vscode/settings.json"
    if settings.exists():
        say(Console(stderr=True), Say.KEPT_SETTINGS(lang, path=settings))
        return
    _write(settings.parent, {settings.name: as_json(editor_settings(root, folder))}, lang)


@click.command(help=Say.REFERENCE(HELP))
@click.option("--out", type=click.Path(path_type=Path), help=Say.OPTION_REFERENCE_OUT(HELP))
@common
def reference(root: Path, out: Path | None, lang: str) -> None:
    """Write the pages that list all rules and all fields, and the schemas."""
    from site_builder.reference.pages import pages

    _write(out or root / "reference", pages(root / "theme"), lang)


def _write(folder: Path, files: dict[str, str], lang: str) -> None:
    """Write texts into a folder, by their paths in it, and say so."""
    console = Console(stderr=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        say(console, Say.WROTE(lang, path=path))
