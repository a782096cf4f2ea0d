"""What every command shares: its options, the language of its help, and how it says a line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console

from site_builder.cli_frame import asked_language
from site_builder.cli_words import Say

HELP = asked_language()
"""The language in which help is written, before options are read."""

strict_option = click.option("--strict", is_flag=True, help=Say.OPTION_STRICT(HELP))
"""Warnings count as errors."""

_CommandT = TypeVar("_CommandT", bound=Callable[..., None])


def common(command: _CommandT) -> _CommandT:
    """Add the options that every command has."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    root = click.option("--root", type=folder, default=".", help=Say.OPTION_ROOT(HELP))
    languages = click.Choice(["zh", "en"])
    lang = click.option("--lang", type=languages, default=HELP, help=Say.OPTION_LANG(HELP))
    return root(lang(command))


def say(console: Console, *lines: str) -> None:
    """Print lines as they are: nothing in them is markup."""
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
