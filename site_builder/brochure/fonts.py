"""The fonts brochures are set in, and whether this computer has them.

Families are named, not loaded by file: in the collections of Noto CJK the first face is the
Japanese one, and only fontconfig picks the Simplified Chinese one by its name.
"""

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

FAMILIES = ("Noto Sans CJK SC", "Noto Serif CJK SC")
"""Text and figures; titles. The tokens `--sans` and `--serif` name them first."""

HELP = "Debian and Ubuntu: apt-get install fontconfig fonts-noto-cjk libpangoft2-1.0-0"


class FontsMissingError(RuntimeError):
    """A family that brochures are set in is not installed."""


@lru_cache(maxsize=1)
def fonts_identity() -> str:
    """Return what tells one set of fonts from another: names, sizes and dates of their files.

    Raises `FontsMissingError` when a family is not installed.
    """
    finder = shutil.which("fc-list")
    if finder is None:
        raise FontsMissingError(f"fontconfig is not installed. {HELP}")
    return "\n".join(_files(finder, family) for family in FAMILIES)


def _files(finder: str, family: str) -> str:
    # The family is one of ours; nothing from outside reaches the command.
    listed = subprocess.run(  # noqa: S603 - a fixed program, names of fonts
        [finder, "--format", "%{file}\n", f"{family}:lang=zh-cn"],
        capture_output=True,
        check=True,
        text=True,
    )
    files = sorted({Path(line) for line in listed.stdout.splitlines() if line})
    if not files:
        raise FontsMissingError(f"the font {family} is not installed. {HELP}")
    described = []
    for file in files:
        state = file.stat()
        described.append(f"{file.name} {state.st_size} {int(state.st_mtime)}")
    return "\n".join(described)
