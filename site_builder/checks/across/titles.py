"""No two approved records of one kind bear the same title."""

from collections.abc import Iterator, Sequence

from site_builder.checks.land.commitments import rivals
from site_builder.checks.scope import Scope
from site_builder.content.catalog import Entry
from site_builder.content.industry import Industry
from site_builder.content.park import Park
from site_builder.content.policy import Policy
from site_builder.content.project import Project
from site_builder.diagnostics import Diagnostic, Rule

Titled = Entry[Project] | Entry[Industry] | Entry[Park] | Entry[Policy]


def check_titles(scope: Scope) -> Iterator[Diagnostic]:
    """Yield titles that another record has, in either language; spaces and case tell nothing.

    Projects that are promised the same plot are left out: that says already that they may be one.
    """
    approved = scope.approved
    known = rivals(scope)
    for records in (approved.projects, approved.industries, approved.parks, approved.policies):
        for later, earlier, language in _pairs(list(records.values())):
            if frozenset((earlier.slug, later.slug)) not in known:
                yield later.source.diagnostic(
                    Rule.DUPLICATE_TITLE,
                    ("title", language),
                    title=getattr(later.record.title, language),
                    path=earlier.source.path,
                )


def _pairs(records: Sequence[Titled]) -> Iterator[tuple[Titled, Titled, str]]:
    """Yield each record that repeats a title, with the first that bears it, once."""
    first: dict[tuple[str, str], Titled] = {}
    for record in records:
        repeated = False
        for language in ("zh", "en"):
            key = (language, _folded(getattr(record.record.title, language)))
            if key in first and not repeated:
                repeated = True
                yield record, first[key], language
            first.setdefault(key, record)


def _folded(title: str) -> str:
    return "".join(title.split()).casefold()
