"""Set PDFs into files: each in its finish and inspected, and kept by what went into it."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter

from site_builder import icc, preflight, sheets
from site_builder.brochure import finish
from site_builder.brochure.finish import FinishError, PressSettings
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.making.workers import Ended, Limits, Task, crew
from site_builder.brochure.setting import long_picture
from site_builder.brochure.setting.long_picture import Kind, as_picture
from site_builder.diagnostics import Severity, rules
from site_builder.preflight import Finding, Finish, inspect
from site_builder.preflight.fault import Fault
from site_builder.preflight.verapdf import version_of_verapdf

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
    Raises `FinishError` when all others are done: it names every file that cannot be finished,
    or took more time or memory than it may, with its page and the reason.
    """
    names: set[str] = set()
    failures: list[FinishError] = []
    with crew(min(workers, max(len(tasks), 1)), _begin, kept) as hands:
        for task, made in hands.results(Task(one, _one, (one,), _LIMITS) for one in tasks):
            if isinstance(made, FinishError | Ended):
                failures.append(_failure(task.key, made))
                continue
            pdf, found, name = made
            names.add(name)
            yield task.key, pdf, found
    if failures:
        raise finish.all_of(failures)
    if forget:
        kept.forget({f"{name}.{kind}" for name in names for kind in ("pdf", "json")})


def to_make(tasks: Iterable[ToFinish]) -> list[ToFinish]:
    """Return the files that are made, spreads last: they are put together of press files.

    A book too thick to be stapled has no spreads.
    """
    made = [
        task for task in tasks if not task.imposed or finish.is_stapled(task.source.read_bytes())
    ]
    return sorted(made, key=lambda task: task.imposed)


def _failure(task: ToFinish, made: FinishError | Ended) -> FinishError:
    if isinstance(made, FinishError):
        return made.at(file=task.path)
    return FinishError(
        f"{made.reason.zh}，这份文件没有做成。请重做一次；仍不成的，核对其中有没有过大的图片。",
        f"{made.reason.en}, and the file was not made. Make it again; if that fails too, look "
        "for a picture in it that is far too large.",
        file=task.path,
    )


_kept: Kept


def _begin(kept: Kept) -> None:
    global _kept  # noqa: PLW0603 - a worker process keeps in one place
    _kept = kept


def _one(task: ToFinish) -> tuple[bytes, list[Finding], str] | FinishError:
    try:
        return _finished(task)
    except FinishError as error:
        return error


def _finished(task: ToFinish) -> tuple[bytes, list[Finding], str]:
    source = task.source.read_bytes()
    name = _name(task, source)
    pdf, told = _kept.get(f"{name}.pdf"), _kept.get(f"{name}.json")
    if pdf is not None and told is not None:
        found = [dataclasses.replace(one, file=task.path) for one in _FINDINGS.validate_json(told)]
        return pdf, found, name
    pdf = _made(task, source)
    found = inspect(pdf, task.path, task.finish) if task.picture is None else []
    told = _FINDINGS.dump_json(found)
    # What cannot go out is looked at again, what veraPDF did not look through, and what would be
    # read otherwise than it was.
    if not any(map(_is_open, found)) and _FINDINGS.validate_json(told) == found:
        _kept.put(f"{name}.pdf", pdf)
        _kept.put(f"{name}.json", told)
    return pdf, found, name


def _is_open(one: Finding) -> bool:
    return one.severity is Severity.ERROR or one.fault is Fault.VERAPDF_UNFINISHED


def _made(task: ToFinish, pdf: bytes) -> bytes:
    if task.picture is not None:
        return as_picture(pdf, task.picture)
    if task.settings is not None:
        return _imposed(task, pdf) if task.imposed else finish.press(pdf, task.settings)
    return finish.office(pdf) if task.finish is Finish.OFFICE else finish.screen(pdf)


def _imposed(task: ToFinish, pdf: bytes) -> bytes:
    """Return the spreads of a press file, which most often is there by now."""
    flat = dataclasses.replace(task, imposed=False)
    return finish.imposed(_kept.get(f"{_name(flat, pdf)}.pdf") or _made(flat, pdf))


def _name(task: ToFinish, pdf: bytes) -> str:
    """Return a digest of everything that goes into a file and its findings."""
    digest = sha256(_program())
    digest.update(f"{task.finish} {task.imposed} {task.picture}".encode())
    if task.settings is not None:
        digest.update(_said(task.settings).encode())
    digest.update(pdf)
    return digest.hexdigest()


@cache
def _said(settings: PressSettings) -> str:
    return settings.said


@cache
def _program() -> bytes:
    """Return what stands for the program that finishes and inspects."""
    digest = sha256(f"{version('pikepdf')} {version('pillow')} {version('pypdfium2')}".encode())
    digest.update(version_of_verapdf().encode())
    rooms = [Path(str(room.__file__)).parent for room in (finish, preflight)]
    files = [file for room in rooms for kind in ("py", "yml") for file in room.rglob(f"*.{kind}")]
    # How texts are read and severities told decides findings, too.
    files += (Path(str(module.__file__)) for module in (long_picture, icc, sheets, rules))
    for file in sorted(files, key=lambda file: file.as_posix()):
        digest.update(file.read_bytes())
    return digest.digest()
