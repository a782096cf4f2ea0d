"""What was printed for an event: the words of a fixed list of facts, kept beside the records.

`events/printed/<slug>.json` is written by `zhaoshang brochure EVENT --freeze` and kept by the
county with its files; nobody edits it.
"""

import json
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError

from site_builder.content.source import Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both

FOLDER = PurePosixPath("events/printed")
"""Where frozen editions are kept, in the county's folder."""
FACTS = (
    "title",
    "investment",
    "land",
    "payback",
    "return",
    "stage",
    "modes",
    "site",
    "price",
    "person",
    "phone",
)
"""What is remembered of every project, in the order in which it is told."""

Facts = Mapping[str, str]
"""The words of one language, by the name of the fact; a fact that is not stated is left out."""

_MAX_BYTES = 10_000_000


class Printed(BaseModel):
    """One printing of an event's edition."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    printed: date
    """The day of going to print."""
    projects: Mapping[str, Mapping[str, Facts]]
    """What was printed of each project, by its slug and by language: `zh`, `en`."""


def printed_path(slug: str) -> PurePosixPath:
    """Return where the frozen edition of an event is kept."""
    return FOLDER / f"{slug}.json"


def is_printed(path: Path) -> bool:
    """Whether that is the folder of frozen editions, which stands beside the events."""
    return path.parts[-2:] == FOLDER.parts and path.is_dir()


def as_json(printed: Printed) -> str:
    """Return the text of the file: sorted, so that two printings differ only in what changed."""
    return json.dumps(printed.model_dump(mode="json"), ensure_ascii=False, indent=2, sort_keys=True)


def read_printed(
    root: Path, events: Collection[str], findings: list[Diagnostic]
) -> Mapping[str, Printed]:
    """Return the frozen editions by the event's slug; what is no such file is a finding."""
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
    if file.stat().st_size > _MAX_BYTES:
        return Words("文件过大", "the file is too large")
    try:
        return Printed.model_validate_json(file.read_bytes())
    except ValidationError:
        return Words("内容已损坏", "its content is damaged")
