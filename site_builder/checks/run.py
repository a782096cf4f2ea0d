"""All checks over a county, in one run."""

from collections.abc import Callable, Iterable, Sequence

from site_builder.checks.arithmetic import check_arithmetic
from site_builder.checks.depth import check_depth
from site_builder.checks.identity import check_identity
from site_builder.checks.pictures import check_pictures
from site_builder.checks.placeholders import check_placeholders
from site_builder.checks.references import check_references
from site_builder.content.catalog import Catalog
from site_builder.diagnostics import Diagnostic

CHECKS: Sequence[Callable[[Catalog], Iterable[Diagnostic]]] = (
    check_references,
    check_identity,
    check_depth,
    check_arithmetic,
    check_pictures,
    check_placeholders,
)


def check_catalog(catalog: Catalog) -> list[Diagnostic]:
    """Run every check; the findings come in the order of the files."""
    findings = [finding for check in CHECKS for finding in check(catalog)]
    return sorted(findings, key=Diagnostic.sort_key)
