"""Set PDFs into files: each in its finish and inspected, and kept by what went into it."""

import dataclasses
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter

from site_builder import preflight
from site_builder.brochure import finish, long_picture
from site_builder.brochure.finish import PressSettings
from site_builder.brochure.kept import Kept
from site_builder.brochure.long_picture import Kind, as_picture
from site_builder.brochure.renderer import BrochureError
from site_builder.brochure.run import FailedError
from site_builder.brochure.workers import Ended, Limits, Task, crew
from site_builder.diagnostics import Severity
from site_builder.preflight import Finding, Finish, inspect

_FINDINGS = TypeAdapter(list[Finding])
_LIMITS = Limits(seconds=600, memory=2000)
"""A handbook is made ready for the press, and inspected, in half a minute and 500 MiB."""


@dataclass(frozen=True)
class ToFinish:
    """What is needed to finish one file."""

    number: int
    finish: Finish
    source: Path
    """The set PDF."""
    path: str
    """What findings call the file."""
    settings: PressSettings | None
    """For the press only."""
    imposed: bool = False
    """Whether the pages of a press file are put together as a printer's spreads."""
    picture: Kind | None = None
    """As which picture it is drawn, instead of a finish."""


def finished(
    tasks: Sequence[ToFinish], kept: Kept, workers: int, *, forget: bool = True
) -> Iterator[tuple[ToFinish, bytes, list[Finding]]]:
    """Yield every file with its bytes and what is wrong with it, as they come.

    What is in `kept` is not made again; with `forget`, what is not asked for is dropped from it.
    Raises `FinishError` for what cannot be finished, and, when all others are done,
    `BrochureError` naming files that took more time or memory than they may.
    """
    names: set[str] = set()
    failures = []
    with crew(min(workers, max(len(tasks), 1)), _begin, kept) as hands:
        for task, made in hands.results(Task(one, _one, (one,), _LIMITS) for one in tasks):
            if isinstance(made, Ended):
                failures.append(BrochureError(task.key.path, [made.reason]))
                continue
            pdf, found, name = made
            names.add(name)
            yield task.key, pdf, found
    if failures:
        raise FailedError(sorted(failures, key=lambda failure: failure.name))
    if forget:
        kept.forget({f"{name}.{kind}" for name in names for kind in ("pdf", "json")})


_kept: Kept


def _begin(kept: Kept) -> None:
    global _kept  # noqa: PLW0603 - a worker process keeps in one place
    _kept = kept


def _one(task: ToFinish) -> tuple[bytes, list[Finding], str]:
    source = task.source.read_bytes()
    name = _name(task, source)
    pdf, told = _kept.get(f"{name}.pdf"), _kept.get(f"{name}.json")
    if pdf is not None and told is not None:
        found = [dataclasses.replace(one, file=task.path) for one in _FINDINGS.validate_json(told)]
        return pdf, found, name
    pdf = _made(task, source)
    found = inspect(pdf, task.path, task.finish) if task.picture is None else []
    told = _FINDINGS.dump_json(found)
    # What cannot go out is looked at again; what would be read otherwise than it was is too.
    fit = all(one.severity is not Severity.ERROR for one in found)
    if fit and _FINDINGS.validate_json(told) == found:
        _kept.put(f"{name}.pdf", pdf)
        _kept.put(f"{name}.json", told)
    return pdf, found, name


def _made(task: ToFinish, pdf: bytes) -> bytes:
    if task.picture is not None:
        return as_picture(pdf, task.picture)
    if task.settings is not None:
        pressed = finish.press(pdf, task.settings)
        return finish.imposed(pressed) if task.imposed else pressed
    return finish.office(pdf) if task.finish is Finish.OFFICE else finish.screen(pdf)


def _name(task: ToFinish, pdf: bytes) -> str:
    """Return a digest of everything that goes into a file and its findings."""
    digest = sha256(_program())
    digest.update(f"{task.finish} {task.imposed} {task.picture}".encode())
    if task.settings is not None:
        digest.update(_press(task.settings).encode())
    digest.update(pdf)
    return digest.hexdigest()


@cache
def _press(settings: PressSettings) -> str:
    """Return what says how a press file is made; of the profile, its content."""
    parts = {one.name: getattr(settings, one.name) for one in dataclasses.fields(settings)}
    parts["profile"] = sha256(settings.profile.read_bytes()).hexdigest()
    return repr(sorted(parts.items()))


@cache
def _program() -> bytes:
    """Return what stands for the program that finishes and inspects."""
    digest = sha256(f"{version('pikepdf')} {version('pillow')} {version('pypdfium2')}".encode())
    digest.update((shutil.which("verapdf") or "").encode())
    rooms = [Path(str(room.__file__)).parent for room in (finish, preflight)]
    files = [file for room in rooms for kind in ("py", "yml") for file in room.rglob(f"*.{kind}")]
    files.append(Path(str(long_picture.__file__)))
    for file in sorted(files, key=lambda file: file.as_posix()):
        digest.update(file.read_bytes())
    return digest.digest()
