"""No text is so long that a leaflet's two pages cannot hold it, whatever else stands there.

What stands on paper is measured when it is set; that takes a second for each project. Here the
texts that stand on every version are counted, and held against what the two pages of a project
with hardly anything else could hold: what is told here is too long without doubt, and what is
not may still be, which `zhaoshang build` and `zhaoshang brochure` say, text by text.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.leaflet_texts import BACK, FRONT, LeafletText, stated
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
    for page, (limits, texts) in enumerate(zip(_HOLDS, (FRONT, BACK), strict=True), 1):
        parts = list(_printed(entry.record, texts))
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


def _printed(project: Project, texts: Sequence[LeafletText]) -> Iterator[tuple[Loc, Text]]:
    """Yield what is printed of a project's texts, and where it stands."""
    for kind, loc, text in stated(project, texts):
        assert isinstance(text, Text)  # noqa: S101 - all texts of a record are
        if kind.is_begun:
            zh, en = (said.strip().partition("\n\n")[0] for said in (text.zh, text.en))
            yield loc, Text.model_construct(zh=zh, en=en)
        else:
            yield loc, text
