"""The order of a build: read, check, publish, present, render."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.checks.run import check_catalog
from site_builder.content.reader import read_catalog
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.present.county import present_county
from site_builder.present.links import LANGUAGES
from site_builder.present.views import CountyView
from site_builder.publish.gate import NotApproved, open_gate
from site_builder.theme import Theme


@dataclass(frozen=True)
class Publication:
    """Everything that is public, in every language, with the theme it is shown in."""

    theme: Theme
    counties: Mapping[str, CountyView]
    site_url: str
    findings: Sequence[Diagnostic]
    """The warnings that did not stop the publication."""


class ContentErrors(Exception):
    """The county's files do not hold; nothing is published."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def check(root: Path) -> list[Diagnostic]:
    """Read and check a county's folder; return all that is wrong, in the order of the files."""
    catalog, findings = read_catalog(root)
    return sorted([*findings, *check_catalog(catalog)], key=Diagnostic.sort_key)


def prepare(root: Path, theme_root: Path, *, strict: bool = False) -> Publication:
    """Read, check, publish and present a county.

    Raises `ContentErrors` if anything is wrong; with `strict`, warnings count as well.
    """
    catalog, findings = read_catalog(root)
    findings = sorted([*findings, *check_catalog(catalog)], key=Diagnostic.sort_key)
    if any(strict or finding.severity is Severity.ERROR for finding in findings):
        raise ContentErrors(findings)
    try:
        public = open_gate(catalog)
    except NotApproved:
        raise ContentErrors(findings) from None
    theme = Theme(theme_root)
    counties = {
        language: present_county(public, language, theme.words(language)) for language in LANGUAGES
    }
    return Publication(theme, counties, public.county.url.rstrip("/") + "/", findings)


def cores() -> int:
    """Return the number of processors this process may use."""
    return len(os.sched_getaffinity(0))
