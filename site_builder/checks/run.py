"""All checks over a county, in one run.

A record check looks at one record, its limits and the day; so records can be checked one
by one, in any order and in any process. A catalog check compares records with each other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from site_builder.checks.across.chains import check_chains
from site_builder.checks.across.contacts import check_contacts
from site_builder.checks.across.events import check_events
from site_builder.checks.across.gaps import check_gaps
from site_builder.checks.across.identity import check_identity
from site_builder.checks.across.own_figures import check_own_figures
from site_builder.checks.across.pictures import check_pictures
from site_builder.checks.across.printed import check_printed
from site_builder.checks.across.references import check_references
from site_builder.checks.across.titles import check_titles
from site_builder.checks.consequences import without_consequences
from site_builder.checks.depth.chapters import check_depth
from site_builder.checks.depth.charted import check_charted
from site_builder.checks.depth.padding import check_padding
from site_builder.checks.depth.printable import check_printable
from site_builder.checks.depth.repetition import check_repetition
from site_builder.checks.depth.sources import check_said
from site_builder.checks.displaced import without_displaced
from site_builder.checks.drafts import all_as_if_approved, as_if_approved
from site_builder.checks.freshness.ageing import check_freshness, check_policies_in_force
from site_builder.checks.land.classification import check_project_class, check_segment_classes
from site_builder.checks.land.commitments import check_commitments
from site_builder.checks.land.land_use import check_land, check_office_share
from site_builder.checks.land.plan_ground import check_plan_ground
from site_builder.checks.land.plans import check_plans
from site_builder.checks.land.positions import check_boundary, check_positions
from site_builder.checks.land.ways import check_ways
from site_builder.checks.law.fair_competition import check_fair_competition
from site_builder.checks.law.foreign_investment import check_foreign_investment
from site_builder.checks.law.maps import check_maps
from site_builder.checks.law.markup import check_markup
from site_builder.checks.law.placeholders import check_placeholders
from site_builder.checks.law.prose_pages import check_prose_pages
from site_builder.checks.law.wording import check_wording
from site_builder.checks.lowering import check_lowering, concessions, lower
from site_builder.checks.money.brief_money import check_money
from site_builder.checks.money.phases import check_phases
from site_builder.checks.money.ratios import check_park_ratios
from site_builder.checks.money.sums import check_sums
from site_builder.checks.scope import Scope, Terms, settings_of, terms_of
from site_builder.checks.translation.dollars import check_dollars
from site_builder.checks.translation.glossary import check_glossary, check_own_glossary
from site_builder.checks.translation.names import check_names
from site_builder.checks.translation.record_texts import check_translation
from site_builder.content.catalog import AnyEntry, Catalog, Entry
from site_builder.content.county import County
from site_builder.content.event import Event
from site_builder.content.industry import Industry
from site_builder.content.park import Park
from site_builder.content.policy import Policy
from site_builder.content.project import Project
from site_builder.content.reader import read_catalog
from site_builder.diagnostics import Diagnostic
from site_builder.diagnostics.lowered import Concessions

# An entry of the kind that the table below names for the check; Python cannot say that.
RecordCheck = Callable[[Any, Terms], Iterable[Diagnostic]]

ANY_RECORD: Sequence[RecordCheck] = (
    check_identity,
    check_freshness,
    check_said,
    check_placeholders,
    check_wording,
    check_maps,
    check_markup,
    check_translation,
    check_dollars,
    check_glossary,
)
RECORD_CHECKS: Mapping[type, Sequence[RecordCheck]] = {
    County: (),
    Project: (
        check_depth,
        check_repetition,
        check_charted,
        check_padding,
        check_printable,
        check_phases,
        check_own_figures,
        check_sums,
        check_money,
        check_project_class,
        check_office_share,
        check_foreign_investment,
    ),
    Industry: (check_segment_classes,),
    Park: (check_park_ratios,),
    Policy: (check_fair_competition,),
    Event: (),
}
OF_ANY_STATUS: AbstractSet[RecordCheck] = {
    check_identity,
    check_markup,
    check_sums,
    check_project_class,
    check_segment_classes,
}
"""Those of the checks above that look at drafts too; the others judge what is approved."""
CATALOG_CHECKS: Sequence[Callable[[Scope], Iterable[Diagnostic]]] = (
    check_references,
    check_chains,
    check_gaps,
    check_land,
    check_commitments,
    check_plans,
    check_plan_ground,
    check_positions,
    check_boundary,
    check_ways,
    check_contacts,
    check_titles,
    check_events,
    check_printed,
    check_pictures,
    check_names,
    check_policies_in_force,
    check_prose_pages,
    check_lowering,
    check_own_glossary,
)


@dataclass(frozen=True)
class Checked:
    """A county's folder, read and checked."""

    catalog: Catalog
    terms: Terms
    findings: Sequence[Diagnostic]
    """All that is wrong, in the order of the files."""

    @property
    def concessions(self) -> Concessions:
        """The rules and limits that the county takes less strictly."""
        return concessions(settings_of(self.catalog.county), self.findings)


def check_county(root: Path, today: date | None = None, *, drafts: bool = False) -> Checked:
    """Read and check a county's folder.

    Ages and expiry dates are counted on `today`, by default the day that `day_of` returns.
    With `drafts`, what is on its way is judged as if it were approved; the catalog that is
    returned has it as it is.
    """
    catalog, findings = read_catalog(root, partial(_inspect, today, drafts=drafts))
    judged = all_as_if_approved(catalog) if drafts else catalog
    scope = Scope(judged, terms_of(catalog.county, today))
    findings += [finding for check in CATALOG_CHECKS for finding in check(scope)]
    told = lower(without_displaced(findings, judged), scope)
    return Checked(catalog, scope.terms, sorted(told, key=Diagnostic.sort_key))


def _inspect(
    today: date | None, entry: Entry[Any], county: Entry[County] | None, *, drafts: bool
) -> list[Diagnostic]:
    judged: AnyEntry = as_if_approved(entry) if drafts else entry
    return list(check_record(judged, terms_of(county, today)))


def check_record(entry: AnyEntry, terms: Terms) -> Sequence[Diagnostic]:
    """Run the checks of one record; all of them, if it is approved."""
    return without_consequences(_findings(entry, terms))


def _findings(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    for check in (*ANY_RECORD, *RECORD_CHECKS[type(entry.record)]):
        if entry.is_approved or check in OF_ANY_STATUS:
            yield from check(entry, terms)
