"""A process that has set a large document gives its memory back before the next one."""

import subprocess
import sys
from pathlib import Path

from site_builder.brochure.making.workers import Limits, Task, crew

ROOT = Path(__file__).parents[3]

_held: list[bytes] = []


def resident() -> float:
    """Return the MiB this process has in use."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def work_hard() -> float:
    """Fill 300 MiB with small things, and keep the last of them: the end of the heap is taken."""
    filled = [bytes(1000) for _ in range(300_000)]
    _held.append(filled[-1])
    return resident()


def begin() -> None:
    """Nothing is needed."""


def measured() -> tuple[float, float, float]:
    """Return what a worker has in use before, at the height of, and after a large document."""
    limits = Limits(seconds=60, memory=2000)
    with crew(1, begin) as hands:

        def asked(function: object) -> float:
            task = Task("memory", function, (), limits)  # type: ignore[arg-type]
            ((_, answer),) = hands.results([task])
            return float(answer)

        return asked(resident), asked(work_hard), asked(resident)


def test_memory_of_a_large_document_is_given_back() -> None:
    # In a program of its own: a process of these tests has free memory of theirs to fill.
    code = "from tests.brochure.making.test_memory import measured; print(*measured())"
    said = subprocess.check_output((sys.executable, "-c", code), cwd=ROOT, text=True)
    before, most, after = map(float, said.split())
    assert most - before > 250
    assert after - before < 100
