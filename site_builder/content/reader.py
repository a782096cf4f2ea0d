"""The only reader: a county's folder in, its catalog and all that is wrong with it out."""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from pydantic import ValidationError

from site_builder.content.catalog import FOLDERS, KINDS, AnyEntry, Catalog, Entry
from site_builder.content.county import County
from site_builder.content.event import Event
from site_builder.content.file_names import (
    can_be_address,
    not_a_record,
    not_a_text,
    not_an_address,
)
from site_builder.content.ground.boundary import read_boundary
from site_builder.content.ground.park_shapes import SitePlan
from site_builder.content.ground.plan_reader import read_plan
from site_builder.content.industry import Industry
from site_builder.content.park import Park
from site_builder.content.policy import Policy
from site_builder.content.printed import is_printed, read_printed
from site_builder.content.project import Project
from site_builder.content.schema_errors import diagnose
from site_builder.content.source import Source
from site_builder.content.yaml_text.strict_yaml import MAX_BYTES, parse
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.lifeline import Lifeline, lifeline

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

T = TypeVar("T", County, Event, Industry, Park, Policy, Project)
Read = tuple[AnyEntry | None, list[Diagnostic]]
Inspector = Callable[[AnyEntry, Entry[County] | None], Iterable[Diagnostic]]
"""Asked about one record, with the county's own, what is wrong with it."""

_MODELS: Mapping[str, Any] = {FOLDERS[kind]: model for kind, model in KINDS.items()}
_SHARE = 5
"""How many files are read before what was found in them is sent: at the end, one may wait."""
_TURN = 0.0005
"""In seconds; Python's own, ten times as long, keeps a process waiting a sixth of its time."""
_WORTH_A_PROCESS = 30
"""How many files take longer to read than a process takes to start."""


def say_nothing(_entry: AnyEntry, _county: Entry[County] | None) -> Iterable[Diagnostic]:
    """Inspect nothing."""
    return ()


def read_catalog(root: Path, inspect: Inspector = say_nothing) -> tuple[Catalog, list[Diagnostic]]:
    """Read every record under `root`.

    Returns the catalog of the records that could be read, and the findings on all others.
    `inspect` is asked about each record, with the county's own; its findings are added. It
    must need nothing else: where there are many files, several processes read them.
    """
    findings: list[Diagnostic] = []
    county = read_county(root, findings)
    outline = None
    if county is not None:
        outline = read_boundary(root, county.record.boundary, county.source, findings)
        findings += inspect(county, county)
    paths, named = _record_paths(root, findings)
    # The catalog has a field for each folder, and each folder records of one kind.
    records: dict[str, dict[str, Any]] = {folder: {} for folder in FOLDERS.values()}
    with _collecting_no_garbage():
        for entry, problems in _read_all(partial(_read_inspected, root, county, inspect), paths):
            findings += problems
            if entry is not None:
                records[entry.source.path.parts[0]][entry.slug] = entry
    in_order = {folder: dict(sorted(entries.items())) for folder, entries in records.items()}
    plans = read_plans(root, in_order["parks"], findings)
    printed = read_printed(root, named.get("event", frozenset()), findings)
    catalog = Catalog(
        root, county, named=named, outline=outline, plans=plans, printed=printed, **in_order
    )
    return catalog, findings


def read_plans(
    root: Path, parks: Mapping[str, Entry[Park]], findings: list[Diagnostic]
) -> Mapping[str, SitePlan]:
    """Return the plan of every park that says where its plots lie, by the park's slug.

    What cannot be read is added to `findings`, and left out of the plan.
    """
    plans = {}
    for slug, entry in parks.items():
        corners = [(plot.id, plot.corners) for plot in entry.record.plots]
        plan = read_plan(root, entry.record.plan, corners, entry.source, findings)
        if plan is not None:
            plans[slug] = plan
    return plans


def read_county(root: Path, findings: list[Diagnostic]) -> Entry[County] | None:
    """Read a county's own file; None, with findings added, if it cannot be one."""
    path = PurePosixPath("county.yml")
    if not (root / path).is_file() and not (root / path).is_symlink():
        findings.append(Source(path).diagnostic(Rule.COUNTY_MISSING))
        return None
    return read_record(root, path, County, findings)


def _record_paths(
    root: Path, findings: list[Diagnostic]
) -> tuple[list[PurePosixPath], dict[str, frozenset[str]]]:
    """Return the files to read, and by kind the names of all that authors meant as records.

    A kind whose folder is not looked into has no names.
    """
    paths: list[PurePosixPath] = []
    named: dict[str, frozenset[str]] = {}
    for kind, folder in FOLDERS.items():
        if (root / folder).is_symlink():
            findings.append(_misplaced(Rule.SYMBOLIC_LINK, PurePosixPath(folder)))
            continue
        files = list(_files(root, folder))
        named[kind] = frozenset(path.stem.lower() for path in files)
        for path in files:
            if rule := _misplacement(root / path):
                findings.append(_misplaced(rule, path, is_file=(root / path).is_file()))
            else:
                paths.append(path)
    return paths, named


def _read_inspected(
    root: Path, county: Entry[County] | None, inspect: Inspector, path: PurePosixPath
) -> Read:
    """Read one record, and ask the inspector about it."""
    findings: list[Diagnostic] = []
    entry = read_record(root, path, _MODELS[path.parts[0]], findings)
    if entry is not None:
        findings += inspect(entry, county)
    return entry, findings


