"""`python -m tests.fuzz --minutes 5`: throw spoilt files at the reader and the rules.

Stops at the first that gives anything but findings, and keeps it in `.fuzz/`.
"""

import argparse
import random
import tempfile
import time
from pathlib import Path

from tests.fuzz.spoiling import FILES, REPOSITORY, spoilt_bytes
from tests.fuzz.telling import findings_on


def main() -> None:
    """Spoil and read until the time is over."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else time.time_ns()
    chance = random.Random(seed)
    files = [(file, file.read_bytes()) for file in FILES]
    end, runs, found = time.monotonic() + options.minutes * 60, 0, 0
    with tempfile.TemporaryDirectory(prefix="zhaoshang-fuzz-") as folder:
        while time.monotonic() < end:
            file, text = chance.choice(files)
            data = spoilt_bytes(text, chance)
            try:
                found += len(findings_on(data, file.relative_to(REPOSITORY), Path(folder)))
            except Exception:
                kept = REPOSITORY / ".fuzz" / file.name
                kept.parent.mkdir(exist_ok=True)
                kept.write_bytes(data)
                print(f"seed {seed}, run {runs}: the file is kept as {kept}")
                raise
            runs += 1
    print(f"{runs} spoilt files, {found} findings, no exception (seed {seed})")


if __name__ == "__main__":
    main()
