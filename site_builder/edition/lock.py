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
    `EditionError` if another run is at it, or for a lock that somebody else keeps.
    """
    cache.mkdir(parents=True, exist_ok=True)
    file = _opened(cache / f"{event}.lock")
    try:
        if not _is_ours(file):
            raise EditionError(
                Words(
                    f"{event} 的印刷品正由另一个命令生成，未作改动；等它做完再试",
                    f"another command is making the edition of {event}, and nothing was touched; "
                    "wait until it is done, then try again",
                )
            )
        yield
    finally:
        os.close(file)


@contextmanager
def alone_at(target: Path) -> Iterator[None]:
    """Keep other runs away from a folder, whichever county and event they are for.

    The lock is gone with the run; that of a killed one is taken over. Raises `EditionError` if
    another run writes there, for a lock that somebody else keeps, and for the root of the file
    system, which nothing lies beside.
    """
    if not target.name:
        raise EditionError(
            Words(
                f"{target} 是根目录，不能作输出目录；换一个目录（--out）",
                f"{target} is the root of the file system, not a folder for an edition; choose "
                "another folder (--out)",
            )
        )
    lock = target.with_name(f".{target.name}.lock")
    file = _taken(lock, target)
    try:
        yield
    finally:
        # In a folder like /tmp, what somebody else has left stays there.
        with suppress(FileNotFoundError, PermissionError):
            lock.unlink()
        os.close(file)


def _taken(lock: Path, target: Path) -> int:
    """Return a lock that was taken, as the number of an open file."""
    while True:
        file = _opened(lock)
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


def _opened(lock: Path) -> int:
    """Open the file of a lock, which may be left from somebody else and not be ours to write."""
    always = os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT | always, 0o666)
    except PermissionError:
        if not lock.exists():
            raise
    try:
        return os.open(lock, os.O_RDONLY | always)
    except PermissionError as error:
        raise EditionError(
            Words(
                f"锁文件 {lock} 是其他用户的，无法打开；没有命令在生成印刷品时请删除它，再试一次",
                f"the lock {lock} belongs to somebody else and cannot be opened; have it removed "
                "when no command is making an edition, then try again",
            )
        ) from error


def _is_ours(file: int) -> bool:
    """Take the lock on an open file; return whether nobody else has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
