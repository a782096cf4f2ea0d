"""Projects and texts cite the edition of the foreign investment lists that is in force."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from site_builder.checks.public_text import PublicText
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.model import ReviewStatus
from site_builder.content.project import Project
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_REPLACED = re.compile("废止|取代|替代|修订|原|旧|replaced|superseded|repealed|former|earlier")


@dataclass(frozen=True)
class Edition:
    """One edition of a list."""

    year: int
    in_force: date
    issued_zh: str
    issued_en: str


@dataclass(frozen=True)
class ForeignList:
    """One of the two lists, with its editions from old to new."""

    zh: str
    en: str
    words: tuple[str, ...]
    """Words without which there is no mention."""
    mention: re.Pattern[str]
    """A mention of the list with an edition, in lower case; the year is a group `zh` or `en`."""
    editions: tuple[Edition, ...]

    def newest(self, today: date) -> Edition:
        """Return the edition in force on a day; before the first, the first."""
        in_force = [edition for edition in self.editions if edition.in_force <= today]
        return in_force[-1] if in_force else self.editions[0]

    def outdated(
        self, source: Source, loc: Loc, year: int, today: date, part: str = ""
    ) -> Iterator[Diagnostic]:
        """Yield the finding that an edition cited at `loc` has been replaced, if it has."""
        newest = self.newest(today)
        if year < newest.year:
            yield source.diagnostic(
                Rule.FOREIGN_LIST_OUTDATED,
                loc,
                part=part,
                list_zh=self.zh,
                list_en=self.en,
                cited=year,
                newest=newest.year,
                since=newest.in_force,
                issued_zh=newest.issued_zh,
                issued_en=newest.issued_en,
            )


@cache
def foreign_lists() -> dict[str, ForeignList]:
    """Return the lists by name, from `data/foreign_investment.yml`."""
    folder = files("site_builder.checks").joinpath("data")
    text = folder.joinpath("foreign_investment.yml").read_text("utf-8")
    sheet = yaml.load(text, Loader=_Loader)  # noqa: S506 - our own file; strings only
    return {name: _list(entry) for name, entry in sheet.items()}


def check_foreign_investment(entry: Entry[Project], terms: Terms) -> Iterator[Diagnostic]:
    """Yield the editions that a project's own field cites although newer ones are in force."""
    terms_for_foreigners = entry.record.foreign_investment
    if entry.record.review.status is not ReviewStatus.APPROVED or terms_for_foreigners is None:
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
            year = match["zh"] or match["en"]
            field = (loc[:-1] if loc[-1] in ("zh", "en") else loc, listed.zh, year)
            if field in done or _REPLACED.search(_around(text, index, start, match)):
                continue
            done.add(field)
            part = text.raw[match.start() : match.end()]
            yield from listed.outdated(source, loc, int(year), today, part)


def _around(text: PublicText, index: int, start: int, match: re.Match[str]) -> str:
    """Return the words just before and after a mention, within its text."""
    begin = max(start, match.start() - 6)
    end = min(start + len(text.texts[index]), match.end() + 24)
    return text.joined[begin : match.start()] + text.joined[match.end() : end]


def _list(entry: dict[str, Any]) -> ForeignList:
    mention = (
        rf"(?:{entry['mention_zh']})[^。；\n]{{0,12}}?(?P<zh>20\d\d)\s?年?[版本]"
        rf"|(?:{entry['mention_en']})[^.;\n]{{0,40}}?(?P<en>20\d\d)(?=\)| edition)"
    )
    editions = tuple(
        Edition(
            int(edition["year"]),
            date.fromisoformat(edition["in_force"]),
            edition["issued_zh"],
            edition["issued_en"],
        )
        for edition in entry["editions"]
    )
    words = tuple(entry["words"])
    return ForeignList(entry["zh"], entry["en"], words, re.compile(mention), editions)
