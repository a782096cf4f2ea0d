"""Mistakes in a county's settings: limits that switch a rule off, rules lowered carelessly."""

from collections.abc import Iterator

from site_builder.diagnostics import Rule
from site_builder.diagnostics.rules import rule_texts
from tests.planting.field import Planted, plants
from tests.planting.kind import kind

# A value far beyond each end of a limit, where it has two that can be written.
_UNSOUND = {
    "figure_age": ("1个月", "500年"),
    "record_age": ("10年", "不超过12个月"),
    "revenue_tolerance": ("90%", "5至10%"),
    "return_tolerance": ("50%",),
    "benchmark_rate": ("0%", "95%"),
    "office_land": ("0%", "100%"),
    "office_floor_area": ("0%", "100%"),
}
_LOWERED = sorted(code for code, text in rule_texts().items() if text.lowerable)


def _set(*lines: str, before: str) -> Iterator[Planted]:
    """Put lines under the county's `checks:`; the mistake stands behind `before` in the last."""
    for plant in plants("county.yml"):
        line = plant.span(("checks",)).key_line + 1
        yield plant.insert(
            line, *lines, column=lines[-1].index(before) + len(before), down=len(lines) - 1
        )


@kind(Rule.LIMIT_UNSOUND)
def limit_beyond_its_range() -> Iterator[Planted]:
    for name, values in _UNSOUND.items():
        for value in values:
            yield from _set(f"  limits: {{{name}: {value}}}", before=f"{name}: ")


@kind(Rule.LOWERED_TWICE)
def rule_lowered_on_two_lines() -> Iterator[Planted]:
    for code in _LOWERED:
        yield from _set(
            "  lowered:",
            f"    - {{rule: {code}, to: warning, reason: 分期口径不同，县发改局已核}}",
            f"    - {{rule: {code}, to: note, reason: 另按省里规定执行}}",
            before="{rule: ",
        )


@kind(Rule.LOWERING_UNEXPLAINED)
def rule_lowered_for_no_reason() -> Iterator[Planted]:
    for number, code in enumerate(_LOWERED):
        reason = ("领导同意", "无", "——", "to do")[number % 4]
        yield from _set(
            "  lowered:", f"    - {{rule: {code}, to: note, reason: {reason}}}", before="reason: "
        )
