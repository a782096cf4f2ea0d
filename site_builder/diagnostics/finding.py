"""One finding: a rule that does not hold, the place in the author's file, the facts."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from site_builder.diagnostics.bilingual import NOTHING, Words
from site_builder.diagnostics.rules import Rule, Severity


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one line in a file of the county.

    `line` and `column` count from 1, in characters; `length` is the number of characters
    to underline, at least 1. `excerpt` is the whole line, so that a finding can be
    printed after the file has changed or gone.
    """

    path: PurePosixPath
    line: int = 1
    column: int = 1
    length: int = 1
    excerpt: str = ""


@dataclass(frozen=True)
class Diagnostic:
    """A rule that does not hold at a place, with the facts that fill its message."""

    rule: Rule
    place: Place
    field: str = ""
    """Dotted path of the field inside the record, for programs: `plots.0.area`; may be empty."""
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    lowered_to: Severity | None = None
    """What the county's settings make of the rule, where they lower it."""
    where: Words = NOTHING
    """The field as a person reads it, `plots[hx-01].area`; empty where it is `field` itself."""

    @property
    def code(self) -> str:
        """The stable code, e.g. `sum-mismatch`."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """Whether the finding stops publication."""
        return self.lowered_to or self.rule.severity

    def subject(self, language: str) -> str:
        """Return the field that the finding is about, as a person reads it in `zh` or `en`."""
        return (self.where.zh if language == "zh" else self.where.en) or self.field

    def message(self, language: str) -> str:
        """Return the fact, in `zh` or `en`."""
        return self.rule.message(language).format_map(self.facts)

    def help(self, language: str) -> str:
        """Return the remedy, in `zh` or `en`."""
        return self.rule.help(language).format_map(self.facts)

    def sort_key(self) -> tuple[str, int, int, str]:
        """Order findings as a reader walks through the files."""
        return (str(self.place.path), self.place.line, self.place.column, self.code)


def stops(finding: Diagnostic, *, strict: bool) -> bool:
    """Whether a finding keeps the county from being published; with `strict`, warnings do too."""
    return finding.severity is Severity.ERROR or (strict and finding.severity is Severity.WARNING)
