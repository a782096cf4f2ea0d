"""Findings of printed files: for people, and for programs."""

import json
from collections import Counter
from collections.abc import Sequence

from site_builder.diagnostics import Severity
from site_builder.diagnostics.printing import visible
from site_builder.preflight.finding import Finding

_HELP = {"zh": "处理", "en": "help"}
_LABELS = {
    Severity.ERROR: {"zh": "", "en": ""},
    Severity.WARNING: {"zh": "警告: ", "en": "warning: "},
    Severity.NOTE: {"zh": "备注: ", "en": "note: "},
}


def as_text(finding: Finding, language: str) -> str:
    """Return a finding as the lines a person reads: file, pages, fact, code, then the remedy."""
    where = finding.where(language)
    place = f"{finding.file}: {where}: " if where else f"{finding.file}: "
    label = _LABELS[finding.severity][language]
    lines = (
        f"{place}{label}{finding.message(language)} [{finding.code}]",
        f"  {_HELP[language]}: {finding.help(language)}",
    )
    return "\n".join(visible(line) for line in lines)


def as_json(findings: Sequence[Finding], files: Sequence[str], language: str) -> str:
    """Return the findings of files as one JSON document, a form that stays as it is.

    Pages count from 1; places are millimetres from the left and the top of the cut page.
    """
    return json.dumps(
        {
            "schema_version": 1,
            "files": list(files),
            "findings": [
                {
                    "code": finding.code,
                    "severity": finding.severity.value,
                    "file": finding.file,
                    "pages": list(finding.pages),
                    "place": _place(finding),
                    "message": finding.message(language),
                    "help": finding.help(language),
                }
                for finding in findings
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _place(finding: Finding) -> dict[str, float] | None:
    spot = finding.spot
    if spot is None:
        return None
    return {"left": spot.left, "top": spot.top, "width": spot.width, "height": spot.height}


def counted(findings: Sequence[Finding], files: int, language: str) -> str:
    """Return one line that says how many files were read, and counts errors and warnings."""
    counts = Counter(finding.severity for finding in findings)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    if language == "zh":
        return f"已检查 {files} 个文件：错误 {errors} 处，警告 {warnings} 处"
    return ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((files, "file"), (errors, "error"), (warnings, "warning"))
    )
