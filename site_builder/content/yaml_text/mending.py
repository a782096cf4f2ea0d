"""Syntax errors at the line to mend, with that line as it should be, and texts cut short.

Goes in: the source of a file, what is wrong with it, and the way it was read. Come out: the
same findings with their remedies, and those that only show once the first are mended.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from site_builder.content.source import Source, in_words
from site_builder.content.yaml_text.problems import ANY_SYNTAX
from site_builder.content.yaml_text.remedies import Remedy, in_quotes, remedy, told
from site_builder.diagnostics import Diagnostic, Rule, Words, both

Problems = Callable[[Source], Sequence[Diagnostic]]
"""Returns what keeps a file from being read, and what else is wrong with its structure."""

_REMEDIES = 3
"""For how many errors of one reading a mended line is looked for: the first matter most."""
_READINGS = 8
"""How often a file is read again with its lines mended: a whole file of full-width colons was
written by somebody who knows what to do after eight."""

_LANGUAGES = {"zh", "en"}
# A remark of a clerk's has a space behind its sign, or begins with a date; `#1` and `#2` are the
# names of things.
_NUMBERED = re.compile(r"[^\s#][ \t]+(?P<sign>#)\d{1,3}(?![\d年月日./-])")
_EMPTIED = re.compile(r"\s*(?:- +)*(?:zh|en): +(?P<sign>#)\S")


def with_remedies(
    source: Source, problems: Iterable[Diagnostic], problems_of: Problems
) -> Iterator[Diagnostic]:
    """Yield what is wrong; syntax errors with the mended line, where it is known.

    A parser stops at the first error. Where that is a sign which YAML never takes, the rest is
    read with it mended, so that all such lines are told at once.
    """
    mended: dict[int, Remedy] = {}
    for _ in range(_READINGS):
        before = len(mended)
        findings = list(problems)
        yield from _mend(source, findings, problems_of, mended)
        if len(findings) != 1 or len(mended) == before:
            return
        last = next(reversed(mended.values()))
        if not last.is_sure:
            return
        lines = (*source.lines[: last.line], last.mended, *source.lines[last.line + 1 :])
        source = Source(source.path, "\n".join(lines), source.find_spans)
        problems = [found for found in problems_of(source) if found.rule is Rule.YAML_SYNTAX]


def _mend(
    source: Source,
    problems: Iterable[Diagnostic],
    problems_of: Problems,
    mended: dict[int, Remedy],
) -> Iterator[Diagnostic]:
    """Yield findings with their remedies, and note the lines that are mended."""

    def first_fault(text: str) -> int | None:
        found = problems_of(Source(PurePosixPath(), text, source.find_spans))
        return min((_line(one) for one in found if one.rule is Rule.YAML_SYNTAX), default=None)

    looked_for = 0
    for finding in problems:
        found = None
        is_vague = finding.facts.get("hint_zh") == ANY_SYNTAX.zh
        if is_vague and looked_for < _REMEDIES:
            looked_for += 1
            found = remedy(source.lines, _line(finding), first_fault)
        if found is None:
            yield finding
        elif found.line not in mended:
            # One mended line may put several errors right: that is one mistake.
            mended[found.line] = found
            place = finding.place
            if found.is_indentation or found.line != _line(finding):
                place = source.at(found.line, found.column)
            facts = both(problem=found.problem, hint=told(found))
            yield replace(finding, place=place, facts=facts)


def _line(finding: Diagnostic) -> int:
    return finding.place.line - 1


def with_texts_cut_short(source: Source, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is wrong, and the texts of which ` #` makes a part, or all, a remark."""
    for finding in problems:
        number = _line(finding)
        emptied = None
        if finding.rule is Rule.EMPTY_VALUE:
            emptied = _EMPTIED.match(source.lines[number])
        if emptied is None:
            yield finding
        else:
            sign = emptied.start("sign")
            place, facts = source.at(number, sign), _lost(source, number, sign)
            yield replace(finding, rule=Rule.YAML_SYNTAX, place=place, facts=facts)
    # Few files have such a line; only for those the places of all values are looked for.
    if _NUMBERED.search(source.text):
        yield from _cut_short(source)


def _cut_short(source: Source) -> Iterator[Diagnostic]:
    texts = {
        (span.line, span.column + span.length): (loc, span.column)
        for loc, span in source.spans.items()
        if loc and loc[-1] in _LANGUAGES and span.line == span.end_line
    }
    for number, line in enumerate(source.lines):
        for match in _NUMBERED.finditer(line):
            loc, begin = texts.get((number, match.start() + 1), ((), 0))
            # What is in quotes ends where its quotes end: a remark may follow.
            if loc and line[begin] not in "\"'":
                place, facts = source.at(number, match.start("sign")), _lost(source, number, begin)
                name = ".".join(str(part) for part in loc)
                yield Diagnostic(Rule.YAML_SYNTAX, place, name, facts, where=in_words(loc))


def _lost(source: Source, number: int, begin: int) -> Mapping[str, str]:
    """Say that what stands behind a `#` is lost; the text that needs quotes begins at `begin`."""
    line = source.lines[number]
    mended = f"{line[:begin]}{in_quotes(line[begin:].rstrip())}"
    problem = Words(
        "空格加 # 之后的文字会被当作批注，不会发布",
        "what follows a space and a # is taken for a remark and would not be published",
    )
    hint = told(Remedy(problem, number, mended, line, is_sure=True))
    return both(
        problem=problem,
        hint=Words(
            f"{hint.zh}；如是批注，# 后面空一格",
            f"{hint.en}; if it is a remark, put a space after the #",
        ),
    )
