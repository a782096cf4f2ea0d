"""`python -m tests.fuzz --minutes 5`: throw spoilt files, values and folders at the program.

Stops at the first that gives anything but findings, keeps it in `.fuzz/` and names the seed.
"""

import argparse
import random
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.spoiling import FILES, REPOSITORY, fitting_entry, spoilt_bytes
from tests.fuzz.spoiling_folders import county_to_spoil, spoil_folder
from tests.fuzz.telling import findings_in, findings_of, findings_on

KEPT = REPOSITORY / ".fuzz"


def main() -> None:
    """Spoil and read until the time is over."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else time.time_ns()
    chance = random.Random(seed)
    end, runs, found = time.monotonic() + options.minutes * 60, Counter[str](), 0
    ways = {"files": _one_file, "values": _one_record, "folders": _one_folder}
    while time.monotonic() < end:
        name = chance.choice(tuple(ways))
        with tempfile.TemporaryDirectory(prefix="zhaoshang-fuzz-") as folder:
            try:
                found += ways[name](Path(folder), chance)
            except Exception:
                shutil.rmtree(KEPT, ignore_errors=True)
                shutil.copytree(folder, KEPT, symlinks=True, copy_function=_copy_plain)
                print(f"seed {seed}, run {runs.total()} of {name}: what was read is kept in {KEPT}")
                raise
        runs[name] += 1
    print(f"spoilt: {dict(runs)}; {found} findings, no exception (seed {seed})")


def _one_file(folder: Path, chance: random.Random) -> int:
    file = chance.choice(FILES)
    data = spoilt_bytes(file.read_bytes(), chance)
    return len(findings_on(data, file.relative_to(REPOSITORY), folder))


def _one_record(folder: Path, chance: random.Random) -> int:
    entry, tree = fitting_entry(chance.choice(FILES), chance)
    (folder / "values.txt").write_text(repr(tree), "utf-8", errors="backslashreplace")
    return 0 if entry is None else len(findings_of(entry, entry.source.path))


def _one_folder(folder: Path, chance: random.Random) -> int:
    county = county_to_spoil(folder / "county")
    spoil_folder(county, chance)
    return len(findings_in(county, drafts=chance.random() < 0.3))


def _copy_plain(source: str, target: str) -> None:
    if Path(source).is_file():
        shutil.copy2(source, target)


if __name__ == "__main__":
    main()
