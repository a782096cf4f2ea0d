"""Findings made by hand, for tests of how they are printed."""

from pathlib import PurePosixPath

from site_builder.diagnostics import Diagnostic, Place, Rule, Severity
from site_builder.diagnostics.lowered import Concessions, LaxerLimit, LoweredRule

PATH = PurePosixPath("projects/tea.yml")


DAY = {
    "hint_zh": "写成 年-月-日，如 2026-09-18",
    "hint_en": "write year-month-day, e.g. 2026-09-18",
}


class AnyFact(dict[str, str]):
    """The facts of any rule: those that a test does not give are answered with their names."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"


LOWERED = LoweredRule("sum-mismatch", Severity.NOTE, "分期口径不同，100%\n已批", 1)
LAXER = LaxerLimit("figure_age", "36个月", "24个月", "24个月")
NONE = Concessions()
CONCESSIONS = Concessions((LOWERED,), (LAXER,))


def finding(  # the parts of a finding that printing looks at
    value: str = "昨天",
    *,
    rule: Rule = Rule.BAD_DATE,
    path: PurePosixPath = PATH,
    line: int = 7,
    field: str = "updated",
    lowered_to: Severity | None = None,
) -> Diagnostic:
    """Return a finding; by default, a word where a date should be."""
    place = Place(path, line, 10, 2, "updated: 昨天")
    facts = AnyFact(value=value, **DAY)
    return Diagnostic(rule, place, field, facts, lowered_to)
