"""Files of anybody, each inspected in a process of its own: none can hang or fill the machine."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from site_builder.brochure.making.workers import Ended, Limits, Task, crew
from site_builder.diagnostics import both
from site_builder.diagnostics.trouble import why
from site_builder.preflight import Finding, Finish, inspect
from site_builder.preflight.fault import Fault

LIMITS = Limits(seconds=300, memory=2000)
"""A handbook of a hundred pages takes three seconds and 300 MiB; veraPDF, two minutes at most."""


def inspected(
    files: Sequence[Path], finish: Finish | None, limits: Limits = LIMITS
) -> list[Finding]:
    """Return what is wrong with files, in their order; as `inspect`, and that one was ended.

    One after the other, as the bytes of large files take room.
    """
    with crew(1, lambda: None) as hands:
        return [one for file in files for one in _of(hands.results([_task(file, finish, limits)]))]


def _task(file: Path, finish: Finish | None, limits: Limits) -> Task[Path]:
    return Task(file, _inspect, (file, finish), limits)


def _inspect(file: Path, finish: Finish | None) -> list[Finding]:
    try:
        pdf = file.read_bytes()
    except OSError as error:
        return [Finding(Fault.FILE_UNREACHABLE, str(file), facts=both(reason=why(error)))]
    return inspect(pdf, str(file), finish)


def _of(results: Iterator[tuple[Task[Path], list[Finding] | Ended]]) -> Iterator[Finding]:
    for task, found in results:
        if isinstance(found, Ended):
            limits = {"seconds": f"{task.limits.seconds:g}", "memory": f"{task.limits.memory:g}"}
            yield Finding(Fault.INSPECTION_ENDED, str(task.key), facts=limits)
        else:
            yield from found