def _read_all(read: Callable[[PurePosixPath], Read], paths: Sequence[PurePosixPath]) -> list[Read]:
    """Read all files: a few one after the other, many in as many processes as there are cores."""
    workers = min(len(os.sched_getaffinity(0)), len(paths) // _WORTH_A_PROCESS)
    if workers < 2:
        return [read(path) for path in paths]
    fork = get_context("fork")
    shares = [paths[first : first + _SHARE] for first in range(0, len(paths), _SHARE)]
    work = _Work(read, shares, fork.Value("i", 0))
    # What they read with is theirs by being forked; sent with each share, it would take longer.
    processes = ProcessPoolExecutor(workers - 1, fork, work.begin, (lifeline(),))
    with _taking_turns_often(), processes as pool:
        elsewhere = [pool.submit(_Work.read_elsewhere) for _ in shares]
        here = list(iter(work.read_next, []))
        return [
            result for share in (*here, *(one.result() for one in elsewhere)) for result in share
        ]


class _Work:
    """Files that several processes read: who is done with a share takes the next one."""

    _ours: ClassVar["_Work"]

    def __init__(
        self,
        read: Callable[[PurePosixPath], Read],
        shares: Sequence[Sequence[PurePosixPath]],
        taken: "Synchronized[int]",
    ) -> None:
        """Share out the files; `taken` counts the shares that somebody has begun."""
        self._read = read
        self._shares = shares
        self._taken = taken

    def begin(self, line: Lifeline) -> None:
        """Make this the work of a new process, which ends with the one that it was made by."""
        line.follow()
        _Work._ours = self

    def read_next(self) -> list[Read]:
        """Read the next share; nothing is read when all are taken."""
        with self._taken:
            number = self._taken.value
            self._taken.value += 1
        return [self._read(path) for share in self._shares[number : number + 1] for path in share]

    @classmethod
    def read_elsewhere(cls) -> list[Read]:
        """Read the next share in another process than the one that asks."""
        return cls._ours.read_next()


@contextmanager
def _collecting_no_garbage() -> Iterator[None]:
    """Leave what is read alone: it stays, and looking through it takes longer than reading."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # All of it counts as old at once, so that no look through what is new goes through it.
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()


@contextmanager
def _taking_turns_often() -> Iterator[None]:
    """Let the thread that takes in what others have read have its turn soon: they wait for it."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _files(root: Path, folder: str) -> Iterator[PurePosixPath]:
    directory = root / folder
    for file in sorted(directory.iterdir()) if directory.is_dir() else ():
        if not file.name.startswith(".") and not is_printed(file):
            yield PurePosixPath(folder, file.name)


def _misplacement(file: Path) -> Rule | None:
    """Return the rule that a file breaks by being where it is, with the name that it has."""
    if file.is_symlink():
        return Rule.SYMBOLIC_LINK
    if file.suffix != ".yml" or not file.is_file():
        return Rule.WRONG_EXTENSION
    if not can_be_address(file.stem):
        return Rule.BAD_SLUG
    return None


def _misplaced(rule: Rule, path: PurePosixPath, *, is_file: bool = False) -> Diagnostic:
    remedy = Words(
        "移出此目录；一条记录是一个文件", "move it out of this folder: a record is one file"
    )
    if rule is Rule.BAD_SLUG:
        remedy = not_an_address(path.name)
    elif is_file:
        remedy = not_a_record(path.name)
    return Source(path).diagnostic(rule, name=path.name, **both(remedy=remedy))


def read_record(
    root: Path, path: PurePosixPath, model: type[T], findings: list[Diagnostic]
) -> Entry[T] | None:
    """Read one file into a record; None, with findings added, if it cannot be one."""
    text = _read_text(root / path, path, findings)
    if text is None:
        return None
    tree, source, problems = parse(text, path)
    findings += problems
    if not isinstance(tree, dict):
        if not problems:
            findings.append(source.diagnostic(Rule.NOT_A_MAPPING))
        return None
    try:
        record = model.model_validate(tree)
    except ValidationError as error:
        doubtful = {finding.field for finding in problems if finding.field}
        findings += [d for d in diagnose(error, model, source) if not _is_under(d.field, doubtful)]
        return None
    return None if problems else Entry(path.stem, record, source)


def _is_under(field: str, doubtful: set[str]) -> bool:
    """Whether a field stands where the file itself is at fault and cannot be judged."""
    return any(field == above or field.startswith(f"{above}.") for above in doubtful)


def _read_text(file: Path, path: PurePosixPath, findings: list[Diagnostic]) -> str | None:
    source = Source(path)
    if file.is_symlink():
        findings.append(source.diagnostic(Rule.SYMBOLIC_LINK, name=path.name))
        return None
    size = file.stat().st_size
    if size > MAX_BYTES:
        findings.append(source.diagnostic(Rule.FILE_TOO_LARGE, size=size, limit=MAX_BYTES))
        return None
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        facts = both(remedy=not_a_text(content))
        findings.append(source.diagnostic(Rule.NOT_UTF8, byte=error.start + 1, **facts))
        return None
