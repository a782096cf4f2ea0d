"""Workers end with the process they work for, even if that is killed and can tell them nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PARENT = """
import sys, time
from pathlib import Path
from site_builder.brochure.making.workers import Limits, Task, crew

folder = Path(sys.argv[1])

def begin():
    pass

def work(name):
    import os
    (folder / f"{os.getpid()}.{name}").touch()
    while name == "busy":
        pass
    time.sleep(600 if name == "asleep" else 0)

def tasks(*names):
    return [Task(name, work, (name,), Limits(600, 500)) for name in names]

with crew(1, begin) as earlier, crew(3, begin) as hands:
    list(earlier.results(tasks("idle")))
    list(hands.results(tasks("busy", "asleep")))
"""


def is_at_work(process: int) -> bool:
    """Whether a process runs; one that has ended may still be listed until somebody asks for it."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def test_no_worker_outlives_a_parent_that_is_killed(tmp_path: Path) -> None:
    """One is busy, one waits, one has nothing to do: all are gone when the parent is."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)])
    workers: list[int] = []
    try:
        deadline = time.monotonic() + 30
        while len(workers) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
            workers = [int(file.stem) for file in tmp_path.iterdir()]
        assert len(workers) == 3
        assert all(map(is_at_work, workers))
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        deadline = time.monotonic() + 5
        while any(map(is_at_work, workers)) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert [process for process in workers if is_at_work(process)] == []
    finally:
        for process in (parent.pid, *workers):
            if is_at_work(process):
                os.kill(process, signal.SIGKILL)
