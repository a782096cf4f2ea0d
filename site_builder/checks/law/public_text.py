"""All that readers of one record may read, line by line, and as one text to search through."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from site_builder.content.catalog import AnyEntry
from site_builder.content.source import Loc
from site_builder.content.walk import parts_of


@dataclass(frozen=True)
class PublicText:
    """The texts and other words of a record, without what is internal.

    `joined` is all of them in lower case, one after the other; a match in it never runs from
    one text into the next, unless it matches line breaks.
    """

    locs: tuple[Loc, ...]
    texts: tuple[str, ...]

    @cached_property
    def raw(self) -> str:
        """All texts as they are written."""
        return "\n".join(self.texts)

    @cached_property
    def joined(self) -> str:
        """All texts in lower case, with every character in its place."""
        return lowered(self.raw)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(accumulate(len(text) + 1 for text in self.texts))

    def at(self, offset: int) -> tuple[int, int]:
        """Return the number of the text that holds an offset of `joined`, and where it begins."""
        index = bisect_right(self._ends, offset)
        return index, self._ends[index] - len(self.texts[index]) - 1


@lru_cache(maxsize=1)
def public_text(entry: AnyEntry) -> PublicText:
    """Collect what readers of a record may read; choices and quantities have no words.

    It is kept for the checks of one record, which ask for it one after the other.
    """
    found = [(loc, value) for loc, value in parts_of(entry) if type(value) is str]
    return PublicText(tuple(loc for loc, _ in found), tuple(text for _, text in found))


def lowered(text: str) -> str:
    """Return a text in lower case and of the same length, which `str.lower` may not keep."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small, text))


def enclosing(record: object, loc: Loc) -> Iterator[object]:
    """Yield the parts of a record that hold the value at `loc`, outer before inner."""
    part: object = record
    for key in loc:
        yield part
        part = part[key] if isinstance(part, tuple) else getattr(part, str(key), None)  # type: ignore[index]


def _small(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character
