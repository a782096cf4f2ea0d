"""Ids are used once, reviews are signed, dates run forward."""

from collections.abc import Iterator, Sequence
from datetime import date

from site_builder.content.catalog import Catalog, Entry
from site_builder.content.model import ReviewStatus
from site_builder.content.project import Project
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule


def check_identity(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield ids used twice, unsigned reviews, and dates in the wrong order."""
    county = catalog.county
    if county is not None and county.record.review.status is not ReviewStatus.APPROVED:
        yield county.source.diagnostic(Rule.COUNTY_NOT_APPROVED, ("review", "status"))
    for entry in catalog.entries():
        review, source = entry.record.review, entry.source
        if review.status is ReviewStatus.APPROVED:
            if not review.by:
                yield _unsigned(source, "审定单位", "who approved it")
            if review.date is None:
                yield _unsigned(source, "审定日期", "when it was approved")
        yield from _ordered(source, ("review", "next"), review.next, "review.date", review.date)
    for project in catalog.projects.values():
        yield from _phases(project)
    for industry in catalog.industries.values():
        ids = [segment.id for segment in industry.record.segments]
        yield from _unique(industry.source, "segments", ids)
    for park in catalog.parks.values():
        yield from _unique(park.source, "plots", [plot.id for plot in park.record.plots])
    for policy in catalog.policies.values():
        record = policy.record
        yield from _ordered(
            policy.source, ("expires",), record.expires, "effective", record.effective
        )


def _unsigned(source: Source, zh: str, en: str) -> Diagnostic:
    return source.diagnostic(Rule.REVIEW_UNSIGNED, ("review",), on_key=True, what_zh=zh, what_en=en)


def _phases(entry: Entry[Project]) -> Iterator[Diagnostic]:
    for index, phase in enumerate(entry.record.investment.phases):
        if phase.start is None or phase.end is None:
            continue
        # A year holds all its months, so only what both state is compared.
        stated = min(len(phase.start), len(phase.end))
        if phase.end[:stated] < phase.start[:stated]:
            yield entry.source.diagnostic(
                Rule.DATES_REVERSED,
                ("investment", "phases", index, "end"),
                later=f"end {phase.end}",
                earlier=f"start {phase.start}",
            )


def _unique(source: Source, name: str, ids: Sequence[str]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, identifier in enumerate(ids):
        loc: Loc = (name, index, "id")
        if identifier in first:
            line = source.place((name, first[identifier], "id")).line
            yield source.diagnostic(Rule.DUPLICATE_ID, loc, id=identifier, first=line)
        else:
            first[identifier] = index


def _ordered(
    source: Source, loc: Loc, later: date | None, name: str, earlier: date | None
) -> Iterator[Diagnostic]:
    if later is not None and earlier is not None and later < earlier:
        yield source.diagnostic(
            Rule.DATES_REVERSED,
            loc,
            later=str(later),
            earlier=f"{name} {earlier}",
        )
