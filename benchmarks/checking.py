"""Checking a county's files, beside PyYAML that only loads them."""

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.county import REPOSITORY, generate
from benchmarks.timing import script, timed

AIM = 4.0
"""The seconds in which 1,000 briefs are to be checked on two cores."""
HEADING = f"""\
Check of all files, beside PyYAML's C loader that only loads them, one after the other
(aim: 1,000 projects in {AIM:.0f} s on two cores)

projects  check s   MiB | PyYAML s   MiB | ratio"""

_LOAD = """
import pathlib, yaml
for file in pathlib.Path().glob("*/*.yml"):
    yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
"""
_START = "import pydantic, yaml, click, rich.console"


def row(size: int, rounds: int) -> str:
    """Return one row: a county of `size` projects, the median of `rounds` rounds."""
    with tempfile.TemporaryDirectory(prefix="zhaoshang-bench-") as name:
        folder = Path(name) / "county"
        generate(folder, size)
        ours, plain = [], []
        for _ in range(rounds):
            ours.append(timed([script("zhaoshang"), "check", "--strict"], folder))
            plain.append(timed([sys.executable, "-c", _LOAD], folder))
    return _row(f"{size:8d}", ours, plain)


def one_file(rounds: int) -> str:
    """Return the row of one changed file in the sample county, beside starting Python."""
    ours, plain = [], []
    project = next((REPOSITORY / "projects").glob("*.yml"))
    for _ in range(rounds):
        ours.append(timed([script("zhaoshang"), "check", str(project)], REPOSITORY, keep=True))
        plain.append(timed([sys.executable, "-c", _START], REPOSITORY, keep=True))
    return _row("one file", ours, plain) + "  (beside importing the libraries)"


def _row(name: str, ours: list[tuple[float, float]], plain: list[tuple[float, float]]) -> str:
    seconds = statistics.median(time for time, _ in ours)
    loading = statistics.median(time for time, _ in plain)
    return (
        f"{name} {seconds:8.2f} {max(m for _, m in ours):5.0f}"
        f" | {loading:8.2f} {max(m for _, m in plain):5.0f} | {seconds / loading:5.2f}"
    )
