"""The command line, called in this process or in one of its own."""

import os
import subprocess
import sys

from click.testing import CliRunner, Result

from site_builder.cli import cli


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "site_builder.cli", *map(str, arguments)],
        capture_output=True,
        env=os.environ | environment,
        check=False,
    )
