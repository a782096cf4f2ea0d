"""Strict YAML: every scalar is the string its author wrote, and every value has a place.

YAML's own conversions turn `no` into False, `012` into 10 and `12:30` into 750. Here a
plain tree of mappings, lists and strings is built from the parser's events; what could
hide or share a value (anchors, aliases, tags, duplicate keys) is refused.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import cast

import yaml

from site_builder.content.source import Loc, Source, Span, in_words
from site_builder.content.yaml_text.mending import with_remedies, with_texts_cut_short
from site_builder.content.yaml_text.problems import ANY_SYNTAX, Problem, explain, unparsable
from site_builder.diagnostics import Diagnostic, Rule, Words, both

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

Plain = str | list["Plain"] | dict[str, "Plain"]

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}
_NO_KEY = "?"


def parse(text: str, path: PurePosixPath) -> tuple[Plain | None, Source, list[Diagnostic]]:
    """Parse one document.

    Returns the plain tree (None if there is none to speak of), the source that places its
    values, and what is wrong with it. Never raises for anything an author can write.
    """
    source = Source(path, text, spans_of)
    tree, problems = _read(source)
    if any(problem.rule is Rule.YAML_SYNTAX for problem in problems):
        problems = list(with_remedies(source, problems, _problems))
    if tree is not None and " #" in text:
        problems = list(with_texts_cut_short(source, problems))
    return tree, source, problems


def _read(source: Source) -> tuple[Plain | None, list[Diagnostic]]:
    if problem := unparsable(source.text):
        return None, [_syntax_error(problem, source)]
    try:
        events = _events(source.text)
    except yaml.YAMLError as error:
        return None, [_syntax_error(explain(error, source.lines), source)]
    builder = _Builder(source, iter(events))
    return builder.document(), builder.diagnostics


def _problems(source: Source) -> list[Diagnostic]:
    return _read(source)[1]


def spans_of(text: str) -> Mapping[Loc, Span]:
    """Return where each value of a document stands that `parse` could read."""
    locator = _Locator(Source(PurePosixPath(), text), iter(_events(text)))
    locator.document()
    return locator.spans


def _events(text: str) -> list[yaml.Event]:
    """Return the events of a text; what `yaml.parse` does, one call of Python for each less."""
    loader = _Loader(text)
    try:
        return list(iter(loader.get_event, None))
    finally:
        loader.dispose()


def _syntax_error(problem: Problem, source: Source) -> Diagnostic:
    place = source.at(problem.line, problem.column)
    return Diagnostic(Rule.YAML_SYNTAX, place, "", both(problem=problem, hint=ANY_SYNTAX))


class _Builder:
    """Builds the plain tree from the events of one document."""

    def __init__(self, source: Source, events: Iterator[yaml.Event]) -> None:
        self._source = source
        self._events = events
        self.diagnostics: list[Diagnostic] = []

    def document(self) -> Plain | None:
        """Read the one document of a file."""
        tree: Plain | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report(
                        Rule.YAML_SYNTAX,
                        event,
                        **both(
                            problem=Words(
                                "一个文件只能有一段，此处又有 ---",
                                "a file holds one document, and here is another ---",
                            ),
                            hint=Words("删去这一行", "remove this line"),
                        ),
                    )
                    break
            elif isinstance(event, yaml.NodeEvent):
                tree = self._value(event, ())
        return tree

    def _value(self, event: yaml.Event, loc: Loc) -> Plain:
        if type(event) is yaml.ScalarEvent:
            if event.anchor or event.tag is not None:
                self._refuse_sharing(event, loc)
            if event.value in _NULLS and _is_plain(event) and loc:
                self.diagnostics.append(self._source.diagnostic(Rule.EMPTY_VALUE, loc, on_key=True))
            return str(event.value)
        self._refuse_sharing(event, loc)
        if type(event) is yaml.AliasEvent:
            return ""
        if len(loc) >= MAX_DEPTH:
            self._report(Rule.TOO_DEEP, event, loc[:1], limit=str(MAX_DEPTH))
            self._skip()
            return ""
        if type(event) is yaml.SequenceStartEvent:
            return self._sequence(loc)
        return self._mapping(loc, in_braces=bool(getattr(event, "flow_style", False)))

    def _sequence(self, loc: Loc) -> list[Plain]:
        items: list[Plain] = []
        for event in self._events:
            if type(event) is yaml.SequenceEndEvent:
                break
            here = (*loc, len(items))
            self._mark(here, event, event)
            items.append(self._value(event, here))
        return items

    def _mapping(self, loc: Loc, *, in_braces: bool) -> dict[str, Plain]:
        values: dict[str, Plain] = {}
        for key_event in self._events:
            if type(key_event) is yaml.MappingEndEvent:
                break
            key = self._key(key_event, loc)
            event = next(self._events)
            if in_braces and self._has_no_colon(key_event, event):
                self._report(
                    Rule.YAML_SYNTAX,
                    key_event,
                    loc,
                    **both(
                        problem=Words(
                            f"“{key}”后没有“: ”和值",
                            f"“{key}” is not followed by a colon, a space and a value",
                        ),
                        hint=ANY_SYNTAX,
                    ),
                )
                continue
            if key == "<<" and isinstance(event, yaml.AliasEvent):
                self._refuse_sharing(event, loc)
                continue
            again = key in values
            here = (*loc, f"{key} (again)" if again else key)
            if again:
                self._refuse_repetition(key_event, loc, key)
            self._mark(here, event, key_event)
            value = self._value(event, here)
            if not again and key != _NO_KEY:
                values[key] = value
        return values

    def _key(self, event: yaml.Event, loc: Loc) -> str:
        if type(event) is yaml.ScalarEvent:
            if event.anchor or event.tag is not None:
                self._refuse_sharing(event, loc)
            return str(event.value)
        if isinstance(event, yaml.AliasEvent):
            self._refuse_sharing(event, loc)
        else:
            self._report(
                Rule.YAML_SYNTAX,
                event,
                loc,
                **both(
                    problem=Words("字段名应是一个词", "the name of a field must be a plain word"),
                    hint=ANY_SYNTAX,
                ),
            )
            self._skip()
        return _NO_KEY

    def _has_no_colon(self, key: yaml.Event, value: yaml.Event) -> bool:
        """Whether a word between braces stands alone: `{en: tea, silk}` and `{zh:茶}` do that."""
        if not isinstance(value, yaml.ScalarEvent) or value.value or not _is_plain(value):
            return False
        _, end = _marks(key)
        rest = self._source.lines[end.line][end.column :]
        return not rest.lstrip().startswith(":")

    def _skip(self) -> None:
        depth = 1
        for event in self._events:
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return

    def _refuse_sharing(self, event: yaml.Event, loc: Loc) -> None:
        anchor = getattr(event, "anchor", None)
        if anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._report(Rule.ANCHOR, event, loc, name=f"{sign}{anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._report(Rule.TAG, event, loc, name=str(tag).replace("tag:yaml.org,2002:", "!!"))

    def _refuse_repetition(self, event: yaml.Event, loc: Loc, key: str) -> None:
        first = self._source.spans[(*loc, key)].key_line + 1
        self._report(Rule.DUPLICATE_KEY, event, key=key, first=str(first))

    def _report(self, rule: Rule, event: yaml.Event, loc: Loc = (), **facts: str) -> None:
        start, _ = _marks(event)
        place = self._source.at(start.line, start.column, _length(event))
        name = ".".join(str(part) for part in loc)
        self.diagnostics.append(Diagnostic(rule, place, name, facts, where=in_words(loc)))

    def _mark(self, loc: Loc, event: yaml.Event, key: yaml.Event) -> None:
        """Note where a value stands: not while building, see `_Locator`."""


class _Locator(_Builder):
    """Walks through the events once more, for the places; what is wrong has been told."""

    def __init__(self, source: Source, events: Iterator[yaml.Event]) -> None:
        super().__init__(source, events)
        self.spans: dict[Loc, Span] = {}

    def _mark(self, loc: Loc, event: yaml.Event, key: yaml.Event) -> None:
        (start, end), (key_start, _) = _marks(event), _marks(key)
        self.spans[loc] = Span(
            start.line,
            start.column,
            _length(event),
            end.line,
            key_start.line,
            key_start.column,
            _length(key),
        )

    def _refuse_repetition(self, event: yaml.Event, loc: Loc, key: str) -> None:
        """Say nothing."""

    def _report(self, rule: Rule, event: yaml.Event, loc: Loc = (), **facts: str) -> None:
        """Say nothing."""


def _marks(event: yaml.Event) -> tuple[yaml.error.Mark, yaml.error.Mark]:
    """Return where an event begins and ends; a parser's events always say so."""
    return cast("tuple[yaml.error.Mark, yaml.error.Mark]", (event.start_mark, event.end_mark))


def _is_plain(event: yaml.ScalarEvent) -> bool:
    """Whether a value was written without quotes; the two parsers say that differently."""
    return not event.style


def _length(event: yaml.Event) -> int:
    """How much of its first line a node takes; collections are marked by one character."""
    start, end = _marks(event)
    if isinstance(event, yaml.ScalarEvent) and start.line == end.line:
        return max(1, end.column - start.column)
    return 1
