"""One run at a time: two would take each other's files away.

Two locks are held. One lies with the county's own work and keeps a second run for an event out,
whatever folder either writes into: both would use the same work and the same record of printings.
The other lies beside the folder that is written: a folder may be shared by counties, events and
people, and only what lies beside it is seen by all of them.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from site_builder.diagnostics import Words
from site_builder.edition.errors import EditionError


@contextmanager
def alone(cache: Path, event: str) -> Iterator[None]:
    """Keep other runs for an event of this county out, for as long as this one goes on.

    The system lets go of the lock when the process ends, however it ends. Raises
    `EditionError` if another run is at it.
    """
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / f"{event}.lock").open("w") as file:
        if not _is_ours(file.fileno()):
            raise EditionError(
                Words(
                    f"{event} 的印刷品正由另一个命令生成，未作改动；等它做完再试",
                    f"another command is making the edition of {event}, and nothing was touched; "
                    "wait until it is done, then try again",
                )
            )
        yield


@contextmanager
def alone_at(target: Path) -> Iterator[None]:
    """Keep other runs away from a folder, whichever county and event they are for.

    The lock is gone with the run; that of a killed one is taken over. Raises `EditionError` if
    another run writes there.
    """
    lock = target.with_name(f".{target.name}.lock")
    file = _taken(lock, target)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(file)


def _taken(lock: Path, target: Path) -> int:
    """Return a lock that was taken, as the number of an open file."""
    while True:
        file = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        if not _is_ours(file):
            os.close(file)
            raise EditionError(
                Words(
                    f"另一个命令正在写 {target}，未作改动；等它做完再试，或换一个目录（--out）",
                    f"another command is writing into {target}, and nothing was touched; wait "
                    "until it is done, or choose another folder (--out)",
                )
            )
        # The run before may have removed it since it was opened: then it is nobody's any more.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file), lock.lstat()):
                return file
        os.close(file)


def _is_ours(file: int) -> bool:
    """Take the lock on an open file; return whether nobody else has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
