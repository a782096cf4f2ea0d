"""How deeply a brief argues: points out of a hundred, chapter by chapter, and what is missing.

The points are a measure for the county's own use, to compare briefs and to see what to write
next; nobody outside sees them. Rule of thumb: the weights follow the outline of a project
proposal and are not taken from any regulation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.checks.depth.chapters import REQUIRED
from site_builder.checks.depth.demand import Chapter, Demand
from site_builder.checks.depth.expected import EXPECTED
from site_builder.content.model import Text
from site_builder.content.project import Project


@dataclass(frozen=True)
class ChapterScore:
    """What a chapter gets, of what it could get."""

    title_zh: str
    title_en: str
    got: int
    full: int


@dataclass(frozen=True)
class Missing:
    """Something that a brief does not say, and the field it would stand in."""

    zh: str
    en: str
    field: str


@dataclass(frozen=True)
class DepthScore:
    """How deeply a brief argues."""

    points: int
    """From 0 to 100; 100 only if nothing is missing."""
    chapters: tuple[ChapterScore, ...]
    missing: tuple[Missing, ...]
    """What counts most comes first; then in the order of the chapters."""


def score(project: Project) -> DepthScore:
    """Return how deeply a brief argues; what a project of its kind cannot have does not count."""
    asked = [demand for demand in (*REQUIRED, *EXPECTED) if demand.applies(project)]
    lacking = [demand for demand in asked if not demand.met(project)]
    chapters = tuple(_chapter(chapter, asked, lacking) for chapter in Chapter)
    got, full = sum(chapter.got for chapter in chapters), sum(chapter.full for chapter in chapters)
    order = {chapter: rank for rank, chapter in enumerate(Chapter)}
    lacking.sort(key=lambda demand: (-demand.weight, order[demand.chapter]))
    # Rounded down, so that a hundred means that nothing is missing.
    return DepthScore(
        100 * got // full, chapters, tuple(_missing(demand, project) for demand in lacking)
    )


def department_of(project: Project) -> Text:
    """Return the department that wrote a brief: the one its review names, or else its host."""
    return project.review.department or project.host


def _chapter(chapter: Chapter, asked: Sequence[Demand], lacking: Sequence[Demand]) -> ChapterScore:
    full = sum(demand.weight for demand in asked if demand.chapter is chapter)
    lost = sum(demand.weight for demand in lacking if demand.chapter is chapter)
    return ChapterScore(chapter.zh, chapter.en, full - lost, full)


def _missing(demand: Demand, project: Project) -> Missing:
    told = demand.told(project)
    chapter = demand.chapter
    return Missing(f"{chapter.zh}：{told.lack.zh}", f"{chapter.en}: {told.lack.en}", told.field)
