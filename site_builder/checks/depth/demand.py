"""What a chapter of a brief may be asked for, and how much that counts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from site_builder.content.project import Project

PartT = TypeVar("PartT")


class Chapter(Enum):
    """A chapter of a project proposal (项目建议书), in its order, with the field that holds it."""

    SCALE = ("scale", "建设规模", "Scale")
    NECESSITY = ("necessity", "必要性", "Need")
    MARKET = ("market", "市场前景", "Market")
    CONTENT = ("content", "建设内容", "Content")
    TECHNOLOGY = ("technology", "技术方案", "Technology")
    CONDITIONS = ("conditions", "建设条件", "Conditions")
    ENVIRONMENT = ("environment", "环境与节能", "Environment")
    FINANCING = ("investment", "资金筹措", "Financing")
    BENEFITS = ("benefits", "效益分析", "Benefits")
    RISKS = ("risks", "风险与对策", "Risks")
    COOPERATION = ("cooperation", "合作方式", "Cooperation")
    APPROVALS = ("approvals", "审批事项", "Approvals")

    def __init__(self, field: str, zh: str, en: str) -> None:
        self.field = field
        self.zh = zh
        self.en = en


MUST = 3
"""What a demand counts without which a brief is not published; others count 1 or 2."""


def within(
    part: Callable[[Project], PartT | None],
) -> Callable[[Callable[[PartT], bool]], Callable[[Project], bool]]:
    """Return what turns a test of a part of a brief into one of the brief: no part, not met."""

    def of(met: Callable[[PartT], bool]) -> Callable[[Project], bool]:
        def whole(project: Project) -> bool:
            found = part(project)
            return found is not None and met(found)

        return whole

    return of


def always(_project: Project) -> bool:
    """Any project can be asked for it."""
    return True


@dataclass(frozen=True)
class Demand:
    """One thing that a chapter is asked for."""

    chapter: Chapter
    field: str
    """The field that an author would fill, e.g. `market.outlook`."""
    lack: tuple[str, str]
    """What is said when it is not there, in Chinese and in English."""
    met: Callable[[Project], bool]
    weight: int = 1
    applies: Callable[[Project], bool] = always
    hint: tuple[str, str] = ("", "")
    """What to write; for demands that must be met."""

    @property
    def must(self) -> bool:
        """Whether a brief that does not meet it is held back."""
        return self.weight == MUST
