"""What an industry chain claims holds: strong segments have firms, gaps have an answer."""

from collections.abc import Iterator

from site_builder.checks.scope import Scope, approved
from site_builder.content.industry import Strength
from site_builder.diagnostics import Diagnostic, Rule


def check_chains(scope: Scope) -> Iterator[Diagnostic]:
    """Yield the segments that say too little about themselves."""
    catalog = scope.catalog
    all_read = catalog.named.get("project") == frozenset(catalog.projects)
    answered = {
        (entry.record.industry, segment)
        for entry in approved(catalog.projects)
        for segment in entry.record.segments
    }
    for entry in catalog.industries.values():
        for index, segment in enumerate(entry.record.segments):
            if segment.strength is Strength.STRONG and not segment.firms:
                yield entry.source.diagnostic(
                    Rule.STRONG_WITHOUT_FIRM, ("segments", index, "strength")
                )
            if (
                all_read
                and segment.strength is Strength.MISSING
                and segment.target_profile is None
                and (entry.slug, segment.id) not in answered
            ):
                yield entry.source.diagnostic(
                    Rule.GAP_WITHOUT_PROJECT, ("segments", index, "id"), slug=segment.id
                )
