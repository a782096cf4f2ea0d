"""What was printed for an event: its printings, kept beside the records.

`events/printed/<slug>.json` is written by `zhaoshang brochure EVENT --freeze` and kept by the
county with its files; nobody edits it. It holds a digest of its own content, so that a hand that
did edit it is noticed, and the manifest of an edition says that it went to print, so that a file
that is gone is missed as long as the edition stands where it was made.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from pydantic import Field, field_validator

from site_builder.content.model import Text
from site_builder.content.printed_facts import Facts, Kept
from site_builder.content.scalars import Slug
from site_builder.content.source import Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both

FOLDER = PurePosixPath("events/printed")
"""Where the printings are kept, in the county's folder."""

EDITIONS = PurePosixPath("editions")
"""Where editions are made unless somebody says otherwise, in the county's folder."""
MANIFEST = "manifest.json"
"""What lists the files of an edition, in its folder."""

_MAX_BYTES = 10_000_000


class NoRecordError(ValueError):
    """What is no record of printings, or not as it was written; it holds why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class Printing(Kept):
    """One printing of an event's edition."""

    printed: date
    """The day of going to print, as it stands on what was printed."""
    event: Text
    """The event's name, as it was printed."""
    projects: Mapping[Slug, Facts]
    """What was printed of each project, by its slug."""
    files: Mapping[str, str] = {}
    """The SHA-256 of every file of the edition, by its path; empty where none were kept."""
    made_with: Mapping[str, str] = {}
    """The versions of what the files were made with, by name."""


class Printed(Kept):
    """All printings of an event's edition."""

    printings: Annotated[tuple[Printing, ...], Field(min_length=1)]
    """The first one first; no two of one day, since only the day tells them apart on paper."""

    @field_validator("printings")
    @classmethod
    def _each_on_its_day(cls, printings: tuple[Printing, ...]) -> tuple[Printing, ...]:
        if any(after.printed <= before.printed for before, after in pairwise(printings)):
            raise ValueError("two printings of one day, or not in their order")
        return printings

    @property
    def latest(self) -> Printing:
        """The last printing."""
        return self.printings[-1]

    def on(self, day: date) -> Printing | None:
        """Return the printing of a day; None if nothing went to print on it."""
        return next((one for one in self.printings if one.printed == day), None)


def printed_path(slug: str) -> PurePosixPath:
    """Return where the printings of an event are kept."""
    return FOLDER / f"{slug}.json"


def is_printed(path: Path) -> bool:
    """Whether that is the folder of printings, which stands beside the events."""
    return path.parts[-2:] == FOLDER.parts and path.is_dir()


def as_json(printed: Printed) -> str:
    """Return the text of the file: sorted, so that two versions differ only in what changed."""
    kept = printed.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json.dumps(sealed(kept), ensure_ascii=False, indent=2, sort_keys=True)


def sealed(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept of printings, as JSON has it, with the digest of its content.

    The digest is of values, not of bytes: line ends that a version control system turns, and
    another indentation, are not a change.
    """
    content = {name: value for name, value in kept.items() if name != _DIGEST}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return {_DIGEST: sha256(text.encode("ascii")).hexdigest(), **content}


_DIGEST = "digest"


def printed_in(text: bytes) -> Printed:
    """Return the printings that the content of a file holds.

    Raises `NoRecordError` if it is damaged, or is not what was written into it.
    """
    is_edited = False
    try:
        kept = json.loads(text)
        told = kept.pop(_DIGEST, None)
        is_edited = told != sealed(kept)[_DIGEST]
        printed = Printed.model_validate_json(json.dumps(kept))
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise NoRecordError(_EDITED if is_edited else _DAMAGED) from error
    if is_edited:
        raise NoRecordError(_EDITED)
    return printed


_DAMAGED = Words("内容已损坏", "its content is damaged")
_EDITED = Words(
    "写成之后有人改过，不再是当时所印",
    "somebody has edited it since it was written, and it no longer says what was printed",
)


def read_printed(
    root: Path, events: Collection[str], findings: list[Diagnostic]
) -> Mapping[str, Printed]:
    """Return what was printed by the event's slug; what is no such file is a finding.

    So is a printing that nothing is kept of any more, as far as the folder of an edition tells.
    """
    folder = root / FOLDER
    found: dict[str, Printed] = {}
    unread: set[str] = set()
    for file in sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else ():
        if file.name.startswith("."):
            continue
        reading = _read(file, events)
        if isinstance(reading, Printed):
            found[file.stem] = reading
        else:
            unread.add(file.name)
            source = Source(FOLDER / file.name)
            finding = source.diagnostic(
                Rule.PRINTED_UNREADABLE, name=FOLDER / file.name, **both(reason=reading)
            )
            findings.append(finding)
    asked = (slug for slug in sorted(events) if f"{slug}.json" not in unread)
    findings += (one for slug in asked for one in _forgotten(root, slug, found.get(slug)))
    return found


def _read(file: Path, events: Collection[str]) -> Printed | Words:
    if file.suffix != ".json" or file.is_symlink() or not file.is_file():
        return Words("此目录只放冻结的版本", "only frozen editions stand in this folder")
    if file.stem not in events:
        return Words(f"没有活动 {file.stem}", f"there is no event named {file.stem}")
    with file.open("rb") as opened:
        text = opened.read(_MAX_BYTES + 1)
    if len(text) > _MAX_BYTES:
        return Words("文件过大", "the file is too large")
    try:
        return printed_in(text)
    except NoRecordError as error:
        return error.words


def _forgotten(root: Path, slug: str, printed: Printed | None) -> Iterator[Diagnostic]:
    """Yield a finding if an edition that stands went to print, and is not remembered."""
    manifest = EDITIONS / slug / MANIFEST
    day = _went_to_print(root / manifest, slug)
    if day is not None and (printed is None or printed.on(day) is None):
        yield Source(printed_path(slug)).diagnostic(
            Rule.PRINTED_MISSING,
            name=printed_path(slug),
            manifest=manifest,
            folder=manifest.parent,
            day=day,
        )


def _went_to_print(manifest: Path, slug: str) -> date | None:
    """Return the day on which an edition went to print, as its manifest has it."""
    try:
        with manifest.open("rb") as opened:
            kept = json.loads(opened.read(_MAX_BYTES))
        if kept["event"] == slug and kept["frozen"] is True:
            return date.fromisoformat(kept["printed"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # no edition stands there, or none that says so
    return None
