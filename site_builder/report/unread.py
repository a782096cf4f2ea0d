"""What a file says of itself before it is a record: its title, its department, what is internal."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from site_builder.content.model import ReviewStatus, Text
from site_builder.content.yaml_text.strict_yaml import MAX_BYTES, Plain, parse

_INTERNAL = re.compile(r"""(\s*)["']?internal["']?\s*:""")


@dataclass(frozen=True)
class Name:
    """A name in both languages; where one is missing, the other stands for it."""

    zh: str
    en: str

    @classmethod
    def of(cls, text: Text) -> "Name":
        """Take over the name of a record that could be read."""
        return cls(text.zh, text.en)


@dataclass(frozen=True)
class Unread:
    """What a file says of itself that could not be read into a record."""

    title: Name | None = None
    department: Name | None = None
    status: ReviewStatus | None = None
    updated: date | None = None
    next_review: date | None = None


def text_of(root: Path, path: PurePosixPath) -> str:
    """Return the text of a file of the county; nothing of one that is no file, or too large."""
    file = root / path
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_BYTES:
        return ""
    return file.read_bytes().decode("utf-8-sig", errors="replace")


def look_into(text: str, path: PurePosixPath) -> Unread:
    """Return what a file says of itself; never raises for anything an author can write."""
    tree = parse(text, path)[0] if text else None
    if not isinstance(tree, dict):
        return Unread()
    review = tree.get("review")
    review = review if isinstance(review, dict) else {}
    status = review.get("status")
    return Unread(
        title=_name(tree.get("title")),
        department=_name(review.get("department")) or _name(tree.get("host")),
        status=ReviewStatus(status) if isinstance(status, str) and status in _STATUSES else None,
        updated=_day(tree.get("updated")),
        next_review=_day(review.get("next")),
    )


def internal_lines(text: str) -> frozenset[int]:
    """Return the lines, counted from 1, that stand under `internal:`."""
    found: set[int] = set()
    indent = -1
    for number, line in enumerate(text.splitlines(), 1):
        written = line.strip()
        depth = len(line) - len(line.lstrip())
        if 0 <= indent < depth or not written or (depth == indent and written[0] in "-]}#"):
            found |= {number} if indent >= 0 else set()
        elif match := _INTERNAL.match(line):
            indent = len(match[1])
            found.add(number)
        else:
            indent = -1
    return frozenset(found)


_STATUSES = frozenset(ReviewStatus)


def _day(value: Plain | None) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _name(value: Plain | None) -> Name | None:
    if not isinstance(value, Mapping):
        return None
    zh, en = (text if isinstance(text := value.get(code), str) else "" for code in ("zh", "en"))
    return Name(zh or en, en or zh) if zh or en else None
