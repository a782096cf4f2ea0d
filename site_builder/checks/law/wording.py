"""What published texts say: promises, claims, marks of secrecy, private numbers, old lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from site_builder.checks.law.foreign_investment import old_editions
from site_builder.checks.law.lexicon import Wording, lexicon
from site_builder.checks.law.personal import private_numbers
from site_builder.checks.law.public_text import PublicText, enclosing, public_text
from site_builder.checks.law.sentences import Sentences
from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.policy import Policy
from site_builder.diagnostics import Diagnostic, Rule

_MOST = 3
"""How many findings of one rule a text has at most: the author reads the rest of it anyway."""
_FIRST = 30
"""How many are looked at for them."""
_LISTING = "、,，;；"
_TRAILING = " \t，。；：、,.;:!?！？（(“‘\"'"


@dataclass(frozen=True)
class Said:
    """A wording found in one text of a record."""

    index: int
    """The number of the text."""
    begin: int
    end: int
    wording: Wording


def check_wording(entry: AnyEntry, terms: Terms) -> Iterator[Diagnostic]:
    """Yield what an approved record says and must not say, or not in these words."""
    text = public_text(entry)
    for said in said_once(text, wordings_in(text)):
        if said.wording.rule is Rule.UNSOURCED_SUPERLATIVE and _has_source(entry, text, said):
            continue
        if said.wording.review_may_allow and _was_reviewed(entry):
            continue
        found = text.texts[said.index][said.begin : said.end]
        yield entry.source.diagnostic(
            said.wording.rule, text.locs[said.index], part=found, found=found, **said.wording.facts
        )
    yield from private_numbers(entry.source, text)
    yield from old_editions(entry.source, text, terms.today)


def wordings_in(text: PublicText) -> Iterator[Said]:
    """Yield what the lexicon has something to say about: up to three for each rule and text."""
    found: dict[tuple[int, Rule], list[Said]] = {}
    for said in _all_said(text):
        found.setdefault((said.index, said.wording.rule), []).append(said)
    for several in found.values():
        yield from islice(_apart(text, several), _MOST)


def _all_said(text: PublicText) -> Iterator[Said]:
    """Yield what is said, sentence by sentence, a few times for each wording."""
    seen: set[tuple[int, int, int]] = set()
    read: dict[int, Sentences] = {}
    for offset, wordings in lexicon().hints(text.joined):
        index, start = text.at(offset)
        if index not in read:
            read[index] = Sentences(text.joined[start : start + len(text.texts[index])])
        sentence = read[index].around(offset - start)
        for wording in wordings:
            if (index, sentence.begin, id(wording)) in seen:
                continue
            seen.add((index, sentence.begin, id(wording)))
            finds = wording.finds(sentence, text.locs[index])
            # A mark of secrecy has its whole sentence taken out: one is enough.
            most = 1 if wording.rule is Rule.SECRECY_WORD else _MOST
            for first, last in islice(finds, most):
                yield Said(index, sentence.begin + first, sentence.begin + last, wording)


def _apart(text: PublicText, several: list[Said]) -> Iterator[Said]:
    """Yield what is said in other words and at another place than what comes before it."""
    first = sorted(several, key=lambda said: (said.begin, said.end))[:_FIRST]
    told: set[str] = set()
    end = 0
    cut = [_without_others(text, said, first) for said in first]
    for said in sorted(cut, key=lambda said: (said.begin, -said.end)):
        words = text.texts[said.index][said.begin : said.end].rstrip(_TRAILING)
        if said.begin >= end and words and words not in told:
            told.add(words)
            end = said.end
            yield replace(said, end=said.begin + len(words))


def _without_others(text: PublicText, said: Said, others: list[Said]) -> Said:
    """Leave out the items of a list that are told themselves: of “一流、首个” the first."""
    comma = max(text.texts[said.index].rfind(sign, said.begin, said.end) for sign in _LISTING)
    if any(said.begin <= other.begin and other.end <= comma + 1 for other in others):
        return replace(said, begin=comma + 1)
    return said


def said_once(text: PublicText, found: Iterable[Said]) -> Iterator[Said]:
    """Leave out what the English says after the Chinese: it is one statement in two languages."""
    every = sorted(found, key=lambda said: (said.index, said.begin))
    in_chinese = {
        (said.wording.rule, text.locs[said.index][:-1])
        for said in every
        if text.locs[said.index][-1] == "zh"
    }
    for said in every:
        *way, language = text.locs[said.index]
        if language != "en" or (said.wording.rule, tuple(way)) not in in_chinese:
            yield said


def _has_source(entry: AnyEntry, text: PublicText, said: Said) -> bool:
    """Whether the field stands beside a source, as the label of a figure or a chart does."""
    parts = enclosing(entry.record, text.locs[said.index])
    return any(getattr(part, "source", None) is not None for part in parts)


def _was_reviewed(entry: AnyEntry) -> bool:
    """Whether the record is a policy that has passed fair competition review."""
    return isinstance(entry.record, Policy) and entry.record.fair_competition is not None
