"""Projects and texts cite the edition of the foreign investment lists that is in force."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from site_builder.checks.law.public_text import PublicText
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.sheets import read_sheet

# Who says that an edition is over may name it; 原料 and 旧址 say nothing of the kind.
_OVER = "废止|取代|替代|修订|replaced|superseded|repealed"
_REPLACED_BEFORE = re.compile(rf"{_OVER}|(?:原|旧|原有|旧版)[《“（(]?$|\b(?:former|earlier|old) $")
_REPLACED_AFTER = re.compile(rf"{_OVER}|^[》”）)]*旧版")


@dataclass(frozen=True)
class Edition:
    """One edition of a list."""

    year: int
    in_force: date
    issued: Words


@dataclass(frozen=True)
class ForeignList:
    """One of the two lists, with its editions from old to new."""

    zh: str
    en: str
    words: tuple[str, ...]
    """Words without which there is no mention."""
    mention: re.Pattern[str]
    """A mention of the list with an edition, in lower case; one of the groups is the year."""
    editions: tuple[Edition, ...]

    def newest(self, today: date) -> Edition:
        """Return the edition in force on a day; before the first, the first."""
        in_force = [edition for edition in self.editions if edition.in_force <= today]
        return in_force[-1] if in_force else self.editions[0]

    def outdated(
        self, source: Source, loc: Loc, year: int, today: date, part: str = ""
    ) -> Iterator[Diagnostic]:
        """Yield the finding that an edition cited at `loc` has been replaced, or never was."""
        newest = self.newest(today)
        facts = both(list=self)
        facts |= {"cited": year, "newest": newest.year, "since": newest.in_force}
        if year > max(edition.year for edition in self.editions):
            yield source.diagnostic(Rule.FOREIGN_EDITION_UNKNOWN, loc, part=part, **facts)
        if year < newest.year:
            facts |= both(issued=newest.issued)
            yield source.diagnostic(Rule.FOREIGN_LIST_OUTDATED, loc, part=part, **facts)


@cache
def foreign_lists() -> dict[str, ForeignList]:
    """Return the lists by name, from `data/foreign_investment.yml`."""
    sheet = read_sheet("site_builder.checks", "data/foreign_investment.yml")
    return {name: _list(entry) for name, entry in sheet.items()}


def check_foreign_investment(entry: Entry[Project], terms: Terms) -> Iterator[Diagnostic]:
    """Yield the editions that a project's own field cites although newer ones are in force."""
    terms_for_foreigners = entry.record.foreign_investment
    if terms_for_foreigners is None:
        return
    for name, field, cited in (
        ("negative-list", "negative_list", terms_for_foreigners.negative_list),
        ("encouraged-catalogue", "encouraged", terms_for_foreigners.encouraged),
    ):
        if cited is not None:
            loc = ("foreign_investment", field, "edition")
            listed = foreign_lists()[name]
            yield from listed.outdated(entry.source, loc, cited.edition, terms.today)


def old_editions(source: Source, text: PublicText, today: date) -> Iterator[Diagnostic]:
    """Yield the texts that name an edition which is no longer in force, Chinese before English."""
    done: set[tuple[Loc, str, str]] = set()
    for listed in foreign_lists().values():
        if not any(word in text.joined for word in listed.words):
            continue
        for match in listed.mention.finditer(text.joined):
            index, start = text.at(match.start())
            loc = text.locs[index]
            year = next(filter(None, match.groups()))
            field = (loc[:-1] if loc[-1] in ("zh", "en") else loc, listed.zh, year)
            if field in done or _is_over(text, index, start, match):
                continue
            done.add(field)
            part = text.raw[match.start() : match.end()]
            yield from listed.outdated(source, loc, int(year), today, part)


def _is_over(text: PublicText, index: int, start: int, match: re.Match[str]) -> bool:
    """Whether the words just before or after a mention, within its text, call it replaced."""
    begin = max(start, match.start() - 12)
    end = min(start + len(text.texts[index]), match.end() + 24)
    before, after = text.joined[begin : match.start()], text.joined[match.end() : end]
    return bool(_REPLACED_BEFORE.search(before) or _REPLACED_AFTER.search(after))


def _list(entry: dict[str, Any]) -> ForeignList:
    zh, en, other = entry["mention_zh"], entry["mention_en"], entry["other"]
    # Between the name and its year no other list may be named, nor in the rest of the name.
    mention = (
        rf"(?:{zh})(?:(?!{other})[^。；\n]){{0,12}}?(20\d\d)\s?年?[版本]"
        rf"|(20\d\d)\s?年?[版本]?的?[《“]?(?:{zh})(?![^。；，》\n]{{0,16}}(?:{other}))"
        rf"|(?:{en})(?:(?!{other})[^.;\n]){{0,80}}?(20\d\d)(?=\)| edition)"
        rf"|(20\d\d) (?:edition of (?:the )?)?(?:national )?(?:{en})"
        rf"(?![^.;,(\n]{{0,60}}(?:{other}))"
    )
    editions = tuple(
        Edition(
            int(edition["year"]),
            date.fromisoformat(edition["in_force"]),
            Words(edition["issued_zh"], edition["issued_en"]),
        )
        for edition in entry["editions"]
    )
    words = tuple(entry["words"])
    return ForeignList(entry["zh"], entry["en"], words, re.compile(mention), editions)
