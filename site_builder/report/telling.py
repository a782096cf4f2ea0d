"""Parts of a survey in one language: findings, projects, departments."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from site_builder.checks.depth.score import DepthScore
from site_builder.diagnostics import Severity
from site_builder.diagnostics.printing import visible
from site_builder.present.text import spoken_day
from site_builder.present.words import Words
from site_builder.report.survey import Counts, Department, Found, Survey, Surveyed, mean_depth
from site_builder.report.unread import Name
from site_builder.report.views import (
    ChapterView,
    DepartmentRow,
    Depth,
    FindingView,
    LackView,
    Number,
    ProjectRow,
)

THIN = 60
"""Points below which a brief is marked as thin; rule of thumb."""
_UNTOLD = "…"
_CODE = re.compile(r"`([^`\n]+)`")


def coded(text: str) -> Markup:
    """Return a text as safe HTML; what stands between backticks is set as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped


@dataclass(frozen=True)
class Teller:
    """Tells in one language, with the words of the report, on the day of the check."""

    language: str
    words: Words
    today: date

    def name(self, name: Name | None, otherwise: str) -> str:
        """Return a name in this language."""
        return visible(name.zh if self.language == "zh" else name.en) if name else otherwise

    def count(self, number: int, thing: str) -> str:
        """Return a number of things: 12处错误; 12 errors, 1 error."""
        form = self.words.one if number == 1 else self.words.many
        return str(form[thing]).format(count=number)

    def finding(self, found: Found) -> FindingView:
        """Return a finding; of one that stands under `internal:`, no value is quoted."""
        finding, place = found.finding, found.finding.place
        internal = found.internal or finding.field.split(".")[0] == "internal"
        facts: Mapping[str, str] = finding.facts
        if internal:
            facts = dict.fromkeys(facts, _UNTOLD)
        rule = finding.rule
        return FindingView(
            severity=finding.severity.value,
            word=str(self.words.severity[finding.severity.value]),
            place=visible(f"{place.path}:{place.line}:{place.column}"),
            field=visible("internal" if internal else finding.subject(self.language)),
            message=coded(visible(rule.message(self.language).format_map(facts))),
            help=coded(visible(rule.help(self.language).format_map(facts))),
            code=finding.code,
        )

    def findings(self, found: Sequence[Found]) -> tuple[FindingView, ...]:
        """Return findings, errors first, in the order of the file."""
        grave = {severity: rank for rank, severity in enumerate(Severity)}
        ranked = sorted(found, key=lambda one: grave[one.finding.severity])
        return tuple(self.finding(one) for one in ranked)

    def project(self, project: Surveyed) -> ProjectRow:
        """Return a project's row with what can be unfolded."""
        counts, status, depth = project.counts, project.status, project.depth
        updated, next_review = project.updated, project.next_review
        return ProjectRow(
            title=self.name(project.title, visible(project.path.name)),
            path=visible(str(project.path)),
            department=self.name(project.department, self.words.no_department),
            status=str(self.words.status[status.value]) if status else self.words.status_unknown,
            status_code=status.value if status else "unknown",
            depth=_depth(depth.points if depth else None),
            errors=_number(counts.errors, grave=True),
            warnings=_number(counts.warnings),
            stale=_number(counts.stale),
            updated=spoken_day(updated, self.language) if updated else "",
            age=self._age(updated) if updated else "",
            aged=counts.aged > 0,
            next_review=spoken_day(next_review, self.language) if next_review else "",
            overdue=counts.overdue > 0,
            details=self._details(project),
            chapters=tuple(self._chapters(depth)) if depth else (),
            missing=tuple(self._missing(depth)) if depth else (),
            findings=self.findings(project.found),
        )

    def departments(self, seen: Survey) -> Iterator[DepartmentRow]:
        """Yield the rows of all departments, and one for what belongs to none of them."""
        for department in seen.departments:
            yield self.department(department)
        if seen.others:
            counts = Counts.of([one for found in seen.others.values() for one in found])
            yield _row(self.words.departments.others, Number("–"), None, counts)

    def department(self, department: Department) -> DepartmentRow:
        """Return a department's row."""
        return _row(
            self.name(department.name, self.words.no_department),
            Number(str(len(department.projects))),
            _depth(mean_depth(department.projects)),
            department.counts,
        )

    def _age(self, updated: date) -> str:
        days = (self.today - updated).days
        # A day in the future is a finding of its own.
        return "" if days < 0 else self.words.today if days == 0 else self.count(days, "days_ago")

    def _details(self, project: Surveyed) -> str:
        """Return what a reader unfolds: 缺 3 项，2 处问题."""
        parts = []
        if project.found:
            parts.append(self.count(len(project.found), "finding"))
        if project.depth and project.depth.missing:
            parts.append(self.count(len(project.depth.missing), "lack"))
        return str(self.words.joint).join(parts)

    def _chapters(self, depth: DepthScore) -> Iterator[ChapterView]:
        for chapter in depth.chapters:
            if chapter.got < chapter.full:
                title = chapter.title_zh if self.language == "zh" else chapter.title_en
                yield ChapterView(title, f"{chapter.got}/{chapter.full}")

    def _missing(self, depth: DepthScore) -> Iterator[LackView]:
        for lack in depth.missing:
            yield LackView(lack.zh if self.language == "zh" else lack.en, lack.field)


def _row(name: str, projects: Number, depth: Depth | None, counts: Counts) -> DepartmentRow:
    return DepartmentRow(
        name=name,
        projects=projects,
        depth=depth,
        errors=_number(counts.errors, grave=True),
        warnings=_number(counts.warnings),
        overdue=_number(counts.overdue),
        stale=_number(counts.stale),
    )


def _number(count: int, *, grave: bool = False) -> Number:
    return Number(str(count), grave=grave and count > 0)


def _depth(points: int | None) -> Depth | None:
    return None if points is None else Depth(str(points), f"{points}%", thin=points < THIN)
