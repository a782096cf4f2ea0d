"""The tiny county's files that tests of its edition change, and what stands in a folder."""

from pathlib import Path

PROJECT = "projects/cathode.yml"
EVENT = "events/xiamen.yml"
DAY = "2026-10-08"
"""The day on which the edition goes to print."""


def files(folder: Path) -> dict[str, bytes]:
    """Return everything in a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
