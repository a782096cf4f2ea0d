"""What the report's template reads: everything prepared, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """A count, as it is shown; `grave` if someone must act on it."""

    shown: str
    grave: bool = False


@dataclass(frozen=True)
class Depth:
    """Points of a hundred, with the length of their bar."""

    shown: str
    width: str
    thin: bool


@dataclass(frozen=True)
class FindingView:
    """One finding."""

    severity: str
    """`error`, `warning` or `note`, for its colour."""
    word: str
    place: str
    field: str
    message: str
    help: str
    code: str


@dataclass(frozen=True)
class ChapterView:
    """A chapter that lacks something."""

    title: str
    points: str


@dataclass(frozen=True)
class LackView:
    """Something that a brief does not say."""

    text: str
    field: str


@dataclass(frozen=True)
class ProjectRow:
    """A project in the table of projects."""

    title: str
    path: str
    department: str
    status: str
    status_code: str
    depth: Depth | None
    errors: Number
    warnings: Number
    stale: Number
    updated: str
    age: str
    aged: bool
    next_review: str
    overdue: bool
    details: str
    """What can be unfolded; empty if there is nothing."""
    chapters: Sequence[ChapterView]
    missing: Sequence[LackView]
    findings: Sequence[FindingView]


@dataclass(frozen=True)
class DepartmentRow:
    """A department in the table of departments."""

    name: str
    projects: Number
    depth: Depth | None
    errors: Number
    warnings: Number
    overdue: Number
    stale: Number


@dataclass(frozen=True)
class OtherFile:
    """A file that is no project, with what was found in it."""

    path: str
    findings: Sequence[FindingView]


@dataclass(frozen=True)
class LoweredView:
    """A rule that the county takes less strictly."""

    code: str
    fact: str
    to: str
    count: str
    reason: str
    reason_tag: str
    """The language that the county wrote the reason in."""


@dataclass(frozen=True)
class RelaxedView:
    """A limit that the county has relaxed."""

    name: str
    written: str
    usual: str


@dataclass(frozen=True)
class BasisRow:
    """The rules of one subject, and what they rest on."""

    subject: str
    rules: str
    sources: Sequence[str]


@dataclass(frozen=True)
class Verdict:
    """Whether the county can be published, in a sentence."""

    good: bool
    sentence: str
    note: str


@dataclass(frozen=True)
class Total:
    """One of the large figures."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class ReportView:
    """The whole report in one language."""

    county: str
    day: str
    limited_to: str
    """Which files alone are listed; empty if all are."""
    verdict: Verdict
    totals: Sequence[Total]
    departments: Sequence[DepartmentRow]
    projects: Sequence[ProjectRow]
    others: Sequence[OtherFile]
    lowered: Sequence[LoweredView]
    relaxed: Sequence[RelaxedView]
    read: Sequence[Total]
    """How many records of each kind were read."""
    basis: Sequence[BasisRow]
