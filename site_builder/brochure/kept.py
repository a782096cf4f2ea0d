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
        """Return what is kept under a name, None if nothing is."""
        if self.folder is None:
            return None
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keep something."""
        if self.folder is not None:
            write(self.folder / name, data)

    def forget(self, names: Collection[str]) -> None:
        """Drop every file but those with these names."""
        if self.folder is None or not self.folder.is_dir():
            return
        for file in self.folder.iterdir():
            if file.is_file() and file.name not in names:
                file.unlink(missing_ok=True)


def write(file: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(file)
