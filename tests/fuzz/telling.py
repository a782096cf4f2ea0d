"""Reads and checks one file that may hold anything; says all that is found, in both languages."""

from pathlib import Path, PurePosixPath

from site_builder.checks.run import CATALOG_CHECKS, check_record
from site_builder.checks.scope import Scope
from site_builder.content.catalog import AnyEntry
from site_builder.content.reader import read_record
from site_builder.diagnostics import Diagnostic
from site_builder.diagnostics.printing import as_text
from tests.planting.field import MODELS, ground, with_record


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
    for finding in findings:
        for language in ("zh", "en"):
            as_text(finding, language)
    return findings
