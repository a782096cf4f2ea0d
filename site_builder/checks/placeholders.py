"""No skeleton text is left in what has been approved."""

import re
from collections.abc import Iterator

from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.model import ReviewStatus
from site_builder.content.skeleton import PLACEHOLDERS
from site_builder.diagnostics import Diagnostic, Rule

_PLACEHOLDER = re.compile("|".join(re.escape(text) for text in PLACEHOLDERS))


def check_placeholders(entry: AnyEntry, _terms: Terms) -> Iterator[Diagnostic]:
    """Yield every place where an approved record still says what `zhaoshang new` wrote."""
    if entry.record.review.status is not ReviewStatus.APPROVED:
        return
    if not _PLACEHOLDER.search("\n".join(entry.source.lines)):
        return
    for number, line in enumerate(entry.source.lines):
        # A comment is the author's own business.
        text = line.split(" #")[0] if not line.lstrip().startswith("#") else ""
        for match in _PLACEHOLDER.finditer(text):
            place = entry.source.at(number, match.start(), len(match.group()))
            yield Diagnostic(Rule.PLACEHOLDER_LEFT, place, "", {"found": match.group()})
