"""Nothing is counted twice: the same figure, risk or advantage given twice is one.

Compared are the entries of the lists of which a brief must have a certain number.
"""

import re
from collections.abc import Hashable, Iterator, Sequence

from site_builder.checks.depth.sources import says_nothing
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.model import Figure, Text
from site_builder.content.project import Project
from site_builder.content.project_argument import BuildItem, Risk, Series
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule

_BRACKETS = re.compile(r"[（(].*?[）)]")
# 需求量 and 的需求量 differ in a particle only; AA and AA+, 1.5 and 15 do not.
_SIGNS = re.compile(r"[\s的，。、；：:;,“”\"‘’（）()·—-]+")


def check_repetition(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the entries of a list that say what one before them has said."""
    for loc, entries in _lists(entry.record):
        if len(entries) < 2:
            continue
        first: dict[Hashable, int] = {}
        for index, each in enumerate(entries):
            way, words = _named(each)
            if says_nothing(words, "risk"):
                continue
            key = _what(each)
            if key not in first:
                first[key] = index
                continue
            yield entry.source.diagnostic(
                Rule.ENTRY_REPEATED,
                (*loc, index, *way),
                value=words,
                first=entry.source.place((*loc, first[key], *way)).line,
            )


def _lists(project: Project) -> Iterator[tuple[Loc, Sequence[object]]]:
    yield ("scale", "highlights"), project.scale.highlights
    if project.market is not None:
        yield ("market", "figures"), project.market.figures
        yield ("market", "series"), project.market.series
    if project.content is not None:
        yield ("content", "items"), project.content.items
    if project.conditions is not None:
        yield ("conditions", "advantages"), project.conditions.advantages
        yield ("conditions", "preliminary"), project.conditions.preliminary
    if project.benefits is not None:
        yield ("benefits", "assumptions"), project.benefits.assumptions
    yield ("risks",), project.risks


def _what(entry: object) -> Hashable:
    """Return what an entry says, so that two that say the same are equal."""
    match entry:
        case Figure():
            return _label(entry.label), entry.value.reference(), entry.value.dimension, entry.year
        case Series():
            return _label(entry.label), entry.unit, tuple(sorted(entry.points.items()))
        case BuildItem():
            note = entry.note.zh if entry.note else ""
            return plain(entry.name.zh), entry.size, note
        case Risk():
            return plain(entry.risk.zh)
        case Text():
            return plain(entry.zh)
    raise TypeError(f"no list of a brief holds {type(entry).__name__}")


def _named(entry: object) -> tuple[Loc, str]:
    """Return the Chinese words by which an author knows an entry, and the way to them in it."""
    match entry:
        case Figure() | Series():
            return ("label", "zh"), entry.label.zh
        case BuildItem():
            return ("name", "zh"), entry.name.zh
        case Risk():
            return ("risk", "zh"), entry.risk.zh
        case Text():
            return ("zh",), entry.zh
    raise TypeError(f"no list of a brief holds {type(entry).__name__}")


def _label(text: Text) -> str:
    """Return what a figure is called; its unit, in brackets or not, is compared with its value."""
    return plain(_BRACKETS.sub("", text.zh))


def plain(written: str) -> str:
    """Return what a Chinese text says, without particles and signs."""
    return _SIGNS.sub("", written).lower()
