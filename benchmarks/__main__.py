"""`make bench`: what checks, builds, drawings and brochures cost, beside what does part of it.

Every figure is a ratio of two commands run one after the other on the same machine, as
whole processes, taken in turns; seconds are the median of the rounds. Drawings are measured
inside one process, on its own time.
"""

import argparse
import os
import platform

from benchmarks import building, checking, drawing, print_runs, printing


def main() -> None:
    """Measure counties of several sizes and print one row for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only", choices=["check", "build", "chain", "print"], help="measure one of them"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], metavar="PROJECTS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--search", action="store_true", help="let Material index its pages")
    options = parser.parse_args()
    python = f"Python {platform.python_version()} ({platform.python_compiler()})"
    print(f"{python}, {os.cpu_count()} cores; median of {options.rounds} rounds\n")
    if options.only in (None, "check"):
        print(checking.HEADING)
        print(checking.one_file(options.rounds), flush=True)
        for size in options.sizes:
            print(checking.row(size, options.rounds), flush=True)
        print()
    if options.only in (None, "chain"):
        print(drawing.HEADING)
        for size in drawing.SIZES:
            print(drawing.row(size, options.rounds), flush=True)
        print()
    if options.only in (None, "print"):
        print(printing.SINGLES)
        for line in printing.singles():
            print(line, flush=True)
        print(f"\n{print_runs.RUNS}")
        for line in print_runs.runs():
            print(line, flush=True)
        print()
    if options.only in (None, "build"):
        print(building.HEADING)
        for size in options.sizes:
            print(building.row(size, options.rounds, search=options.search), flush=True)


if __name__ == "__main__":
    main()
