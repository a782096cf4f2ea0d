"""Where in an author's file each value stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from site_builder.content.lines import split_lines
from site_builder.diagnostics import NOTHING, Diagnostic, Place, Rule, Words

Key = str | int
Loc = tuple[Key, ...]
"""The way to a value inside a record, e.g. `("scale", "products", 0, "price")`."""


@dataclass(frozen=True)
class Span:
    """Where a key and its value begin; lines and columns count from 0."""

    line: int
    column: int
    length: int
    end_line: int
    key_line: int
    key_column: int
    key_length: int


def _no_spans(_text: str) -> Mapping[Loc, Span]:
    return {}


def _nameless(_entry: Loc) -> str:
    return ""


def in_words(loc: Loc, name_of: Callable[[Loc], str] = _nameless) -> Words:
    """Return the way to a value as a person reads it: entries of lists by name, or from one.

    `("plots", 0, "area")` is `plots[hx-01].area`, or `plots[第1项].area` without a name; nothing
    for a way that leads through no list.
    """
    if not any(isinstance(part, int) for part in loc):
        return NOTHING
    zh = en = ""
    for depth, part in enumerate(loc):
        if isinstance(part, int):
            name = name_of(loc[: depth + 1])
            zh += f"[{name or f'第{part + 1}项'}]"
            en += f"[{name or f'no. {part + 1}'}]"
        else:
            zh, en = (f"{said}.{part}" if said else part for said in (zh, en))
    return Words(zh, en)


@dataclass(frozen=True)
class Source:
    """The text of one file, with the place of every value in it.

    Most files are never complained about, so `find_spans` looks for the places only when
    the first of them is asked for.
    """

    path: PurePosixPath
    text: str = ""
    find_spans: Callable[[str], Mapping[Loc, Span]] = _no_spans

    def __reduce__(self) -> tuple[type["Source"], tuple[object, ...]]:
        """Send another process what cannot be found again, and nothing else."""
        return Source, (self.path, self.text, self.find_spans)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, split where YAML does."""
        return split_lines(self.text)

    @cached_property
    def spans(self) -> Mapping[Loc, Span]:
        """Where each value stands, by its way inside the record."""
        return self.find_spans(self.text)

    def place(self, loc: Loc = (), *, on_key: bool = False) -> Place:
        """Return the place of a value, or of the nearest value that encloses it.

        With `on_key`, and wherever only an enclosing value is found, the place is that of
        the key: it is the key that the reader must look under.
        """
        for depth in range(len(loc), 0, -1):
            span = self.spans.get(loc[:depth])
            if span is not None:
                if on_key or depth < len(loc):
                    return self._place(span.key_line, span.key_column, span.key_length)
                return self._place(span.line, span.column, span.length)
        return self._place(0, 0, 1)

    def find(self, loc: Loc, text: str) -> Place:
        """Return the place of a text inside a value, or of the value if it is not found there."""
        span = self.spans.get(loc)
        if span is not None and text:
            for line in range(span.line, min(span.end_line + 1, len(self.lines))):
                start = span.column if line == span.line else 0
                column = self.lines[line].find(text, start)
                if column >= 0:
                    return self._place(line, column, len(text))
        return self.place(loc)

    def stretch(self, loc: Loc, value: str, start: int, end: int) -> Place:
        """Return the place of `value[start:end]`, part of the text that was read at `loc`.

        Text and file are followed sign by sign, spaces left out: quotes, indentation and
        line breaks of YAML stand between, and the same words may stand there twice.
        """
        span = self.spans.get(loc)
        if span is None:
            return self.place(loc)
        wanted = iter("".join(value[: end or 1].split()))
        before = len("".join(value[:start].split()))
        found: tuple[int, int] | None = None
        sign = next(wanted, "")
        for line in range(span.line, min(span.end_line + 1, len(self.lines))):
            text = self.lines[line]
            for column in range(span.column if line == span.line else 0, len(text)):
                if text[column] != sign:
                    continue
                if before == 0 and found is None:
                    found = line, column
                before -= 1
                sign = next(wanted, "")
                if found is not None and not sign:
                    return self._place(*found, column + 1 - found[1])
            if found is not None:
                return self._place(*found, len(text.rstrip()) - found[1])
        return self.place(loc)

    def at(self, line: int, column: int, length: int = 1) -> Place:
        """Return a place by line and column, counted from 0."""
        return self._place(line, column, length)

    def _place(self, line: int, column: int, length: int) -> Place:
        excerpt = self.lines[line] if line < len(self.lines) else ""
        room = max(1, len(excerpt) - column)
        return Place(self.path, line + 1, column + 1, max(1, min(length, room)), excerpt)

    def diagnostic(
        self, rule: Rule, loc: Loc = (), *, on_key: bool = False, part: str = "", **facts: object
    ) -> Diagnostic:
        """Build the finding that `rule` does not hold at `loc`, or at a part of its text."""
        place = self.find(loc, part) if part else self.place(loc, on_key=on_key)
        return self.diagnostic_at(place, rule, loc, **facts)

    def diagnostic_at(self, place: Place, rule: Rule, loc: Loc, /, **facts: object) -> Diagnostic:
        """Build the finding that `rule` does not hold for the value at `loc`, at a given place."""
        return Diagnostic(
            rule,
            place,
            ".".join(str(part) for part in loc),
            {name: str(fact) for name, fact in facts.items()},
            where=in_words(loc, self._name_of),
        )

    def _name_of(self, entry: Loc) -> str:
        """Return the id of an entry of a list; empty if it has none."""
        span = self.spans.get((*entry, "id"))
        if span is None:
            return ""
        return self.lines[span.line][span.column : span.column + span.length].strip("\"' ")
