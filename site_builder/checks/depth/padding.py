"""A chapter says something with every sentence: none stands there twice to make it longer.

Only the Chinese is looked at, since the English follows it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.model import Prose
from site_builder.content.project import Project
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both

# Rules of thumb: shorter sentences may be said twice, and half a text may lean on another.
SHORTEST = 10
COPIED = 2
_LONGEST_TITLE = 400
_NOT_ARGUED = ("资料来源", "数据来源", "来源", "注：", "注:")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE = re.compile(r"[^。！？；!?;\n]+")
_CLAUSE = re.compile(r"[^。！？；!?;\n，,：:、]+")
_SIGNS = re.compile(r"[\W_]+")


class Said(NamedTuple):
    """A sentence of a text: what it says, and between which characters it stands."""

    words: str
    start: int
    end: int


def sentences(text: str) -> list[Said]:
    """Return the sentences of a text, without bullets, marks and spaces around them."""
    return _parts(text, _SENTENCE)


def _parts(text: str, pattern: re.Pattern[str]) -> list[Said]:
    found = []
    for match in pattern.finditer(text):
        inner = match[0].strip(" \t\r*-#>")
        if inner:
            start = match.start() + match[0].index(inner)
            found.append(Said(inner, start, start + len(inner)))
    return found


def length(prose: Prose) -> int:
    """Return how many Chinese characters a text has; what it says twice counts once."""
    return sum(len(_HAN.findall(words)) for words in {each.words for each in sentences(prose.zh)})


def check_padding(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the chapters that repeat a sentence, another chapter, or the title."""
    project = entry.record
    title = {_SIGNS.sub("", text.zh) for text in (project.title, project.tagline)}
    before: list[tuple[str, set[str]]] = []
    for loc, prose in _chapters(project):
        said = sentences(prose.zh)
        finding = (
            _repeated(entry, loc, prose, said)
            or _titled(entry, loc, prose, title)
            or _copied(entry, loc, said, before)
        )
        if finding is not None:
            yield finding
        before.append((".".join(map(str, loc)), {each.words for each in said}))


def _chapters(project: Project) -> Iterator[tuple[Loc, Prose]]:
    found: list[tuple[Loc, Prose | None]] = []
    if project.necessity is not None:
        found.append((("necessity", "background"), project.necessity.background))
    if project.market is not None:
        found.append((("market", "outlook"), project.market.outlook))
    if project.content is not None:
        found.append((("content", "summary"), project.content.summary))
    if project.technology is not None:
        found.append((("technology", "process"), project.technology.process))
    if project.conditions is not None:
        found.append((("conditions", "site"), project.conditions.site))
    if project.environment is not None:
        found.append((("environment", "measures"), project.environment.measures))
    for loc, prose in found:
        if prose is not None:
            yield loc, prose


def _repeated(
    entry: Entry[Project], loc: Loc, prose: Prose, said: Sequence[Said]
) -> Diagnostic | None:
    """Return the finding that a sentence stands in a text more than once."""
    counts = Counter(each.words for each in said if _is_argument(each))
    often = {words for words, count in counts.items() if count > 1}
    seen: set[str] = set()
    for each in said:
        if each.words in often and each.words in seen:
            written = prose.zh[each.start : each.end]
            fact = Words(
                f"“{written}”写了 {counts[each.words]} 遍",
                f"“{written}” stands there {counts[each.words]} times",
            )
            return _padded(entry, loc, fact, prose, each)
        seen.add(each.words)
    return None


def _is_argument(each: Said) -> bool:
    """Whether a sentence argues anything; one that names a source, or rules a table, does not."""
    return (
        len(each.words) >= SHORTEST
        and _HAN.search(each.words) is not None
        and not each.words.startswith(_NOT_ARGUED)
    )


def _titled(entry: Entry[Project], loc: Loc, prose: Prose, title: set[str]) -> Diagnostic | None:
    """Return the finding that a text is made of the title alone, once or again and again."""
    bare = _SIGNS.sub("", prose.zh) if len(prose.zh) <= _LONGEST_TITLE else ""
    if not any(each and each in bare for each in title):
        return None
    clauses = [_SIGNS.sub("", each.words) for each in _parts(prose.zh, _CLAUSE)]
    if not clauses or not set(clauses) <= title:
        return None
    return _padded(entry, loc, Words("只有题目", "it holds the title and nothing else"))


def _copied(
    entry: Entry[Project], loc: Loc, said: Sequence[Said], before: Sequence[tuple[str, set[str]]]
) -> Diagnostic | None:
    """Return the finding that half of a text stands in a chapter before it, word for word."""
    long = [each.words for each in said if _is_argument(each)]
    whole = sum(map(len, long))
    for field, words in before:
        if whole and COPIED * sum(len(each) for each in long if each in words) >= whole:
            return _padded(entry, loc, Words(f"与 {field} 重复", f"it repeats {field}"))
    return None


def _padded(
    entry: Entry[Project],
    loc: Loc,
    fact: Words,
    prose: Prose | None = None,
    at: Said | None = None,
) -> Diagnostic:
    here, source = (*loc, "zh"), entry.source
    place = source.place(here)
    if prose is not None and at is not None:
        place = source.stretch(here, prose.zh, at.start, at.end)
    return source.diagnostic_at(place, Rule.TEXT_PADDED, here, **both(fact=fact))
