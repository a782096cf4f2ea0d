"""A checked county as a survey: each project and department with what is counted of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from site_builder.checks.depth.score import DepthScore, department_of, score
from site_builder.checks.run import Checked
from site_builder.content.catalog import FOLDERS
from site_builder.content.model import ReviewStatus
from site_builder.diagnostics import Diagnostic, Rule, Severity
from site_builder.report.unread import Name, internal_lines, look_into, text_of

STALE_FIGURES = frozenset({Rule.FIGURE_STALE, Rule.FIGURE_WITHHELD})
_PROJECTS = FOLDERS["project"]


@dataclass(frozen=True)
class Found:
    """A finding, and whether it stands where nothing may be quoted from."""

    finding: Diagnostic
    internal: bool


@dataclass(frozen=True)
class Counts:
    """How many findings of each sort there are."""

    errors: int
    warnings: int
    stale: int
    """Figures that are too old."""
    overdue: int
    """Reviews whose day has passed."""
    aged: int
    """Records that were not brought up to date in time."""

    @classmethod
    def of(cls, found: Collection[Found]) -> "Counts":
        """Count findings."""
        findings = [one.finding for one in found]

        def count(met: Callable[[Diagnostic], bool]) -> int:
            return sum(met(finding) for finding in findings)

        return cls(
            errors=count(lambda f: f.severity is Severity.ERROR),
            warnings=count(lambda f: f.severity is Severity.WARNING),
            stale=count(lambda f: f.rule in STALE_FIGURES),
            overdue=count(lambda f: f.rule is Rule.REVIEW_OVERDUE),
            aged=count(lambda f: f.rule is Rule.RECORD_STALE),
        )


@dataclass(frozen=True)
class Surveyed:
    """A project, or a file that should be one."""

    path: PurePosixPath
    title: Name | None
    department: Name | None
    status: ReviewStatus | None
    found: tuple[Found, ...]
    depth: DepthScore | None = None
    """How deeply it argues; None if it could not be read."""
    updated: date | None = None
    next_review: date | None = None

    @cached_property
    def counts(self) -> Counts:
        """How many findings it has."""
        return Counts.of(self.found)

    def urgency(self) -> tuple[int, int, int, int, int, str]:
        """Order projects by what needs attention first."""
        counts, depth = self.counts, self.depth.points if self.depth else 0
        return (
            -counts.errors,
            -counts.overdue,
            -counts.warnings,
            -counts.stale,
            depth,
            str(self.path),
        )


@dataclass(frozen=True)
class Department:
    """The projects of one department."""

    name: Name | None
    projects: tuple[Surveyed, ...]

    @property
    def counts(self) -> Counts:
        """How many findings its projects have."""
        return Counts.of([one for project in self.projects for one in project.found])


@dataclass(frozen=True)
class Survey:
    """All that a report tells, in no language yet."""

    projects: tuple[Surveyed, ...]
    """What needs attention first comes first."""
    departments: tuple[Department, ...]
    others: Mapping[PurePosixPath, tuple[Found, ...]]
    """Findings on anything that is no project, by file."""
    counts: Counts


def survey(root: Path, checked: Checked, wanted: Sequence[PurePosixPath] = ()) -> Survey:
    """Return the survey of a county, or of those of its files that lie under `wanted`."""

    def is_wanted(path: PurePosixPath) -> bool:
        return not wanted or any(path.is_relative_to(way) for way in wanted)

    found: dict[PurePosixPath, list[Found]] = defaultdict(list)
    internal: dict[PurePosixPath, frozenset[int]] = {}
    for finding in checked.findings:
        path = finding.place.path
        if is_wanted(path):
            lines = internal.get(path)
            if lines is None:
                lines = internal[path] = internal_lines(text_of(root, path))
            found[path].append(Found(finding, finding.place.line in lines))
    projects = tuple(
        sorted(
            (p for p in _projects(root, checked, found) if is_wanted(p.path)),
            key=Surveyed.urgency,
        )
    )
    told = {project.path for project in projects}
    return Survey(
        projects=projects,
        departments=tuple(_departments(projects)),
        others={path: tuple(those) for path, those in found.items() if path not in told},
        counts=Counts.of([one for those in found.values() for one in those]),
    )


@dataclass(frozen=True)
class Tally:
    """How many files there are of a kind, and how many of them could not be read."""

    files: int
    unread: int


def tally(checked: Checked, kind: str) -> Tally:
    """Count the files of a kind of record in the whole county: `project`, `park`."""
    catalog = checked.catalog
    read = {
        "project": {entry.source.path for entry in catalog.projects.values()},
        "industry": {entry.source.path for entry in catalog.industries.values()},
        "park": {entry.source.path for entry in catalog.parks.values()},
        "policy": {entry.source.path for entry in catalog.policies.values()},
        "event": {entry.source.path for entry in catalog.events.values()},
    }[kind]
    faulty = (finding.place.path for finding in checked.findings)
    unread = {path for path in faulty if path.parts[:-1][:1] == (FOLDERS[kind],)} - read
    return Tally(len(read) + len(unread), len(unread))


def mean_depth(projects: Iterable[Surveyed]) -> int | None:
    """Return the mean of the points of all projects that could be read; None without any."""
    points = [project.depth.points for project in projects if project.depth]
    # Rounded down, as the points are: a hundred means that nothing is missing anywhere.
    return sum(points) // len(points) if points else None


def _projects(
    root: Path, checked: Checked, found: Mapping[PurePosixPath, Sequence[Found]]
) -> Iterator[Surveyed]:
    read = {entry.source.path: entry.record for entry in checked.catalog.projects.values()}
    for path, record in read.items():
        yield Surveyed(
            path=path,
            title=Name.of(record.title),
            department=Name.of(department_of(record)),
            status=record.review.status,
            found=tuple(found.get(path, ())),
            depth=score(record),
            updated=record.updated,
            next_review=record.review.next,
        )
    for path in found:
        if path not in read and path.parts[0] == _PROJECTS and len(path.parts) > 1:
            unread = look_into(text_of(root, path), path)
            yield Surveyed(
                path=path,
                title=unread.title,
                department=unread.department,
                status=unread.status,
                found=tuple(found[path]),
                updated=unread.updated,
                next_review=unread.next_review,
            )


def _departments(projects: Iterable[Surveyed]) -> Iterator[Department]:
    """Yield the departments, those with most to put right first, the nameless one last."""
    grouped: dict[str, list[Surveyed]] = defaultdict(list)
    for project in projects:
        grouped[project.department.zh if project.department else ""].append(project)
    departments = [
        Department(those[0].department, tuple(those)) for _, those in sorted(grouped.items())
    ]
    yield from sorted(
        departments,
        key=lambda d: (d.name is None, -d.counts.errors, -d.counts.warnings, -d.counts.overdue),
    )
