"""Which texts of a project stand on every version of its leaflet, side by side.

However little room there is, these are printed whole; all else can be left out.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.content.source import Loc


class LeafletText(NamedTuple):
    """A text of a project, or a list of them, by its place in the project's file."""

    loc: tuple[str, ...]
    is_begun: bool = False
    """Only its first paragraph is printed."""


FRONT = (
    LeafletText(("tagline",)),
    LeafletText(("summary",)),
    LeafletText(("conditions", "advantages")),
    LeafletText(("market", "outlook"), is_begun=True),
)
BACK = (
    LeafletText(("content", "summary")),
    LeafletText(("cooperation", "seeks")),
    LeafletText(("cooperation", "offers")),
)


def stated(
    project: object, texts: Sequence[LeafletText]
) -> Iterator[tuple[LeafletText, Loc, object]]:
    """Yield those of the texts that a project has: which one, where it stands, and what it says.

    `project` is a record of both languages, or what is shown of one in one language. A list is
    yielded item by item, counted from 0.
    """
    for text in texts:
        said = project
        for name in text.loc:
            said = getattr(said, name) if said is not None else None
        if isinstance(said, list | tuple):
            for number, one in enumerate(said):
                yield text, (*text.loc, number), one
        elif said is not None:
            yield text, text.loc, said
