"""No text is so long that a leaflet's two pages cannot hold it, whatever else stands there.

What stands on paper is measured when it is set; that takes a second for each project. Here the
texts that stand on every version are counted, and held against what the two pages of a project
with hardly anything else could hold: what is told here is too long without doubt, and what is
not may still be, which `zhaoshang build` and `zhaoshang brochure` say, text by text.
"""

from collections.abc import Iterator
from typing import NamedTuple

from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.model import Text
from site_builder.content.project import Project
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule

_HOLDS = ({"zh": 1100, "en": 2700}, {"zh": 1450, "en": 3150})
"""Characters that the first and the second page hold at most: one part in ten more than was set
there in the smaller type, for a project of five figures, one plot and no table."""


class _Said(NamedTuple):
    loc: Loc
    text: str

    @property
    def length(self) -> int:
        """In characters, of which a line's end is one."""
        return len(" ".join(self.text.split()))


def check_printable(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the longest text of each page that cannot hold what must stand on it."""
    for page, (limits, parts) in enumerate(
        zip(_HOLDS, (_first(entry.record), _second(entry.record)), strict=True), 1
    ):
        for language, limit in limits.items():
            said = [_Said((*loc, language), getattr(text, language)) for loc, text in parts]
            length = sum(one.length for one in said)
            if length > limit:
                longest = max(said, key=lambda one: one.length)
                yield entry.source.diagnostic(
                    Rule.TOO_LONG_TO_PRINT,
                    longest.loc,
                    on_key=True,
                    page=page,
                    length=length,
                    limit=limit,
                    excess=length - limit,
                )


def _first(project: Project) -> list[tuple[Loc, Text]]:
    """Return what stands on the first page of every leaflet."""
    parts: list[tuple[Loc, Text]] = [
        (("tagline",), project.tagline),
        (("summary",), project.summary),
    ]
    if project.conditions is not None:
        advantages = enumerate(project.conditions.advantages)
        parts += [(("conditions", "advantages", number), text) for number, text in advantages]
    if project.market is not None and project.market.outlook is not None:
        begun = project.market.outlook
        zh, en = (text.strip().partition("\n\n")[0] for text in (begun.zh, begun.en))
        parts.append((("market", "outlook"), Text.model_construct(zh=zh, en=en)))
    return parts


def _second(project: Project) -> list[tuple[Loc, Text]]:
    """Return what stands on the second page of every leaflet."""
    terms = project.cooperation
    parts: list[tuple[Loc, Text]] = []
    if project.content is not None:
        parts.append((("content", "summary"), project.content.summary))
    if terms.seeks is not None:
        parts.append((("cooperation", "seeks"), terms.seeks))
    parts += [(("cooperation", "offers", n), text) for n, text in enumerate(terms.offers)]
    return parts
