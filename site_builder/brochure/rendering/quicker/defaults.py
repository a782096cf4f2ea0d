"""The style sheet of every document, without what brochures have none of.

WeasyPrint's own rules give each element the styles of six things that few have: calls and markers
of footnotes and of notes, and the markers of lists. A book of 100 pages had 120,000 of them.
"""

from copy import copy
from functools import cache
from typing import Any

from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "72a31505ee09e256b373cc2082ef9211dcda9cc22db13a96a3fbeb4b35b4075f"
"""Digest of the source of what matches rules and elements."""

_NONE = frozenset(("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"))
"""What no brochure has."""

_LISTED = ("li", "summary")
"""What has a marker."""


def source_digest() -> str:
    """Return a digest of the source that this module relies on."""
    import cssselect2

    return digest(cssselect2)


@cache
def short_defaults() -> Any:
    """Return WeasyPrint's own style sheet without those rules; None if that cannot be done."""
    from weasyprint.html import UA_STYLESHEET

    if source_digest() != _KNOWN:
        return None
    short = copy(UA_STYLESHEET)
    short.matcher = copy(UA_STYLESHEET.matcher)
    names = {name: list(rules) for name, rules in short.matcher.lower_local_name_selectors.items()}
    others = []
    for rule in short.matcher.other_selectors:
        pseudo = rule[3]
        if pseudo == "marker":
            for name in _LISTED:
                names.setdefault(name, []).append(rule)
        elif pseudo not in _NONE:
            others.append(rule)
    short.matcher.lower_local_name_selectors, short.matcher.other_selectors = names, others
    return short
