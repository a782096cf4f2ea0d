"""Findings as workflow commands, which GitHub shows beside the lines of a change.

The form is that of «Workflow commands for GitHub Actions»: `::error file=…,line=…::text`.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from site_builder.diagnostics.finding import Diagnostic
from site_builder.diagnostics.lowered import Concessions
from site_builder.diagnostics.printing.text import visible
from site_builder.diagnostics.rules import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_TEXT = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_TEXT, (":", "%3A"), (",", "%2C"))


def as_github(
    diagnostics: Sequence[Diagnostic],
    lowered: Concessions,
    language: str,
    folder: str = "",
) -> str:
    """Return a command for each finding, each lowered rule and each relaxed limit, a line each.

    `folder` leads from where the program runs, usually the repository's root, to the county.
    """
    return "\n".join(
        (
            *(_command(finding, language, folder) for finding in diagnostics),
            *_notices(lowered, language),
        )
    )


def _command(finding: Diagnostic, language: str, folder: str) -> str:
    place = finding.place
    properties = {
        "file": str(PurePosixPath(folder, place.path)),
        "line": place.line,
        "endLine": place.line,
        "col": place.column,
        "endColumn": place.column + place.length,
        "title": finding.code,
    }
    said = ",".join(
        f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items()
    )
    text = "\n".join((visible(finding.message(language)), visible(finding.help(language))))
    return f"::{_COMMANDS[finding.severity]} {said}::{_escaped(text, _IN_TEXT)}"


def _notices(lowered: Concessions, language: str) -> Iterator[str]:
    said = [(rule.code, rule.sentence(language)) for rule in lowered.rules]
    said += [(limit.name, limit.sentence(language)) for limit in lowered.limits]
    for title, sentence in said:
        name = _escaped(title, _IN_PROPERTY)
        yield f"::notice title={name}::{_escaped(visible(sentence), _IN_TEXT)}"


def _escaped(text: str, signs: Sequence[tuple[str, str]]) -> str:
    # The per cent sign comes first, or it would escape the escapes.
    for sign, code in signs:
        text = text.replace(sign, code)
    return text
