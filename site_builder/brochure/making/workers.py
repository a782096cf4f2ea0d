"""Several documents at a time, one process a core, each within limits of time and memory.

A document may never come to an end (WeasyPrint takes exponential time for some columns inside
columns) or want all the memory there is. Its process is ended then, another takes its place,
and the other documents go on.
"""

import ctypes
import gc
import os
import signal
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from site_builder.diagnostics.bilingual import Words
from site_builder.lifeline import Lifeline, lifeline

T = TypeVar("T")
K = TypeVar("K")

_MIB = 1024 * 1024
_STATUS = Path("/proc/self/statm")
_MUCH = 250
"""MiB above which a process gives back what a document has left: a book leaves half."""
_TOO_LARGE = 73
"""How a process ends whose document wanted more memory than it may have."""


@dataclass(frozen=True)
class Limits:
    """What one document may take before it is ended."""

    seconds: float
    memory: float
    """MiB beyond what the process had when the document was begun."""


@dataclass(frozen=True)
class Task(Generic[K]):
    """A call of a function in a worker process."""

    key: K
    """What the task is about; it stays in this process."""
    function: Callable[..., Any]
    args: tuple[Any, ...]
    limits: Limits


@dataclass(frozen=True)
class Ended:
    """A task that was ended, and why."""

    reason: Words


class Crew:
    """Worker processes that share what this one has made so far."""

    def __init__(self, pool: ProcessPool, workers: int) -> None:
        """Let `workers` processes of a pool work."""
        self._pool = pool
        self.workers = workers

    def results(self, tasks: Iterable[Task[K]]) -> Iterator[tuple[Task[K], Any]]:
        """Yield every task with what its function returned, as they are done.

        In place of a result stands `Ended` for a task that went beyond its limits. What a
        function raises is raised here.
        """
        running = {self._begin(task): task for task in tasks}
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                task = running.pop(future)
                yield task, _outcome(future, task.limits)

    def _begin(self, task: Task[K]) -> Any:
        arguments = (task.limits.memory, task.function, *task.args)
        return self._pool.schedule(_within, arguments, timeout=task.limits.seconds)


@contextmanager
def crew(workers: int, begin: Callable[..., None], *args: object) -> Iterator[Crew]:
    """Have `workers` processes at work; each begins by calling `begin` with `args`.

    They are copies of this process, made when they are first needed: what is loaded before is
    shared by all, and `args` are not sent. They end with this process, even if it is killed.
    """
    with TemporaryDirectory(prefix="zhaoshang-", ignore_cleanup_errors=True) as scratch:
        pool = ProcessPool(
            workers,
            initializer=_settle,
            initargs=(lifeline(), scratch, begin, args),
            context=get_context("fork"),
        )
        try:
            yield Crew(pool, workers)
            pool.close()  # type: ignore[no-untyped-call]
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise
        finally:
            pool.join()


def _settle(
    line: Lifeline, scratch: str, begin: Callable[..., None], args: tuple[Any, ...]
) -> None:
    line.follow()
    # WeasyPrint lays its fonts, ten megabytes of them, into a folder that a process which ends
    # does not clear away. It is made in one that goes with the crew.
    tempfile.tempdir = scratch
    # An interrupted command ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin(*args)
    settle()


def settle() -> None:
    """Look no more for garbage in what this process has so far; it is there for good.

    Pages are full of cycles. They are cleared away once, when a document is done: looking
    through a document while it is being made, or through what is there for good, takes a
    fifth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


def _outcome(future: Any, limits: Limits) -> Any:
    try:
        return future.result()
    except TimeoutError:  # concurrent.futures has no other since Python 3.11
        return Ended(
            Words(
                f"{limits.seconds:g} 秒还没有做完，已中止",
                f"it was not done after {limits.seconds:g} seconds and was ended",
            )
        )
    except ProcessExpired as error:
        if error.exitcode == _TOO_LARGE:
            return Ended(
                Words(
                    f"所需内存超过 {limits.memory:g} MiB，已中止",
                    f"it wanted more than {limits.memory:g} MiB of memory and was ended",
                )
            )
        how = _how(error.exitcode or 0)
        return Ended(Words(f"进程自行退出（{how}）", f"its process ended by itself ({how})"))


def _how(code: int) -> str:
    """Return how a process ended: by which signal, or with which exit code."""
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def _within(memory: float, function: Callable[..., T], *args: object) -> T:
    """Call a function; end this process if that takes more memory than it may."""
    try:
        with _no_more_than(memory):
            return function(*args)
    except (MemoryError, SystemError):
        # A library in C that gets no memory may fail without saying why, which Python reports as
        # a SystemError. Whatever wanted so much may still hold it.
        os._exit(_TOO_LARGE)
    finally:
        gc.collect()
        _give_back()


def _give_back() -> None:
    """Return the memory of a large document to the system, where the C library can."""
    if not _STATUS.exists() or _resident() < _MUCH:
        return
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def _resident() -> float:
    """Return how many MiB of memory this process has in use, where Linux says it."""
    pages = int(_STATUS.read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MIB


@contextmanager
def _no_more_than(memory: float) -> Iterator[None]:
    """Let this process have no more than `memory` MiB beyond what it has, where Linux says it."""
    if not _STATUS.exists():
        yield
        return
    import resource

    pages = int(_STATUS.read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + int(memory * _MIB)
    usual, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (usual, hard))
