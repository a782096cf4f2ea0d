"""What was printed for an event: its printings, kept beside the records.

`events/printed/<slug>.json` is written by `zhaoshang brochure EVENT --freeze` and kept by the
county with its files; nobody edits it.
"""

import json
from collections.abc import Collection, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import Field, ValidationError, field_validator

from site_builder.content.model import Text
from site_builder.content.printed_facts import Facts, Kept
from site_builder.content.scalars import Slug
from site_builder.content.source import Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both

FOLDER = PurePosixPath("events/printed")
"""Where the printings are kept, in the county's folder."""

_MAX_BYTES = 10_000_000


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
    return json.dumps(kept, ensure_ascii=False, indent=2, sort_keys=True)


def read_printed(
    root: Path, events: Collection[str], findings: list[Diagnostic]
) -> Mapping[str, Printed]:
    """Return what was printed by the event's slug; what is no such file is a finding."""
    folder = root / FOLDER
    found: dict[str, Printed] = {}
    for file in sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else ():
        if file.name.startswith("."):
            continue
        reading = _read(file, events)
        if isinstance(reading, Printed):
            found[file.stem] = reading
        else:
            source = Source(FOLDER / file.name)
            finding = source.diagnostic(
                Rule.PRINTED_UNREADABLE, name=FOLDER / file.name, **both(reason=reading)
            )
            findings.append(finding)
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
        return Printed.model_validate_json(text)
    except ValidationError:
        return Words("内容已损坏", "its content is damaged")
