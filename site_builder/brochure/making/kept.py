"""What was made once and is found again by what went into it."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Kept:
    """A folder of files named by what went into them; None keeps nothing."""

    folder: Path | None

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name, None if nothing is.

        A file without content is what a power cut leaves: nothing is kept in it.
        """
        if self.folder is None:
            return None
        try:
            return (self.folder / name).read_bytes() or None
        except FileNotFoundError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keep something."""
        if self.folder is not None:
            write(self.folder / name, data)

    def forget(self, names: Collection[str]) -> None:
        """Drop every file but those with these names, and what others are writing just now."""
        if self.folder is None or not self.folder.is_dir():
            return
        for file in self.folder.iterdir():
            if file.is_file() and file.name not in names and not _is_being_written(file):
                file.unlink(missing_ok=True)


def is_running(process: int) -> bool:
    """Whether there is a process of this number, whoever's it is."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass  # it runs, and is somebody else's
    return True


def _is_being_written(file: Path) -> bool:
    """Whether another process has begun a file and not yet put it in its place."""
    _, _, number = file.name.removesuffix(".part").rpartition(".")
    process = int(number) if file.suffix == ".part" and number.isdecimal() else 0
    return process not in (0, os.getpid()) and is_running(process)


def write(file: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
