"""Programs that build or serve a website in a process of their own."""

import os
import subprocess
import sys

ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
BUILD = (
    "import sys, pathlib; from site_builder.plugin import build_site; "
    "build_site(pathlib.Path(sys.argv[1]), brochures=False)"
)


def started(code: str, *arguments: object, **streams: int) -> subprocess.Popen[bytes]:
    """Start a Python program in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | ENVIRONMENT,
        start_new_session=True,
        **streams,
    )
