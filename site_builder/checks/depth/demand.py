"""What a chapter of a brief may be asked for, and how much that counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeVar

from site_builder.content.project import Project
from site_builder.diagnostics import NOTHING, Words

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
class Part:
    """One of several things that a demand asks for together."""

    field: str
    name: Words
    met: Callable[[Project], bool]


@dataclass(frozen=True)
class Demand:
    """One thing that a chapter is asked for."""

    chapter: Chapter
    field: str
    """The field that an author would fill, e.g. `market.outlook`."""
    lack: Words
    """What is said when it is not there, in Chinese and in English."""
    met: Callable[[Project], bool]
    weight: int = 1
    applies: Callable[[Project], bool] = always
    hint: Words = NOTHING
    """What to write; for demands that must be met."""
    parts: tuple[Part, ...] = ()
    """What it asks for, if that is several things: then only those that lack are named."""

    @property
    def must(self) -> bool:
        """Whether a brief that does not meet it is held back."""
        return self.weight == MUST

    def told(self, project: Project) -> "Told":
        """Return what is said of a project that does not meet it."""
        lacking = [part for part in self.parts if not part.met(project)]
        if not lacking:
            return Told(self.lack, self.hint, self.field)
        fields = [part.field for part in lacking]
        names = [part.name for part in lacking]
        return Told(
            Words(
                f"没有{'、'.join(name.zh for name in names)}",
                f"no {_listed([name.en for name in names], 'or')}",
            ),
            Words(f"补上 {'、'.join(fields)}", f"add {_listed(fields, 'and')}"),
            fields[0] if len(fields) == 1 else self.field,
        )


class Told(NamedTuple):
    """What is said of a demand that is not met: what lacks, what to write, and where."""

    lack: Words
    hint: Words
    field: str


def _listed(words: Sequence[str], last: str) -> str:
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final
