"""Ends worker processes with the one they work for, however that ends.

A process that is killed can tell its workers nothing, and the system's own way (PR_SET_PDEATHSIG
of Linux) goes by the thread that made a worker, which may end long before. But the system closes
all files of a process that ends: of a pipe that nobody else can write into, its workers see that.

Whoever has processes made has them follow it, for whatever work: one that does not would hold the
pipe for all others, and the locks of the process that was killed with it.
"""

import os
from functools import cache
from threading import Thread

_ORPHANED = 74
"""How a worker ends that has nobody to work for; there is nobody to read it either."""


class Lifeline:
    """A pipe that is held open at one end by the process that has workers made."""

    def __init__(self) -> None:
        """Hold it, before the first worker is made."""
        self._watched, self._held = os.pipe()

    def follow(self) -> None:
        """In a worker: end this process as soon as nobody holds the pipe."""
        lifeline.cache_clear()  # whom a worker makes follows the worker
        os.close(self._held)
        Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        os.read(self._watched, 1)
        os._exit(_ORPHANED)


@cache
def lifeline() -> Lifeline:
    """Return the one of this process, held as long as it lives.

    Every worker holds copies of all the files there were when it was made. Were there a pipe for
    each pool of them, those of two pools at work would hold each other's.
    """
    return Lifeline()
