"""Ids are used once, reviews are signed, dates run forward."""

from collections.abc import Iterator, Sequence
from datetime import date

from site_builder.checks.law.fair_competition import IN_FORCE
from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.county import County
from site_builder.content.event import Event
from site_builder.content.industry import Industry
from site_builder.content.park import Park
from site_builder.content.policy import Policy
from site_builder.content.project import Project
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.writing import as_written


def check_identity(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    """Yield ids used twice, an unsigned review, and dates in the wrong order."""
    source = entry.source
    yield from _review(entry, terms)
    match entry.record:
        case County():
            if not entry.is_approved:
                yield source.diagnostic(Rule.COUNTY_NOT_APPROVED, ("review", "status"))
        case Project() as project:
            yield from _phases(source, project)
        case Industry() as industry:
            yield from _unique(source, "segments", [segment.id for segment in industry.segments])
        case Park() as park:
            yield from _unique(source, "plots", [plot.id for plot in park.plots])
        case Policy() as policy:
            yield from _ordered(source, ("expires",), policy.expires, "effective", policy.effective)
            # What was in force before reviews were required is reviewed after the event.
            if policy.issued >= IN_FORCE:
                yield from _reviewed_first(source, policy)
        case Event() as event:
            yield from _event(source, event)


def _review(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    review, source = entry.record.review, entry.source
    if entry.is_approved:
        if not review.by:
            yield _unsigned(source, Words("审定单位", "who approved it"))
        yield from _approved_last(entry, terms)
        if review.date is None:
            yield _unsigned(source, Words("审定日期", "when it was approved"))
    # A review that has not been yet is reported as that: it is its own date that is wrong.
    if review.date is None or review.date <= terms.today:
        yield from _ordered(source, ("review", "next"), review.next, "review.date", review.date)


def _approved_last(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    """Yield the approval of a record that has been changed since."""
    if isinstance(entry.record, County) and entry.record.sample:
        return  # what it calls its last update is the day on which its clock stands
    updated, approved = entry.record.updated, entry.record.review.date
    # A day that has not come yet is found as that.
    if approved is not None and approved < updated <= terms.today:
        yield entry.source.diagnostic(
            Rule.CHANGED_AFTER_APPROVAL, ("review", "date"), updated=updated, approved=approved
        )


def _unsigned(source: Source, what: Words) -> Diagnostic:
    return source.diagnostic(Rule.REVIEW_UNSIGNED, ("review",), on_key=True, **both(what=what))


def _phases(source: Source, project: Project) -> Iterator[Diagnostic]:
    for index, phase in enumerate(project.investment.phases):
        if phase.start is None or phase.end is None:
            continue
        # A year holds all its months, so only what both state is compared.
        stated = min(len(phase.start), len(phase.end))
        if phase.end[:stated] < phase.start[:stated]:
            yield source.diagnostic(
                Rule.DATES_REVERSED,
                ("investment", "phases", index, "end"),
                later=f"end {phase.end}",
                earlier=f"start {phase.start}",
                **both(hint=_not_before("end", phase.start)),
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
            **both(hint=_not_before(str(loc[-1]), str(earlier))),
        )


def _reviewed_first(source: Source, policy: Policy) -> Iterator[Diagnostic]:
    if policy.fair_competition is not None and policy.fair_competition > policy.issued:
        yield source.diagnostic(
            Rule.DATES_REVERSED,
            ("fair_competition",),
            later=f"issued {policy.issued}",
            earlier=f"fair_competition {policy.fair_competition}",
            hint_zh=f"fair_competition 应不晚于 {policy.issued}：先审查，后发布",
            hint_en=f"fair_competition is {policy.issued} at the latest: review comes before issue",
        )


def _event(source: Source, event: Event) -> Iterator[Diagnostic]:
    start, size = event.dates.start, event.size
    yield from _ordered(source, ("dates", "end"), event.dates.end, "start", start)
    if event.printed > start:
        yield source.diagnostic(
            Rule.DATES_REVERSED,
            ("printed",),
            later=f"dates.start {start}",
            earlier=f"printed {event.printed}",
            hint_zh=f"printed 应不晚于 {start}：活动开始前付印",
            hint_en=f"printed is {start} at the latest: the edition goes to print before the event",
        )
    if size and size.least and size.most and size.is_reversed:
        written = f"{as_written(size.least)}至{as_written(size.most)}"
        yield source.diagnostic(Rule.REVERSED_RANGE, ("size", "least"), value=written)


def _not_before(field: str, earlier: str) -> Words:
    return Words(f"{field} 应不早于 {earlier}", f"{field} is {earlier} at the earliest")
