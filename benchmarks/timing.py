"""Runs a command as a whole process, and says how long it took and how much memory."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

_AS_USED = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
} | {"NO_MKDOCS_2_WARNING": "1"}

_BEGUN = time.perf_counter()


def elapsed() -> float:
    """Return the seconds since the measurements began."""
    return time.perf_counter() - _BEGUN


def tell(what: str) -> None:
    """Say beside the tables, on standard error, what is measured now and what time has gone."""
    print(f"[{elapsed():4.0f} s] {what}", file=sys.stderr, flush=True)


def script(name: str) -> str:
    """Return the path of a command installed beside this Python."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise SystemExit(f"{name} is not installed beside {sys.executable}")
    return found


def timed(command: list[str], folder: Path, *, keep: bool = False) -> tuple[float, float]:
    """Run a command; return its seconds and its peak memory in MiB.

    A website built before is removed first, unless it is to be kept. Python keeps what it
    has compiled, as it does for every user, whatever this process was told.
    """
    if not keep:
        shutil.rmtree(folder / "site", ignore_errors=True)
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_AS_USED,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {folder}")
    return seconds, usage.ru_maxrss / 1024
