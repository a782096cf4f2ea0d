"""Reads and checks files that may hold anything; says all that is found, in every form."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from site_builder.checks.run import CATALOG_CHECKS, check_county, check_record
from site_builder.checks.scope import Scope
from site_builder.content.catalog import AnyEntry
from site_builder.content.reader import read_record
from site_builder.diagnostics import Diagnostic
from site_builder.diagnostics.printing import as_github, as_json, as_sarif, as_text
from tests.planting.field import MODELS, ground, with_record

LANGUAGES = ("zh", "en")


def findings_on(data: bytes, path: Path, folder: Path) -> list[Diagnostic]:
    """Return what is wrong with a county in which one file holds `data`."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    findings: list[Diagnostic] = []
    model = MODELS[path.parts[0]]
    entry = read_record(folder, PurePosixPath(path), model, findings)
    return [*findings, *findings_of(entry, PurePosixPath(path))]


def findings_of(entry: AnyEntry | None, path: PurePosixPath) -> list[Diagnostic]:
    """Return what the rules find in a county in which one record is another; say it all."""
    catalog, scope = ground()
    scope = Scope(with_record(catalog, path.parts[0], path.stem, entry), scope.terms)
    findings = [] if entry is None else list(check_record(entry, scope.terms))
    for check in CATALOG_CHECKS:
        findings += check(scope)
    _say(findings)
    return findings


def findings_in(root: Path, *, drafts: bool = False) -> Sequence[Diagnostic]:
    """Return what is wrong with a whole county's folder; say it in every form."""
    checked = check_county(root, drafts=drafts)
    _say(checked.findings)
    for language in LANGUAGES:
        for form in (as_json, as_github, as_sarif):
            form(checked.findings, checked.concessions, language)
    return checked.findings


def _say(findings: Sequence[Diagnostic]) -> None:
    for finding in findings:
        for language in LANGUAGES:
            as_text(finding, language)
