"""Nothing that is published is out of date: figures, records, reviews, policies.

How old is too old is a rule of thumb that a county sets in `checks.limits`; when a policy
ends, the policy says itself.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from site_builder.checks.freshness.age import (
    is_older,
    last_stale_year,
    last_withheld_year,
    months_in,
    withheld_from,
)
from site_builder.checks.law.prose_pages import prose_pages
from site_builder.checks.scope import Scope, Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.dated import grows_old, year_of
from site_builder.content.event import Event
from site_builder.content.policy import PolicyFields
from site_builder.content.project_argument import Series
from site_builder.content.source import Loc
from site_builder.content.walk import parts_of
from site_builder.diagnostics import Diagnostic, Rule, Words, both

_SHOWN = 6
"""So many files are named in one message."""
# Days that may lie ahead; every other date of a record says what has been.
_AHEAD = frozenset({"effective", "expires", "next", "start", "end", "printed"})
_PAST_DAY = Words(
    zh="这里只写已经发生的日期，核对年、月、日；尚未发生的，删去这一项",
    en="only what has happened has a date here: check year, month and day, "
    "or leave it out until then",
)
_PAST_FIGURE = Words(
    zh="核对年份；预测值写入 series，并以 forecast_from 标明自哪一年起为预测",
    en="check the year; a forecast goes into `series`, with the first year "
    "that is forecast under forecast_from",
)
_PAST_POINT = Words(
    zh="核对年份；若是预测，以 forecast_from 标明自哪一年起为预测",
    en="check the year; if it is a forecast, name the first year that is forecast "
    "under forecast_from",
)


def check_freshness(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    """Yield what is out of date in an approved record, and dates that have not come yet."""
    yield from _record(entry, terms)
    stale = last_stale_year(terms.today, terms.limits)
    for loc, value in parts_of(entry):
        kind: type = type(value)
        if not _has_a_time(kind):
            continue
        if isinstance(value, date):
            yield from _future(entry, loc, value, terms.today)
        elif (year := year_of(value)) is not None:
            points = value.points if isinstance(value, Series) else None
            place: Loc = (*loc, "year") if points is None else (*loc, "points", str(year))
            if year <= stale:
                yield _old(entry, place, year, terms)
            # What begins with a forecast has no year of its own before it.
            elif year > terms.today.year and (points is None or year in points):
                yield _ahead(entry, place, year, terms.today)


@cache
def _has_a_time(kind: type) -> bool:
    """Whether values of a type are a day, or hold for a year: one in thirty parts of a record."""
    return grows_old(kind) or issubclass(kind, date)


def check_policies_in_force(scope: Scope) -> Iterator[Diagnostic]:
    """Yield the approved policies that are over, with the records that still name them."""
    for entry in scope.approved.policies.values():
        expires = entry.record.expires
        reversed_ = expires is not None and expires < entry.record.effective
        # A policy that ends before it begins has a slip of the pen, which is reported as such.
        if reversed_ or not is_over(entry.record, scope.terms.today):
            continue
        names = list(_naming(scope, entry.slug))
        yield entry.source.diagnostic(
            Rule.POLICY_EXPIRED,
            ("expires",),
            expires=expires,
            **both(named=_named(names)),
        )


def is_over(policy: PolicyFields, today: date) -> bool:
    """Whether a policy no longer holds; on its last day it still does."""
    return policy.expires is not None and policy.expires < today


def _old(entry: AnyEntry, loc: Loc, year: int, terms: Terms) -> Diagnostic:
    """Build the finding that a figure is old, or too old; in a series its year is a key."""
    withheld = year <= last_withheld_year(terms.today, terms.limits)
    return entry.source.diagnostic(
        Rule.FIGURE_WITHHELD if withheld else Rule.FIGURE_STALE,
        loc,
        on_key=loc[-1] != "year",
        year=year,
        months=months_in(terms.limits.figure_age),
        fresh=last_stale_year(terms.today, terms.limits) + 1,
        withheld=withheld_from(year, terms.limits),
    )


def _record(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    review, updated = entry.record.review, entry.record.updated
    yield from _future(entry, ("review", "date"), review.date, terms.today)
    if isinstance(entry.record, Event) and entry.record.is_over(terms.today):
        return  # it is kept as it was printed
    if is_older(updated, terms.limits.record_age, terms.today):
        yield entry.source.diagnostic(
            Rule.RECORD_STALE,
            ("updated",),
            updated=updated,
            months=months_in(terms.limits.record_age),
        )
    # A date of review before the one it follows is a slip of the pen, and reported as such.
    if review.next is not None and (review.date or date.min) <= review.next < terms.today:
        days = (terms.today - review.next).days
        yield entry.source.diagnostic(
            Rule.REVIEW_OVERDUE,
            ("review", "next"),
            next=review.next,
            days_zh=f"{days} 天",
            days_en="1 day" if days == 1 else f"{days} days",
        )


def _future(entry: AnyEntry, loc: Loc, day: date | None, today: date) -> Iterator[Diagnostic]:
    if day is not None and day > today and loc[-1] not in _AHEAD:
        yield entry.source.diagnostic(
            Rule.DATE_IN_FUTURE,
            loc,
            date_zh=day,
            date_en=day,
            today=today,
            **both(hint=_PAST_DAY),
        )


def _ahead(entry: AnyEntry, loc: Loc, year: int, today: date) -> Diagnostic:
    """Build the finding that a figure holds for a year that has not come."""
    drawn = loc[-1] != "year"
    return entry.source.diagnostic(
        Rule.DATE_IN_FUTURE,
        loc,
        on_key=drawn,
        date_zh=f"数据年份 {year} 年",
        date_en=f"the figure's year, {year},",
        today=today,
        **both(hint=_PAST_POINT if drawn else _PAST_FIGURE),
    )


def _named(names: Sequence[str]) -> Words:
    if not names:
        return Words("没有文件引用它", "no file names it")
    shown, more = names[:_SHOWN], len(names) - _SHOWN
    return Words(
        f"引用它的文件：{'、'.join(shown)}{f'等 {len(names)} 个' if more > 0 else ''}",
        f"files that name it: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}",
    )


def _naming(scope: Scope, slug: str) -> Iterator[str]:
    """Yield the paths of the published records, and of the prose, that name a policy."""
    for project in scope.approved.projects.values():
        if slug in project.record.policies:
            yield str(project.source.path)
    for industry in scope.approved.industries.values():
        if any(slug in segment.policies for segment in industry.record.segments):
            yield str(industry.source.path)
    for park in scope.approved.parks.values():
        if slug in park.record.policies:
            yield str(park.source.path)
    for name, written in prose_pages(scope.catalog.root):
        if f"policies/{slug}/" in written:
            yield str(name)
