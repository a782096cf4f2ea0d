"""Workers of every kind end with the process they work for, even if that is killed.

What it held is free then: a worker has copies of its open files, and with them of its locks.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from typing import IO

import pytest

from site_builder.build import cores
from site_builder.edition import EditionError
from site_builder.edition.lock import alone, alone_at
from tests.county_copy import CountyCopy
from tests.site.website import COUNTY

_BEGIN = """
import os, sys, time
from pathlib import Path
folder, told = Path(sys.argv[1]), int(sys.argv[2])
os.register_at_fork(after_in_child=lambda: os.write(told, b"."))
"""

_PRINTING = """
from site_builder.brochure.making.workers import Limits, Task, crew

def begin():
    pass

def work(name):
    os.write(told, b"+")
    while name == "busy":
        pass
    time.sleep(600 if name == "asleep" else 0)

def tasks(*names):
    return [Task(name, work, (name,), Limits(600, 500)) for name in names]

with crew(1, begin) as earlier, crew(3, begin) as hands:
    list(earlier.results(tasks("idle")))
    list(hands.results(tasks("busy", "asleep")))
"""

_CUTTING = """
from site_builder.brochure.rendering.fonts import cut_fonts
from site_builder.build import cores
from site_builder.edition.lock import alone, alone_at

with alone(folder / "cache", "fair"), alone_at(folder / "fair"):
    cut_fonts(frozenset(map(chr, range(0x4E00, 0x5E00))), folder / "fonts")
"""

_READING = """
from site_builder.content.reader import read_catalog

def inspect(_entry, county):
    if county is not None and _entry is not county:
        time.sleep(600)
    return ()

read_catalog(folder, inspect)
"""

_WRITING = """
from site_builder.build import prepare
from site_builder.site.writer import Website

class Frames(dict):
    def __missing__(self, key):
        time.sleep(600)

publication = prepare(folder, folder / "theme")
website = Website(publication.theme, publication.counties, publication.site_url)
website.write(folder / "never-written", Frames(), workers=2)
"""


@contextmanager
def killed(code: str, folder: Path, signs: int) -> Iterator[IO[bytes]]:
    """Kill a program when its workers have given so many signs; yield a pipe that they all hold.

    Each gives one when it is made.
    """
    watched, held = os.pipe()
    command = (sys.executable, "-c", _BEGIN + code, str(folder), str(held))
    with os.fdopen(watched, "rb", buffering=0) as told:
        program = subprocess.Popen(command, pass_fds=(held,), start_new_session=True)
        os.close(held)
        try:
            for _ in range(signs):
                assert is_heard(told, seconds=60), "the workers give no more signs"
                assert told.read(1), "the program has ended by itself"
            program.send_signal(signal.SIGKILL)
            program.wait()
            yield told
        finally:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)


def is_heard(told: IO[bytes], seconds: float) -> bool:
    """Whether something comes through a pipe in time, be it that nobody holds it any more."""
    return bool(select([told], [], [], seconds)[0])


def all_end(told: IO[bytes]) -> bool:
    """Whether all processes that hold a pipe end in a few seconds."""
    while is_heard(told, seconds=5):
        if not told.read(1):
            return True
    return False


def takes_the_locks(folder: Path) -> bool:
    """Whether an edition can be made in a folder; an ended process lets go of one after another."""
    for _ in range(100):
        with suppress(EditionError), alone(folder / "cache", "fair"), alone_at(folder / "fair"):
            return True
        time.sleep(0.01)
    return False


def test_no_worker_that_prints_outlives_the_command(tmp_path: Path) -> None:
    """One is busy, one waits, two have nothing to do: all are gone when the command is."""
    with killed(_PRINTING, tmp_path, signs=7) as told:
        assert all_end(told)


def test_no_worker_that_cuts_fonts_outlives_the_command(tmp_path: Path) -> None:
    """A new command takes the locks that the killed one held."""
    with killed(_CUTTING, tmp_path, signs=os.cpu_count() or 1) as told:
        assert all_end(told)
        assert takes_the_locks(tmp_path)


@pytest.mark.skipif(cores() < 2, reason="on one core, a county is read in one process")
def test_no_worker_that_reads_outlives_the_command(county: CountyCopy) -> None:
    """They have as many files before them as are worth a second process."""
    for number in range(60):
        shutil.copy(county.file("projects/cathode.yml"), county.file(f"projects/copy-{number}.yml"))
    with killed(_READING, county.root, signs=1) as told:
        assert all_end(told)


def test_no_worker_that_writes_pages_outlives_the_command() -> None:
    """The sample has as many pages as are worth a second process."""
    with killed(_WRITING, COUNTY, signs=2) as told:
        assert all_end(told)
