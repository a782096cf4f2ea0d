"""The tiny county's files that tests of its edition change, and what stands in a folder."""

from pathlib import Path

PROJECT = "projects/cathode.yml"
EVENT = "events/xiamen.yml"
DAY = "2026-10-08"
"""The day on which the edition goes to print."""
ON_THAT_DAY = "1791417600"
"""The same as SOURCE_DATE_EPOCH: nothing goes to print before its day has come."""


def files(folder: Path) -> dict[str, bytes]:
    """Return everything in a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
