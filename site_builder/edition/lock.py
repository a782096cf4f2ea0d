"""One run at a time for an event: two would take each other's files away."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_builder.diagnostics import Words
from site_builder.edition.errors import EditionError


@contextmanager
def alone(cache: Path, event: str) -> Iterator[None]:
    """Keep other runs for an event out, for as long as this one goes on.

    The system lets go of the lock when the process ends, however it ends. Raises
    `EditionError` if another run is at it.
    """
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / f"{event}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EditionError(
                Words(
                    f"{event} 的印刷品正由另一个命令生成，未作改动；等它做完再试",
                    f"another command is making the edition of {event}, and nothing was touched; "
                    "wait until it is done, then try again",
                )
            ) from error
        yield
