"""`make bench`: the website build beside plain Material, page for page.

Every figure is a ratio of two commands run one after the other on the same machine, as
whole processes, taken in turns; seconds are the median of the rounds.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.county import generate
from benchmarks.plain_material import write_plain_site

AIM = 0.25
"""The share of plain Material's time per page that the website build aims at."""


def main() -> None:
    """Measure counties of several sizes and print one row for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], metavar="PROJECTS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--search", action="store_true", help="let Material index its pages")
    options = parser.parse_args()
    print("Website build, two languages, beside plain Material with as many pages of the same text")
    print(f"{os.cpu_count()} cores; median of {options.rounds} rounds; aim: ratio {AIM} or less\n")
    print("projects  pages  ours s  ms/page   MiB | plain pages  plain s  ms/page   MiB | ratio")
    for size in options.sizes:
        print(_row(size, options.rounds, search=options.search), flush=True)


def _row(size: int, rounds: int, *, search: bool) -> str:
    with tempfile.TemporaryDirectory(prefix="zhaoshang-bench-") as name:
        folder = Path(name)
        generate(folder / "county", size)
        plain_pages = write_plain_site(folder / "county", folder / "plain", search=search)
        ours, plain = [], []
        for _ in range(rounds):
            ours.append(_timed([_script("zhaoshang"), "build", "--no-pdf"], folder / "county"))
            plain.append(_timed([_script("mkdocs"), "build", "-q"], folder / "plain"))
        pages = sum(1 for _ in (folder / "county/site").rglob("index.html"))
    seconds = statistics.median(time for time, _ in ours)
    plain_seconds = statistics.median(time for time, _ in plain)
    per_page, plain_per_page = seconds / pages, plain_seconds / plain_pages
    return (
        f"{size:8d} {pages:6d} {seconds:7.2f} {per_page * 1000:8.2f} {max(m for _, m in ours):5.0f}"
        f" | {plain_pages:11d} {plain_seconds:8.2f} {plain_per_page * 1000:8.2f}"
        f" {max(m for _, m in plain):5.0f} | {per_page / plain_per_page:5.2f}"
    )


def _script(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise SystemExit(f"{name} is not installed beside {sys.executable}")
    return found


def _timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Run a command; return its seconds and its peak memory in MiB."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {folder}")
    return seconds, _mebibytes(usage)


def _mebibytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
