"""What commands print of findings, and the exit code that follows from them."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from rich.console import Console
from rich.text import Text

from site_builder.cli_options import say
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.diagnostics.printing import as_text, summary

# 2 is click's own, for wrong usage.
FINE, CONTENT, WARNINGS = 0, 1, 3
SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


class HasSeverity(Protocol):
    """A finding of any kind."""

    @property
    def severity(self) -> Severity:
        """How grave it is."""


def print_findings(console: Console, findings: Sequence[Diagnostic], lang: str) -> None:
    """Print findings with their places and codes in colour, then how many there are."""
    for finding in findings:
        text = Text(as_text(finding, lang))
        text.highlight_regex(r"^[^:]+:\d+:\d+:", "bold")
        text.highlight_regex(r"(?m)\[[a-z0-9-]+\]$|^ +\| +\^+$", SEVERITY_COLOURS[finding.severity])
        console.print(text, soft_wrap=True)
    say(console, summary(findings, lang))


class Answered(SystemExit):
    """The end of a command that has said what it found, and has nothing to tidy up."""


def verdict(findings: Iterable[HasSeverity], *, strict: bool) -> int:
    """Return the exit code: errors outweigh warnings, which count under `strict` only."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return CONTENT
    return WARNINGS if strict and Severity.WARNING in severities else FINE
